"""Whether this terminal may redeem a coupon by itself, and whether it is any use to ask."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.context import Context
from kiosk.application.ports.ledger import RIGHTS_WAIT, LedgerTx
from kiosk.application.sync.clock_trust import MET, clock_behind
from kiosk.application.sync.outcomes import Link
from kiosk.domain.coupons.model import Coupon, CouponTemplate, OfflinePolicy
from kiosk.domain.coupons.vouchers import Voucher
from kiosk.domain.refusals import Refusal, RefusalCode


def online(context: Context) -> bool:
    """Whether HQ can be asked, as far as the sync knows."""
    return context.sync_status().link is Link.ONLINE


def rights_usable(context: Context, tx: LedgerTx) -> bool:
    """Not after a restore, a shut-down, or with a clock that went back, until HQ was reached."""
    if any(tx.meta(key) is not None for key in RIGHTS_WAIT):
        return False
    return online(context) or not clock_behind(context.clock.now_ms(), tx.last_stamp(), tx.meta(MET))


def held(context: Context, tx: LedgerTx, coupon: str) -> bool:
    """Whether the right to a coupon is here, to be used without asking."""
    right = tx.right(coupon)
    return right is not None and right.uses > 0 and rights_usable(context, tx)


def no_right(context: Context, tx: LedgerTx, coupon: str) -> Refusal:
    """Why a coupon whose right is not here cannot be redeemed without HQ."""
    code = RefusalCode.NO_RIGHT_OFFLINE if rights_usable(context, tx) else RefusalCode.RIGHT_UNUSABLE
    return Refusal(code, {"coupon": coupon})


def right_missing(context: Context, tx: LedgerTx, coupon: str, template: CouponTemplate, off: int) -> Refusal | None:
    """What the confirmation would say for want of a right: nothing while HQ can be asked, or a manager may stand in for
    it. `off`: minor units the coupon takes off."""
    if online(context) or held(context, tx, coupon):
        return None
    if template.offline is not OfflinePolicy.ACCEPT_WITH_MANAGER:
        return no_right(context, tx, coupon)
    return too_valuable(coupon, template, off)


@dataclass(frozen=True, slots=True)
class VoucherHere:
    """What a voucher of value may pay at this terminal now, and why it may not."""

    voucher: Voucher
    refusal: Refusal | None = None


def voucher_here(context: Context, tx: LedgerTx, coupon: Coupon, template: CouponTemplate, left: int) -> VoucherHere:
    """`left`: minor units that are on it, as far as is known. Held here, it is exactly what the right says; HQ is asked
    for it, or else a manager may stand in for it, up to what the template allows."""
    right = tx.right(coupon.id)
    if right is not None and held(context, tx, coupon.id):
        if template.sold is not None and online(context):  # others may have put more on it
            left = max(left, right.uses)
            return VoucherHere(Voucher(coupon, template, left, left))
        return VoucherHere(Voucher(coupon, template, right.uses, right.uses))
    if online(context):
        return VoucherHere(Voucher(coupon, template, left, left))
    if template.offline is not OfflinePolicy.ACCEPT_WITH_MANAGER:
        return VoucherHere(Voucher(coupon, template, left, 0), no_right(context, tx, coupon.id))
    return VoucherHere(Voucher(coupon, template, left, min(left, template.offline_limit)))


def too_valuable(coupon: str, template: CouponTemplate, off: int) -> Refusal | None:
    """Why not even a manager may stand in for HQ: more than the template allows. A gift takes nothing `off`, and is
    worth what it says."""
    value = off or template.benefit.value
    if value <= template.offline_limit:
        return None
    return Refusal(RefusalCode.ABOVE_OFFLINE_LIMIT, {"coupon": coupon, "value": value, "need": template.offline_limit})
