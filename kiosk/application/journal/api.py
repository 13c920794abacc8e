"""What the station with the readable journal may ask for."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.journal.outcomes import FactInFull, JournalDays, JournalPage, JournalQuery
from kiosk.application.ports.journal import Place
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor


class JournalApi(Protocol):
    """Reading only. Every call is short, however long the journal is."""

    def journal_days(self) -> JournalDays:
        """From which day to which."""

    def journal_page(self, query: JournalQuery, actor: Actor, start: Place | None = None) -> JournalPage | Refusal:
        """What was found in the next stretch of the day; perhaps nothing, and more `following`. `start`: where the page
        before said to go on. NOT_PERMITTED without VIEW_JOURNAL."""

    def journal_fact(self, place: Place, actor: Actor) -> FactInFull | Refusal | None:
        """One fact in full; None when there is none."""
