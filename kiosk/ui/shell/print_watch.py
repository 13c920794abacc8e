"""How printing stands, for whoever shows it; and what is said once when it goes wrong."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.application.documents.outcomes import PrintDesk, PrinterView
from kiosk.application.shell_api import ShellApi
from kiosk.domain.documents.printers import PrintSetup
from kiosk.domain.documents.routing import STILL_PRINTS
from kiosk.ui.i18n import spaced, translate
from kiosk.ui.shell.messages import Level, Messages
from kiosk.ui.tasks import TaskRunner
from kiosk.ui.words.printing import trouble_word, what_to_do

LOOKS_AFTER_MS = 120
"""What several printers say within this time is looked at once; a sale goes first."""


class PrintWatch(QObject):
    """Asks again when a printer or a job stands elsewhere. Lives in the GUI thread.

    Signals:
        changed(PrintDesk): without the jobs of today.
    """

    changed = Signal(object)

    def __init__(self, api: ShellApi, tasks: TaskRunner, messages: Messages) -> None:
        super().__init__()
        self._api, self._tasks, self._messages = api, tasks, messages
        self.desk = PrintDesk(PrintSetup())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOKS_AFTER_MS)
        self._later.timeout.connect(self.look)

    @Slot()
    def look_soon(self) -> None:
        """Something is other than it was."""
        if not self._later.isActive():
            self._later.start()

    @Slot()
    def look(self) -> None:
        """Now."""
        self._later.stop()
        self._tasks.run(partial(self._api.print_desk, jobs=False), self._on_desk)

    def _on_desk(self, desk: PrintDesk) -> None:
        before, self.desk = self.desk, desk
        if desk != before:
            self._say(before, desk)
            self.changed.emit(desk)

    def _say(self, before: PrintDesk, now: PrintDesk) -> None:
        """The first thing that is new and needs somebody; the list has the rest."""
        known = {view.printer.id: view for view in before.printers}
        for view in now.printers:
            was = known.get(view.printer.id, PrinterView(view.printer))
            if view.trouble is not None and view.waiting and (view.trouble is not was.trouble or not was.waiting):
                self._messages.notice(partial(trouble_sentence, view), Level.ATTENTION)
                return
            if view.old > was.old:
                self._messages.notice(partial(old_sentence, view), Level.ATTENTION)
                return
            if view.few_labels and not was.few_labels:
                self._messages.notice(partial(labels_sentence, view), Level.ATTENTION)
                return
        if {job.job for job in now.asked} - {job.job for job in before.asked}:
            self._messages.notice(
                lambda: translate("Printing", "Nobody knows whether a paper came out: look, and say so (Ctrl F11)."),
                Level.ATTENTION,
            )


def trouble_sentence(view: PrinterView) -> str:
    """What is wrong with a printer, and what to do."""
    if view.trouble is None:
        return ""
    words = translate("Printing", "{printer}: {trouble}. {do}").format(
        printer=view.printer.name, trouble=trouble_word(view.trouble), do=what_to_do(view.trouble)
    )
    if view.stands_in and view.trouble not in STILL_PRINTS:
        meanwhile = translate("Printing", "{trouble} {other} prints meanwhile.")
        words = meanwhile.format(trouble=words, other=view.stands_in)
    return spaced(words)


def old_sentence(view: PrinterView) -> str:
    """What waited for too long."""
    text = translate(
        "Printing", "{printer}: %n document(s) from before wait and are not printed unasked (Ctrl F11).", None, view.old
    )
    return spaced(text.format(printer=view.printer.name))


def labels_sentence(view: PrinterView) -> str:
    """The roll is nearly used up."""
    left = view.printer.labels or 0
    return spaced(translate("Printing", "{printer}: %n label(s) left.", None, left).format(printer=view.printer.name))
