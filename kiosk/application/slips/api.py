"""What a station that keys in paper slips may ask for."""

from __future__ import annotations

from typing import Protocol

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


class SlipsApi(Protocol):
    """Paper slips: keyed in, made, printed, declared."""

    def name_slip(self, asked: SlipText) -> SlipNamed | Refusal:
        """Which slip is meant, and whether it can be keyed in."""

    def key_in_slip(
        self, written: Written, actor: Actor, approval: Approval | None = None
    ) -> SlipBooked | ApprovalNeeded | Refusal:
        """Book it durably, as a sale of the time written on it. The approval's permission: MANAGE_SLIPS."""

    def slip_books(self) -> SlipBooks:
        """All books of the store that are known here."""

    def make_slip_book(
        self, rule: str, count: int, actor: Actor, approval: Approval | None = None
    ) -> BookView | ApprovalNeeded | Refusal:
        """A book out of this terminal's own share."""

    def declare_slips(
        self, book: str, first: int, last: int, what: Declared, actor: Actor, approval: Approval | None = None
    ) -> BookView | ApprovalNeeded | Refusal:
        """Say what became of numbers that are out."""

    def slip_sheet(self, book: str) -> SlipSheet | Refusal:
        """What is printed of a book."""

    def slip_writers(self) -> tuple[Writer, ...]:
        """Everybody who may have written a slip."""
