"""The use cases of paper slips behind one interface."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.application.context import Context
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.slips import books
from kiosk.application.slips.find import name_slip
from kiosk.application.slips.key_in import key_in
from kiosk.application.slips.outcomes import (
    BookView,
    SlipBooked,
    SlipBooks,
    SlipNamed,
    SlipSheet,
    SlipText,
    Writer,
    Written,
)
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.refusals import Refusal
from kiosk.domain.slips.model import Declared
from kiosk.domain.staff.actors import Actor


class SlipsService:
    """Implements `SlipsApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def name_slip(self, asked: SlipText) -> SlipNamed | Refusal:
        """Which slip is meant."""
        return self._context.ledger.run(lambda tx: name_slip(self._context, tx, asked))

    def key_in_slip(
        self, written: Written, actor: Actor, approval: Approval | None = None
    ) -> SlipBooked | ApprovalNeeded | Refusal:
        """Book a slip durably."""
        work: Callable[[LedgerTx], SlipBooked | ApprovalNeeded | Refusal]
        work = lambda tx: key_in(self._context, tx, written, actor, approval)  # noqa: E731
        return self._context.ledger.run(work)

    def slip_books(self) -> SlipBooks:
        """All books of the store."""
        return self._context.ledger.run(lambda tx: books.slip_books(self._context, tx))

    def make_slip_book(
        self, rule: str, count: int, actor: Actor, approval: Approval | None = None
    ) -> BookView | ApprovalNeeded | Refusal:
        """A book out of this terminal's own share."""
        work: Callable[[LedgerTx], BookView | ApprovalNeeded | Refusal]
        work = lambda tx: books.make_book(self._context, tx, rule, count, actor, approval)  # noqa: E731
        return self._context.ledger.run(work)

    def declare_slips(
        self, book: str, first: int, last: int, what: Declared, actor: Actor, approval: Approval | None = None
    ) -> BookView | ApprovalNeeded | Refusal:
        """Say what became of numbers."""
        work: Callable[[LedgerTx], BookView | ApprovalNeeded | Refusal]
        work = lambda tx: books.declare(self._context, tx, book, first, last, what, actor, approval)  # noqa: E731
        return self._context.ledger.run(work)

    def slip_sheet(self, book: str) -> SlipSheet | Refusal:
        """What is printed of a book."""
        return self._context.ledger.run(lambda tx: books.slip_sheet(self._context, tx, book))

    def slip_writers(self) -> tuple[Writer, ...]:
        """Everybody who may have written a slip."""
        return self._context.ledger.run(books.writers)
