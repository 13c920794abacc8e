"""What stands on the screen while a station that died again and again rests: calm, with no way out of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.i18n import translate
from kiosk.ui.measure import held
from kiosk.ui.widgets.basics import Panel, Text, column, row
from kiosk.ui.window import Window
from kiosk.ui.words.faults import fault_words

_NO_FAULT = frozenset({"crashed", "hung", "failed"})


class CalmWindow(Window):
    """Says that the station comes back by itself. It is taken away by whoever put it there."""

    def __init__(self, ui: Ui, why: str) -> None:
        """`why`: the code of a fault, or how the station died."""
        super().__init__()
        self.setObjectName("root")
        self._ui, self._why = ui, why
        ui.dress(self)
        self.setCursor(Qt.CursorShape.BlankCursor)
        space = ui.theme.space
        outer = column(self, margins=(space["xl"],) * 4)
        card = Panel(ui, "card")
        lines = column(card, margins=(space["xxl"],) * 4, gap=space["l"])
        head = row(gap=space["l"])
        self._sign = QLabel()
        held(self._sign, width=56, height=56)
        self.title = Text("s_title", "ink", wrap=True)
        head.addWidget(self._sign)
        head.addWidget(self.title, 1)
        lines.addLayout(head)
        self.text = Text("s_body", "ink", wrap=True)
        lines.addWidget(self.text)
        self.staff = Text("body", "ink2", wrap=True)
        lines.addWidget(self.staff)
        held(card, width=860)
        middle = row()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self._sign.setPixmap(ui.icons.pixmap("info", "jade", 56, self.devicePixelRatioF()))
        self.retranslate()

    def retranslate(self) -> None:
        """The words again."""
        self.title.setText(translate("Calm", "One moment, please"))
        self.text.setText(
            translate(
                "Calm",
                "This station is starting again. What was confirmed is kept. Our staff will gladly help meanwhile.",
            )
        )
        code = self._why
        what = code if code in _NO_FAULT else f"{fault_words(code).title} ({code})"
        self.staff.setText(translate("Calm", "For staff: it tries again by itself. {what}").format(what=what))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "staff"):
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication) and app.isSavingSession():
            super().closeEvent(event)
        else:
            event.ignore()

    def parts(self) -> tuple[QWidget, ...]:
        """What it says, from above."""
        return (self.title, self.text, self.staff)
