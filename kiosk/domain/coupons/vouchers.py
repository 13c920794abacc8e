"""Vouchers of value: a balance that pays for goods, and gets back what comes back (docs/coupons.md, docs/adr/0027).

A voucher is no discount: it pays of what the price comes to, after every coupon and every discount. So points,
thresholds and returns count what it paid like money.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.coupons.judge import usable_until
from kiosk.domain.coupons.model import Coupon, CouponTemplate, PastUse


@dataclass(frozen=True, slots=True)
class Voucher:
    """A voucher that may pay up to `payable` of the `left` minor units that are on it."""

    coupon: Coupon
    template: CouponTemplate
    left: int
    payable: int


@dataclass(frozen=True, slots=True)
class Payment:
    """What a voucher pays of a sale, and what is left on it then; minor units."""

    voucher: Voucher
    paid: int

    @property
    def left(self) -> int:
        """What is on it afterwards."""
        return self.voucher.left - self.paid


def left_on(coupon: Coupon, template: CouponTemplate, uses: Iterable[PastUse]) -> int:
    """Minor units that are on a voucher, by the uses that are known; each sale counts once, though several tell of it:
    the first that does."""
    by_sale: dict[str, int] = {}
    for use in uses:
        by_sale.setdefault(use.txn, use.units)
    return max(0, coupon.units(template) - sum(by_sale.values()))


def last_uses(uses: Iterable[PastUse], most: int = 2) -> tuple[tuple[datetime, int], ...]:
    """What a voucher paid last, as (when, minor units), newest first; each sale once, and none that came back whole."""
    by_sale: dict[str, PastUse] = {}
    for use in uses:
        by_sale.setdefault(use.txn, use)
    found = sorted((use for use in by_sale.values() if use.units), key=lambda use: (use.at, use.txn), reverse=True)
    return tuple((use.at, use.units) for use in found[:most])


def payments(due: int, vouchers: Iterable[Voucher]) -> tuple[Payment, ...]:
    """What vouchers pay of `due` minor units: the one that runs out first pays first, then the one with less on it, so
    that as few as possible stay with a rest. The order in which they are told changes nothing."""
    found: list[Payment] = []
    for one in sorted(vouchers, key=lambda one: (usable_until(one.coupon, one.template), one.left, one.coupon.id)):
        paid = min(due, one.payable, one.left)
        if paid > 0:
            found.append(Payment(one, paid))
            due -= paid
    return tuple(found)


def refunds(amount: int, paid: Sequence[tuple[str, int]], still_paid: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """How much of `amount` minor units that come back goes onto which voucher: what was paid by voucher goes back
    first, and the rest is money. `paid`: (voucher, minor units) of the sale, in the order in which they paid: the last
    one gets it back first; `still_paid`: what of that has not come back yet."""
    found: list[tuple[str, int]] = []
    for coupon, value in reversed(paid):
        back = min(amount, value, still_paid.get(coupon, 0))
        if back > 0:
            found.append((coupon, back))
            amount -= back
    return tuple(found)
