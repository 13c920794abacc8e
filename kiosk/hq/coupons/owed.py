"""What the chain owes on vouchers of value, and how it came to that."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from kiosk.domain.coupons.model import CouponTemplate
from kiosk.domain.coupons.series import stem_in
from kiosk.domain.time import instant
from kiosk.hq.context import Context
from kiosk.hq.coupons.charge_tables import charge_voided, voucher_charge
from kiosk.hq.coupons.queries import refunded
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows, chunks
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, published, redemption
from kiosk.protocol.rows import CouponRow, RevocationRow, decode_row

_TEMPLATES, _REVOCATIONS = Bucket(CHAIN, "templates"), Bucket(CHAIN, "revocations")
_FIELDS = (
    *("count", "issued", "sold", "topped_up", "taken_off", "used", "refunded"),
    *("left", "expired", "revoked", "beyond"),
)


@dataclass(frozen=True, slots=True)
class VoucherSums:
    """What became of all vouchers of a template; minor units. Put on them: `issued` by HQ and campaigns, `sold` and
    `topped_up` at tills, `refunded` when goods came back. Gone: `used`, and `taken_off` when a sale of a voucher was
    undone. What is still on those that are good is what the chain owes (`left`), beside `expired` and `revoked`.
    `beyond`: paid though it was not there.

    issued + sold + topped_up + refunded + beyond = used + taken_off + left + expired + revoked.
    """

    template: str
    count: int
    issued: int
    sold: int
    topped_up: int
    taken_off: int
    used: int
    refunded: int
    left: int
    expired: int
    revoked: int
    beyond: int = 0


@dataclass(slots=True)
class _Moved:
    """What moved on one voucher."""

    sold: int = 0
    topped_up: int = 0
    taken_off: int = 0
    used: int = 0
    refunded: int = 0


def voucher_sums(context: Context, tx: Tx) -> list[VoucherSums]:
    """By template, in the order of their ids."""
    now = instant(context.clock.now_ms())
    templates = {one.id: one for one in all_rows(tx, _TEMPLATES, CouponTemplate) if one.is_voucher}
    if not templates:
        return []
    gone = {one.coupon for one in all_rows(tx, _REVOCATIONS, RevocationRow)}
    query = select(published.c.data).where(published.c.subject == "coupons", published.c.data.is_not(None))
    rows = [decode_row(data, CouponRow).coupon for data in tx.execute(query).scalars()]
    vouchers = {one.id: one for one in rows if one.template in templates}
    moved = _moved(tx, vouchers)
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for name, one in vouchers.items():
        template, counted, its = templates[one.template], sums[one.template], moved[name]
        worth = one.units(template)
        rest = worth + its.sold + its.topped_up + its.refunded - its.taken_off - its.used
        lost = one.revoked_at is not None or name in gone or stem_in(name) in gone
        over = min(one.expires, template.valid_until) <= now
        counted["count"] += 1
        counted["issued"] += worth
        for field in ("sold", "topped_up", "taken_off", "used", "refunded"):
            counted[field] += getattr(its, field)
        counted["beyond"] += max(0, -rest)
        counted["revoked" if lost else "expired" if over else "left"] += max(0, rest)
    return [VoucherSums(name, *(sums[name][field] for field in _FIELDS)) for name in sorted(sums)]


def _moved(tx: Tx, vouchers: Iterable[str]) -> dict[str, _Moved]:
    found: dict[str, _Moved] = defaultdict(_Moved)
    for ids in chunks(sorted(vouchers)):
        charged = select(voucher_charge.c.coupon, voucher_charge.c.first, func.sum(voucher_charge.c.value))
        charged = charged.where(voucher_charge.c.coupon.in_(ids))
        for coupon, first, value in tx.execute(charged.group_by(voucher_charge.c.coupon, voucher_charge.c.first)):
            if first:
                found[coupon].sold += int(value)
            else:
                found[coupon].topped_up += int(value)
        taken = select(charge_voided.c.store, charge_voided.c.coupon, charge_voided.c.txn)
        off = {(row.store, row.coupon, row.txn) for row in tx.execute(taken.where(charge_voided.c.coupon.in_(ids)))}
        back = refunded(tx, ids)
        uses = select(redemption).where(redemption.c.coupon.in_(ids), redemption.c.state != "voided")
        for row in tx.execute(uses):
            key = (row.at_store, row.coupon, row.txn)
            if key in off:
                found[row.coupon].taken_off += row.units
            else:
                found[row.coupon].used += row.units
                # never more than was paid comes back
                found[row.coupon].refunded += min(row.units, back.get(key, 0))
    return found
