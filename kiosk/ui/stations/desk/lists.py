"""A file of guests at the desk: chosen, read, shown, taken in, and stopped whenever somebody wants."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event as Flag

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from kiosk.application.desk_api import DeskStationApi
from kiosk.application.guests.import_list import ListPreview, ListTaken
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.ui.i18n import translate
from kiosk.ui.shell.station import Shell
from kiosk.ui.stations.desk.list_sheet import ListSheet

_TELLS = 40
"""Words of progress that reach the screen, at most."""


class GuestLists(QObject):
    """Signals:
    refused(Refusal): it cannot be read or taken.
    taken(): there are other guests on the list.
    """

    refused = Signal(object)
    taken = Signal()
    _told = Signal(int, int)

    def __init__(self, shell: Shell, api: DeskStationApi, actor: Callable[[], Staff | None]) -> None:
        super().__init__()
        self._shell, self._api, self._actor = shell, api, actor
        self._event = ""
        self._sheet: ListSheet | None = None
        self._stop = Flag()
        self._said = 0
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def choose(self, event: str) -> None:
        """Look for a file; nothing waits for it."""
        self._event = event
        dialog = QFileDialog(self._shell.overlay.window(), translate("GuestList", "List of guests"))
        dialog.setNameFilter("*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_file(self, name: str) -> None:
        self.read(self._event, Path(name))

    def read(self, event: str, path: Path) -> None:
        """Read it, and show what was understood."""
        self._event = event
        sheet = ListSheet(self._shell.ui, path.name, self._shell.clock)
        sheet.stop_wanted.connect(self._on_stop)
        sheet.take_wanted.connect(self._on_take)
        sheet.again_wanted.connect(self._on_again)
        sheet.closed.connect(self._on_closed)
        self._sheet = sheet
        self._shell.overlay.open(sheet)
        progress = self._begin()
        self._shell.tasks.ask_hq(partial(self._api.read_list, event, path, progress), self._on_read, self._on_fault)

    def _begin(self) -> Callable[[int, int], bool]:
        """What the work calls on its own thread; False: somebody stopped it."""
        self._stop = stop = Flag()
        self._said = 0

        def progress(done: int, total: int) -> bool:
            share = done * _TELLS // total if total else 0
            if share != self._said or done >= total > 0:
                self._said = share
                self._told.emit(done, total)
            return not stop.is_set()

        return progress

    @Slot(int, int)
    def _on_told(self, done: int, total: int) -> None:
        if self._sheet is not None:
            self._sheet.show_progress(done, total)

    @Slot(object)
    def _on_read(self, answer: ListPreview | Refusal | None) -> None:
        if isinstance(answer, Refusal):
            self._put_away()
            self.refused.emit(answer)
        elif answer is not None and self._sheet is not None:
            self._sheet.show_preview(answer)

    @Slot(bool)
    def _on_take(self, whole: bool) -> None:
        actor, sheet = self._actor(), self._sheet
        if actor is None or sheet is None or sheet.preview is None:
            return
        work = partial(self._api.take_list, sheet.preview, actor, whole=whole, progress=self._begin())
        self._shell.tasks.ask_hq(work, self._on_taken, self._on_fault)

    @Slot(object)
    def _on_taken(self, answer: ListTaken | Refusal) -> None:
        if isinstance(answer, Refusal):
            self._put_away()
            self.refused.emit(answer)
            return
        if self._sheet is not None:
            self._sheet.show_taken(answer)
        self.taken.emit()

    @Slot()
    def _on_again(self) -> None:
        event = self._event
        self._put_away()
        self.choose(event)

    @Slot()
    def _on_stop(self) -> None:
        self._stop.set()

    @Slot()
    def _on_closed(self) -> None:
        self._sheet = None

    @Slot(object)
    def _on_fault(self, fault: Exception) -> None:
        self._put_away()
        self._shell.messages.fault(fault)

    def _put_away(self) -> None:
        if self._sheet is not None:
            self._sheet = None
            self._shell.overlay.close_sheet()
