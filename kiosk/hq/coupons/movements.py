"""What happened on one voucher of value, as HQ has heard of it, and what is on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from kiosk.domain.coupons.model import CouponTemplate
from kiosk.domain.coupons.series import stem_in
from kiosk.domain.journal.hlc import COUNTER_BITS
from kiosk.domain.time import instant, millis
from kiosk.hq.coupons.charge_tables import charge_voided, voucher_charge
from kiosk.hq.coupons.queries import coupon_facts
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, redemption, voucher_refund
from kiosk.protocol.rows import CouponRow, RevocationRow


class Move(StrEnum):
    """What moved: HQ or a campaign issued it; a till sold it, put more on it, took that off again; it paid; that came
    back."""

    ISSUED = "issued"
    SOLD = "sold"
    TOPPED_UP = "topped_up"
    TAKEN_OFF = "taken_off"
    PAID = "paid"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Movement:
    """`at`: ms since 1970, UTC; `value`: minor units, below zero where they left it; `store`: where; "": HQ."""

    move: Move
    at: int
    value: int
    store: str


@dataclass(frozen=True, slots=True)
class VoucherSeen:
    """A voucher with its balance in minor units (never below zero), its movements from the newest on, and until when it
    is good, in ms since 1970, UTC. `revoked`: it was taken back."""

    row: CouponRow
    template: CouponTemplate
    home: str
    left: int
    moves: tuple[Movement, ...]
    until: int
    revoked: bool


def voucher_seen(tx: Tx, coupon: str) -> VoucherSeen | None:
    """The voucher of that id; None where there is none."""
    facts = coupon_facts(tx, [coupon]).get(coupon)
    if facts is None or not facts.of_value:
        return None
    one = facts.row.coupon
    template = published_row(tx, Bucket(CHAIN, "templates"), one.template, CouponTemplate)
    assert template is not None  # else nobody knew that it is of value
    moves = [Movement(Move.ISSUED, millis(one.not_before), one.units(template), "")] if one.units(template) else []
    moves += _moved(tx, coupon)
    moves.sort(key=lambda move: move.at)  # of one instant it was issued first, and came back last
    moves.reverse()
    names = filter(None, (coupon, stem_in(coupon)))
    gone = any(published_row(tx, Bucket(CHAIN, "revocations"), name, RevocationRow) is not None for name in names)
    left = max(0, sum(move.value for move in moves))
    until = millis(min(one.expires, template.valid_until))
    return VoucherSeen(facts.row, template, facts.home, left, tuple(moves), until, gone or one.revoked_at is not None)


def _moved(tx: Tx, coupon: str) -> Iterator[Movement]:
    charges = select(voucher_charge).where(voucher_charge.c.coupon == coupon)
    for row in tx.execute(charges):
        yield Movement(Move.SOLD if row.first else Move.TOPPED_UP, row.at, row.value, row.store)
    undone = select(charge_voided.c.store, charge_voided.c.txn).where(charge_voided.c.coupon == coupon)
    off = {(row.store, row.txn) for row in tx.execute(undone)}
    paid: dict[tuple[str, str], int] = {}
    uses = select(redemption).where(redemption.c.coupon == coupon, redemption.c.state != "voided")
    for row in tx.execute(uses):
        taken = (row.at_store, row.txn) in off
        yield Movement(Move.TAKEN_OFF if taken else Move.PAID, row.at, -row.units, row.at_store)
        if not taken:
            paid[row.at_store, row.txn] = row.units
    backs = select(voucher_refund).where(voucher_refund.c.coupon == coupon).order_by(voucher_refund.c.hlc)
    for row in tx.execute(backs):
        rest = paid.get((row.store, row.txn), 0)  # never more than was paid comes back
        if value := min(rest, row.units):
            paid[row.store, row.txn] = rest - value
            yield Movement(Move.BACK, millis(instant(row.hlc >> COUNTER_BITS)), value, row.store)
