"""Which uses of coupons count, worked out anew from all of a coupon's uses and from what HQ granted.

The state of a use does not follow from facts alone: HQ's own rights, claims and templates have a part in it. Whoever
changes those says so (`later`), and the coupons are judged again when the transaction ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select, update

from kiosk.domain.slips.model import slip_of
from kiosk.domain.time import instant
from kiosk.hq.coupons.queries import CouponFacts, coupon_facts, limits_of, refunded
from kiosk.hq.coupons.spending import Judged, Use, UseState, judge
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, chunks, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import conflict, op, published, redemption, right_grant, voiding
from kiosk.protocol.rows import SpentRow

_LATER = "judge"
_PAGE = 500

Verdicts = dict[str, tuple[Judged, dict[str, Row[Any]]]]
"""By coupon: the judgement and its uses by txn."""


def later(tx: Tx, coupons: Iterable[str], now: int) -> None:
    """Something changed that has a part in judging the uses of these coupons: do it at the end of the transaction."""
    marked: set[str] = tx.notes.setdefault(_LATER, set())
    marked.update(coupons)
    if marked:
        tx.at_end(_LATER, lambda tx: _judge_marked(tx, now))


def _judge_marked(tx: Tx, now: int) -> None:
    marked: set[str] = tx.notes.pop(_LATER)
    several: list[str] = []
    for ids in chunks(sorted(marked)):
        query = select(redemption.c.coupon).where(redemption.c.coupon.in_(ids))
        # a single use counts, whatever else is true
        several += tx.execute(query.group_by(redemption.c.coupon).having(func.count() > 1)).scalars()
    recompute(tx, several, now)


def limits_change(tx: Tx, limits: Mapping[str, int], now: int) -> None:
    """Templates are about to allow so many uses a coupon: what was used of those that allowed another number is judged
    again."""
    before = limits_of(tx, limits)
    changed = [template for template, limit in limits.items() if before.get(template, 1) != limit]
    for ids in chunks(sorted(changed)):
        query = select(redemption.c.coupon).where(redemption.c.template.in_(ids)).distinct()
        later(tx, tx.execute(query).scalars(), now)


def recompute(tx: Tx, coupons: Iterable[str], now: int) -> Verdicts:
    """Work out anew which uses of these coupons count; keep redemptions, conflicts and the `spent` buckets in step."""
    verdicts, known = _judged(tx, coupons)
    changes: list[RowChange] = []
    for coupon, (judged, by_txn) in verdicts.items():
        _settle(tx, judged, by_txn, now)
        changes += _spent_rows(judged, list(by_txn.values()), known.get(coupon))
    publish(tx, changes, now)
    return verdicts


def _judged(tx: Tx, coupons: Iterable[str]) -> tuple[Verdicts, dict[str, CouponFacts]]:
    wanted = sorted(set(coupons))
    by_coupon: dict[str, list[Row[Any]]] = defaultdict(list)
    for ids in chunks(wanted):
        for row in tx.execute(select(redemption).where(redemption.c.coupon.in_(ids))):
            by_coupon[row.coupon].append(row)
    evidence = _evidence(tx, by_coupon)
    known = coupon_facts(tx, by_coupon)
    unknown = {row.template for coupon, rows in by_coupon.items() if coupon not in known for row in rows}
    limits = limits_of(tx, unknown) if unknown else {}
    verdicts: Verdicts = {}
    for coupon, rows in by_coupon.items():
        limit = known[coupon].limit if coupon in known else max(limits.get(row.template, 1) for row in rows)
        if slip_of(coupon) is not None:  # whatever its template allows of a coupon, paper is good once
            limit = 1
        judged = judge((evidence.use(row) for row in rows), limit)
        verdicts[coupon] = (judged, {row.txn: row for row in rows})
    return verdicts, known


def used_after(tx: Tx, after: str, limit: int = _PAGE) -> list[str]:
    """The next coupons that were used, by id."""
    query = select(redemption.c.coupon).where(redemption.c.coupon > after).distinct()
    return list(tx.execute(query.order_by(redemption.c.coupon).limit(limit)).scalars())


def misjudged(tx: Tx) -> Iterator[str]:
    """Uses whose stored state, or whose conflict, is not what judging them now gives: "coupon/txn"."""
    after: str | None = ""
    while after is not None and (coupons := used_after(tx, after)):
        after = coupons[-1] if len(coupons) == _PAGE else None
        disputed: set[tuple[str, str]] = set()
        for ids in chunks(coupons):
            query = select(conflict.c.coupon, conflict.c.txn).where(conflict.c.closed_at.is_(None))
            disputed.update((row.coupon, row.txn) for row in tx.execute(query.where(conflict.c.coupon.in_(ids))))
        for coupon, (judged, by_txn) in sorted(_judged(tx, coupons)[0].items()):
            for txn, state in sorted(judged.states.items()):
                open_conflict = (coupon, txn) in disputed
                if by_txn[txn].state != state.value or open_conflict is not (state is UseState.CONFLICT):
                    yield f"{coupon}/{txn}"


@dataclass(frozen=True, slots=True)
class _Evidence:
    granted: set[tuple[str, str]]  # (coupon, device) that ever held the right
    claimed: set[tuple[str, str, str]]  # (coupon, txn, device) with a granted claim
    voided: set[tuple[str, str]]  # (store, txn)
    refunded: dict[tuple[str, str, str], int]  # (store, coupon, txn): minor units

    def use(self, row: Row[Any]) -> Use:
        valid = (
            (row.right == "slip" and slip_of(row.coupon) is not None)
            or (row.right == "held" and (row.coupon, row.device) in self.granted)
            or (row.right == "claimed" and (row.coupon, row.txn, row.device) in self.claimed)
        )
        voided = not row.kept and (row.at_store, row.txn) in self.voided
        back = self.refunded.get((row.at_store, row.coupon, row.txn), 0)
        units = max(0, row.units - back)
        return Use(row.txn, valid, row.hlc, row.device, row.epoch, row.seq, voided, units)


def _evidence(tx: Tx, by_coupon: dict[str, list[Row[Any]]]) -> _Evidence:
    granted: set[tuple[str, str]] = set()
    claimed: set[tuple[str, str, str]] = set()
    voided: set[tuple[str, str]] = set()
    # whose right was better is asked only where there are two to compare
    for ids in chunks([coupon for coupon, rows in by_coupon.items() if len(rows) > 1]):
        grants = select(right_grant.c.coupon, right_grant.c.device).where(right_grant.c.coupon.in_(ids))
        granted.update((coupon, who) for coupon, who in tx.execute(grants))
        claims = select(op.c.coupon, op.c.txn, op.c.device).where(op.c.coupon.in_(ids), op.c.verdict == "granted")
        claimed.update((coupon, txn, who) for coupon, txn, who in tx.execute(claims))
    for ids in chunks({row.txn for rows in by_coupon.values() for row in rows}):
        query = select(voiding.c.store, voiding.c.txn).where(voiding.c.txn.in_(ids))
        voided.update((store, txn) for store, txn in tx.execute(query))
    return _Evidence(granted, claimed, voided, refunded(tx, by_coupon))


def _settle(tx: Tx, judged: Judged, rows: dict[str, Row[Any]], now: int) -> None:
    for txn, state in judged.states.items():
        row = rows[txn]
        if row.state == state.value and state is not UseState.CONFLICT:
            continue
        same = (redemption.c.store == row.store) & (redemption.c.coupon == row.coupon) & (redemption.c.txn == txn)
        tx.execute(update(redemption).where(same).values(state=state.value))
        lost = (conflict.c.store == row.store) & (conflict.c.coupon == row.coupon) & (conflict.c.txn == txn)
        if state is not UseState.CONFLICT:
            tx.execute(update(conflict).where(lost, conflict.c.closed_at.is_(None)).values(closed_at=now))
            continue
        winner = judged.order[0]
        found = {"winner_txn": winner.txn, "winner_device": winner.device}
        key = {"store": row.store, "coupon": row.coupon, "txn": txn}
        tx.insert_new(conflict, [{**key, **found, "found_at": now}])
        tx.execute(update(conflict).where(lost).values(**found, closed_at=None))


def told_only_where_due(tx: Tx, coupon: str, now: int) -> None:
    """The uses of a coupon are told to no store that has nothing to do with it (any more)."""
    rows = tx.execute(select(redemption).where(redemption.c.coupon == coupon)).all()
    known = coupon_facts(tx, [coupon]).get(coupon)
    places = _places(rows, known)
    for ids in chunks(f"{coupon}/{row.txn}" for row in rows):
        told = (published.c.subject == "spent") & published.c.id.in_(ids) & published.c.data.is_not(None)
        found = tx.execute(select(published.c.store, published.c.id).where(told, published.c.store.not_in(places)))
        publish(tx, [RowChange(Bucket(row.store, "spent"), row.id, None) for row in found.all()], now)


def _places(rows: Iterable[Row[Any]], known: CouponFacts | None) -> set[str]:
    return {row.at_store for row in rows} | ({known.home} if known else set())


def _spent_rows(judged: Judged, rows: list[Row[Any]], known: CouponFacts | None) -> list[RowChange]:
    """A use is told to the coupon's home store and to every store where the coupon was used."""
    places = _places(rows, known)
    changes: list[RowChange] = []
    units = {use.txn: use.units for use in judged.order}
    for row in rows:
        state = judged.states[row.txn]
        spent = SpentRow(
            coupon=row.coupon,
            template=row.template,
            txn=row.txn,
            device=row.device,
            store=row.at_store,
            at=instant(row.at),
            member=row.member,
            conflict=state is UseState.CONFLICT,
            units=units.get(row.txn, row.units),
        )
        kept = None if state is UseState.VOIDED else spent
        row_id = f"{row.coupon}/{row.txn}"
        changes += [RowChange(Bucket(place, "spent"), row_id, kept) for place in sorted(places)]
    return changes
