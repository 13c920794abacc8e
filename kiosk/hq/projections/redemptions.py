"""From facts to what HQ counts: sales, voids, redemptions, conflicts, claims and rights.

Everything here gives the same result for every order in which facts of different terminals arrive: what a fact says is
inserted once under a key of its own, and the state of each touched coupon is then worked out anew from all its uses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select, update

from kiosk.domain.coupons.facts import CouponUsed, OpClosed, RightRevoked
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Change
from kiosk.domain.sales.facts import SaleRecorded, SaleVoided
from kiosk.domain.time import instant
from kiosk.hq.context import Caller
from kiosk.hq.coupons import rights
from kiosk.hq.coupons.rights import CouponFacts
from kiosk.hq.coupons.spending import Judged, Use, UseState, judge
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, chunks, lock, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, conflict, op, redemption, right_grant, sale, voiding
from kiosk.protocol.rows import SpentRow
from kiosk.protocol.wire.messages import PushResult

ABANDONED = ("abandoned", "refused")


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact HQ could read, and what it changes."""

    fact: Fact
    changes: tuple[Change, ...]


def project(tx: Tx, caller: Caller, facts: Sequence[ReadFact], now: int) -> list[PushResult]:
    """Carry out what a batch of one device's facts changes. Gives the double spends its facts take part in."""
    uses = [(read.fact, change) for read in facts for change in read.changes if isinstance(change, CouponUsed)]
    voids = [(read.fact, change) for read in facts for change in read.changes if isinstance(change, SaleVoided)]
    closed = [change for read in facts for change in read.changes if isinstance(change, OpClosed)]
    given_back = {change.coupon for read in facts for change in read.changes if isinstance(change, RightRevoked)}
    _record_sales(tx, caller, facts)
    if not (uses or voids or closed or given_back):
        return []
    lock(tx)  # two tills with one coupon: the second sees the first one's use
    _record_voids(tx, caller, voids)
    _record_uses(tx, caller, uses)
    freed = _close_ops(tx, caller, closed, now)
    _consume_ops(tx, caller, [use for _, use in uses], now)
    voided = _coupons_of(tx, caller.store, [void.txn for _, void in voids])
    touched = {use.coupon for _, use in uses} | voided
    judged = recompute(tx, touched, now)
    returned = rights.returned(tx, caller.device, given_back, now)
    rights.trim(tx, touched, now)
    rights.assign(tx, freed | returned | voided, now)
    for coupon in freed | returned | touched:
        _wake_claims(tx, coupon)
    return [result for fact, use in uses for result in _report(judged.get(use.coupon), fact, use)]


def _record_sales(tx: Tx, caller: Caller, facts: Sequence[ReadFact]) -> None:
    rows = [
        {
            **_origin(caller, read.fact),
            "store": caller.store,
            "txn": change.txn,
            "at": change.at,
            "actor": change.actor,
            "member": change.member,
            "amount": change.amount,
            "total": change.total,
        }
        for read in facts
        for change in read.changes
        if isinstance(change, SaleRecorded)
    ]
    tx.insert_new(sale, rows)


def _origin(caller: Caller, fact: Fact) -> dict[str, Any]:
    return {"device": caller.device, "epoch": fact.epoch, "seq": fact.seq}


def _record_voids(tx: Tx, caller: Caller, voids: Iterable[tuple[Fact, SaleVoided]]) -> None:
    rows = [
        {
            **_origin(caller, fact),
            "store": caller.store,
            "txn": void.txn,
            "at": void.at,
            "actor": void.actor,
            "reason": void.reason,
            "approved_by": void.approved_by,
        }
        for fact, void in voids
    ]
    tx.insert_new(voiding, rows)


def _record_uses(tx: Tx, caller: Caller, uses: Sequence[tuple[Fact, CouponUsed]]) -> None:
    """One row per (coupon, txn): a fact carried into a new epoch after a restore does not count twice."""
    homes = _homes(tx, {use.coupon for _, use in uses})
    rows = [
        {
            **_origin(caller, fact),
            "store": homes.get(use.coupon, CHAIN),
            "coupon": use.coupon,
            "txn": use.txn,
            "at_store": caller.store,
            "hlc": fact.hlc,
            "at": use.at,
            "actor": use.actor,
            "template": use.template,
            "member": use.member,
            "value": use.value,
            "right": use.right,
            "op": use.op,
            "state": UseState.COUNTS.value,
        }
        for fact, use in uses
    ]
    tx.insert_new(redemption, rows)


def _homes(tx: Tx, coupons: Iterable[str]) -> dict[str, str]:
    """The store under which a coupon's uses are kept. Where some are kept already, the next join them, even if the
    coupon has become known or moved in the meantime: the key (coupon, txn) must stay unique."""
    homes = {coupon: known.home for coupon, known in rights.coupon_facts(tx, coupons).items()}
    for ids in chunks(coupons):
        homes.update(
            tx.execute(select(redemption.c.coupon, redemption.c.store).where(redemption.c.coupon.in_(ids))).all()
        )
    return homes


