"""The line at the bottom: which key does what, and how far HQ knows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.application.sync.outcomes import SyncStatus
from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held, px
from kiosk.ui.shell.actions import Action
from kiosk.ui.widgets.basics import KeyCap, Panel, RowButton, Text, clear, row


class FooterKey(RowButton):
    """A key and what it does, to be pressed by a finger as well. Tab passes by: the keyboard has the key."""

    def __init__(self, ui: Ui, action: Action) -> None:
        # half a pixel less, so that at no scale it comes out higher than the footer below its line
        super().__init__(ui.theme.size["target"] - 0.5)
        self.setProperty("kind", "foot")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.action = action
        self.setObjectName(f"foot_{action.cap}")
        self.words = Text("caption", "ink2")
        line = row(self, gap=ui.theme.space["xs"])
        line.addWidget(KeyCap(action.cap or "⋯"))
        line.addWidget(self.words)
        self.seal()
        # "Alt 1–9" is several things: each of them is there to be pressed
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, bool(action.caption))
        self.clicked.connect(self._on_clicked)

    def say(self) -> None:
        """Its words again."""
        self.words.setText(self.action.label() if self.action.label is not None else "")
        self.setAccessibleName(self.words.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.sizeHint().width() if layout is not None else 0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _on_clicked(self) -> None:
        self.action.run()


class Footer(Panel):
    """Shortcuts on the left, the state of the sync on the right.

    Signals:
        more_wanted(): those that there is no room for (`hidden`).
    """

    more_wanted = Signal()

    def __init__(self, ui: Ui) -> None:
        super().__init__(ui, "footer")
        space = ui.theme.space
        held(self, height=ui.theme.size["footer"])
        self._status: SyncStatus | None = None
        line = row(self, margins=(space["xl"], 0, space["xl"], 0), gap=space["m"])
        self.keys: list[FooterKey] = []
        self._keys = row(gap=space["m"])
        line.addLayout(self._keys)
        self.more = FooterKey(ui, Action(self.more_wanted.emit, label=lambda: translate("Footer", "More")))
        self.more.setObjectName("foot_more")
        line.addWidget(self.more)
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
        clear(self._keys)
        self.keys = [FooterKey(self.ui, action) for action in actions]
        for key in self.keys:
            self._keys.addWidget(key)
        self.retranslate()

    @property
    def hidden(self) -> tuple[Action, ...]:
        """What can be done and has no room."""
        return tuple(key.action for key in self.keys if key.isHidden() and not key.action.caption)

    def retranslate(self) -> None:
        for key in (*self.keys, self.more):
            key.say()
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for everything, the state of the sync goes first, which the header says too, then what
        cannot be pressed, then the last keys, which a key for more leads to."""
        gap = px(self.ui.theme.space["m"])
        room = self.width() - 2 * px(self.ui.theme.space["xl"])

        def wide(key: FooterKey) -> int:
            return key.sizeHint().width() + gap

        pressed = [key for key in self.keys if not key.action.caption]
        told = [key for key in self.keys if key.action.caption]
        overflows = sum(map(wide, pressed)) > room
        if overflows:
            room -= wide(self.more)
        for key in (*pressed, *told):
            room -= wide(key)
            key.setVisible(room >= 0)
        self.more.setVisible(overflows)
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
