"""What takes turns on a screen for customers while nobody is served: the campaigns that run, with the store's own
pictures or the ornaments of the season."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QLinearGradient, QPainter, QPixmap

from kiosk.application.selfservice.outcomes import Poster
from kiosk.domain.documents.blocks import Frame
from kiosk.ui.context import Ui
from kiosk.ui.customer.parts import Area, Part
from kiosk.ui.documents.frames import ornaments, scatter
from kiosk.ui.i18n import I18n, spaced, translate
from kiosk.ui.theme import Theme
from kiosk.ui.widgets.painted import Ground, PlainBrush, Words
from kiosk.ui.words.documents.campaign_rules import frame_of

Slide = tuple[Poster | None, QImage | None]
"""A campaign with one of its pictures, or none; a picture of no campaign."""

SLIDE_MS = 12_000
ASK_MS = 300_000
"""Campaigns begin and end while nobody touches anything."""
_OFFERS = 3
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_LARGE, _SMALL = 7, 26


def slides(posters: Sequence[Poster], pictures: Sequence[tuple[str, QImage]]) -> list[Slide]:
    """What takes turns; never nothing. A picture is of the campaign after whose id its file is named, alone or with "-"
    and more; of several such ids of the longest."""
    found: list[Slide] = []
    whose = {name: _whose(name, posters) for name, _image in pictures}
    for poster in posters:
        mine = [image for name, image in pictures if whose[name] == poster.campaign]
        found += [(poster, image) for image in mine] or [(poster, None)]
    found += [(None, image) for name, image in pictures if not whose[name]]
    return found or [(None, None)]


def _whose(name: str, posters: Sequence[Poster]) -> str:
    ids = (one.campaign for one in posters)
    return max((one for one in ids if name == one or name.startswith(f"{one}-")), key=len, default="")


def days_words(poster: Poster, i18n: I18n) -> str:
    """From when to when it runs, and in which of its phases it is."""
    last = i18n.last_day(poster.ends)
    words = translate("SelfService", "{first} to {last}").format(first=i18n.short_day(poster.starts), last=last)
    return spaced(" · ".join(part for part in (words, i18n.text(poster.phase)) if part))


# --- what is behind the words ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Of a whole screen, `units` logical pixels of which are an ornament's measure: a picture, else the ornaments of a
    season on the skin's colour. `dark_from`: the share of the height from which on words stand on a picture."""

    image: QImage | None
    season: Frame
    units: float = 1.0
    dark_from: float = 0.68


class BackdropPainter:
    """Paints one once for each picture or season, skin and size, and keeps it as a picture from then on."""

    def __init__(self) -> None:
        self._kept: QPixmap | None = None
        self._of: tuple[object, ...] = ()

    def paint(self, painter: QPainter, place: QRectF, backdrop: Backdrop, theme: Theme, ratio: float) -> None:
        """`ratio`: dots of the screen to a logical pixel."""
        image = backdrop.image.cacheKey() if backdrop.image is not None else 0
        key = (place.size().toTuple(), backdrop.season, theme.name, image, backdrop.dark_from, ratio)
        if self._kept is None or key != self._of:
            self._kept, self._of = _painted(QRectF(QPointF(0, 0), place.size()), backdrop, theme, ratio), key
        painter.drawPixmap(place.topLeft(), self._kept)

    def forget(self) -> None:
        """It is not needed for a while."""
        self._kept, self._of = None, ()


