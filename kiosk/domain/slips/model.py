"""Books of paper slips: numbered, signed beforehand, given out in place of a till's answer while everything is down.

Money is in minor units, instants are UTC and the end of a period is excluded. A book is a lease: HQ counts its `uses`
as given away from the moment it is made, so that paper nobody can ask about can never take more than was set aside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.coupons.model import Benefit, BenefitKind

MOST_SLIPS = 1_000
"""Slips of one book."""
SLIP = "slip:"
"""What the id of a slip's use begins with, where those of coupons stand. No coupon of HQ's does."""
_SHARE = "slips:"


class Declared(StrEnum):
    """What was said of numbers that were never keyed in."""

    UNUSED = "unused"
    """They lie here, blank."""
    LOST = "lost"
    """Nobody knows where they are: somebody may have them, and they may have been used."""


@dataclass(frozen=True, slots=True)
class SlipRule:
    """What terminals may make books of while HQ is away, as HQ allows it: slips good for one use of `template`, or (""
    there) for `off` minor units off whatever is bought.

    `most`: what a slip takes off at most. `share`: how many uses a terminal keeps by it for that; 0: only HQ makes
    books. `days`: how long such a book is good.
    """

    id: str
    template: str
    most: int
    off: int = 0
    share: int = 0
    days: int = 7


@dataclass(frozen=True, slots=True)
class SlipBook:
    """A numbered range of slips for one store. `uses`: how many of them may be used; `most`: what one takes off at
    most; `rule`: what it was taken out of (`SlipRule.id`); `device`: the terminal that made it, "" for HQ."""

    id: str
    store: str
    rule: str
    template: str
    off: int
    first: int
    last: int
    uses: int
    most: int
    made: datetime
    since: datetime
    until: datetime
    device: str = ""

    @property
    def count(self) -> int:
        """How many slips there are."""
        return self.last - self.first + 1

    def has(self, number: int) -> bool:
        """Whether there is a slip of that number."""
        return self.first <= number <= self.last


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `first` to `last`, both of them meant, and what was said of them."""

    first: int
    last: int
    what: Declared

    def numbers(self) -> range:
        """All of them."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class BookState:
    """What became of a book, in numbers of slips. `used` counts those that were keyed in; of those that were not,
    `unused` and `lost` as it was said of them; `open` are all others. `off`: minor units that were taken off."""

    book: SlipBook
    used: int
    unused: int
    lost: int
    off: int = 0

    @property
    def open(self) -> int:
        """Slips that are out, and of which nothing is known."""
        return max(0, self.book.count - self.used - self.unused - self.lost)

    @property
    def risk(self) -> int:
        """How many of them may still be used, or were already: never more than the book allows in all."""
        return max(0, min(self.open + self.lost, self.book.uses - self.used))

    @property
    def worst(self) -> int:
        """Minor units that they can take off at most."""
        return self.risk * self.book.most

    @property
    def out(self) -> int:
        """What the book takes of what was set aside for its rule: uses that happened, and those that may."""
        return self.used + self.risk


def state_of(book: SlipBook, used: Iterable[int], declared: Iterable[Range], off: int = 0) -> BookState:
    """By the numbers that were used and by what was said of others. A number that was used is used, whatever was said
    of it; one of which both was said is lost."""
    spent = {number for number in used if book.has(number)}
    said: dict[Declared, set[int]] = {what: set() for what in Declared}
    for one in declared:
        said[one.what].update(range(max(one.first, book.first), min(one.last, book.last) + 1))
    lost = said[Declared.LOST] - spent
    unused = said[Declared.UNUSED] - spent - lost
    return BookState(book, len(spent), len(unused), len(lost), off)


def use_of(book: str, number: int) -> str:
    """The id under which the use of a slip stands where coupons' ids stand: used twice, it is a double use."""
    return f"{SLIP}{book}-{number}"


def slip_of(use: str) -> tuple[str, int] | None:
    """(book, number) of such an id; None for that of a coupon."""
    book, dash, number = use.removeprefix(SLIP).rpartition("-")
    if not use.startswith(SLIP) or not (book and dash and number.isdecimal() and number.isascii()):
        return None
    return (book, int(number)) if len(number) <= 15 else None


def share_key(rule: str) -> str:
    """What the leased quantity of a rule is called."""
    return f"{_SHARE}{rule}"


def rule_of_key(key: str) -> str | None:
    """The rule of such a quantity; None for any other."""
    return key.removeprefix(_SHARE) if key.startswith(_SHARE) else None


def rule_id(template: str, off: int) -> str:
    """What a rule is called: as its template, or by the amount that its slips take off."""
    return template or f"off-{off}"


def most_of(benefit: Benefit) -> int | None:
    """What one use takes off at most, or is worth; None where that grows with what is bought."""
    match benefit.kind:
        case BenefitKind.FIXED:
            return benefit.off
        case BenefitKind.GIFT:
            return benefit.value
        case BenefitKind.THRESHOLD:
            return None if benefit.each else benefit.off
        case BenefitKind.PERCENT:
            return benefit.cap
        case BenefitKind.DEAL | BenefitKind.VALUE | BenefitKind.UNKNOWN:
            return None
