"""Names that roll and come to rest on the winners, painted from pictures made beforehand.

What rolls past is a pattern for the eye, by chance that has nothing to do with the draw; where it ends was decided
before it began. No name is held up beside the winner's to look as if it had nearly won.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from kiosk.ui.i18n import translate
from kiosk.ui.stage.draws.layout import card_parts, name_place, radius_of
from kiosk.ui.stage.draws.scenes import Winner
from kiosk.ui.stage.draws.words import winner_name
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.kinds import Stand
from kiosk.ui.stage.parts import CENTRE, Ground, Part, Words

MOST = 40
"""Winners whose names roll at once; the rest stand on the board."""
TALL = 3
"""Up to so many roll with the names before and after theirs."""
_ACROSS = {4: 2, 5: 3, 6: 3, 7: 4, 8: 4, 9: 3}
"""Cards beside each other; five of any other number."""
_POOL = 48
"""Different names that roll past."""
_NAMES = 34
"""Names of a reel: many enough that nobody reads them at first, few enough that the last ones can be."""
_FIRST_MS, _EACH_MS, _FEW_MS = 3_000, 90, 420
FLASH_MS = 450
"""How long a card shines after it has come to rest."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a winner's card, and what rolls into it: names by number of the pool, the last being the winner's.
    `ends`: ms after the start."""

    place: QRectF
    names: tuple[int, ...]
    ends: int


def places(count: int, frame: Frame) -> list[QRectF]:
    """Where the cards of so many winners stand."""
    unit, middle = frame.unit, frame.middle
    if count <= TALL:
        across, least = {1: (64, 0.54), 2: (46, 0.44)}.get(count, (40, 0.42))
        wide = min(unit * across, (middle.width() - unit * 4 * (count - 1)) / count)
        high = min(unit * (30 if count == 1 else 23), middle.height() * least)
        left = middle.center().x() - (count * wide + (count - 1) * unit * 4) / 2
        top = middle.center().y() - high / 2
        return [QRectF(left + at * (wide + unit * 4), top, wide, high) for at in range(count)]
    across = _ACROSS.get(count, 5)
    rows = math.ceil(count / across)
    gap = unit * 1.6
    wide = min(unit * 44, (middle.width() - gap * (across - 1)) / across)
    high = min(unit * 17, (middle.height() - gap * (rows - 1)) / rows)
    top = middle.center().y() - (rows * high + (rows - 1) * gap) / 2
    found = []
    for at in range(count):
        line, column = divmod(at, across)
        here = min(across, count - line * across)
        left = middle.center().x() - (here * wide + (here - 1) * gap) / 2
        found.append(QRectF(left + column * (wide + gap), top + line * (high + gap), wide, high))
    return found


def cards(winners: Sequence[Winner], frame: Frame) -> list[Part]:
    """The winners' cards as they stand when everything has come to rest."""
    shown = winners[:MOST]
    found: list[Part] = []
    for winner, place in zip(shown, places(len(shown), frame), strict=True):
        found += card_parts(winner, place, frame.unit)
    if len(winners) > len(shown):
        more = translate("Stage", "and %n more on the board", None, len(winners) - len(shown))
        place = QRectF(
            frame.middle.left(), frame.middle.bottom() + frame.unit * 0.2, frame.middle.width(), frame.unit * 3.4
        )
        found.append(Words(more, place, frame.unit * 2.8, "ink2", align=CENTRE))
    return found


