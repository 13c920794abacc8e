"""Rows of any bucket that a person at HQ puts or deletes, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.coupons.model import CouponTemplate
from kiosk.hq.context import Context
from kiosk.hq.coupons import judging, rights
from kiosk.hq.members.kinship import follow_rows
from kiosk.hq.projections import histories
from kiosk.hq.rows.publish import RowChange, number, publish
from kiosk.hq.staff.commands import follow_stores
from kiosk.hq.store.database import Tx


def put_rows(context: Context, tx: Tx, changes: Sequence[RowChange]) -> int:
    """Coupons of a store get their rights at once, a member's new home gets their history, a new store those who work
    in every store, uses of a template that allows another number are judged again. Gives how many rows changed."""
    now = context.clock.now_ms()
    templates = [change for change in changes if change.bucket.subject == "templates"]
    limits = {one.id: one.row.units if isinstance(one.row, CouponTemplate) else 1 for one in templates}
    judging.limits_change(tx, limits, now)
    stores = [change.id for change in changes if change.bucket.subject == "stores" and change.row]
    follow_stores(tx, stores, now)  # first: what is put here as well counts
    publish(tx, changes, now)
    members = [
        (change.bucket.store, change.id) for change in changes if change.bucket.subject == "members" and change.row
    ]
    follow_rows(tx, [name for _, name in members], now)  # who was merged into another is that still
    histories.rehome(tx, members, now)
    coupons = [change.id for change in changes if change.bucket.subject == "coupons" and change.row]
    judging.later(tx, coupons, now)
    rights.assign(tx, coupons, now)
    return number(tx, now)
