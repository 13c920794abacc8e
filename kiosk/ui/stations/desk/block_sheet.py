"""Why somebody is not let in any more."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.stations.desk.form_sheet import FormSheet
from kiosk.ui.widgets.asked_field import AskedField
from kiosk.ui.widgets.basics import Text

LONGEST = 80


class BlockSheet(FormSheet):
    """Signals:
    wanted(str): block them, for this reason.
    refused(): for the ears.
    """

    wanted = Signal(str)
    refused = Signal()

    def __init__(self, ui: Ui, name: str) -> None:
        """`name`: the guest's."""
        super().__init__(ui, "block")
        self._name = name
        self.reason = AskedField(ui, "block_reason", longest=LONGEST)
        self.what = Text("body", "ink2", wrap=True)
        self.build((self.reason,), (self.what,))
        self.reason.edited.connect(self._on_edited)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(spaced(translate("Guest", "Block {name}").format(name=self._name)))
        self.reason.say(translate("Guest", "Reason"), translate("Guest", "every desk shows it"))
        self.what.setText(
            translate("Guest", "No desk lets them in until a manager gives a PIN. Who is inside stays inside.")
        )
        self.go.say(translate("Guest", "Block"))

    @Slot()
    def _on_edited(self) -> None:
        self.miss("")

    def submit(self) -> None:
        reason = self.reason.text()
        if not reason:
            self.miss(translate("Guest", "A reason is needed."), self.reason)
            self.refused.emit()
            return
        self.close_sheet()
        self.wanted.emit(reason)
