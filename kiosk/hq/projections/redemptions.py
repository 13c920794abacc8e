"""Uses of coupons, and what follows from them: conflicts, claims that end, rights that come back.

Everything here gives the same result for every order in which facts of different terminals arrive: what a fact says is
inserted once under a key of its own, and the state of each touched coupon is then worked out anew from all its uses
(coupons/judging.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from kiosk.domain.coupons.charge_facts import CHARGE_VOIDED
from kiosk.domain.coupons.facts import (
    OP_SETTLED,
    RIGHTS_CHANGED,
    CouponUsed,
    OpClosed,
    RightRevoked,
    VoucherRefunded,
)
from kiosk.domain.journal.facts import Fact
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED, SaleVoided
from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons import judging, rights
from kiosk.hq.coupons.queries import coupon_facts
from kiosk.hq.coupons.spending import UseState
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Live, Projection, Run
from kiosk.hq.rows.publish import chunks
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, op, redemption, voucher_refund
from kiosk.protocol.wire.messages import PushResult

ABANDONED = ("abandoned", "refused")
_FIRST = ("hlc", "device", "epoch", "seq")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a batch of facts says about coupons."""

    uses: tuple[tuple[Fact, CouponUsed], ...]
    voids: frozenset[str]
    closed: tuple[OpClosed, ...]
    given_back: frozenset[str]
    refunds: tuple[tuple[Fact, VoucherRefunded], ...]

    def __bool__(self) -> bool:
        return bool(self.uses or self.voids or self.closed or self.given_back or self.refunds)


def _said(facts: Sequence[ReadFact]) -> _Said:
    changes = [(read.fact, change) for read in facts for change in read.changes]
    return _Said(
        tuple((fact, change) for fact, change in changes if isinstance(change, CouponUsed)),
        frozenset(change.txn for _, change in changes if isinstance(change, SaleVoided)),
        tuple(change for _, change in changes if isinstance(change, OpClosed)),
        frozenset(change.coupon for _, change in changes if isinstance(change, RightRevoked)),
        tuple((fact, change) for fact, change in changes if isinstance(change, VoucherRefunded)),
    )


