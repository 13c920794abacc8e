"""What HQ knows of coupons, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.coupons.model import CouponTemplate
from kiosk.hq.rows.publish import published_rows
from kiosk.hq.store.database import Tx
from kiosk.protocol.rows import CouponRow


@dataclass(frozen=True, slots=True)
class CouponFacts:
    """What HQ knows of a coupon: its row, its home store and how often it is good."""

    row: CouponRow
    home: str
    limit: int


def coupon_facts(tx: Tx, coupons: Iterable[str]) -> dict[str, CouponFacts]:
    """By coupon id; unknown ones are absent."""
    rows = published_rows(tx, "coupons", coupons, CouponRow)
    limits = limits_of(tx, {row.coupon.template for _, row in rows.values()})
    return {
        coupon: CouponFacts(row, store, limits.get(row.coupon.template, 1)) for coupon, (store, row) in rows.items()
    }


def limits_of(tx: Tx, templates: Iterable[str]) -> dict[str, int]:
    """Uses per coupon by template id."""
    found = published_rows(tx, "templates", templates, CouponTemplate)
    return {template: row.uses_per_coupon for template, (_, row) in found.items()}
