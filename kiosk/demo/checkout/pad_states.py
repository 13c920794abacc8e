"""States with the keys on the screen open, reached by fingers alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kiosk.demo.checkout.stage import Stage


def tap(stage: Stage, *names: str) -> None:
    """Press buttons by their object names, one after the other, in the open sheet if there is one."""
    for name in names:
        scope = stage.window.overlay.sheet or stage.window
        button = scope.findChild(QAbstractButton, name)
        if button is None or not button.isVisible():
            raise LookupError(name)
        button.click()
        stage.settle()


def _find(stage: Stage) -> None:
    stage.sign_in()
    tap(stage, "foot_F3", "find_field_keys", "letter_l", "letter_i")
    stage.key(Qt.Key.Key_Return)


def _sales(stage: Stage) -> None:
    stage.sign_in()
    tap(stage, "foot_F6", "sales_field_keys", "letter_1", "letter_2")
    stage.key(Qt.Key.Key_Return)


def _categories(stage: Stage) -> None:
    stage.basket()
    tap(stage, "foot_F4", "key_9", "key_00")


def _other_reason(stage: Stage) -> None:
    stage.sign_in()
    tap(stage, "foot_F8", "reason_other", "void_other_keys", "letter_a", "letter_b")


def _part(stage: Stage) -> None:
    """Part of a sale comes back, for a reason that is keyed in."""
    stage.sign_in()
    tap(stage, "foot_F8", "void_part", "key_5", "key_0", "reason_other")


def _part_keys(stage: Stage) -> None:
    _part(stage)
    tap(stage, "void_other_keys", "letter_a")


PAD_STATES: dict[str, Callable[[Stage], None]] = {
    "pad_find": _find,
    "pad_sales": _sales,
    "pad_categories": _categories,
    "pad_reason": _other_reason,
    "pad_part": _part,
    "pad_part_keys": _part_keys,
}
"""Name → how to get there from a freshly opened window."""
