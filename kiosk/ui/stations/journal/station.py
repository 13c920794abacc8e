"""The readable journal as a station: for auditors and managers, who look and change nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt

from kiosk.application.journal.api import JournalApi
from kiosk.application.journal.outcomes import FactInFull, FactLine, JournalDays, JournalPage, JournalQuery
from kiosk.application.ports.journal import Place
from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.domain.stations import StationRole
from kiosk.domain.time import instant
from kiosk.ui.documents.document_files import DocumentOutput
from kiosk.ui.i18n import translate
from kiosk.ui.shell.actions import CTRL, Action
from kiosk.ui.shell.messages import Level
from kiosk.ui.shell.station import Shell, Station
from kiosk.ui.stations.journal import page as pages
from kiosk.ui.stations.journal.day_report import DayReport
from kiosk.ui.words.refusals import in_full, refusal_words
from kiosk.ui.words.surroundings import Audience, Surroundings

AT_FIRST = 40
"""Lines that are read before anybody scrolls; a filter may need several stretches of the journal for them."""


class JournalStation(Station):
    """Reads a stretch at a time, so that nobody's PIN waits behind a long day."""

    role = StationRole.JOURNAL
    needs = Permission.VIEW_JOURNAL
    page: pages.JournalPage

    def __init__(self, shell: Shell, api: JournalApi, files: DocumentOutput | None = None) -> None:
        super().__init__()
        self._shell, self._api = shell, api
        self._report = DayReport(shell, files, self.show_refusal)
        self._staff: Staff | None = None
        self._query: JournalQuery | None = None
        self._following: Place | None = None
        self._reading = False
        self._wanted = 0
        self._chosen: Place | None = None
        self._queue: int | None = None
        self.page = pages.JournalPage(shell.ui)
        self.page.asked.connect(self._on_asked)
        self.page.more_wanted.connect(self._on_more)
        self.page.chosen.connect(self._on_chosen)

    # --- what the shell wants to know --------------------------------------------------------------------------------

    def actions(self) -> tuple[Action, ...]:
        key, page, shell = Qt.Key, self.page, self._shell.actions
        return (
            Action(page.search, (key.Key_F3,), label=lambda: translate("Footer", "Search")),
            Action(page.earlier, (key.Key_Left,), label=lambda: translate("Footer", "Day before")),
            Action(page.later, (key.Key_Right,), label=lambda: translate("Footer", "Day after")),
            Action(self.read_again, (key.Key_F5,), label=lambda: translate("Footer", "Read again")),
            Action(self.print_day, (key.Key_P,), CTRL, label=lambda: translate("Footer", "Daily report")),
            shell.clerk,
            shell.lock,
            shell.language,
            Action(page.put_away, (key.Key_Escape,), label=lambda: translate("Footer", "Everything")),
            replace(shell.station, label=lambda: translate("Footer", "Station")),
            shell.help,
        )

    def clear(self) -> None:
        self.page.clear()
        self._query, self._following, self._chosen = None, None, None

    # --- what the shell tells ----------------------------------------------------------------------------------------

    def begin(self, staff: Staff) -> None:
        self._staff = staff
        self._shell.tasks.run(self._api.journal_days, self._on_days)

    def retry(self) -> None:
        self._reading = False
        self.read_again()

    def show_status(self, status: SyncStatus) -> None:
        # Something was journalled, or HQ has more: who looks at the newest lines sees it.
        if status.queue != self._queue and self._staff is not None and self._at_top():
            self.read_again()
        self._queue = status.queue

    def show_refusal(self, refusal: Refusal) -> None:
        now = instant(self._shell.clock.now_ms())
        around = Surroundings(self._shell.ui.i18n, now, audience=Audience.AUDITOR)
        self._shell.messages.notice(lambda: in_full(refusal_words(refusal, around)), Level.ATTENTION)

    # --- reading -----------------------------------------------------------------------------------------------------

    def read_again(self) -> None:
        """F5: from the newest line on."""
        if self._staff is not None:
            self._shell.tasks.run(self._api.journal_days, self._on_days)
            self.page.ask()

    def print_day(self) -> None:
        """Ctrl P: the report of the day on the page, printed, or as PDF where no printer is set up for it."""
        day = self.page.shown_day
        if self._staff is not None and day is not None:
            self._report.make(day, self._staff)

    def show_terminal(self, terminal: TerminalInfo) -> None:
        self._report.show_terminal(terminal)

    def _at_top(self) -> bool:
        return self.page.list.verticalScrollBar().value() == 0 and self.page.list.currentIndex().row() <= 0

    def _on_days(self, days: JournalDays) -> None:
        self.page.show_days(days)

    def _on_asked(self, query: JournalQuery) -> None:
        self._query, self._following = query, None
        self._wanted = AT_FIRST
        self._read(None)

    def _on_more(self) -> None:
        self._wanted = len(self.page.lines.lines) + AT_FIRST
        if self._following is not None and not self._reading:
            self._read(self._following)

    def _read(self, start: Place | None) -> None:
        if self._query is not None and self._staff is not None:
            self._reading = True
            work = partial(_read, self._api, self._query, self._staff, start)
            self._shell.tasks.run(work, self._on_read)

    def _on_read(self, answer: _Answer) -> None:
        query, start, found = answer
        if query != self._query:
            return  # of a question that nobody asks any more; the newer one's answer is on its way
        self._reading = False
        if isinstance(found, Refusal):
            self.show_refusal(found)
            return
        if start is None:
            self.page.begin()
        self._following = found.following
        enough = len(self.page.lines.lines) + len(found.lines) >= self._wanted
        self.page.add(found.lines, more=found.following is not None)
        if found.following is not None and not enough:
            self._read(found.following)

    def _on_chosen(self, line: FactLine) -> None:
        if self._staff is not None:
            self._chosen = line.place
            self._shell.tasks.run(partial(self._api.journal_fact, line.place, self._staff), self._on_fact)

    def _on_fact(self, fact: FactInFull | Refusal | None) -> None:
        if isinstance(fact, FactInFull) and fact.line.place == self._chosen:
            self.page.show_fact(fact)


_Answer = tuple[JournalQuery, Place | None, JournalPage | Refusal]


def _read(api: JournalApi, query: JournalQuery, staff: Staff, start: Place | None) -> _Answer:
    return query, start, api.journal_page(query, staff, start)
