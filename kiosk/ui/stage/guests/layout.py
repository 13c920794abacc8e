"""Where what a room sees of an event stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF

from kiosk.ui.i18n import translate
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.guests.scenes import Arrivals, Came, EventScene, Programme, ProgrammePart, Sponsors
from kiosk.ui.stage.kinds import Showing
from kiosk.ui.stage.parts import CENTRE, RIGHT, Ground, Part, Photo, Words

ACROSS, ROWS = 3, 8
"""Names of the wall."""
PROGRAMME_ROWS = 6
SIGNS_ACROSS, SIGNS_DOWN = 3, 2
_OF_THE_HEAD = 0.6
"""Of the head's width the event has."""


def arrivals(scene: Arrivals, frame: Frame, showing: Showing) -> Iterator[Part]:
    """The counter, a welcome, and the wall of names."""
    unit, inner = frame.unit, frame.inner
    yield from head(scene, frame, showing, translate("Stage", "Arrivals"))
    number = showing.i18n.number(scene.came)
    counter = aside(frame)
    of = translate("Stage", "of {expected} are here", None, scene.came)
    told = of.format(expected=showing.i18n.number(scene.expected))
    told = told if scene.expected else translate("Stage", "are here", None, scene.came)
    top = QRectF(counter.left(), counter.top(), counter.width(), unit * 9.4)
    yield Words(number, top, unit * 8.6, "gold", bold=True, align=RIGHT)
    below = QRectF(counter.left(), counter.top() + unit * 9.4, counter.width(), unit * 4.6)
    yield Words(told, below, unit * 3.3, "ink2", align=RIGHT)
    middle = QRectF(
        inner.left(), frame.head.bottom() + unit * 2, inner.width(), inner.bottom() - frame.head.bottom() - unit * 2
    )
    if scene.newest is None:
        first = translate("Stage", "The doors are open. Who comes first?")
        yield Words(first, middle, unit * 6, "ink2", wrap=True, align=CENTRE)
        return
    wide = middle.width() * (0.46 if scene.before else 1)
    yield from _welcome(scene.newest, QRectF(middle.left(), middle.top(), wide - unit * 2, middle.height()), unit)
    wall = QRectF(middle.left() + wide, middle.top(), middle.width() - wide, middle.height())
    yield from _wall(scene.before, wall, unit)


def _welcome(came: Came, place: QRectF, unit: float) -> Iterator[Part]:
    yield Ground(place, "card", unit * 2.4, 255, "gold" if came.honoured else "card_line")
    text = place.adjusted(unit * 3, unit * 3, -unit * 3, -unit * 3)
    lead = (
        translate("Stage", "A warm welcome to our guest of honour") if came.honoured else translate("Stage", "Welcome")
    )
    yield Words(lead, QRectF(text.left(), text.top(), text.width(), unit * 7), unit * 4.6, "gold", align=CENTRE)
    high = text.height() * 0.42
    name = came.name or translate("Stage", "Dear guest")
    named = QRectF(text.left(), text.center().y() - high / 2, text.width(), high)
    yield Words(name, named, min(unit * 15, high * 0.8), bold=True, wrap=True, align=CENTRE)
    lines = [translate("Stage", "Seat {seat}").format(seat=came.seat)] if came.seat else []
    if came.people > 1:
        lines.append(translate("Stage", "and {count} with you").format(count=came.people - 1))
    below = QRectF(text.left(), text.bottom() - unit * 8, text.width(), unit * 7)
    yield Words(translate("Stage", ", ").join(lines), below, unit * 4.6, "card_ink", align=CENTRE)


def _wall(before: tuple[Came, ...], place: QRectF, unit: float) -> Iterator[Part]:
    gap = unit * 1.2
    wide, high = (place.width() - gap * (ACROSS - 1)) / ACROSS, (place.height() + gap) / ROWS
    for at, came in enumerate(before[: ACROSS * ROWS]):
        left, top = place.left() + at % ACROSS * (wide + gap), place.top() + at // ACROSS * high
        card = QRectF(left, top, wide, high - gap)
        yield Ground(card, "card", unit * 1.2, 255, "gold" if came.honoured else "card_line")
        text = card.adjusted(unit, 0, -unit, 0)
        yield Words(
            came.name or translate("Stage", "Dear guest"), text, min(unit * 3.8, high * 0.5), wrap=True, align=CENTRE
        )


