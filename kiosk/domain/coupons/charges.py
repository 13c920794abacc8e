"""What a till may put on a voucher of value, how long it is then good, and whether it can be taken back
(docs/coupons.md, docs/adr/0033)."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.coupons.model import CouponTemplate
from kiosk.domain.refusals import Refusal, RefusalCode

_MARK, _ID_CHARS = "v-", 20  # of base32: 100 bits, and short enough for a code that a cheap camera reads


def fresh_id(device: str, txn: str) -> str:
    """The id of a voucher that a terminal makes when it is sold: the same sale makes the same one."""
    digest = hashlib.sha256(f"{device}/{txn}".encode()).digest()
    return _MARK + base64.b32encode(digest).decode().lower()[:_ID_CHARS]


def good_until(template: CouponTemplate, now: datetime, zone: str) -> datetime:
    """The first instant at which a voucher that is sold `now` is not good any more: after so many store-local days, the
    day of the sale being the first, or when its template ends."""
    sold = template.sold
    if sold is None or sold.days is None:
        return template.valid_until
    info = ZoneInfo(zone)
    day = now.astimezone(info).date()
    try:
        last = datetime.combine(day, datetime.min.time()) + timedelta(days=sold.days)
    except OverflowError:
        return template.valid_until
    return min(last.replace(tzinfo=info).astimezone(now.tzinfo), template.valid_until)


def may_be_charged(
    template: CouponTemplate, value: int, left: int, unit: int, now: datetime, zone: str
) -> Refusal | None:
    """Why not `value` minor units can be put on a voucher with `left` on it now; None: they can. `unit`: the smallest
    coin; `zone`: of the store (IANA)."""
    sold = template.sold
    if sold is None or not template.is_voucher:
        return Refusal(RefusalCode.VOUCHER_NOT_SOLD)
    wall = now.astimezone(ZoneInfo(zone)).replace(tzinfo=UTC)
    if template.withdrawn or not sold.since <= wall < sold.until or now >= template.valid_until:
        return Refusal(RefusalCode.VOUCHER_NOT_SOLD)
    if value < sold.least or value % unit:
        return Refusal(RefusalCode.VOUCHER_AMOUNT, {"need": sold.least, "value": sold.most})
    if left + value > sold.most:
        return Refusal(RefusalCode.VOUCHER_AMOUNT, {"need": sold.least, "value": max(0, sold.most - left)})
    return None
