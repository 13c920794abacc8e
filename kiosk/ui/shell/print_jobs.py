"""Opens the list of what is printed, and asks how many labels are on a roll."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from kiosk.application.documents.outcomes import PrinterView
from kiosk.application.shell_api import ShellApi
from kiosk.domain.staff.actors import Staff
from kiosk.ui.context import Ui
from kiosk.ui.shell.overlay import Overlay
from kiosk.ui.shell.print_watch import PrintWatch
from kiosk.ui.tasks import TaskRunner


class PrintJobs(QObject):
    """For whoever works; while nobody does, it opens nothing."""

    def __init__(
        self,
        ui: Ui,
        api: ShellApi,
        tasks: TaskRunner,
        overlay: Overlay,
        watch: PrintWatch,
        actor: Callable[[], Staff | None],
    ) -> None:
        """`actor`: who works."""
        super().__init__()
        self._ui, self._api, self._tasks, self._overlay = ui, api, tasks, overlay
        self._watch, self._actor = watch, actor

    @Slot()
    def open(self) -> None:
        """Ctrl F11: what was printed, what waits, what needs a word."""
        actor = self._actor()
        if actor is None:
            return
        from kiosk.ui.shell.printing_sheet import PrintingSheet  # the start waits for no import

        sheet = PrintingSheet(self._ui, self._api, self._tasks, self._watch, actor)
        sheet.roll_wanted.connect(self._on_roll_wanted)
        self._overlay.open(sheet)

    def _on_roll_wanted(self, view: PrinterView) -> None:
        from kiosk.ui.shell.roll_sheet import RollSheet

        sheet = RollSheet(self._ui, view)
        sheet.counted.connect(self._on_counted)
        self._overlay.open(sheet)
        sheet.closed.connect(self.open)

    def _on_counted(self, printer: str, labels: int | None) -> None:
        actor = self._actor()
        if actor is not None:
            self._tasks.run(partial(self._api.new_roll, printer, labels, actor))
            self._watch.look_soon()
