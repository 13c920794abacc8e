"""Everything that can be done at a station, said once: its keys, its words, and what it does.

Keys, footer and buttons ask the same `Action`. A station gives its actions in the order of the footer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.widgets.basics import Button

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Both keys that are called so."""

_CAPS = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Down: "↓",
    Qt.Key.Key_Up: "↑",
    Qt.Key.Key_Left: "←",
    Qt.Key.Key_Right: "→",
    Qt.Key.Key_Backspace: "⌫",
    Qt.Key.Key_Delete: "Del",
    **{Qt.Key(Qt.Key.Key_F1 + at): f"F{at + 1}" for at in range(12)},
}


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Action:
    """Something that can be done.

    `keys`, with `modifier` (Alt, Ctrl or none), do it; held down they do it again only if it `repeats`. `label`, asked
    each time since languages change, is what the footer says; without one the footer leaves it out. `caption`: how the
    keys are written, where the first of them is not enough ("Alt 1–9"). `icon`: a stem of resources/icons, for buttons
    that have one. While it is not `enabled` it is nobody's key.
    """

    handler: Callable[[], None]
    keys: tuple[Qt.Key, ...] = ()
    modifier: Qt.KeyboardModifier = NO_MODIFIER
    label: Callable[[], str] | None = None
    caption: str = ""
    icon: str = ""
    enabled: Callable[[], bool] = _always
    repeats: bool = True

    @property
    def cap(self) -> str:
        """What stands on a key cap; empty when it has no key."""
        if self.caption or not self.keys:
            return self.caption
        name = _CAPS.get(self.keys[0]) or chr(self.keys[0])
        return {ALT: "Alt ", CTRL: "Ctrl "}.get(self.modifier, "") + name

    def run(self) -> None:
        """Do it, if it can be done now."""
        if self.enabled():
            self.handler()


def bind(button: QAbstractButton, action: Action) -> None:
    """A click on the button does the action, and the button names the action's key. Whoever binds keeps the action: Qt
    does not."""
    button.clicked.connect(action.run)
    if isinstance(button, Button) and action.cap:
        button.name_key(action.cap)


class ActionTable:
    """The actions of a station, found by key. Where several have the same key, the first that is enabled has it."""

    def __init__(self, actions: Iterable[Action] = ()) -> None:
        self.all = tuple(actions)
        self._by_key: dict[tuple[int, Qt.KeyboardModifier], list[Action]] = {}
        for action in self.all:
            for key in action.keys:
                self._by_key.setdefault((key, action.modifier), []).append(action)

    @property
    def footer(self) -> tuple[Action, ...]:
        """Those that the footer names, in its order."""
        return tuple(action for action in self.all if action.label is not None)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the pressed key stands for. False when it stands for nothing now."""
        same = self._by_key.get((event.key(), _modifier(event)), ())
        action = next((one for one in same if one.enabled()), None)
        if action is None:
            return False
        if action.repeats or not event.isAutoRepeat():
            action.run()
        return True


def _modifier(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Alt, Ctrl or none: Shift and the number block make no difference."""
    pressed = event.modifiers()
    return next((one for one in (ALT, CTRL) if pressed & one), NO_MODIFIER)


def press_focused(event: QKeyEvent, focused: QWidget | None) -> bool:
    """Whether Enter was for the button that has the focus: what has it is what is meant, never something else on the
    page."""
    if event.key() not in ENTER or not isinstance(focused, QAbstractButton):
        return False
    if not event.isAutoRepeat():
        focused.click()
    return True
