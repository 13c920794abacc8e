"""Facts of staff: who signed in and out, wrong PINs, and what HQ changed about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind

_OWNER = "staff"


class SignedIn(Body, frozen=True, kw_only=True):
    """`how`: pin, badge."""

    staff: str
    how: str


class OfStaff(Body, frozen=True, kw_only=True):
    """The staff member."""

    staff: str


class StaffChanged(Body, frozen=True, kw_only=True):
    """`what`: added, changed, stopped, started, pin, badge, badge_withdrawn; `by`: whose command at HQ it was, as the
    computer there knows them; `role`, `stores` (None: every store) as they are from then on."""

    staff: str
    what: str
    by: str = ""
    role: str = ""
    stores: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PinFailed(Change):
    """A wrong PIN for a staff member."""

    staff: str
    at: int


@dataclass(frozen=True, slots=True)
class PinCleared(Change):
    """A right PIN: the count of failures starts anew."""

    staff: str


def _signed_in(_fact: Fact, body: SignedIn) -> tuple[Change, ...]:
    # a badge proves nothing about who has been guessing the PIN
    return (PinCleared(body.staff),) if body.how == "pin" else ()


STAFF_SIGNED_IN = Kind(
    "staff.signed_in",
    owner=_OWNER,
    body=SignedIn,
    says="by PIN: forgets the staff member's wrong PINs",
    changes=_signed_in,
)
STAFF_SIGNED_OUT = Kind("staff.signed_out", owner=_OWNER, body=OfStaff, says="none")
STAFF_LOCKED = Kind("staff.locked", owner=_OWNER, body=OfStaff, says="none")
STAFF_PIN_FAILED = Kind(
    "staff.pin_failed",
    owner=_OWNER,
    body=OfStaff,
    says="counts a wrong PIN",
    changes=lambda fact, body: (PinFailed(body.staff, fact.corrected_ms),),
)

STAFF_CHANGED = Kind("staff.changed", owner=_OWNER, body=StaffChanged, says="none; only HQ journals it")

KINDS: tuple[Kind[Any], ...] = (STAFF_SIGNED_IN, STAFF_SIGNED_OUT, STAFF_LOCKED, STAFF_PIN_FAILED, STAFF_CHANGED)
