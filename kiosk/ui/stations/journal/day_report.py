"""The report of a day: printed, or as PDF where no printer is set up for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from kiosk.application.documents.api import DocumentsApi
from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.domain.documents.blocks import Document
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.ui.documents.document_files import DocumentOutput
from kiosk.ui.i18n import translate
from kiosk.ui.shell.paper_desk import PaperDesk, PaperSaid
from kiosk.ui.shell.station import Shell
from kiosk.ui.words.documents.day_reports import day_report_document


class DayReport:
    """Has it made."""

    def __init__(self, shell: Shell, files: DocumentOutput | None, refused: Callable[[Refusal], None]) -> None:
        self._shell, self._papers = shell, PaperDesk(shell, files, refused)
        self._terminal: TerminalInfo | None = None

    def show_terminal(self, terminal: TerminalInfo) -> None:
        """Who this terminal is."""
        self._terminal = terminal

    def make(self, day: date, staff: Staff) -> None:
        """Print the report of a day of the store's calendar."""
        if self._terminal is not None:
            language = self._shell.ui.i18n.language
            self._papers.make(partial(_made, self._shell.api, day, staff, self._terminal, language), staff, SAID)


def _made(api: DocumentsApi, day: date, staff: Staff, terminal: TerminalInfo, language: str) -> Document | Refusal:
    report = api.closing_report(day, staff)
    return report if isinstance(report, Refusal) else day_report_document(report, language, terminal.brand)


SAID = PaperSaid(
    saved=lambda: translate("Notice", "Daily report saved: {path}"),
    failed=lambda: translate("Notice", "The daily report could not be saved. Check the folder and the disk."),
    goes=lambda: translate("Printing", "The daily report goes to {printer}."),
    waits=lambda: translate("Printing", "The daily report waits for {printer}: {trouble}. {do}"),
)
