"""What the user sees when something broke: what happened, what to do, and details that support can use."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from kiosk.ui.context import Ui
from kiosk.ui.i18n import next_language, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.actions import ENTER, press_focused
from kiosk.ui.shell.messages import FaultReport
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.widgets.basics import Button, Panel, Text, clear, column, row
from kiosk.ui.window import Window
from kiosk.ui.words.faults import fault_words


class FaultBody(Panel):
    """The words of a fault, used by the sheet in a running station and by the window at a failed start.

    Signals:
        retry_pressed(): try again.
        quit_pressed(): leave the program.
    """

    retry_pressed = Signal()
    quit_pressed = Signal()

    def __init__(self, ui: Ui, report: FaultReport) -> None:
        super().__init__(ui)
        space = ui.theme.space
        self._report = report
        self._copied = False
        lines = column(self, gap=space["l"])
        head = row(gap=space["l"])
        self._sign = QLabel()
        held(self._sign, width=56, height=56)
        self.title = Text("title", "ink", wrap=True)
        head.addWidget(self._sign)
        head.addWidget(self.title, 1)
        lines.addLayout(head)
        self.text = Text("body", "ink", wrap=True)
        lines.addWidget(self.text)
        self.todo = Text("strong", "ink2")
        lines.addWidget(self.todo)
        well = Panel(ui, "well")
        self._steps: QVBoxLayout = column(well, margins=(space["l"],) * 4, gap=space["m"])
        lines.addWidget(well)
        self.details = Text("caption", "ink2", wrap=True)
        lines.addWidget(self.details)
        buttons = row(gap=space["m"])
        self.copy = Button("", "strong")
        self.copy.setObjectName("fault_copy")
        self.copy.clicked.connect(self._on_copy)
        self.quit = Button("", "strong")
        self.quit.setObjectName("fault_quit")
        self.quit.clicked.connect(self.quit_pressed)
        self.retry = Button("primary", "lead", key="Enter", rank="large")
        self.retry.setObjectName("fault_retry")
        self.retry.clicked.connect(self.retry_pressed)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.quit)
        buttons.addStretch(1)
        buttons.addWidget(self.retry)
        lines.addLayout(buttons)
        self.retheme()
        self.retranslate()

    @property
    def report(self) -> FaultReport:
        """What is shown."""
        return self._report

    def retheme(self) -> None:
        self._sign.setPixmap(self.ui.icons.pixmap("alert", "red", 56, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        words = fault_words(self._report.code)
        self.title.setText(words.title)
        self.text.setText(words.text)
        self.todo.setText(translate("Fault", "What to do"))
        clear(self._steps)
        for number, step in enumerate(words.steps, 1):
            line = row(gap=self.ui.theme.space["m"])
            figure = Text("strong", "jade", text=str(number))
            held(figure, width=20)
            line.addWidget(figure)
            line.addWidget(Text("body", "ink", wrap=True, text=step), 1)
            self._steps.addLayout(line)
        self.details.setText(translate("Fault", "Details for IT: {details}").format(details=self._report.details))
        self.copy.say(translate("Fault", "Copied") if self._copied else translate("Fault", "Copy details"))
        self.quit.say(translate("Fault", "Quit"))
        self.retry.say(translate("Fault", "Try again"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.details)
        self._copied = True
        self.retranslate()


class FaultSheet(Sheet):
    """A fault in a running station.

    Signals:
        retried(): the clerk wants to go on.
        quit_wanted(): the clerk wants to leave.
    """

    retried = Signal()
    quit_wanted = Signal()

    def __init__(self, ui: Ui, report: FaultReport) -> None:
        super().__init__(ui)
        self.close_button.hide()
        self.title.hide()
        self.content = FaultBody(ui, report)
        self.content.retry_pressed.connect(self.close_sheet)
        self.content.quit_pressed.connect(self.quit_wanted)
        self.body.addWidget(self.content)

    def start_focus(self) -> QWidget:
        return self.content.retry

    def enter(self) -> None:
        self.close_sheet()

    def close_sheet(self) -> None:
        super().close_sheet()
        self.retried.emit()


class FaultWindow(Window):
    """The whole window at a start that failed: there is no station to go back to.

    Signals:
        retried(): start again.
    """

    retried = Signal()

    def __init__(self, ui: Ui, report: FaultReport) -> None:
        super().__init__()
        self.setObjectName("root")
        self._ui = ui
        ui.dress(self)
        outer = column(self, margins=(32, 32, 32, 32))
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        card = Panel(ui, "card")
        held(card, width=760)
        inside = column(card, margins=(40, 40, 40, 40))
        self.body = FaultBody(ui, report)
        self.body.retry_pressed.connect(self.retried)
        self.body.quit_pressed.connect(self.close)
        inside.addWidget(self.body)
        middle = row()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.body.retry.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if press_focused(event, self.focusWidget()):
            pass
        elif event.key() in ENTER:
            self.retried.emit()
        elif event.key() == Qt.Key.Key_F2:
            self._ui.i18n.set_language(next_language(self._ui.i18n.language))
        else:
            super().keyPressEvent(event)
