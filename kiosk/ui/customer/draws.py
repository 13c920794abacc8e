"""A draw on the customer's screen: the wheel on one side, what it is about on the other."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.draws.batch import grouped
from kiosk.ui.context import Ui
from kiosk.ui.customer.parts import Area, Part, strip
from kiosk.ui.customer.views import Drawing
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.widgets.painted import Ground, Symbol, Words
from kiosk.ui.words.codes import customer_word
from kiosk.ui.words.rewards import combined, joined, reward_word
from kiosk.ui.words.wheels import left_title, left_words, not_public, result_title, won_name

if TYPE_CHECKING:
    from kiosk.ui.draws.look import Look

_SHARE = 0.56
_ROWS = 8


class DrawStage(QObject):
    """Keeps the look in its place on the customer's screen while a draw is played, and away from it else."""

    def __init__(self, ui: Ui, screen: QWidget) -> None:
        super().__init__(screen)
        self._ui, self._screen = ui, screen
        self.look: Look | None = None
        self._drawing: Drawing | None = None
        screen.installEventFilter(self)
        ui.i18n.changed.connect(self._on_language)

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Play, or show what was played; None: no draw."""
        before, self._drawing = self._drawing, drawing
        if drawing is None or (before is not None and before.wheel.look is not drawing.wheel.look):
            self._drop()
        if drawing is None:
            return
        # read when a draw is played: a start has no time for it
        from kiosk.ui.draws.looks import LOOKS
        from kiosk.ui.draws.shown import prize_won

        if self.look is None:
            self.look = LOOKS[drawing.wheel.look.value](self._ui, alone=True)
            self.look.setParent(self._screen)
            self.look.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.look.show()
            self._place()
        self._renew()
        spun, look = drawing.spun, self.look
        known = before.spun if before is not None else None
        if spun is None:
            look.invite()
        elif known is None or (known.lease, known.j) != (spun.lease, spun.j):
            won = prize_won(spun, self._ui.i18n, drawing.wheel.currency)
            look.noise = noise_of(spun.lease, spun.j)
            if drawing.seen:
                look.reveal(won)
            else:
                look.play(won)

    def _renew(self) -> None:
        if self.look is not None and self._drawing is not None:
            from kiosk.ui.draws.shown import prizes_shown

            self.look.show_prizes(prizes_shown(self._drawing.wheel, self._ui.i18n), self._drawing.season)

    def _on_language(self) -> None:
        self._renew()
        if self.look is not None and self._drawing is not None and self._drawing.spun is not None:
            from kiosk.ui.draws.shown import prize_won

            self.look.retell(prize_won(self._drawing.spun, self._ui.i18n, self._drawing.wheel.currency))

    def _drop(self) -> None:
        if self.look is not None:
            self.look.hide()
            self.look.deleteLater()
            self.look = None

    def _place(self) -> None:
        if self.look is not None:
            self.look.setGeometry(look_place(Area(self._screen.width(), self._screen.height())).toRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._screen and event.type() == QEvent.Type.Resize:
            self._place()
        return False


def noise_of(lease: str, j: int) -> Random:
    """The same on both screens, so that both stop alike."""
    return Random(f"{lease}/{j}")


def look_place(frame: Area) -> QRectF:
    """Where the look is."""
    return frame.sides(_SHARE)[0]


def drawing_parts(view: Drawing, frame: Area, i18n: I18n) -> Iterator[Part]:
    """What stands beside the look."""
    unit = frame.unit
    yield Ground(frame.whole, "bg")
    _look, aside = frame.sides(_SHARE)
    y = aside.top()
    if view.member:
        yield Words(customer_word(view.member), strip(aside, y, unit * 6), unit * 4.5, "ink2")
        y += unit * 6
    yield Words(i18n.text(view.wheel.name), strip(aside, y, unit * 11), unit * 9, bold=True)
    y += unit * 13
    if not view.wheel.public_beacon:
        yield Words(not_public(), strip(aside, y, unit * 8), unit * 3.4, "warn", wrap=True)
        y += unit * 9
    if view.spun is not None and view.seen:
        yield from _result(view, QRectF(aside.left(), y, aside.width(), aside.bottom() - y), unit, i18n)
    elif view.spun is not None:
        words = translate("Wheels", "Good luck…")
        yield Words(words, QRectF(aside.left(), y, aside.width(), aside.bottom() - y), unit * 10, "jade", True, True)
    else:
        yield from _left(view, QRectF(aside.left(), y, aside.width(), aside.bottom() - y), unit, i18n)


def _left(view: Drawing, place: QRectF, unit: float, i18n: I18n) -> Iterator[Part]:
    """What is still to be won."""
    foot = unit * 16 if view.wheel.root else 0.0
    caption = left_title(view.wheel, i18n)
    size, high, share, count_size = (4.0, 6, 0.26, 4.4) if view.wheel.told_at is None else (3.0, 9, 0.5, 3.6)
    yield Words(caption, strip(place, place.top(), unit * high), unit * size, "ink2", wrap=True)
    shown = view.wheel.fields[:_ROWS]
    height = min(unit * 8, (place.height() - unit * (high + 1) - foot) / max(1, len(shown)))
    if height >= unit * 3:
        y = place.top() + unit * (high + 1)
        for field in shown:
            line = strip(place, y, height)
            wide = line.width() * share
            tone = "ink" if field.left else "ink3"
            name = QRectF(line.left(), y, line.width() - wide, height)
            yield Words(i18n.text(field.name), name, unit * 4.4, tone, wrap=True)
            count = QRectF(line.right() - wide, y, wide, height)
            words = left_words(view.wheel, field, i18n)
            yield Words(words, count, unit * count_size, tone, True, align=Qt.AlignmentFlag.AlignRight)
            y += height
    if view.wheel.root:
        words = translate("Wheels", "Fingerprint of the list, published before the first turn: {fingerprint}")
        words = words.format(fingerprint=grouped(view.wheel.root))
        bottom = strip(place, place.bottom() - unit * 15, unit * 15)
        yield Words(words, bottom, unit * 3.2, "ink2", wrap=True)


def _result(view: Drawing, place: QRectF, unit: float, i18n: I18n) -> Iterator[Part]:
    spun = view.spun
    if spun is None:
        return
    y = place.top()
    yield Words(result_title(spun), strip(place, y, unit * 7), unit * 5, "jade")
    won = won_name(spun, i18n, view.wheel.currency)
    yield Words(won, strip(place, y + unit * 7, unit * 16), unit * 9, "jade_ink", True, True)
    y += unit * 24
    brought = joined([reward_word(one, i18n) for one in combined(spun.rewards) if one.quantity > 0])
    if brought:
        words = spaced(translate("Customer", "You received: {rewards}").format(rewards=brought))
        yield Words(words, strip(place, y, unit * 9), unit * 4, "ink2", wrap=True)
        y += unit * 10
    side = min(place.width() * 0.62, place.bottom() - y)
    code = spun.link or spun.receipt
    if code and side >= unit * 18:
        yield Symbol(code, QRectF(place.left(), place.bottom() - side, side, side))
        words = translate("Wheels", "Scan it: your phone checks the result itself")
        beside = QRectF(place.left() + side + unit * 2, place.bottom() - side, place.width() - side - unit * 2, side)
        yield Words(words, beside, unit * 3.6, "ink2", wrap=True)