def _coupons_of(tx: Tx, store: str, txns: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for ids in chunks(txns):
        query = select(redemption.c.coupon).where(redemption.c.at_store == store, redemption.c.txn.in_(ids))
        found.update(tx.execute(query).scalars())
    return found


def _close_ops(tx: Tx, caller: Caller, closed: Iterable[OpClosed], now: int) -> set[str]:
    """Claims the terminal gave up are free again. One that HQ has not heard of yet is remembered as given up: the
    request may still be on its way."""
    freed: set[str] = set()
    for ids in chunks(sorted({change.op for change in closed if change.verdict in ABANDONED})):
        mine = (op.c.store == caller.store) & (op.c.device == caller.device) & op.c.op.in_(ids)
        known = tx.execute(select(op.c.op, op.c.coupon, op.c.closed).where(mine)).all()
        tx.execute(update(op).where(mine, op.c.closed.is_(None)).values(closed="abandoned", closed_at=now))
        freed.update(row.coupon for row in known if row.coupon is not None)
        unheard = set(ids) - {row.op for row in known}
        key = {"store": caller.store, "device": caller.device}
        state = {"verdict": "refused", "code": "right_unusable", "asked_at": now, "closed": "abandoned"}
        tx.insert_new(op, [{**key, "op": name, **state, "closed_at": now} for name in sorted(unheard)])
    return freed


def _consume_ops(tx: Tx, caller: Caller, uses: Iterable[CouponUsed], now: int) -> None:
    for ids in chunks(sorted({use.op for use in uses if use.op is not None})):
        mine = (op.c.store == caller.store) & (op.c.device == caller.device) & op.c.op.in_(ids)
        tx.execute(update(op).where(mine, op.c.verdict == "granted").values(closed="consumed", closed_at=now))


def _wake_claims(tx: Tx, coupon: str) -> None:
    tx.touch(f"coupon/{coupon}")


def recompute(tx: Tx, coupons: Iterable[str], now: int) -> dict[str, tuple[Judged, dict[str, Row[Any]]]]:
    """Work out anew which uses of these coupons count; keep redemptions, conflicts and the `spent` buckets in step."""
    wanted = sorted(set(coupons))
    by_coupon: dict[str, list[Row[Any]]] = defaultdict(list)
    for ids in chunks(wanted):
        for row in tx.execute(select(redemption).where(redemption.c.coupon.in_(ids))):
            by_coupon[row.coupon].append(row)
    evidence = _evidence(tx, by_coupon)
    known = rights.coupon_facts(tx, by_coupon)
    unknown = {row.template for coupon, rows in by_coupon.items() if coupon not in known for row in rows}
    limits = rights.limits_of(tx, unknown) if unknown else {}
    results: dict[str, tuple[Judged, dict[str, Row[Any]]]] = {}
    changes: list[RowChange] = []
    for coupon, rows in by_coupon.items():
        limit = known[coupon].limit if coupon in known else max(limits.get(row.template, 1) for row in rows)
        judged = judge((evidence.use(row) for row in rows), limit)
        by_txn = {row.txn: row for row in rows}
        _settle(tx, judged, by_txn, now)
        changes += _spent_rows(judged, rows, known.get(coupon))
        results[coupon] = (judged, by_txn)
    publish(tx, changes, now)
    return results


@dataclass(frozen=True, slots=True)
class _Evidence:
    granted: set[tuple[str, str]]  # (coupon, device) that ever held the right
    claimed: set[tuple[str, str, str]]  # (coupon, txn, device) with a granted claim
    voided: set[tuple[str, str]]  # (store, txn)

    def use(self, row: Row[Any]) -> Use:
        valid = (row.right == "held" and (row.coupon, row.device) in self.granted) or (
            row.right == "claimed" and (row.coupon, row.txn, row.device) in self.claimed
        )
        voided = (row.at_store, row.txn) in self.voided
        return Use(row.txn, valid, row.hlc, row.device, row.epoch, row.seq, voided)


def _evidence(tx: Tx, by_coupon: dict[str, list[Row[Any]]]) -> _Evidence:
    granted: set[tuple[str, str]] = set()
    claimed: set[tuple[str, str, str]] = set()
    voided: set[tuple[str, str]] = set()
    for ids in chunks(by_coupon):
        grants = select(right_grant.c.coupon, right_grant.c.device).where(right_grant.c.coupon.in_(ids))
        granted.update((coupon, who) for coupon, who in tx.execute(grants))
        claims = select(op.c.coupon, op.c.txn, op.c.device).where(op.c.coupon.in_(ids), op.c.verdict == "granted")
        claimed.update((coupon, txn, who) for coupon, txn, who in tx.execute(claims))
    for ids in chunks({row.txn for rows in by_coupon.values() for row in rows}):
        query = select(voiding.c.store, voiding.c.txn).where(voiding.c.txn.in_(ids))
        voided.update((store, txn) for store, txn in tx.execute(query))
    return _Evidence(granted, claimed, voided)


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


def _spent_rows(judged: Judged, rows: list[Row[Any]], known: CouponFacts | None) -> list[RowChange]:
    """A use is told to the coupon's home store and to every store where the coupon was used."""
    places = {row.at_store for row in rows} | ({known.home} if known else set())
    changes: list[RowChange] = []
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
        )
        kept = None if state is UseState.VOIDED else spent
        row_id = f"{row.coupon}/{row.txn}"
        changes += [RowChange(Bucket(place, "spent"), row_id, kept) for place in sorted(places)]
    return changes


def _report(judged: tuple[Judged, dict[str, Row[Any]]] | None, fact: Fact, use: CouponUsed) -> list[PushResult]:
    if judged is None or UseState.CONFLICT not in judged[0].states.values():
        return []
    winner = judged[1][judged[0].order[0].txn]
    detail = {"coupon": use.coupon, "device": winner.device, "store": winner.at_store, "at": winner.at}
    return [PushResult(seq=fact.seq, kind="conflict", detail={**detail, "state": judged[0].states[use.txn].value})]
