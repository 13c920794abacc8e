"""Facts of paper slips: a book was made, numbers were declared. A slip that is keyed in is a sale (`domain/sales`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kiosk.domain.campaigns.facts import SharedChanged
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind
from kiosk.domain.slips.model import MOST_SLIPS, Declared, share_key

_OWNER = "slips"
LAST_MS = 32_503_680_000_000
"""The end of the year 2999."""


class BookMade(Body, frozen=True, kw_only=True):
    """`rule`: what it is taken out of; `off`, `most`: minor units; `uses`: how many may be used; `made`, `since`,
    `until`: ms since 1970, the end excluded; `public`: of the device's key that signs its slips, hex; HQ's have
    none."""

    book: str
    store: str
    rule: str
    template: str = ""
    off: int = 0
    first: int
    last: int
    uses: int
    most: int
    made: int
    since: int
    until: int
    public: str = ""
    approved_by: str | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for a book that is none."""
        count = self.last - self.first + 1
        if not (self.first >= 0 and 0 < self.uses <= count <= MOST_SLIPS and self.most >= 0 and self.off >= 0):
            raise ValueError(f"slips {self.first} to {self.last}, {self.uses} uses")
        if not 0 <= self.made <= LAST_MS or not 0 <= self.since <= self.until <= LAST_MS:
            raise ValueError("at no time")


class SlipsDeclared(Body, frozen=True, kw_only=True):
    """`ranges`: numbers from one to another, both of them meant. `what`: unused, lost."""

    book: str
    ranges: tuple[tuple[int, int], ...]
    what: str
    approved_by: str | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for what cannot be said of slips."""
        if self.what not in set(Declared) or not 0 < len(self.ranges) <= MOST_SLIPS:
            raise ValueError(f"{self.what!r} of {len(self.ranges)} ranges")
        for first, last in self.ranges:
            if not 0 <= first <= last < first + MOST_SLIPS:
                raise ValueError(f"{first} to {last}")


class SlipKeyed(Body, frozen=True, kw_only=True):
    """The slip behind a sale. `at`: as it was written on it, ms since 1970; `by`: the staff id of who wrote it;
    `typed`: its number was keyed in, without its signature; `approved_by`: who let it pass though something stood
    against it, and `despite` what."""

    book: str
    number: int
    at: int
    by: str
    typed: bool = False
    despite: str = ""
    approved_by: str | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for a slip of no number or no time."""
        if self.number < 0 or not 0 <= self.at <= LAST_MS:
            raise ValueError(f"slip {self.number} at {self.at}")


@dataclass(frozen=True, slots=True)
class BookOpened(Change):
    """A book of slips is out."""

    book: str
    store: str
    rule: str
    template: str
    off: int
    first: int
    last: int
    uses: int
    most: int
    made: int
    since: int
    until: int
    public: str
    actor: str


@dataclass(frozen=True, slots=True)
class SlipsSaid(Change):
    """Something was said of numbers of a book."""

    book: str
    first: int
    last: int
    what: str
    at: int
    actor: str


@dataclass(frozen=True, slots=True)
class SlipUsed(Change):
    """A slip was keyed in as a sale. `at`: as written on it, `keyed`: when it was keyed in; `off`: minor units it took
    off, or what was given was worth."""

    book: str
    number: int
    txn: str
    at: int
    keyed: int
    by: str
    actor: str
    off: int


def _made(fact: Fact, body: BookMade) -> tuple[Change, ...]:
    opened = BookOpened(
        body.book,
        body.store,
        body.rule,
        body.template,
        body.off,
        body.first,
        body.last,
        body.uses,
        body.most,
        body.made,
        body.since,
        body.until,
        body.public,
        fact.actor,
    )
    return (opened, SharedChanged(f"|{share_key(body.rule)}", -body.uses))


def _declared(fact: Fact, body: SlipsDeclared) -> tuple[Change, ...]:
    at = fact.corrected_ms
    return tuple(SlipsSaid(body.book, first, last, body.what, at, fact.actor) for first, last in body.ranges)


SLIPS_BOOK_MADE = Kind(
    "slips.book_made",
    owner=_OWNER,
    body=BookMade,
    says="a book is out; of the terminal's share of its rule, so many uses are gone",
    changes=_made,
)
SLIPS_DECLARED = Kind(
    "slips.declared", owner=_OWNER, body=SlipsDeclared, says="what is known of these numbers", changes=_declared
)

KINDS: tuple[Kind[Any], ...] = (SLIPS_BOOK_MADE, SLIPS_DECLARED)
