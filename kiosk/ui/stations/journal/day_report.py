"""The report of a day: printed, or as PDF where no printer is set up for it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.application.documents.api import DocumentsApi
from kiosk.application.documents.outcomes import NotPrinted, Queued
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.paper import A4
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.ui.documents.document_files import DocumentOutput
from kiosk.ui.i18n import translate
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.station import Shell
from kiosk.ui.words.documents.day_reports import day_report_document
from kiosk.ui.words.printing import trouble_word, what_to_do, why_not_words

log = logging.getLogger(__name__)

_Made = Queued | NotPrinted | Refusal | Path


class DayReport(QObject):
    """Has it made, one at a time, on the thread on which a PIN waits for nobody: a day may be long."""

    def __init__(self, shell: Shell, files: DocumentOutput | None, refused: Callable[[Refusal], None]) -> None:
        super().__init__()
        self._refused = refused
        self._shell, self._files = shell, files
        self._terminal: TerminalInfo | None = None
        self._making = False

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is."""
        self._terminal = terminal

    def make(self, day: date, staff: Staff) -> None:
        """Print the report of a day of the store's calendar."""
        if self._terminal is None or self._making:
            return
        self._making = True
        shell = self._shell
        work = partial(_made, shell.api, self._files, day, staff, self._terminal, shell.ui.i18n.language)
        shell.tasks.ask_hq(work, self._on_made, self._on_fault)

    def _on_made(self, made: _Made) -> None:
        self._making = False
        notice = self._shell.messages.notice
        if isinstance(made, Refusal):
            self._refused(made)
        elif isinstance(made, Path):
            notice(lambda: translate("Notice", "Daily report saved: {path}").format(path=made.name))
        elif isinstance(made, NotPrinted):
            notice(partial(why_not_words, made.why), Level.ATTENTION)
        else:
            self._shell.printing.look_soon()
            notice(partial(_sentence, made), Level.INFO if made.trouble is None else Level.ATTENTION)

    def _on_fault(self, fault: Exception) -> None:
        self._making = False
        if isinstance(fault, OSError):
            log.info("daily report not saved: %s", fault.strerror)
            self._shell.messages.notice(
                lambda: translate("Notice", "The daily report could not be saved. Check the folder and the disk."),
                Level.ATTENTION,
            )
        else:
            self._shell.messages.fault(fault)


def _made(
    api: DocumentsApi, files: DocumentOutput | None, day: date, staff: Staff, terminal: TerminalInfo, language: str
) -> _Made:
    report = api.closing_report(day, staff)
    if isinstance(report, Refusal):
        return report
    document = day_report_document(report, language, terminal.brand)
    # each is a report of its own, with its own time: none is a copy of the one before
    queued = api.queue_document(document, staff)
    if isinstance(queued, NotPrinted) and files is not None:
        return files.save(document, A4)
    return queued


def _sentence(queued: Queued) -> str:
    if queued.trouble is not None:
        words = translate("Printing", "The daily report waits for {printer}: {trouble}. {do}")
        return words.format(printer=queued.printer, trouble=trouble_word(queued.trouble), do=what_to_do(queued.trouble))
    return translate("Printing", "The daily report goes to {printer}.").format(printer=queued.printer)
