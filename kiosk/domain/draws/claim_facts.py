"""Facts of prizes that somebody has to get (docs/draws.md, "Claims"): due, told, identity looked at, handed over,
shipped or forfeited. They hold no personal data: the number of a document that was looked at stands on paper only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind

_OWNER = "draws"
_LONGEST = 300
MOST_VALUE = 1 << 53


class Said(StrEnum):
    """What was said of a claim."""

    DUE = "due"
    GRANTED = "granted"
    NOTIFIED = "notified"
    CHECKED = "checked"
    ADDRESSED = "addressed"
    HANDED = "handed"
    SHIPPED = "shipped"
    FORFEITED = "forfeited"


class How(StrEnum):
    """What proves that the winner has it."""

    PAPER = "paper"  # signed on the note
    SCREEN = "screen"  # signed on the screen
    RECEIPT = "receipt"  # the code of their slip, or their pass, was scanned


class Forfeit(StrEnum):
    """Why a prize is nobody's any more, or goes on by the published rule."""

    DEADLINE = "deadline"
    DECLINED = "declined"
    INELIGIBLE = "ineligible"
    VOID = "void"  # their draw does not count


def _is_commitment(text: str) -> bool:
    return len(text) == 64 and text.isascii() and text.isalnum()


class OfClaim(Body, frozen=True, kw_only=True):
    """`claim`: its id (`domain/draws/claims.py`)."""

    claim: str

    def __post_init__(self) -> None:
        """Raises ValueError for no claim."""
        if not 0 < len(self.claim) <= _LONGEST or not self.claim.isprintable():
            raise ValueError(f"claim {self.claim!r}")


class DueBody(OfClaim, frozen=True, kw_only=True):
    """`source`: the wheel or the draw; `store`: where it is to be had; `name`: of a prize that no campaign names;
    `value`: minor units; `percent`: withheld of a resident, hundredths of a percent; `until`: ms since 1970, the end
    excluded; `identity`: a document is looked at; `anywhere`: nobody works where it was won, so that whoever hands it
    over asks HQ."""

    member: str
    campaign: str = ""
    source: str
    prize: str
    store: str
    name: str = ""
    value: int = 0
    currency: str = ""
    jurisdiction: str = ""
    percent: int = 0
    until: int
    identity: bool = False
    anywhere: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError where no such prize can be."""
        OfClaim.__post_init__(self)
        if not 0 <= self.value < MOST_VALUE or not 0 <= self.percent <= 10_000:
            raise ValueError(f"worth {self.value}, {self.percent} withheld")


class GrantedBody(OfClaim, frozen=True, kw_only=True):
    """HQ lets `device` hand it over; "": nobody before HQ is asked again. Only HQ journals it."""

    device: str = ""


class NotifiedBody(OfClaim, frozen=True, kw_only=True):
    """`how`: mail, sms, or both joined by "+". Only HQ journals it."""

    how: str


class CheckedBody(OfClaim, frozen=True, kw_only=True):
    """A document was looked at; `resident`: for the tax, as the winner says and the document shows."""

    resident: bool = True


class AddressedBody(OfClaim, frozen=True, kw_only=True):
    """The winner wants it sent. `address`: commitment to where to, hex; the words lie where they can be erased
    (docs/registration.md). The newest counts."""

    address: str

    def __post_init__(self) -> None:
        """Raises ValueError for no commitment."""
        OfClaim.__post_init__(self)
        if not _is_commitment(self.address):
            raise ValueError(f"commitment {self.address!r}")


class HandedBody(OfClaim, frozen=True, kw_only=True):
    """`tax`: minor units withheld; `signature`: commitment to what was drawn on the screen, hex; it lies where it can
    be erased (docs/registration.md)."""

    how: How
    tax: int = 0
    signature: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError where nothing proves it."""
        OfClaim.__post_init__(self)
        if not 0 <= self.tax < MOST_VALUE:
            raise ValueError(f"{self.tax} withheld")
        if (self.how is How.SCREEN) != _is_commitment(self.signature):
            raise ValueError(f"{self.how} with {self.signature!r}")


