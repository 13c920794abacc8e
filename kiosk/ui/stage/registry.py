"""Every kind of scene there is, and what is common to all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.ui.i18n import translate
from kiosk.ui.stage import poster
from kiosk.ui.stage.draws import kinds as draws
from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.guests import kinds as guests
from kiosk.ui.stage.kinds import Kind, Showing
from kiosk.ui.stage.parts import CENTRE, Across, Ground, Part, Words
from kiosk.ui.stage.scene import Scene

KINDS: tuple[Kind[Any], ...] = (*poster.KINDS, *draws.KINDS, *guests.KINDS)
"""A capability's scenes are a folder beside `draws`, and its KINDS a line here."""

_BY_SCENE = {kind.scene: kind for kind in KINDS}


def kind_of(scene: Scene) -> Kind[Any]:
    """How it is painted. KeyError when nobody has said it."""
    return _BY_SCENE[type(scene)]


def parts(scene: Scene, frame: Frame, showing: Showing) -> Iterator[Part]:
    """Everything that stands still."""
    if scene.rehearsed():
        yield from _rehearsal(frame)
    yield from kind_of(scene).parts(scene, frame, showing)


def _rehearsal(frame: Frame) -> Iterator[Part]:
    yield Across(translate("Stage", "REHEARSAL"), frame.whole)
    yield Ground(frame.band, "band")
    words = translate("Stage", "REHEARSAL · Nothing here counts, and nobody wins anything")
    place = frame.band.adjusted(frame.unit * 3, 0, -frame.unit * 3, 0)
    yield Words(words, place, frame.unit * 4.4, "on_band", bold=True, align=CENTRE)
