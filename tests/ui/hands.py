"""What a test of the screen does with its hands and looks at with its eyes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from kiosk.application.sales.outcomes import SaleView, Visit
from kiosk.demo.checkout.stage import Stage
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SALE_RETURNED, SALE_VOIDED
from kiosk.ui.shell.ask import AskSheet
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.stations.checkout.actions_sheet import ActionsSheet
from kiosk.ui.stations.checkout.explain_sheet import EntryRow, ExplainSheet
from kiosk.ui.stations.checkout.machine import Phase

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape

F1, F2, F3, F5, F6, F7, F8 = (
    Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8,
)  # fmt: skip
DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up


def press(stage: Stage, name: str, scope: QWidget | None = None) -> None:
    """Click a button by its object name, where it is on the screen (in `scope`, in the open sheet, in the window)."""
    button = (scope or stage.window.overlay.sheet or stage.window).findChild(QAbstractButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2))
    stage.settle()


def sheet_of(stage: Stage) -> Sheet | None:
    return stage.window.overlay.sheet


def phase_of(stage: Stage) -> Phase:
    return stage.checkout.flow.phase


def notice(stage: Stage) -> str:
    assert stage.window.notices.isVisible()
    return stage.window.notices.text.text()


def words_in(widget: QWidget) -> str:
    """Everything that can be read there, from top to bottom, left to right."""
    labels: list[QLabel | QPushButton] = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    shown = [label for label in labels if label.isVisible() and label.text()]

    def place(label: QWidget) -> tuple[int, int]:
        middle = label.mapTo(widget, label.rect().center())
        return middle.y(), middle.x()

    return "\n".join(label.text() for label in sorted(shown, key=place))


def agree(stage: Stage) -> None:
    """Say yes to the open question, if there is one, and not so fast that it is a bounce."""
    if isinstance(stage.window.overlay.sheet, AskSheet):
        stage.clock.move(500)
        stage.key(ENTER)


def visit_of(stage: Stage) -> Visit:
    assert stage.checkout.flow.visit is not None
    return stage.checkout.flow.visit


def sales(stage: Stage) -> tuple[SaleView, ...]:
    """Newest first."""
    return stage.api.recent_sales()


def facts(stage: Stage, *kinds: str) -> list[Fact]:
    """What the window had journalled so far."""
    return list(stage.store.facts(*kinds))


def undone(stage: Stage) -> list[Fact]:
    """Voids and returns."""
    return facts(stage, SALE_VOIDED, SALE_RETURNED)


def nothing_open(stage: Stage) -> bool:
    return stage.window.overlay.sheet is None


def is_open(row: EntryRow) -> bool:
    return row.open


def actions_of(stage: Stage) -> ActionsSheet:
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, ActionsSheet)
    return sheet


def explain_of(stage: Stage) -> ExplainSheet:
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, ExplainSheet)
    return sheet
