"""Short notices at the bottom of the window that need no answer."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.measure import held, px
from kiosk.ui.shell.messages import Level, Words
from kiosk.ui.widgets.basics import Panel, Text, row


class NoticeBar(Panel):
    """One notice at a time, above everything; it goes by itself."""

    def __init__(self, ui: Ui, parent: QWidget) -> None:
        super().__init__(ui, "notice")
        self.setParent(parent)
        space = ui.theme.space
        line = row(self, margins=(space["l"], space["m"], space["xl"], space["m"]), gap=space["m"])
        self._sign = QLabel()
        held(self._sign, width=24, height=24)
        self.text = Text("strong", "surface", wrap=True)
        line.addWidget(self._sign)
        line.addWidget(self.text, 1)
        self._level = Level.INFO
        self._words: Words = ""
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(ui.theme.duration["notice"])
        self._away.timeout.connect(self.hide)
        self.hide()

    @Slot(str, object)
    def show_notice(self, level: str, words: Words) -> None:
        """Show a sentence."""
        self._level, self._words = Level(level), words
        self._say()
        self.retheme()
        self.show()
        self.place()
        self.raise_()
        self._away.start()
        self.ui.voice.say(self, self.text.text(), now=self._level is not Level.INFO)

    def _say(self) -> None:
        text = self._words if isinstance(self._words, str) else self._words()
        self.text.setText(text)
        self.setAccessibleName(text)

    def retranslate(self) -> None:
        if isinstance(self._words, str):
            self.put_away()
        else:
            self._say()
            self.place()

    def put_away(self) -> bool:
        """It was read. False when there is none."""
        if self.isHidden():
            return False
        self._away.stop()
        self.hide()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.put_away()  # as Esc does
        event.accept()

    def place(self) -> None:
        """Keep to the lower left: over the coupons that come last, never over the price or the confirmation."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        space = self.ui.theme.space
        width = px(self.ui.theme.size["gutter"])
        inner = width - px(24) - px(space["l"]) - px(space["xl"]) - px(space["m"])
        height = max(self.text.heightForWidth(inner), px(24)) + 2 * px(space["m"])
        bottom = parent.height() - px(self.ui.theme.size["footer"]) - px(space["l"])
        self.setGeometry(px(space["xl"]), bottom - height, width, height)

    def retheme(self) -> None:
        name = "alert" if self._level is Level.ATTENTION else "info"
        self._sign.setPixmap(self.ui.icons.pixmap(name, "surface", 24, self.devicePixelRatioF()))