class Reels:
    """Names on their way to the winners. Paint at any time; a frame that is left out changes nothing of where it
    ends."""

    def __init__(self, winners: Sequence[Winner], names: Sequence[str], stand: Stand) -> None:
        """`names`: as they may be shown."""
        self._winners, self._frame, self._brush, self._ratio = (
            tuple(winners[:MOST]),
            stand.frame,
            stand.brush,
            stand.ratio,
        )
        chance = stand.chance
        won = [winner_name(one) for one in self._winners]
        some = names if len(names) <= _POOL else chance.sample(names, _POOL)
        others = [name for name in some if name and name not in won]
        if len(others) < 2:
            others = won  # nobody else takes part
        self._pool = [*others, *won]
        here = places(len(self._winners), stand.frame)
        few = len(self._winners) <= 12
        self._slots = []
        for at, place in enumerate(here):
            last = len(self._pool) - len(self._winners) + at
            rolled = tuple(chance.randrange(len(others)) for _ in range(_NAMES))
            self._slots.append(Slot(place, (*rolled, last), _FIRST_MS + at * (_FEW_MS if few else _EACH_MS)))
        self._tall = len(self._winners) <= TALL
        self._names: dict[int, QPixmap] = {}
        self._dim: dict[int, QPixmap] = {}
        self._cards: dict[int, QPixmap] = {}
        self._make()

    @property
    def ends(self) -> int:
        """Ms after the start when the last card has come to rest and shone."""
        return max((slot.ends for slot in self._slots), default=0) + FLASH_MS

    @property
    def area(self) -> QRectF:
        """What is painted anew in each frame."""
        found = QRectF()
        for slot in self._slots:
            found = found.united(slot.place)
        if self._tall:
            found = QRectF(found.left(), self._frame.middle.top(), found.width(), self._frame.middle.height())
        grow = self._frame.unit
        return found.adjusted(-grow, -grow, grow, grow)

    def landed(self, elapsed: int) -> int:
        """How many have come to rest."""
        return sum(1 for slot in self._slots if elapsed >= slot.ends)

    def paint(self, painter: QPainter, elapsed: int) -> None:
        """As it is so many ms after the start. Over the ground of the scene."""
        for at, slot in enumerate(self._slots):
            pos = _position(elapsed, slot)
            if self._tall:
                self._paint_neighbours(painter, slot, pos)
            if elapsed >= slot.ends:
                self._paint_card(painter, at, slot, elapsed - slot.ends)
            else:
                painter.drawPixmap(slot.place.topLeft(), self._blank)
                self._paint_name(painter, slot, pos)

    # --- pictures ----------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        if not self._slots:
            return
        place = QRectF(QPointF(0, 0), self._slots[0].place.size())
        unit = self._frame.unit
        self._blank = self._picture(place, [Ground(place, "gold", radius_of(place, unit))])
        self._room, self._px = name_place(place, unit)
        high = min(unit * 12.5, (self._frame.middle.height() - place.height()) / 2 - unit * 2)
        self._small = QRectF(0, 0, place.width() * 0.62, high)

    def _name(self, at: int) -> QPixmap:
        """A name as it stands in a card; made when it first comes by, so that the first frame waits for few."""
        if at not in self._names:
            room = QRectF(QPointF(0, 0), self._room.size())
            words = Words(self._pool[at], room, self._px, "on_gold", bold=True, align=CENTRE)
            self._names[at] = self._picture(room, [words])
        return self._names[at]

    def _neighbour(self, at: int) -> QPixmap:
        """A name above or below a card."""
        if at not in self._dim:
            small, unit = self._small, self._frame.unit
            ground = Ground(small.adjusted(1, 1, -1, -1), "card", unit * 1.8, 190, "card_line")
            inner = small.adjusted(unit, 0, -unit, 0)
            words = Words(self._pool[at], inner, unit * 5.6, "card_ink", bold=True, align=CENTRE)
            self._dim[at] = self._picture(small, [ground, words])
        return self._dim[at]

    def _card(self, at: int) -> QPixmap:
        """A winner's card, made when it comes to rest."""
        if at not in self._cards:
            place = QRectF(QPointF(0, 0), self._slots[at].place.size())
            self._cards[at] = self._picture(place, list(card_parts(self._winners[at], place, self._frame.unit)))
        return self._cards[at]

    def _picture(self, place: QRectF, parts: list[Part]) -> QPixmap:
        picture = QPixmap(
            max(1, math.ceil(place.width() * self._ratio)), max(1, math.ceil(place.height() * self._ratio))
        )
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for part in parts:
            self._brush.paint(painter, part)
        painter.end()
        return picture

    # --- a frame -----------------------------------------------------------------------------------------------------

    def _paint_name(self, painter: QPainter, slot: Slot, pos: float) -> None:
        place, unit = slot.place, self._frame.unit
        painter.save()
        painter.setClipRect(place.adjusted(unit * 0.6, unit * 0.4, -unit * 0.6, -unit * 0.4))
        pitch = place.height() * 0.8
        left, top = place.left() + self._room.left(), place.top() + self._room.top()
        base = int(pos)
        for name in (base, base + 1):
            if name < len(slot.names):
                y = top + (name - pos) * pitch
                painter.drawPixmap(QPointF(round(left), round(y)), self._name(slot.names[name]))
        painter.restore()

    def _paint_neighbours(self, painter: QPainter, slot: Slot, pos: float) -> None:
        place, middle, unit = slot.place, self._frame.middle, self._frame.unit
        high = self._small.height()
        pitch = high + unit * 1.6
        rest = pos - int(pos)
        for up in (True, False):
            edge = place.top() if up else place.bottom()
            clip = (
                QRectF(place.left(), middle.top(), place.width(), edge - unit * 0.8 - middle.top())
                if up
                else QRectF(place.left(), edge + unit * 0.8, place.width(), middle.bottom() - edge - unit * 0.8)
            )
            painter.save()
            painter.setClipRect(clip)
            for step in (0, 1):
                name = int(pos) + (-1 - step if up else 2 - step)
                if not 0 <= name < len(slot.names):
                    name %= len(slot.names) - 1  # never the winner's before its time
                y = (
                    edge - unit * 1.6 - high - (step + rest) * pitch
                    if up
                    else edge + unit * 1.6 + (1 - step - rest) * pitch
                )
                picture = self._neighbour(slot.names[name])
                x = place.center().x() - picture.deviceIndependentSize().width() / 2
                painter.drawPixmap(QPointF(round(x), round(y)), picture)
            painter.restore()

    def _paint_card(self, painter: QPainter, at: int, slot: Slot, since: int) -> None:
        painter.drawPixmap(slot.place.topLeft(), self._card(at))
        if since < FLASH_MS:
            share = 1 - since / FLASH_MS
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._brush.skin.colour("ink", int(190 * share)))
            radius = radius_of(slot.place, self._frame.unit)
            painter.drawRoundedRect(slot.place, radius, radius)


def _position(elapsed: int, slot: Slot) -> float:
    """Which name of the reel is in the card; whole at the end, and moving from the first moment."""
    share = min(1.0, max(0.0, elapsed / slot.ends))
    return (len(slot.names) - 1) * (1.0 - (1.0 - share) ** 3)
