"""Facts that have just arrived, a terminal's or HQ's own, go through every projection."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.hq import logs
from kiosk.hq.context import Caller, Context
from kiosk.hq.journal import admission
from kiosk.hq.journal.left_out import is_of_the_fact, leave_out, reason_of
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Live, Run, store_lock
from kiosk.hq.store.database import Tx
from kiosk.protocol.wire.messages import PushResult


def carry_out(
    context: Context, tx: Tx, origin: Caller, facts: Sequence[ReadFact], now: int, *, judged: bool = False
) -> list[PushResult]:
    """`project` for facts of a terminal: one that no terminal would journal, or that breaks a projection, is left out,
    and all others are carried out. `judged`: they were let in before, when nobody else had told such a sale."""
    refused = admission.sales_known(tx, origin, facts) if judged else admission.refused(context, tx, origin, facts)
    results: list[PushResult] = []
    for one in facts:
        if one.fact.seq in refused:
            leave_out(tx, _place(origin, one), refused[one.fact.seq])
            results.append(_unread(one, refused[one.fact.seq]))
    return results + _carry_out(context, tx, origin, [one for one in facts if one.fact.seq not in refused], now)


def _carry_out(context: Context, tx: Tx, origin: Caller, facts: Sequence[ReadFact], now: int) -> list[PushResult]:
    """All of them are tried first; only when that fails each is tried by itself."""
    if not facts:
        return []
    try:
        with tx.savepoint():
            return project(context, tx, origin, facts, now)
    except Exception as error:
        if not is_of_the_fact(error):
            raise
        if len(facts) == 1:
            return [_broke(context, tx, origin, facts[0], error)]
    results: list[PushResult] = []
    for one in facts:
        results += _carry_out(context, tx, origin, [one], now)
    return results


def _place(origin: Caller, one: ReadFact) -> tuple[str, str, int, int]:
    return origin.store, origin.device, one.fact.epoch, one.fact.seq


def _unread(one: ReadFact, reason: str) -> PushResult:
    return PushResult(seq=one.fact.seq, kind="unread", detail={"reason": reason})


def _broke(context: Context, tx: Tx, origin: Caller, one: ReadFact, error: Exception) -> PushResult:
    reason = reason_of(error)
    place = _place(origin, one)
    leave_out(tx, place, reason)
    logs.report(context.new_id("e-", 5), error, fact="/".join(map(str, place)), kind=one.fact.kind)
    return _unread(one, reason)


def project(context: Context, tx: Tx, origin: Caller, facts: Sequence[ReadFact], now: int) -> list[PushResult]:
    """Apply facts of one device, in the order of its journal, and do what follows from them. Gives what the device is
    told of it."""
    run = Run(tx, Live(context, now))
    todo = [(one, [read for read in facts if read.fact.kind in one.kinds]) for one in context.projections]
    todo = [(one, mine) for one, mine in todo if mine and one.wanted(tx)]
    names = {name for one, mine in todo for name in one.locks(tx, origin, mine)}
    if names:
        # tills of one store wait for each other, and then each for whoever decides about the same coupon elsewhere
        tx.hold([store_lock(origin.store)])
        tx.hold(name for one, mine in todo for name in one.locks(tx, origin, mine))
    for one, mine in todo:
        one.apply(run, origin, mine)
    assert run.live is not None
    return run.live.results
