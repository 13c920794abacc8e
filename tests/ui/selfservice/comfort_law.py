"""The law of comfort: whoever reads, reaches, moves or sees otherwise can use a page of the self-service station as it
stands: letters in three sizes, strong contrast, everything further down, a keypad alone, a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import SIZES
from kiosk.ui.comfort import Comfort, Letters
from tests.ui.screen_law import problems

WISHES = (
    Comfort(Letters.LARGE, calm=True),
    Comfort(Letters.LARGEST, contrast=True, calm=True),
    Comfort(Letters.LARGEST, reach=True, calm=True),
)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def cut_for(stage: Stage, comfort: Comfort, size: tuple[int, int]) -> list[str]:
    """What breaks the law of the screen when somebody wants it so."""
    stage.window.ui.set_comfort(comfort)
    stage.window.resize(*size)
    stage.settle()
    return [f"{comfort} at {size}: {problem}" for problem in problems(stage.window)]


def nameless(stage: Stage) -> list[str]:
    """Controls of which a screen reader has nothing to say."""
    return [
        f"{_called(one)} has no name"
        for one in stops(stage)
        if not (one.accessibleName() or (isinstance(one, QAbstractButton) and any(map(str.isalnum, one.text()))))
    ]


def unreached(stage: Stage) -> list[str]:
    """Controls that arrows do not lead to, from where the focus is when the page comes. The keys beside a list are for
    fingers: it follows the focus."""
    first = QApplication.focusWidget()
    if first is None:
        return ["nothing has the focus"]
    reached: set[QWidget] = set()
    open_ = [first]
    while open_:
        here = open_.pop()
        if here in reached:
            continue
        reached.add(here)
        for arrow in ARROWS:
            here.setFocus(Qt.FocusReason.TabFocusReason)
            press(arrow)
            now = QApplication.focusWidget()
            if now is not None and now not in reached:
                open_.append(now)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    layer = stage.window.findChild(QWidget, "layer_card")
    scope = layer if layer is not None and layer.isVisible() else stage.window
    return [
        f"{_called(one)} is not reached"
        for one in stops(stage)
        if one not in reached and scope.isAncestorOf(one) and not one.objectName().startswith("scroll_")
    ]


def stops(stage: Stage) -> Iterator[QWidget]:
    """What can be used with a finger now, keys of the keyboard aside."""
    for widget in stage.window.findChildren(QWidget):
        usable = isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit)
        if usable and widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def press(key: Qt.Key) -> None:
    """A key of a keypad."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        target = QApplication.focusWidget()
        if target is not None:
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def of_page(stage: Stage, place: int) -> list[str]:
    """One wish of every page, so that every size of a window meets every wish as the pages go by."""
    found = [*nameless(stage), *unreached(stage)]
    at = place % len(WISHES)
    return found + cut_for(stage, WISHES[at], SIZES[(place // len(WISHES) + at) % len(SIZES)])


def of_page_everywhere(stage: Stage) -> list[str]:
    """Every wish in every size."""
    found = [*nameless(stage), *unreached(stage)]
    return found + [problem for wish in WISHES for size in SIZES for problem in cut_for(stage, wish, size)]


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}"
