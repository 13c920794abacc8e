"""What HQ knows of coupons, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from kiosk.domain.coupons.model import CouponTemplate
from kiosk.hq.coupons.charge_tables import voucher_charge
from kiosk.hq.rows.publish import chunks, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import conflict, redemption, voucher_refund
from kiosk.protocol.rows import CouponRow


@dataclass(frozen=True, slots=True)
class CouponFacts:
    """What HQ knows of a coupon: its row, its home store and how often it is good; of a voucher of value (`of_value`)
    the minor units that were ever put on it."""

    row: CouponRow
    home: str
    limit: int
    of_value: bool = False


def coupon_facts(tx: Tx, coupons: Iterable[str]) -> dict[str, CouponFacts]:
    """By coupon id; unknown ones are absent."""
    rows = published_rows(tx, "coupons", coupons, CouponRow)
    templates = _templates(tx, {row.coupon.template for _, row in rows.values()})
    money = {name for name, template in templates.items() if template.is_voucher}
    charged = charged_on(tx, [coupon for coupon, (_, row) in rows.items() if row.coupon.template in money])
    return {
        coupon: _facts(row, store, templates.get(row.coupon.template), charged.get(coupon, 0))
        for coupon, (store, row) in rows.items()
    }


def _facts(row: CouponRow, home: str, template: CouponTemplate | None, charged: int) -> CouponFacts:
    if template is None:
        return CouponFacts(row, home, 1)
    worth = row.coupon.units(template) + (charged if template.is_voucher else 0)
    return CouponFacts(row, home, worth, template.is_voucher)


def limits_of(tx: Tx, templates: Iterable[str]) -> dict[str, int]:
    """How much of it a coupon is good for (`CouponTemplate.units`), by template id."""
    return {name: template.units for name, template in _templates(tx, templates).items()}


def _templates(tx: Tx, templates: Iterable[str]) -> dict[str, CouponTemplate]:
    return {name: row for name, (_, row) in published_rows(tx, "templates", templates, CouponTemplate).items()}


def charged_on(tx: Tx, coupons: Iterable[str]) -> dict[str, int]:
    """Minor units that tills put on vouchers of value in all; what was taken off again is among their uses."""
    found: dict[str, int] = {}
    for ids in chunks(sorted(coupons)):
        query = select(voucher_charge.c.coupon, func.sum(voucher_charge.c.value))
        rows = tx.execute(query.where(voucher_charge.c.coupon.in_(ids)).group_by(voucher_charge.c.coupon))
        found.update({coupon: int(value) for coupon, value in rows})
    return found


def refunded(tx: Tx, coupons: Iterable[str]) -> dict[tuple[str, str, str], int]:
    """Minor units that are on vouchers of value again, by (store, coupon, txn)."""
    found: dict[tuple[str, str, str], int] = {}
    columns = (voucher_refund.c.store, voucher_refund.c.coupon, voucher_refund.c.txn)
    for ids in chunks(sorted(coupons)):
        query = select(*columns, func.sum(voucher_refund.c.units)).where(voucher_refund.c.coupon.in_(ids))
        found.update(
            {(store, coupon, txn): int(units) for store, coupon, txn, units in tx.execute(query.group_by(*columns))}
        )
    return found


@dataclass(frozen=True, slots=True)
class RedemptionSeen:
    """A use that stands at HQ. `state`: counts or conflict. `at`: ms since 1970; `value` in minor units."""

    coupon: str
    txn: str
    template: str
    member: str | None
    store: str
    device: str
    at: int
    value: int
    state: str


@dataclass(frozen=True, slots=True)
class ConflictSeen:
    """A use beyond what there was, and the one that won. `what`: "coupon", or "points": then `coupon` says whose
    ("points:" and the member's id), `count` how many were paid that were not there, and nobody won; "copied", "held": a
    person has to decide about a terminal; "double": the ticket of a guest ("guest:", event, "/", guest) let in `count`
    people at a desk that had not heard of the sign-in that counts (`winner_at` and `winner_actor`: of this one)."""

    coupon: str
    txn: str
    store: str
    device: str
    at: int
    value: int
    actor: str
    winner_txn: str
    winner_device: str
    found_at: int
    closed_at: int | None
    what: str = "coupon"
    count: int = 1
    winner_at: int = 0
    winner_actor: str = ""


def redemptions(tx: Tx) -> list[RedemptionSeen]:
    """Every use that was not voided, by time."""
    columns = (
        redemption.c.coupon,
        redemption.c.txn,
        redemption.c.template,
        redemption.c.member,
        redemption.c.at_store,
        redemption.c.device,
        redemption.c.at,
        redemption.c.value,
        redemption.c.state,
    )
    query = select(*columns).where(redemption.c.state != "voided")
    rows = tx.execute(query.order_by(redemption.c.at, redemption.c.coupon, redemption.c.txn))
    return [RedemptionSeen(*row) for row in rows]


def conflicts(tx: Tx, *, closed: bool = False) -> list[ConflictSeen]:
    """Double spends, by time; with `closed` also those that came to nothing."""
    same = (
        (conflict.c.store == redemption.c.store)
        & (conflict.c.coupon == redemption.c.coupon)
        & (conflict.c.txn == redemption.c.txn)
    )
    query = select(
        conflict.c.coupon,
        conflict.c.txn,
        redemption.c.at_store,
        redemption.c.device,
        redemption.c.at,
        redemption.c.value,
        redemption.c.actor,
        conflict.c.winner_txn,
        conflict.c.winner_device,
        conflict.c.found_at,
        conflict.c.closed_at,
    ).join(redemption, same)
    if not closed:
        query = query.where(conflict.c.closed_at.is_(None))
    return [ConflictSeen(*row) for row in tx.execute(query.order_by(redemption.c.at, conflict.c.coupon))]
