"""States of draws at the till."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.wheels import publish_wheel
from kiosk.domain.campaigns.things import WheelLook
from kiosk.ui.comfort import Comfort

_CTRL = Qt.KeyboardModifier.ControlModifier


def open_draw(stage: Stage, look: WheelLook = WheelLook.WHEEL, *, slots: int = 40, code: str = "M:m1") -> None:
    """A member at the till, and Ctrl D. Nothing moves in pictures."""
    publish_wheel(stage.store, look, slots=slots)
    stage.window.ui.set_comfort(Comfort(calm=True))
    stage.sign_in()
    stage.scan(code)
    stage.key(Qt.Key.Key_D, modifiers=_CTRL)


def _won(stage: Stage) -> None:
    open_draw(stage, WheelLook.CAPSULE)
    stage.key(Qt.Key.Key_Return)


def _not_ready(stage: Stage) -> None:
    open_draw(stage, slots=0)


DRAW_STATES: dict[str, Callable[[Stage], None]] = {
    "draw": open_draw,
    "draw_won": _won,
    "draw_not_ready": _not_ready,
}
"""Name → how to get there."""
