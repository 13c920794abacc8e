"""The windows of a start without a station, for pictures: the enrolment page and the page of a fault."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.application.sync.enrolment import EnrolmentRefusal
from kiosk.ui.context import Ui
from kiosk.ui.i18n import I18n
from kiosk.ui.shell.enrolment import EnrolmentWindow
from kiosk.ui.shell.fault_page import FaultWindow
from kiosk.ui.shell.messages import FaultReport
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.theme import load_theme


def _enrolment(ui: Ui, tasks: TaskRunner) -> QWidget:
    return EnrolmentWindow(ui, tasks, _no_such_code)


def _refused(ui: Ui, tasks: TaskRunner) -> QWidget:
    window = EnrolmentWindow(ui, tasks, _no_such_code)
    window.page.address.setText("https://hq.example.com")
    window.page.code.setText("ABCD-1234")
    window.page.submit()
    return window


def _keys(ui: Ui, tasks: TaskRunner) -> QWidget:
    window = EnrolmentWindow(ui, tasks, _no_such_code)
    for name in ("enrol_address_keys", "letter_h", "letter_q"):
        button = window.findChild(QAbstractButton, name)
        if button is None:
            raise LookupError(name)
        button.click()
    return window


def _no_such_code(_address: str, _code: str) -> EnrolmentRefusal | None:
    return EnrolmentRefusal.CODE_UNKNOWN


def _settings(ui: Ui, tasks: TaskRunner) -> QWidget:
    return FaultWindow(ui, FaultReport("config_error", "config_error · kiosk.toml: Invalid value (at line 3)"))


WINDOWS: dict[str, Callable[[Ui, TaskRunner], QWidget]] = {
    "enrolment": _enrolment,
    "enrolment_refused": _refused,
    "enrolment_keys": _keys,
    "settings_fault": _settings,
}
"""Name → the window, dressed."""


class WindowStage:
    """One of WINDOWS on the screen. `show` gives it when everything it asked for is answered; `close` at the end."""

    def __init__(self, theme: str, language: str, name: str, size: tuple[int, int] = (1366, 768)) -> None:
        self.app = QApplication.instance() or QApplication([])
        skin = load_theme(theme)
        self.i18n = I18n(skin, language)
        self.tasks = TaskRunner()
        self.window = WINDOWS[name](Ui(skin, self.i18n), self.tasks)
        self.window.resize(*size)

    def show(self) -> QWidget:
        """Put it up."""
        self.window.show()
        for _ in range(3):
            QApplication.processEvents()
            while self.tasks.pending:
                QApplication.processEvents()
        return self.window

    def close(self) -> None:
        """Take it away."""
        self.window.close()
        self.tasks.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.i18n.remove()
