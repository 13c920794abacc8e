"""Where guests' photographs stand on the big screen."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QRectF

from kiosk.ui.i18n import translate
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.guests.layout import aside, head
from kiosk.ui.stage.guests.scenes import GuestPhoto, PhotoWall
from kiosk.ui.stage.kinds import Showing
from kiosk.ui.stage.parts import CENTRE, LEFT, RIGHT, Ground, Part, Photo, Words

ACROSS, DOWN = 3, 2
MOST = 10 * ACROSS * DOWN
"""Photographs that take their turns: ten pages go by in a minute and a half."""

_NAME, _VOTES, _STRIPS = 3.3, 18, (6.0, 9.6, 12.6)
"""Units: a name's letters, the width of the votes beside it, the strip below a photograph by lines of its name."""

_SMALLER = 0.8
"""How much smaller a name may be before it has another line."""


def photo_pages(scene: PhotoWall) -> int:
    """How many there are."""
    return max(1, -(-len(scene.photos) // (ACROSS * DOWN)))


def photos(scene: PhotoWall, frame: Frame, showing: Showing) -> Iterator[Part]:
    """A page of photographs, each with whose it is and its votes; the most liked one stands out."""
    unit, inner = frame.unit, frame.inner
    yield from head(scene, frame, showing, translate("Stage", "Photos of our guests"))
    beside = aside(frame)
    told = QRectF(beside.left(), beside.top() + unit * 6, beside.width(), unit * 6)
    if scene.votes:
        how = translate("Stage", "Send yours, and vote: on your ticket’s page")
    else:
        how = translate("Stage", "Send yours: on your ticket’s page")
    yield Words(how, told, unit * 3.3, "ink2", align=RIGHT)
    if not scene.photos:
        nothing = translate("Stage", "Who sends the first photo?")
        yield Words(nothing, frame.middle, unit * 6, "ink2", wrap=True, align=CENTRE)
        return
    pages = photo_pages(scene)
    page = min(showing.page, pages - 1)
    shown = scene.photos[page * ACROSS * DOWN :][: ACROSS * DOWN]
    across = 2 if len(shown) == 4 else min(ACROSS, len(shown))
    down = -(-len(shown) // across)
    gap, top = unit * 2, frame.head.bottom() + unit * 2
    wide = (inner.width() - gap * (across - 1)) / across
    high = (inner.bottom() - top - gap * (down - 1)) / down
    room = wide - unit * (4 + (_VOTES if scene.votes else 0))
    strip = max(_room_for(one.name, room, unit) for one in shown)  # one for the page: pictures stand in line
    for at, photo in enumerate(shown):
        place = QRectF(inner.left() + at % across * (wide + gap), top + at // across * (high + gap), wide, high)
        yield from _photo(photo, place, scene, showing, unit, strip)


def _room_for(name: str, room: float, unit: float) -> float:
    """How high a name's strip is: a long one has two lines, or three, and stays nearly as large as the others."""
    wide = sum(1.0 if unicodedata.east_asian_width(one) in "WF" else 0.6 for one in name)
    lines = math.ceil(wide * unit * _NAME * _SMALLER / room)
    return unit * _STRIPS[min(max(lines, 1), len(_STRIPS)) - 1]


def _photo(
    photo: GuestPhoto, place: QRectF, scene: PhotoWall, showing: Showing, unit: float, strip: float
) -> Iterator[Part]:
    leads = scene.votes and photo.votes > 0 and photo.votes == scene.leading
    yield Ground(place, "card", unit * 1.6, 255, "gold" if leads else "card_line")
    below = QRectF(place.left() + unit * 2, place.bottom() - strip, place.width() - unit * 4, strip - unit * 0.6)
    margin = unit * 0.8
    picture = QRectF(place.left(), place.top(), place.width(), place.height() - strip)
    yield Photo(photo.image, picture.adjusted(margin, margin, -margin, -margin * 0.5), radius=unit, whole=True)
    name = photo.name or translate("Stage", "A guest")
    if not scene.votes:
        yield Words(name, below, unit * _NAME, wrap=True, align=CENTRE)
        return
    votes = unit * _VOTES
    yield Words(name, below.adjusted(0, 0, -votes, 0), unit * _NAME, wrap=True, align=LEFT)
    number = "♥ " + showing.i18n.number(photo.votes)
    counted = QRectF(below.right() - votes, below.top(), votes, below.height())
    yield Words(number, counted, unit * 3.6, "gold" if leads else "ink2", bold=leads, align=RIGHT)