def _painted(place: QRectF, backdrop: Backdrop, theme: Theme, ratio: float) -> QPixmap:
    picture = QPixmap((place.size() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if backdrop.image is not None:
        _paint_picture(painter, place, backdrop.image, theme, backdrop.dark_from)
    else:
        ground = QLinearGradient(place.topLeft(), place.bottomRight())
        ground.setColorAt(0, theme.colour("jade"))
        ground.setColorAt(1, theme.colour("jade_press"))
        painter.fillRect(place, ground)
        large, small = ornaments(backdrop.season)
        drawn, unit = random.Random(str(backdrop.season)), backdrop.units  # the same every time: no chance is meant
        scatter(painter, drawn, large, _LARGE, (unit * 60, unit * 190), place, theme.colour("on_jade", 22))
        scatter(painter, drawn, small, _SMALL, (unit * 8, unit * 26), place, theme.colour("on_jade", 40))
    painter.end()
    return picture


def _paint_picture(painter: QPainter, place: QRectF, image: QImage, theme: Theme, dark_from: float) -> None:
    """It fills the place, cut at its edges, and is dark where words stand on it. What is behind a picture that lets
    light through is the skin's: never what the memory held before."""
    painter.fillRect(place, theme.colour("jade"))
    size = QSizeF(image.size()).scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    shown = QRectF(QPointF(0, 0), size)
    shown.moveCenter(place.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(shown, image)
    shade = QLinearGradient(place.topLeft(), place.bottomLeft())
    clear = min(0.22, 0.6 * dark_from)
    for at, alpha in ((0, 190), (clear, 60), (max(clear, dark_from - 0.2), 70), (dark_from, 215), (1, 235)):
        shade.setColorAt(at, theme.colour("jade_press", alpha))
    painter.fillRect(place, shade)


# --- the checkout -----------------------------------------------------------------------------------------------------


class Turns(QObject):
    """Which slide the customer's screen shows.

    Signals:
        changed(): another one, or others.
        wanted(): it was long since somebody looked which campaigns run.
    """

    changed = Signal()
    wanted = Signal()

    def __init__(self, parent: QObject, *, slide_ms: int = SLIDE_MS, ask_ms: int = ASK_MS) -> None:
        super().__init__(parent)
        self._slides: list[Slide] = [(None, None)]
        self._posters: Sequence[Poster] = ()
        self._pictures: Sequence[tuple[str, QImage]] = ()
        self._at = 0
        self._turn, self._ask = QTimer(self), QTimer(self)
        self._turn.setInterval(slide_ms)
        self._turn.timeout.connect(self._on_turn)
        self._ask.setInterval(ask_ms)
        self._ask.timeout.connect(self.wanted)

    @property
    def slide(self) -> Slide:
        """The one that is shown; (None, None): there is none."""
        return self._slides[self._at % len(self._slides)]

    def show(
        self, *, posters: Sequence[Poster] | None = None, pictures: Sequence[tuple[str, QImage]] | None = None
    ) -> None:
        """Others; None: as they were."""
        self._posters = self._posters if posters is None else posters
        self._pictures = self._pictures if pictures is None else pictures
        found = slides(self._posters, self._pictures)
        # pictures alone crowd nothing out: of what runs HQ may have told no more than the name
        self._slides = found if self._posters or not self._pictures else [(None, None), *found]
        self.changed.emit()

    def go_on(self, going: bool) -> None:
        """Nobody is served and the screen is seen, or not: then nothing is done for it."""
        for timer in (self._turn, self._ask):
            if going and not timer.isActive():
                timer.start()
            elif not going:
                timer.stop()

    @Slot()
    def _on_turn(self) -> None:
        if len(self._slides) > 1:
            self._at = (self._at + 1) % len(self._slides)
            self.changed.emit()


def backdrop_of(slide: Slide, frame: Area, parts: Sequence[Part], brush: PlainBrush) -> Backdrop:
    """What is behind a slide's words. `parts`: those words, which `brush` writes."""
    poster, image = slide
    words = [one for one in parts if isinstance(one, Words)]
    # the first is the store's name, above the picture's middle
    tops = [one.place.center().y() - brush.laid(one)[1] / 2 for one in words[1:]] if image is not None else []
    dark_from = min(tops, default=frame.whole.height()) / max(1.0, frame.whole.height())
    season = frame_of(poster.theme if poster is not None else None)
    return Backdrop(image, season, frame.unit / 10, round(max(0.0, min(1.0, dark_from)), 3))


def slide_parts(slide: Slide, store: str, frame: Area, ui: Ui) -> Iterator[Part]:
    """The words of a slide. With a picture they stand low, where it is dark, and leave the rest of it to be seen."""
    i18n, unit, inner = ui.i18n, frame.unit, frame.inner
    poster, image = slide
    yield Ground(frame.whole, "jade")
    yield Words(store, frame.row(inner.top(), unit * 7), unit * 4.5, "on_jade", align=_CENTRE)
    ask = translate("Customer", "Show your member code when you pay")
    foot = inner.bottom() - unit * 8
    yield Words(ask, frame.row(foot, unit * 8), unit * 5, "on_jade", wrap=True, align=_CENTRE)
    if poster is None:
        return
    offers = [i18n.text(offer) for offer in poster.offers[:_OFFERS]] if image is None else []
    foot -= unit * (2 + 7 * len(offers)) + (unit * 2 if offers else 0)
    for at, offer in enumerate(offers):
        words = f"✓  {offer}"
        yield Words(words, frame.row(foot + unit * 7 * at, unit * 7), unit * 4.5, "on_jade", wrap=True, align=_CENTRE)
    foot -= unit * 13
    yield Words(i18n.text(poster.summary), frame.row(foot, unit * 11), unit * 4.5, "on_jade", wrap=True, align=_CENTRE)
    foot -= unit * 7
    yield Words(days_words(poster, i18n), frame.row(foot, unit * 6), unit * 4.5, "on_jade", align=_CENTRE)
    top = inner.top() + unit * 8
    if image is not None:
        top = max(top, foot - unit * 26)
    yield Words(
        i18n.text(poster.name), frame.row(top, foot - top), unit * 13, "on_jade", bold=True, wrap=True, align=_CENTRE
    )
