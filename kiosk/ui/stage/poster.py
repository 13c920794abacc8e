"""The poster: what is on the big screen while nothing goes on."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from kiosk.ui.stage.frame import Frame
from kiosk.ui.stage.kinds import Kind, Showing
from kiosk.ui.stage.parts import CENTRE, Ground, Part, Words
from kiosk.ui.stage.scene import Poster


def _parts(scene: Poster, frame: Frame, _showing: Showing) -> Iterator[Part]:
    unit, inner = frame.unit, frame.inner
    high = unit * 34
    top = inner.center().y() - (high + unit * 16) / 2 if scene.line else inner.center().y() - high / 2
    yield Words(
        scene.title, QRectF(inner.left(), top, inner.width(), high), unit * 15, bold=True, wrap=True, align=CENTRE
    )
    yield Ground(QRectF(inner.center().x() - unit * 9, top + high + unit, unit * 18, unit * 0.5), "gold", unit * 0.25)
    if scene.line:
        place = QRectF(inner.left(), top + high + unit * 3, inner.width(), unit * 12)
        yield Words(scene.line, place, unit * 5, "ink2", wrap=True, align=CENTRE)


KINDS = (Kind(Poster, _parts),)
