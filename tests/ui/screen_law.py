"""The law of the screen: nothing is cut, nothing lies over anything, nothing leaves its place.

Measured on real widgets, in any state, size, language and font.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)

from kiosk.ui.stations.checkout.member_panel import Figure
from kiosk.ui.widgets.basics import ElidedText

FIGURE = re.compile(r"^[+−]?\s?\S{0,4}[\d,]+(\.\d+)?$|-\d{6}$")
"""An amount, a count, a time, the number of a receipt: to be read whole or not at all."""

CONTROLS = (QLabel, QAbstractButton, QLineEdit, QProgressBar)


def problems(window: QWidget) -> list[str]:
    """Everything that breaks the law in a window, in words."""
    return [
        *(problem for widget in _shown(window, QLabel) for problem in cut_label(widget)),
        *(problem for widget in _shown(window, QPushButton) for problem in cut_button(widget)),
        *overlaps(window),
        *outside(window),
        *crooked(window),
    ]


LEAST_TARGET = 44
"""Pixels of the screen."""


def small_targets(scope: QWidget) -> list[str]:
    """What a finger misses."""
    ratio = scope.devicePixelRatioF()
    return [
        f"{_name(widget)}: {widget.width()}×{widget.height()}, too small for a finger"
        for widget in _shown(scope, QAbstractButton)
        if min(widget.width(), widget.height()) * ratio < LEAST_TARGET
    ]


def crooked(window: QWidget) -> Iterator[str]:
    """Figures beside each other whose names or values do not stand on one line."""
    families: dict[QWidget | None, list[Figure]] = {}
    for figure in window.findChildren(Figure):
        if figure.isVisible():
            families.setdefault(figure.parentWidget(), []).append(figure)
    for family in families.values():
        for part in ("name", "value"):
            heights = {getattr(figure, part).mapTo(window, QPoint(0, 0)).y() for figure in family}
            if len(heights) > 1:
                yield f"figures: their {part} at {sorted(heights)}"


def _shown(window: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(kind) if widget.isVisible())


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName() or ''}{text!r}"


def cut_label(label: QWidget) -> Iterator[str]:
    """A label whose words need more than it has."""
    assert isinstance(label, QLabel)
    text, metrics = label.text(), label.fontMetrics()
    if not text:
        if not label.pixmap().isNull() and label.pixmap().deviceIndependentSize().width() > label.width() + 1:
            yield f"{_name(label)}: a picture is cut"
        return
    room = label.contentsRect()
    if isinstance(label, ElidedText):
        wide = metrics.horizontalAdvance(text)
        if wide > room.width() and (room.width() < 40 or FIGURE.search(text)):
            yield f"{_name(label)}: shortened, {room.width()} wide, needs {wide}"
    elif label.wordWrap():
        high = label.heightForWidth(label.width())
        if high > label.height() + 1:
            yield f"{_name(label)}: {label.height()} high, needs {high}"
        longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
        if text.isascii() and longest > label.width():
            yield f"{_name(label)}: a word is wider than {label.width()}"
    else:
        padded = label.property("pill") or str(label.property("role")).startswith("kbd")
        wide = label.sizeHint().width() if padded else max(metrics.horizontalAdvance(line) for line in text.split("\n"))
        if wide > (label.width() if padded else room.width()) + 1:
            yield f"{_name(label)}: {label.width()} wide, needs {wide}"
    if not label.wordWrap() and metrics.tightBoundingRect(text).height() > label.height():
        yield f"{_name(label)}: {label.height()} high, needs {metrics.tightBoundingRect(text).height()}"


def cut_button(button: QWidget) -> Iterator[str]:
    """A button whose words need more than it has."""
    assert isinstance(button, QPushButton)
    if button.text() and button.sizeHint().width() > button.width() + 1:
        yield f"{_name(button)}: {button.width()} wide, needs {button.sizeHint().width()}"
    if button.text() and button.fontMetrics().tightBoundingRect(button.text()).height() > button.height():
        yield f"{_name(button)}: {button.height()} high"


def overlaps(window: QWidget) -> Iterator[str]:
    """Controls of one parent that lie over each other. What is in no layout floats above the page on purpose."""
    families: dict[QWidget, list[QWidget]] = {}
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        if parent is not None and widget.isVisible() and widget.property("role") != "notice":
            families.setdefault(parent, []).append(widget)
    for parent, children in families.items():
        layout = parent.layout()
        if layout is None:
            continue
        held = set(_widgets(layout))
        laid = [child for child in children if child in held]
        # a button that no layout has taken up yet stands, as large as a window, in the upper corner
        yield from (f"{_name(one)} is in no layout" for one in set(children) - {*laid} if isinstance(one, QPushButton))
        for at, one in enumerate(laid):
            for other in laid[at + 1 :]:
                shared = one.geometry() & other.geometry()
                if shared.width() > 1 and shared.height() > 1:
                    yield f"{_name(one)} lies over {_name(other)} by {shared.width()}×{shared.height()}"


def _widgets(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        assert item is not None
        if (widget := item.widget()) is not None:
            found.append(widget)
        elif (inner := item.layout()) is not None:
            found += _widgets(inner)
    return found


def outside(window: QWidget) -> Iterator[str]:
    """Controls that leave what holds them. A list may be longer than its view."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, CONTROLS) and not in_its_place(widget, window):
            yield f"{_name(widget)}: outside its parent"


def in_its_place(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget lies inside all that holds it."""
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent.parentWidget(), QScrollArea):
            return True
        if not QRect(parent.mapTo(window, QPoint(0, 0)), parent.size()).adjusted(-1, -1, 1, 1).contains(box):
            return False
        parent = parent.parentWidget()
    return window.rect().contains(box)
