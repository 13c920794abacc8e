"""The line at the bottom: which key does what, and how far HQ knows."""

from __future__ import annotations

from kiosk.application.sync.outcomes import SyncStatus
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.widgets.basics import KeyCap, Panel, Text, row


class Footer(Panel):
    """Shortcuts on the left, the state of the sync on the right."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "footer")
        space = ui.theme.space
        self.setFixedHeight(ui.theme.size["footer"])
        self._status: SyncStatus | None = None
        line = row(self, margins=(space["xl"], 0, space["xl"], 0), gap=space["xs"])
        self._words: list[Text] = []
        for key in ("F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F1", "F2", "Alt 1–9", "Esc"):
            words = Text("caption", "ink2")
            self._words.append(words)
            line.addWidget(KeyCap(key))
            line.addWidget(words)
            line.addSpacing(space["s"])
        line.addStretch(1)
        self.state = Text("caption", "ink2")
        line.addWidget(self.state)
        self.retranslate()

    def show_status(self, status: SyncStatus) -> None:
        """How far HQ knows."""
        self._status = status
        self._show_state()

    def retranslate(self) -> None:
        words = (
            translate("Footer", "Find"),
            translate("Footer", "Categories"),
            translate("Footer", "Services"),
            translate("Footer", "Recent"),
            translate("Footer", "Points"),
            translate("Footer", "Void"),
            translate("Footer", "Clerk"),
            translate("Footer", "Lock"),
            translate("Footer", "Why"),
            translate("Footer", "Language"),
            translate("Footer", "Coupon"),
            translate("Footer", "New customer"),
        )
        for label, text in zip(self._words, words, strict=True):
            label.setText(text)
        self._show_state()

    def _show_state(self) -> None:
        status, text = self._status, ""
        if status is not None:
            text = (
                translate("Footer", "Last sync {time}").format(time=self.ui.i18n.time(status.last_sync))
                if status.last_sync is not None
                else translate("Footer", "Not synced yet")
            )
        self.state.setText(text)
