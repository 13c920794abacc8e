"""What selling and topping up vouchers of value takes and answers. Frozen; the screen shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.channels import Channel
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class VoucherKind:
    """A kind of voucher that is sold here. Minor units: `amounts` are offered, from `least` to `most` may be keyed in.
    `until`: a new one sold now is good until then; `prints`: this terminal can make a new one, else only printed cards
    are sold."""

    template: str
    name: LocalText
    amounts: tuple[int, ...]
    least: int
    most: int
    until: datetime
    prints: bool


@dataclass(frozen=True, slots=True)
class CardFound:
    """A voucher that was scanned to be sold or topped up: `left` minor units are on it as far as is known (`sure`: HQ
    said so, or all of it is known here), good until `until`; `most`: so much may be put on it. `used`: what it paid
    here last, as (when, minor units), newest first."""

    coupon: str
    kind: VoucherKind
    left: int
    sure: bool
    until: datetime
    most: int
    used: tuple[tuple[datetime, int], ...] = ()

    @property
    def blank(self) -> bool:
        """Nothing was put on it yet, as far as is known."""
        return self.left == 0 and not self.used


@dataclass(frozen=True, slots=True)
class ChargeWanted:
    """`value` minor units are paid for a voucher: a new one of `template`, or, where `coupon` names one, that. `txn`:
    the same twice is done once; `left`: what was said to be on it; `till`: the till's own id."""

    txn: str
    template: str
    value: int
    coupon: str = ""
    left: int = 0
    until: datetime | None = None
    channel: Channel = Channel.CHECKOUT
    till: str = ""


@dataclass(frozen=True, slots=True)
class ChargeView:
    """A voucher that was sold or topped up. Minor units: `value` was paid, `left` is on it then as far as was known.
    `code`: what its QR symbol carries, where it was made here; `first`: sold, else topped up."""

    txn: str
    receipt: str
    at: datetime
    clerk: str
    coupon: str
    template: str
    name: LocalText
    value: int
    left: int
    until: datetime
    currency: str
    first: bool
    code: str = ""
    voided_at: datetime | None = None
    voided_by: str = ""
    void_needs_manager: bool = False


@dataclass(frozen=True, slots=True)
class Charged:
    """Durable: it was sold or topped up, or that was taken back."""

    charge: ChargeView
    offline: bool = False
