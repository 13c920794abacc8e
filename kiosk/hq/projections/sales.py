"""Sales and their voids."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED, SaleRecorded, SaleVoided
from kiosk.hq.context import Caller
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.store.schema import sale, voiding

_FIRST = ("device", "epoch", "seq")


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    """A fact carried into a new epoch after a restore is there already; nothing is written a second time."""
    sales = [
        {
            **_place(origin, read),
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
    run.tx.insert_first(sale, sales, _FIRST)
    voids = [
        {
            **_place(origin, read),
            "txn": change.txn,
            "at": change.at,
            "actor": change.actor,
            "reason": change.reason,
            "approved_by": change.approved_by,
        }
        for read in facts
        for change in read.changes
        if isinstance(change, SaleVoided)
    ]
    run.tx.insert_first(voiding, voids, _FIRST)


def _place(origin: Caller, read: ReadFact) -> dict[str, str | int]:
    return {"store": origin.store, "device": origin.device, "epoch": read.fact.epoch, "seq": read.fact.seq}


SALES = Projection(
    name="sales",
    version=1,
    kinds=frozenset({SALE_COMPLETED, SALE_VOIDED}),
    tables=(sale, voiding),
    apply=_apply,
)
