"""The line at the bottom: which key does what, and how far HQ knows."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from kiosk.application.sync.outcomes import SyncStatus
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held, px
from kiosk.ui.shell.actions import Action
from kiosk.ui.widgets.basics import KeyCap, Panel, Text, clear, row


class Footer(Panel):
    """Shortcuts on the left, the state of the sync on the right."""

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "footer")
        space = ui.theme.space
        held(self, height=ui.theme.size["footer"])
        self._status: SyncStatus | None = None
        line = row(self, margins=(space["xl"], 0, space["xl"], 0), gap=space["xs"])
        self._words: list[Text] = []
        self._caps: list[KeyCap] = []
        self._actions: tuple[Action, ...] = ()
        self._keys = row(gap=space["xs"])
        line.addLayout(self._keys)
        line.addStretch(1)
        self.state = Text("caption", "ink2")
        line.addWidget(self.state)
        self.retranslate()

    def show_status(self, status: SyncStatus) -> None:
        """How far HQ knows."""
        self._status = status
        self._show_state()

    def show_actions(self, actions: tuple[Action, ...]) -> None:
        """Which keys do what, in this order."""
        self._actions = actions
        clear(self._keys)
        self._words = [Text("caption", "ink2") for _ in actions]
        self._caps = [KeyCap(action.cap) for action in actions]
        for cap, words in zip(self._caps, self._words, strict=True):
            self._keys.addWidget(cap)
            self._keys.addWidget(words)
            self._keys.addSpacing(self.ui.theme.space["s"])
        self.retranslate()

    def retranslate(self) -> None:
        for action, words in zip(self._actions, self._words, strict=True):
            words.setText(action.label() if action.label is not None else "")
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for everything, the state of the sync goes first, which the header says too, then the
        last keys."""
        gap, between = px(self.ui.theme.space["xs"]), self.ui.theme.space["s"]
        room = self.width() - 2 * px(self.ui.theme.space["xl"])
        for cap, words in zip(self._caps, self._words, strict=True):
            room -= cap.sizeHint().width() + words.sizeHint().width() + between + 3 * gap
            for part in (cap, words):
                part.setVisible(room >= 0)
        self.state.setVisible(room >= self.state.sizeHint().width() + gap)

    def _show_state(self) -> None:
        status, text = self._status, ""
        if status is not None:
            text = (
                translate("Footer", "Last sync {time}").format(time=self.ui.i18n.time(status.last_sync))
                if status.last_sync is not None
                else translate("Footer", "Not synced yet")
            )
        self.state.setText(text)
        self._fit()
