"""What the footer has no room for, as buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import spaced_out
from kiosk.ui.shell.actions import Action
from kiosk.ui.shell.overlay import OnScan, Sheet
from kiosk.ui.widgets.basics import Button

ACROSS = 2


class MoreSheet(Sheet):
    """Pressing one closes the sheet and does it; its own key does the same.

    Signals:
        chosen(Action): this one; the sheet is gone.
    """

    chosen = Signal(object)
    on_scan = OnScan.CLOSE

    def __init__(self, ui: Ui, actions: tuple[Action, ...]) -> None:
        super().__init__(ui)
        self.offers = [(action, Button("", "strong", key=action.cap)) for action in actions]
        """What is offered, and the button that does it."""
        grid = QGridLayout()
        space = ui.theme.space["m"]
        spaced_out(grid, (0, 0, 0, 0), space, space)
        for at, (action, button) in enumerate(self.offers):
            button.setObjectName(f"more_{action.cap}")
            button.setEnabled(action.enabled())
            button.clicked.connect(partial(self._take, action))
            grid.addWidget(button, at // ACROSS, at % ACROSS)
            grid.setColumnStretch(at % ACROSS, 1)
        self.body.addLayout(grid)
        self.retranslate()

    def start_focus(self) -> QWidget:
        return next((button for _action, button in self.offers if button.isEnabled()), self)

    def retranslate(self) -> None:
        self.title.setText(translate("Footer", "More"))
        self.close_button.say(translate("Sheet", "Close"))
        for action, button in self.offers:
            button.say(action.label() if action.label is not None else "")

    def _take(self, action: Action) -> None:
        self.close_sheet()
        self.chosen.emit(action)
