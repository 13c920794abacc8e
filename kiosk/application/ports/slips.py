"""Books of paper slips as the ledger has them, and what HQ told of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.slips.model import Range, SlipBook, SlipRule
from kiosk.domain.tokens import PaperSlipClaims


@dataclass(frozen=True, slots=True)
class OwnBook:
    """A book that this terminal made; `public`: of the key by which it signed its slips, hex."""

    book: SlipBook
    public: str


@dataclass(frozen=True, slots=True)
class UsedSlip:
    """A slip that was keyed in, and counts. `at_ms`: as written on it; `keyed_ms`: when it was keyed in, by `actor`,
    for the sale `txn`; `by`: who wrote it; `off`: minor units. Of one keyed in at another terminal HQ tells `device`,
    `at_ms` and `txn`, and nothing more."""

    book: str
    number: int
    txn: str
    at_ms: int
    keyed_ms: int = 0
    by: str = ""
    actor: str = ""
    off: int = 0
    device: str = ""


@dataclass(frozen=True, slots=True)
class SaidOfSlips:
    """What was declared of numbers of a book, when and by whom."""

    book: str
    range: Range
    at_ms: int
    actor: str


@dataclass(frozen=True, slots=True)
class SlipKey:
    """A terminal's key that signs the slips of its own books. `public`: hex; `device`: who alone it speaks for."""

    public: str
    device: str


class SlipState(Protocol):
    """Paper slips at this terminal."""

    def own_books(self) -> Sequence[OwnBook]:
        """Books made here, the newest first."""

    def used_slips(self, book: str) -> Sequence[UsedSlip]:
        """Slips of a book that were keyed in here, by number."""

    def said_of_slips(self, book: str) -> Sequence[SaidOfSlips]:
        """What was declared here, in that order."""


@dataclass(frozen=True, slots=True)
class ToldBook:
    """A book as HQ published it: with the signed codes of its slips, by number from the first on, where HQ signed them,
    or (`public`, hex) the key of the terminal that does. `said`: what was declared at any terminal."""

    book: SlipBook
    codes: tuple[str, ...] = ()
    public: str = ""
    said: tuple[Range, ...] = ()


class SlipReference(Protocol):
    """What HQ told of slips."""

    def slip_rules(self) -> Sequence[SlipRule]:
        """What books may be made of."""

    def told_book(self, book: str) -> ToldBook | None:
        """A book of this store."""

    def told_books(self) -> Sequence[ToldBook]:
        """All of them."""

    def slips_used(self, book: str) -> Sequence[UsedSlip]:
        """Uses anywhere, as far as HQ told; by number."""


class SlipSigner(Protocol):
    """The device's key, by which a terminal signs the slips of its own books."""

    def key(self) -> tuple[bytes, bytes]:
        """(id of the key, its public half)."""

    def sign(self, claims: Sequence[PaperSlipClaims]) -> Sequence[str]:
        """Their codes."""


class NoSlipSigner(SlipSigner):
    """A terminal without a key of its own: it makes no books."""

    def key(self) -> tuple[bytes, bytes]:
        """Raises LookupError."""
        raise LookupError("no key signs slips here")

    def sign(self, claims: Sequence[PaperSlipClaims]) -> Sequence[str]:
        """Raises LookupError."""
        raise LookupError("no key signs slips here")
