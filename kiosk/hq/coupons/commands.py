"""What people at HQ do about coupons."""

from __future__ import annotations

from kiosk.domain.time import instant
from kiosk.hq.context import Context
from kiosk.hq.coupons import rights
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import RevocationRow


def revoke_coupon(context: Context, tx: Tx, coupon: str, reason: str) -> None:
    """Take a coupon back, in every store."""
    now = context.clock.now_ms()
    tx.hold([rights.lock_of(coupon)])
    publish(tx, [RowChange(Bucket(CHAIN, "revocations"), coupon, RevocationRow(coupon, instant(now), reason))], now)
    for grant in rights.open_grants(tx, [coupon]).values():
        rights.recall(tx, grant, now)
