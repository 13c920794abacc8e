"""Facts of a wheel's leases: a sealed tape was opened, a slot was shown, a tape was closed. That a slot was taken is
`wheel.spun` (`domain/campaigns/facts.py`), which rules give rewards for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.domain.campaigns.facts import SlotTaken
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind

__all__ = [
    "KINDS",
    "WHEEL_CLOSED",
    "WHEEL_OPENED",
    "WHEEL_SHOWN",
    "LeaseClosed",
    "LeaseOpened",
    "SlotShown",
    "SlotTaken",
    "WheelClosed",
    "WheelOpened",
    "WheelShown",
    "Why",
]

_OWNER = "draws"
_HEX = re.compile(r"([0-9a-f]{2})*")
MOST_SLOTS = 1_000_000


class Why(StrEnum):
    """Why a lease was closed."""

    EMPTY = "empty"
    """Every slot is taken."""
    OVER = "over"
    """The campaign is over."""
    EXPIRED = "expired"
    """Its own time is over."""
    RESTORED = "restored"
    """The ledger is an older one: nobody here knows which slots were taken since."""
    RETIRED = "retired"
    """The terminal stops for good, or a person called it back."""


class WheelOpened(Body, frozen=True, kw_only=True):
    """A tape is sealed and named before its first spin. `op`: the exchange with HQ it came from; `body`: the lease, as
    canonical text, which HQ signed (`key_id`, `signature`: hex); `beacon`: the round's signature, hex; `root`: of the
    tape's `size` slots, hex; `root_signature`: the device's over `opening_body`, hex."""

    lease: str
    op: str = ""
    campaign: str
    wheel: str
    body: str
    key_id: str
    signature: str
    beacon: str = ""
    root: str
    root_signature: str = ""
    size: int

    def __post_init__(self) -> None:
        """Raises ValueError for no tape."""
        if not 0 < len(self.lease) <= 64 or not self.lease.isprintable() or not 0 < self.size <= MOST_SLOTS:
            raise ValueError(f"lease {self.lease!r} of {self.size}")
        _hex(self.root, 32)
        for text in (self.key_id, self.signature, self.beacon, self.root_signature):
            _hex(text)


class WheelShown(Body, frozen=True, kw_only=True):
    """The wheel stopped at slot `j`, and who stood there saw it."""

    lease: str
    j: int


class WheelClosed(Body, frozen=True, kw_only=True):
    """`nt`: what the terminal committed itself to before the lease, hex, "" when it is lost; `used`: slots that were
    taken, 0 to `used` − 1; `why`: empty, over, expired, restored, retired."""

    lease: str
    nt: str
    used: int
    why: Why

    def __post_init__(self) -> None:
        """Raises ValueError for no closing."""
        if not 0 <= self.used <= MOST_SLOTS:
            raise ValueError(f"{self.used} slots")
        if self.nt:
            _hex(self.nt, 32)


@dataclass(frozen=True, slots=True)
class LeaseOpened(Change):
    """A tape may be spun once HQ has acknowledged the fact. `stamp`: the fact's; `at`: ms since 1970; `boot`, `mono`:
    the machine's clock then."""

    said: WheelOpened
    stamp: int
    at: int
    boot: str
    mono: int


@dataclass(frozen=True, slots=True)
class SlotShown(Change):
    """A slot was shown to the end."""

    lease: str
    j: int
    at: int


@dataclass(frozen=True, slots=True)
class LeaseClosed(Change):
    """No more of it is spun. A second closing changes nothing."""

    lease: str
    nt: str
    used: int
    why: Why
    at: int


def _hex(text: str, length: int | None = None) -> None:
    if not _HEX.fullmatch(text) or (length is not None and len(text) != 2 * length):
        raise ValueError(f"no hex of {length or 'whole'} bytes: {text[:20]!r}")


def _opened(fact: Fact, body: WheelOpened) -> tuple[Change, ...]:
    return (LeaseOpened(body, fact.hlc, fact.corrected_ms, fact.boot, fact.mono),)


def _shown(fact: Fact, body: WheelShown) -> tuple[Change, ...]:
    return (SlotShown(body.lease, body.j, fact.corrected_ms),)


def _closed(fact: Fact, body: WheelClosed) -> tuple[Change, ...]:
    return (LeaseClosed(body.lease, body.nt, body.used, body.why, fact.corrected_ms),)


WHEEL_OPENED = Kind(
    "wheel.opened",
    owner=_OWNER,
    body=WheelOpened,
    says="a sealed tape, published: it may be spun once HQ has the fact",
    changes=_opened,
)
WHEEL_SHOWN = Kind(
    "wheel.shown", owner=_OWNER, body=WheelShown, says="the slot is not shown again after a crash", changes=_shown
)
WHEEL_CLOSED = Kind(
    "wheel.closed",
    owner=_OWNER,
    body=WheelClosed,
    says="the tape is over; what is left of it goes back; a second closing changes nothing",
    changes=_closed,
)

KINDS: tuple[Kind[Any], ...] = (WHEEL_OPENED, WHEEL_SHOWN, WHEEL_CLOSED)