class ShippedBody(OfClaim, frozen=True, kw_only=True):
    """`parcel`: the carrier's number."""

    parcel: str = ""
    tax: int = 0


class ForfeitedBody(OfClaim, frozen=True, kw_only=True):
    """`reason`: deadline (HQ), declined, ineligible, void (the draw is); `second`: who signed beside the actor."""

    reason: Forfeit
    second: str = ""


class SettledBody(Body, frozen=True, kw_only=True):
    """What became of what was left of a prize when its campaign was over: `left` pieces. `how`: returned, next, given,
    destroyed; `by`: whose word it is."""

    campaign: str
    source: str
    prize: str
    left: int
    how: str
    by: str


@dataclass(frozen=True, slots=True)
class ClaimSaid(Change):
    """Something was said of a claim, under `stamp`. `at`: ms since 1970; `said`: the fact's body."""

    claim: str
    what: Said
    stamp: int
    at: int
    actor: str
    said: OfClaim


@dataclass(frozen=True, slots=True)
class PrizeSettled(Change):
    """What is left of a prize is accounted for."""

    said: SettledBody
    at: int


B = TypeVar("B", bound=OfClaim)


def _kind(what: Said, body: type[B], says: str) -> Kind[B]:
    def changes(fact: Fact, said: B) -> tuple[Change, ...]:
        return (ClaimSaid(said.claim, what, fact.hlc, fact.corrected_ms, fact.actor, said),)

    return Kind(f"claim.{what}", owner=_OWNER, body=body, says=says, changes=changes)


CLAIM_DUE = _kind(Said.DUE, DueBody, "a prize that somebody has to get")
CLAIM_GRANTED = _kind(Said.GRANTED, GrantedBody, "who may hand it over; only HQ journals it")
CLAIM_NOTIFIED = _kind(Said.NOTIFIED, NotifiedBody, "the winner was written to; only HQ journals it")
CLAIM_CHECKED = _kind(Said.CHECKED, CheckedBody, "a document was looked at")
CLAIM_ADDRESSED = _kind(Said.ADDRESSED, AddressedBody, "the winner wants it sent: HQ ships it, nobody hands it over")
CLAIM_HANDED = _kind(Said.HANDED, HandedBody, "the winner has the prize; of several ends the first counts")
CLAIM_SHIPPED = _kind(Said.SHIPPED, ShippedBody, "the prize is on its way; of several ends the first counts")
CLAIM_FORFEITED = _kind(Said.FORFEITED, ForfeitedBody, "it goes on by the published rule; never handed over after that")
PRIZES_SETTLED = Kind(
    "prizes.settled",
    owner=_OWNER,
    body=SettledBody,
    says="what is left of a prize is accounted for; only HQ journals it",
    changes=lambda fact, body: (PrizeSettled(body, fact.corrected_ms),),
)

KINDS: tuple[Kind[Any], ...] = (
    CLAIM_DUE,
    CLAIM_GRANTED,
    CLAIM_NOTIFIED,
    CLAIM_CHECKED,
    CLAIM_ADDRESSED,
    CLAIM_HANDED,
    CLAIM_SHIPPED,
    CLAIM_FORFEITED,
    PRIZES_SETTLED,
)
BODIES: Mapping[Said, Kind[Any]] = {
    Said.DUE: CLAIM_DUE,
    Said.GRANTED: CLAIM_GRANTED,
    Said.NOTIFIED: CLAIM_NOTIFIED,
    Said.CHECKED: CLAIM_CHECKED,
    Said.ADDRESSED: CLAIM_ADDRESSED,
    Said.HANDED: CLAIM_HANDED,
    Said.SHIPPED: CLAIM_SHIPPED,
    Said.FORFEITED: CLAIM_FORFEITED,
}
"""Who reads and writes what was said."""


def read_said(what: Said, body: Mapping[str, Any]) -> OfClaim:
    """A body as it was written. Raises BodyError."""
    read = BODIES[what].read(body)
    assert isinstance(read, OfClaim)
    return read


HQS_OWN = frozenset(map(str, (CLAIM_GRANTED, CLAIM_NOTIFIED, PRIZES_SETTLED)))
"""Kinds that only HQ journals."""
