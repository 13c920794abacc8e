"""Moving about by arrows: to what lies next in that direction on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget

from kiosk.ui.widgets.touch.text_area import TextArea

ARROWS: Mapping[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Right and down are positive."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)

KEYS = "keys"
"""Property of a field that the keyboard on the screen serves: `up`, or `lit` while arrows move among its keys."""

ASIDE = 3
"""How many times as far something counts that lies aside of the way."""


def place_of(widget: QWidget) -> QRect:
    """Where a widget is, in the coordinates of its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def next_one(here: QRect, others: Iterable[QWidget], way: tuple[int, int]) -> QWidget | None:
    """What lies next in that direction; None when nothing does."""
    best: tuple[int, QWidget] | None = None
    for other in others:
        there = place_of(other)
        along = (there.center().x() - here.center().x()) * way[0] + (there.center().y() - here.center().y()) * way[1]
        if way[0]:
            apart, gap = _gap(here.top(), here.bottom(), there.top(), there.bottom()), _ahead(here, there, way)
        else:
            apart, gap = _gap(here.left(), here.right(), there.left(), there.right()), _ahead(here, there, way)
        if along <= 0 or gap < -min(here.height(), there.height()) // 2:
            continue
        far = max(0, gap) + ASIDE * apart + along // 8
        if best is None or far < best[0]:
            best = (far, other)
    return best[1] if best is not None else None


def _gap(a: int, b: int, c: int, d: int) -> int:
    return max(0, c - b, a - d)


def _ahead(here: QRect, there: QRect, way: tuple[int, int]) -> int:
    if way[0] > 0:
        return there.left() - here.right()
    if way[0] < 0:
        return here.left() - there.right()
    return there.top() - here.bottom() if way[1] > 0 else here.top() - there.bottom()


class KeypadWalk(QObject):
    """Everything below a widget is reached by arrows, and pressed by Enter. Esc, F1 and whatever else it does not know
    go on to the page."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    def stops(self) -> list[QWidget]:
        """What can have the focus now, in the order of Tab."""
        found: list[QWidget] = []
        widget = self._root.nextInFocusChain()
        while widget is not None and widget is not self._root:
            if (
                self._root.isAncestorOf(widget)
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and widget.isVisible()
                and widget.isEnabled()
                and isinstance(widget, QAbstractButton | QLineEdit | TextArea)
            ):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.press(event)
        return False

    def press(self, event: QKeyEvent) -> bool:
        """A key. False when it means nothing here."""
        focused = QApplication.focusWidget()
        way = ARROWS.get(Qt.Key(event.key()))
        if event.key() in ENTER and isinstance(focused, QAbstractButton) and self._root.isAncestorOf(focused):
            if not event.isAutoRepeat():
                focused.click()
            return True
        if way is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if isinstance(focused, QLineEdit | TextArea) and (
            way[0]
            or focused.property(KEYS) == "lit"
            or (focused.property(KEYS) == "up" and way[1] > 0)
            or (isinstance(focused, TextArea) and not focused.at_edge(way[1] > 0))
        ):
            return False  # the caret's, or the keyboard's
        stops = self.stops()
        if not stops:
            return False
        if focused is None or focused not in stops:
            within = [one for one in stops if focused is not None and focused.isAncestorOf(one)] or stops
            goal: QWidget | None = within[0 if sum(way) > 0 else -1]
        else:
            goal = next_one(place_of(focused), (one for one in stops if one is not focused), way)
        if goal is None and focused in stops:
            # nothing lies there: on in the order of Tab, so that nobody is stuck
            goal = stops[(stops.index(focused) + sum(way)) % len(stops)]
        if goal is not None:
            goal.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and (new is self._root or self._root.isAncestorOf(new)):
            new.installEventFilter(self)
            self._watched = new
            show_whole(new)


def show_whole(widget: QWidget) -> None:
    """Scroll what has the focus into sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, widget.height() // 2)
        parent = parent.parentWidget()
