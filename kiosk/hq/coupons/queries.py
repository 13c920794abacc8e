"""What HQ knows of coupons, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from kiosk.domain.coupons.model import CouponTemplate
from kiosk.hq.rows.publish import published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import conflict, redemption
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
