"""A sheet over the console while something long goes on: how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from kiosk.domain.progress import Progress
from kiosk.ui.context import Ui
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.measure import held
from kiosk.ui.shell.overlay import Sheet
from kiosk.ui.shell.station import Shell
from kiosk.ui.widgets.basics import Button, Text, set_share

_TELL_MS = 80
"""Between two words of progress: more could not be read."""


class ProgressSheet(Sheet):
    """Closing it stops what goes on."""

    def __init__(self, ui: Ui, title: Callable[[], str]) -> None:
        super().__init__(ui)
        self._title, self._done, self._total = title, 0, 0
        self.said = Text("lead", "ink2", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        held(self.bar, height=14)
        self.stop = Button("", "strong", key="Esc")
        self.stop.setObjectName("long_stop")
        self.stop.clicked.connect(self.close_sheet)
        for part in (self.said, self.bar, self.stop):
            self.body.addWidget(part)
        self.close_button.hide()  # the large one says what closing does
        self.retranslate()

    def show_progress(self, done: int, total: int) -> None:
        """So far."""
        self._done, self._total = done, total
        self._say()

    def start_focus(self) -> QWidget:
        return self.said

    def retranslate(self) -> None:
        self.title.setText(self._title())
        self.stop.say(translate("StageDesk", "Stop, and keep nothing of it"))
        self._say()

    def _say(self) -> None:
        number = self.ui.i18n.number
        if not self._total:
            self.said.setText(translate("StageDesk", "A moment …"))
            return
        set_share(self.bar, min(100, self._done * 100 // self._total))
        text = translate("StageDesk", "{done} of {total}")
        self.said.setText(spaced(text.format(done=number(self._done), total=number(self._total))))


class LongWork(QObject):
    """One at a time. `begin` gives what the work calls on its own thread."""

    _told = Signal(int, int)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._sheet: ProgressSheet | None = None
        self._stop = Event()
        self._last = 0
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def begin(self, title: Callable[[], str]) -> Progress:
        """Show the sheet."""
        self._stop = stop = Event()
        self._last = 0
        self._sheet = ProgressSheet(self._shell.ui, title)
        self._sheet.closed.connect(self._on_closed)
        self._shell.overlay.open(self._sheet)

        def progress(done: int, total: int) -> bool:
            now = self._shell.clock.mono_ms()
            if now - self._last >= _TELL_MS or done >= total > 0:
                self._last = now
                self._told.emit(done, total)
            return not stop.is_set()

        return progress

    def end(self) -> None:
        """It is done, or was stopped: the sheet goes."""
        sheet, self._sheet = self._sheet, None
        if sheet is not None and self._shell.overlay.sheet is sheet:
            sheet.close_sheet()

    @Slot()
    def _on_closed(self) -> None:
        if self._sheet is not None:
            self._sheet = None
            self._stop.set()

    @Slot(int, int)
    def _on_told(self, done: int, total: int) -> None:
        if self._sheet is not None:
            self._sheet.show_progress(done, total)
