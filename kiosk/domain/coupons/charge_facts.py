"""Facts of money that is put on vouchers of value at a till: a voucher is sold or topped up, and that is taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.coupons.facts import CouponUsed, RightGranted
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind

_OWNER = "coupons"
_MOST = 10**12
"""Minor units: HQ adds up many of them."""
_LAST_MS = 32_503_680_000_000  # the end of the year 2999


class OwnRight(Body, frozen=True, kw_only=True):
    """The right of the terminal to what is on a voucher, as it is from now on: `uses` minor units in all, by its own
    count; `fence` of what it held before, 0 where it held nothing."""

    uses: int
    fence: int = 0


class VoucherCharged(Body, frozen=True, kw_only=True):
    """`value` minor units were paid with money and are on a voucher now. No sale: no campaign counts it. `first`:
    the voucher was sold, else topped up; `fresh`: the terminal made it; it is good from `since` to `until` (ms since
    1970, the end excluded); `left`: what is on it then, as far as was known; `right`: the terminal may use what
    it charged at once; `till`: the till's own id."""

    txn: str
    number: int | None = None
    receipt: str = ""
    coupon: str
    template: str
    name: Mapping[str, str]
    value: int
    currency: str = ""
    clerk: str = ""
    first: bool = True
    fresh: bool = False
    since: int
    until: int
    left: int = 0
    right: OwnRight | None = None
    channel: str = "checkout"
    till: str | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for one that is none."""
        if not 0 < self.value <= _MOST or not 0 <= self.since < self.until <= _LAST_MS:
            raise ValueError(f"{self.value} from {self.since} to {self.until}")


class ChargeVoided(Body, frozen=True, kw_only=True):
    """What was put on a voucher is taken off it again and paid back: `value` minor units, which count as a use of it.
    `right`, `op`: as a sale's coupon has them."""

    txn: str
    coupon: str
    template: str
    value: int
    right: str
    op: str | None = None
    reason: str = ""
    approved_by: str | None = None
    channel: str = "checkout"

    def __post_init__(self) -> None:
        """Raises ValueError for one that is none."""
        if not 0 < self.value <= _MOST:
            raise ValueError(f"{self.value}")


@dataclass(frozen=True, slots=True)
class ChargeRecorded(Change):
    """Money was put on a voucher. `document` is the fact's body, for receipts and lists."""

    txn: str
    at: int
    actor: str
    coupon: str
    template: str
    value: int
    number: int
    since: int
    until: int
    fresh: bool
    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ChargeUndone(Change):
    """It was taken off again."""

    txn: str
    coupon: str
    value: int
    at: int
    actor: str


def _charged(fact: Fact, body: VoucherCharged) -> tuple[Change, ...]:
    recorded = ChargeRecorded(
        body.txn,
        fact.corrected_ms,
        fact.actor,
        body.coupon,
        body.template,
        body.value,
        body.number or 0,
        body.since,
        body.until,
        body.fresh,
        dict(fact.body),
    )
    right = body.right
    return (recorded,) if right is None else (recorded, RightGranted(body.coupon, right.uses, right.fence))


def _voided(fact: Fact, body: ChargeVoided) -> tuple[Change, ...]:
    at, units = fact.corrected_ms, max(0, body.value)
    used = CouponUsed(
        body.coupon, body.txn, body.template, None, at, fact.actor, body.value, body.right, body.op, units
    )
    return (ChargeUndone(body.txn, body.coupon, units, at, fact.actor), used)


VOUCHER_CHARGED = Kind(
    "voucher.charged",
    owner=_OWNER,
    body=VoucherCharged,
    says="what is on the voucher; the terminal's right to what it charged",
    changes=_charged,
)
CHARGE_VOIDED = Kind(
    "voucher.charge_voided",
    owner=_OWNER,
    body=ChargeVoided,
    says="marks it; a use of the voucher",
    changes=_voided,
)

KINDS: tuple[Kind[Any], ...] = (VOUCHER_CHARGED, CHARGE_VOIDED)
