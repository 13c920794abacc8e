"""What was typed for the time being, taken back without a trace.

Keys at a pace that hands and slow scanners share are given on at once; when they turn out to be a scan, the widget that
took them becomes what it was before.
"""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

Restore = Callable[[], None]

_DIGITS_ONLY = (
    Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhFormattedNumbersOnly | Qt.InputMethodHint.ImhLatinOnly
)


def nothing_to_restore() -> None:
    """The keys reached nobody who keeps them."""


def remember() -> Restore:
    """What makes the focused widget what it is now again.

    A field is asked for its text. Other widgets that keep keys have a method `keys_memento` that returns a function
    without arguments; the nearest around the focus is asked.
    """
    widget = QApplication.focusWidget()
    if isinstance(widget, QLineEdit):
        return _remember_field(widget)
    keeper = _keeper(widget)
    if keeper is None:
        return nothing_to_restore
    restore: Restore = keeper.keys_memento()  # type: ignore[attr-defined]  # what makes it one
    return restore


def decides_at_once() -> bool:
    """Whether single keys do something for good where the focus is (`keys_decide`): nothing that may be a scanner's
    stays there."""
    widget = QApplication.focusWidget()
    return not isinstance(widget, QLineEdit) and bool(getattr(_keeper(widget), "keys_decide", False))


def _keeper(widget: QWidget | None) -> QWidget | None:
    while widget is not None and getattr(widget, "keys_memento", None) is None:
        widget = widget.parentWidget()
    return widget


def _remember_field(field: QLineEdit) -> Restore:
    text, cursor = field.text(), field.cursorPosition()
    start, length = field.selectionStart(), len(field.selectedText())

    def restore() -> None:
        if not shiboken6.isValid(field) or field.text() == text:
            return
        field.setText(text)
        field.setCursorPosition(cursor)
        if start >= 0:
            field.setSelection(start, length)
        field.textEdited.emit(text)

    return restore


def takes_text(focus: QObject | None) -> bool:
    """Whether what has the focus writes down what is typed."""
    return isinstance(focus, QLineEdit) or (isinstance(focus, QWidget) and bool(focus.property("takesText")))


def switch_input_method(focus: QObject | None) -> None:
    """Input methods are for text: off for everything else that has the focus, and for fields of digits."""
    if not isinstance(focus, QWidget) or not focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        return
    if not takes_text(focus) or focus.inputMethodHints() & _DIGITS_ONLY:
        focus.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