def programme_pages(scene: Programme) -> int:
    """How many there are."""
    return max(1, -(-len(scene.parts) // PROGRAMME_ROWS))


def programme(scene: Programme, frame: Frame, showing: Showing) -> Iterator[Part]:
    """A page of the evening's parts; what goes on now stands out."""
    unit, inner = frame.unit, frame.inner
    yield from head(scene, frame, showing, translate("Stage", "Programme"))
    now = showing.now.astimezone(ZoneInfo(scene.zone))
    clock = QRectF(inner.right() - unit * 40, frame.head.top(), unit * 40, frame.head.height())
    yield Words(f"{now:%H:%M}", clock, unit * 8.6, "gold", bold=True, align=RIGHT)
    pages = programme_pages(scene)
    page = min(showing.page, pages - 1)
    top, gap = frame.head.bottom() + unit * 2, unit * 1.4
    high = (inner.bottom() - top + gap) / PROGRAMME_ROWS - (unit if pages > 1 else 0)
    for at, part in enumerate(scene.parts[page * PROGRAMME_ROWS : (page + 1) * PROGRAMME_ROWS]):
        place = QRectF(inner.left(), top + at * high, inner.width(), high - gap)
        yield from _programme_part(part, place, now, scene.zone, showing, unit)
    if not scene.parts:
        nothing = translate("Stage", "The programme is announced here.")
        yield Words(nothing, frame.middle, unit * 6, "ink2", align=CENTRE)
    if pages > 1:
        corner = QRectF(inner.right() - unit * 20, inner.bottom() - unit * 4, unit * 20, unit * 4)
        yield Words(f"{page + 1} / {pages}", corner, unit * 3, "ink", bold=True, align=RIGHT)


def _programme_part(
    part: ProgrammePart, place: QRectF, now: datetime, zone: str, showing: Showing, unit: float
) -> Iterator[Part]:
    goes_on, over = part.starts <= now < part.ends, part.ends <= now
    yield Ground(place, "card", unit * 1.6, 255 if not over else 110, "gold" if goes_on else "card_line")
    size = min(unit * 5, place.height() * 0.46)
    text = place.adjusted(unit * 2.4, 0, -unit * 2.4, 0)
    colour = "card_ink" if over else "gold" if goes_on else "ink"
    info = ZoneInfo(zone)
    hours = f"{part.starts.astimezone(info):%H:%M}\u2013{part.ends.astimezone(info):%H:%M}"
    yield Words(hours, QRectF(text.left(), text.top(), unit * 30, text.height()), size, colour, bold=goes_on)
    name = QRectF(text.left() + unit * 32, text.top(), text.width() - unit * 32 - unit * 18, text.height())
    yield Words(showing.i18n.text(part.name), name, size, "card_ink" if over else "ink", bold=goes_on)
    if goes_on:
        mark = QRectF(text.right() - unit * 18, text.top(), unit * 18, text.height())
        yield Words(translate("Stage", "now"), mark, size * 0.8, "gold", bold=True, align=RIGHT)


def sponsor_pages(scene: Sponsors) -> int:
    """How many there are."""
    return max(1, -(-len(scene.signs) // (SIGNS_ACROSS * SIGNS_DOWN)))


def sponsors(scene: Sponsors, frame: Frame, showing: Showing) -> Iterator[Part]:
    """A page of signs, each whole on a light card."""
    unit, inner = frame.unit, frame.inner
    yield from head(scene, frame, showing, translate("Stage", "With thanks to"))
    page = min(showing.page, sponsor_pages(scene) - 1)
    shown = scene.signs[page * SIGNS_ACROSS * SIGNS_DOWN :][: SIGNS_ACROSS * SIGNS_DOWN]
    across = min(SIGNS_ACROSS, max(1, len(shown)))
    down = max(1, -(-len(shown) // across))
    gap, top = unit * 2, frame.head.bottom() + unit * 2
    wide = (inner.width() - gap * (across - 1)) / across
    high = (inner.bottom() - top - gap * (down - 1)) / down
    for at, sign in enumerate(shown):
        place = QRectF(inner.left() + at % across * (wide + gap), top + at // across * (high + gap), wide, high)
        yield Ground(place, "paper", unit * 1.6)
        margin = unit * 3
        yield Photo(sign, place.adjusted(margin, margin, -margin, -margin), whole=True)


def aside(frame: Frame) -> QRectF:
    """What is left of the head beside the event's name."""
    place = frame.head
    return place.adjusted(place.width() * _OF_THE_HEAD + frame.unit * 3, 0, 0, 0)


def head(scene: EventScene, frame: Frame, showing: Showing, title: str) -> Iterator[Part]:
    """What is shown, and of which event."""
    unit, place = frame.unit, frame.head
    wide = place.width() * _OF_THE_HEAD
    line = QRectF(place.left(), place.top(), wide, unit * 4.6)
    yield Words(title, line, unit * 3.3, "ink2")
    name = QRectF(place.left(), place.top() + unit * 4.6, wide, unit * 9.4)
    yield Words(showing.i18n.text(scene.event), name, unit * 7.2, bold=True)
