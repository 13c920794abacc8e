"""Facts that have just arrived, a terminal's or HQ's own, go through every projection."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.hq.context import Caller, Context
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Live, Run, store_lock
from kiosk.hq.store.database import Tx
from kiosk.protocol.wire.messages import PushResult


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
