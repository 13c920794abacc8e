"""What people at HQ do about coupons."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.time import instant
from kiosk.hq.context import Context
from kiosk.hq.coupons import rights
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import CouponRow, RevocationRow


def revoke_coupon(context: Context, tx: Tx, coupon: str, reason: str) -> None:
    """Take a coupon back, in every store."""
    now = context.clock.now_ms()
    tx.hold([rights.lock_of(coupon)])
    publish(tx, [RowChange(Bucket(CHAIN, "revocations"), coupon, RevocationRow(coupon, instant(now), reason))], now)
    for grant in rights.every_open(tx, [coupon]):
        rights.recall(tx, grant, now)


def withdraw_coupon(context: Context, tx: Tx, coupon: str, reason: str) -> None:
    """The same with a coupon that HQ has signed, and its row says so, too. Others need no word about it."""
    now = context.clock.now_ms()
    found = published_rows(tx, "coupons", [coupon], CouponRow).get(coupon)
    if found is None or found[1].coupon.revoked_at is not None:
        return
    store, row = found
    gone = replace(row, coupon=replace(row.coupon, revoked_at=instant(now)))
    publish(tx, [RowChange(Bucket(store, "coupons"), coupon, gone)], now)
    revoke_coupon(context, tx, coupon, reason)