def _locks(tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> Iterator[str]:
    """Two tills with one coupon: the second sees the first one's use."""
    said = _said(facts)
    coupons = {use.coupon for _, use in said.uses} | {one.coupon for _, one in said.refunds} | said.given_back
    coupons |= _coupons_of(tx, origin.store, said.voids)
    yield from map(rights.lock_of, coupons)
    for ids in chunks(sorted({change.op for change in said.closed})):
        mine = (op.c.store == origin.store) & (op.c.device == origin.device) & op.c.op.in_(ids)
        claimed = tx.execute(select(op.c.coupon).where(mine, op.c.coupon.is_not(None))).scalars()
        yield from map(rights.lock_of, claimed)


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    said = _said(facts)
    _record_uses(run.tx, origin, said.uses)
    _record_refunds(run.tx, origin, said.refunds)
    if run.live is not None and said:
        _follow(run.live, run.tx, origin, said)


def _record_uses(tx: Tx, origin: Caller, uses: Sequence[tuple[Fact, CouponUsed]]) -> None:
    """One row per (coupon, txn): a fact carried into a new epoch after a restore does not count twice."""
    homes = _homes(tx, {use.coupon for _, use in uses})
    rows = [
        {
            "device": origin.device,
            "epoch": fact.epoch,
            "seq": fact.seq,
            "store": homes.get(use.coupon, CHAIN),
            "coupon": use.coupon,
            "txn": use.txn,
            "at_store": origin.store,
            "hlc": fact.hlc,
            "at": use.at,
            "actor": use.actor,
            "template": use.template,
            "member": use.member,
            "value": use.value,
            "right": use.right,
            "op": use.op,
            "state": UseState.COUNTS.value,
            "units": use.units,
            "kept": int(use.kept),
        }
        for fact, use in uses
    ]
    tx.insert_first(redemption, rows, _FIRST)


def _record_refunds(tx: Tx, origin: Caller, refunds: Sequence[tuple[Fact, VoucherRefunded]]) -> None:
    """A fact carried into a new epoch has the same stamp: nothing comes back twice."""
    rows = [
        {
            "store": origin.store,
            "coupon": one.coupon,
            "txn": one.txn,
            "hlc": fact.hlc,
            "device": origin.device,
            "epoch": fact.epoch,
            "seq": fact.seq,
            "units": one.units,
        }
        for fact, one in refunds
    ]
    tx.insert_first(voucher_refund, rows, _FIRST)


def _homes(tx: Tx, coupons: Iterable[str]) -> dict[str, str]:
    """The store under which a coupon's uses are kept. Where some are kept already, the next join them, even if the
    coupon has become known or moved in the meantime: the key (coupon, txn) must stay unique."""
    homes = {coupon: known.home for coupon, known in coupon_facts(tx, coupons).items()}
    for ids in chunks(coupons):
        homes.update(
            tx.execute(select(redemption.c.coupon, redemption.c.store).where(redemption.c.coupon.in_(ids))).all()
        )
    return homes


# -- what HQ does -----------------------------------------------------------------------------------------------------


def _follow(live: Live, tx: Tx, origin: Caller, said: _Said) -> None:
    now = live.now
    freed = _close_ops(tx, origin, said.closed, now)
    _consume_ops(tx, origin, [use for _, use in said.uses], now)
    voided = _coupons_of(tx, origin.store, said.voids)
    refunded = {one.coupon for _, one in said.refunds}
    touched = {use.coupon for _, use in said.uses} | voided | refunded
    verdicts = judging.recompute(tx, touched, now)
    returned = rights.returned(tx, origin.device, said.given_back, now)
    rights.trim(tx, touched, now)
    claimed = {use.coupon for _, use in said.uses if use.op is not None}  # what is left goes home again
    rights.assign(tx, freed | returned | voided | refunded | claimed, now)
    for coupon in freed | returned | touched:
        tx.touch(f"coupon/{coupon}")  # claims that wait for it
    live.results.extend(told for fact, use in said.uses for told in _report(verdicts, fact, use))


def _coupons_of(tx: Tx, store: str, txns: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for ids in chunks(txns):
        query = select(redemption.c.coupon).where(redemption.c.at_store == store, redemption.c.txn.in_(ids))
        found.update(tx.execute(query).scalars())
    return found


def _close_ops(tx: Tx, origin: Caller, closed: Iterable[OpClosed], now: int) -> set[str]:
    """Claims the terminal gave up are free again. One that HQ has not heard of yet is remembered as given up: the
    request may still be on its way."""
    freed: set[str] = set()
    for ids in chunks(sorted({change.op for change in closed if change.verdict in ABANDONED})):
        mine = (op.c.store == origin.store) & (op.c.device == origin.device) & op.c.op.in_(ids)
        known = tx.execute(select(op.c.op, op.c.coupon, op.c.closed).where(mine)).all()
        tx.execute(update(op).where(mine, op.c.closed.is_(None)).values(closed="abandoned", closed_at=now))
        freed.update(row.coupon for row in known if row.coupon is not None)
        unheard = set(ids) - {row.op for row in known}
        key = {"store": origin.store, "device": origin.device}
        state = {"verdict": "refused", "code": "right_unusable", "asked_at": now, "closed": "abandoned"}
        tx.insert_new(op, [{**key, "op": name, **state, "closed_at": now} for name in sorted(unheard)])
    return freed


def _consume_ops(tx: Tx, origin: Caller, uses: Iterable[CouponUsed], now: int) -> None:
    for ids in chunks(sorted({use.op for use in uses if use.op is not None})):
        mine = (op.c.store == origin.store) & (op.c.device == origin.device) & op.c.op.in_(ids)
        tx.execute(update(op).where(mine, op.c.verdict == "granted").values(closed="consumed", closed_at=now))


def _report(verdicts: judging.Verdicts, fact: Fact, use: CouponUsed) -> Iterator[PushResult]:
    """The double spends that a fact takes part in."""
    if use.coupon not in verdicts:
        return
    judged, by_txn = verdicts[use.coupon]
    if UseState.CONFLICT in judged.states.values():
        winner = by_txn[judged.order[0].txn]
        detail = {"coupon": use.coupon, "device": winner.device, "store": winner.at_store, "at": winner.at}
        yield PushResult(seq=fact.seq, kind="conflict", detail={**detail, "state": judged.states[use.txn].value})


def _settle(context: Context, tx: Tx, after: str) -> str | None:
    """After uses were derived anew: judge them, and tell stores what has changed."""
    coupons = judging.used_after(tx, after)
    tx.hold(map(rights.lock_of, coupons))
    judging.recompute(tx, coupons, context.clock.now_ms())
    return coupons[-1] if coupons else None


REDEMPTIONS = Projection(
    name="redemptions",
    version=2,  # a sale of a voucher that is taken back is a use of it
    kinds=frozenset(
        {
            SALE_COMPLETED,
            SALE_VOIDED,
            SALE_RETURNED,
            CHARGE_VOIDED,
            OP_SETTLED,
            RIGHTS_CHANGED,
        }
    ),
    tables=(redemption, voucher_refund),
    apply=_apply,
    locks=_locks,
    # where a coupon was at home when it was first used; and what HQ's own rights, claims and templates have a part in
    apart={"redemption": frozenset({"store", "state"})},
    settle=_settle,
)
