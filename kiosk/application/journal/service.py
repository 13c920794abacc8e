"""The readable journal behind one interface."""

from __future__ import annotations

from kiosk.application.context import Context
from kiosk.application.journal.outcomes import FactInFull, JournalDays, JournalPage, JournalQuery
from kiosk.application.journal.read import journal_days, journal_fact, journal_page
from kiosk.application.ports.journal import Place
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff.actors import Actor


class JournalService:
    """Implements `JournalApi`. Callable from any thread but the ledger's own."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def journal_days(self) -> JournalDays:
        """From which day to which."""
        return self._context.ledger.run(lambda tx: journal_days(self._context, tx))

    def journal_page(self, query: JournalQuery, actor: Actor, start: Place | None = None) -> JournalPage | Refusal:
        """The next stretch of a day."""
        return self._context.ledger.run(lambda tx: journal_page(self._context, tx, query, actor, start))

    def journal_fact(self, place: Place, actor: Actor) -> FactInFull | Refusal | None:
        """One fact in full."""
        return self._context.ledger.run(lambda tx: journal_fact(self._context, tx, place, actor))
