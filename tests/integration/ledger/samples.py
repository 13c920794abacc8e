"""Facts as the use cases write them, and whole histories of a terminal from a seed."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from kiosk.adapters.db.cipher import RealDisk
from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.domain.coupons.facts import OP_INTENDED, OP_SETTLED, RIGHTS_CHANGED
from kiosk.domain.documents.facts import (
    DOCUMENT_FAILED,
    DOCUMENT_PRINTED,
    DOCUMENT_QUEUED,
    DOCUMENT_RELEASED,
    DOCUMENT_SENT,
    DOCUMENT_TOLD,
    DOCUMENT_UNKNOWN,
    DOCUMENT_WITHDRAWN,
)
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.domain.staff.facts import STAFF_PIN_FAILED, STAFF_SIGNED_IN
from tests.fakes import IDENTITY as IDENTITY
from tests.fakes import KEY as KEY
from tests.fakes import ManualClock


def open_at(path: Path, clock: ManualClock | None = None, *, threaded: bool = False, disk: Any = None) -> SqlLedger:
    """The ledger of the tests' key."""
    return open_ledger(path, KEY, clock or ManualClock(), threaded=threaded, disk=disk)


def enrolled(path: Path, clock: ManualClock | None = None, *, threaded: bool = False, disk: Any = None) -> SqlLedger:
    """A new ledger in its first epoch."""
    ledger = open_at(path, clock, threaded=threaded, disk=disk)
    ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
    return ledger


def raw(path: Path, key: bytes = KEY) -> sqlcipher.Connection:
    """The file as somebody with the key and a database tool sees it."""
    return RealDisk().connect(path, key)


def sale_body(txn: str, number: int, *coupons: str, member: str | None = "m-1") -> dict[str, Any]:
    """The body of `sale.completed`."""
    rows = [{"id": c, "template": "t-1", "value": 100, "right": "held"} for c in coupons]
    if member is not None:
        rows = [row | {"member": member} for row in rows]
    return {
        "txn": txn,
        "number": number,
        "receipt": f"N01-1-{number:06d}",
        "amount": 1_000,
        "total": 900,
        "currency": "TWD",
        "clerk": "林怡君",
        "coupons": rows,
        "lines": [],
    } | ({"member": member, "name": "王＊明"} if member else {})


def sell(ledger: SqlLedger, txn: str, *coupons: str) -> int:
    """A sale in a transaction of its own; its receipt's number."""

    def work(tx: LedgerTransaction) -> int:
        number = tx.last_receipt() + 1
        tx.append(SALE_COMPLETED, "s-1", sale_body(txn, number, *coupons))
        return number

    return ledger.run(work)


def live(ledger: SqlLedger, clock: ManualClock, rng: random.Random, steps: int, *, paper: bool = True) -> None:
    """A random stretch of a terminal's life: sales, voids, claims, rights, refusals, PINs, acknowledgements, new epochs
    with carried facts, clocks that jump; and jobs for printers, unless there is no `paper`."""
    for _ in range(steps):
        clock.advance(rng.randrange(5_000))
        if rng.random() < 0.05:
            clock.now += rng.choice((-86_400_000, -60_000, 3_600_000))
        ledger.run(lambda tx: _event(tx, rng, paper=paper))


def _event(tx: LedgerTransaction, rng: random.Random, *, paper: bool) -> None:
    coupon, op = f"c-{rng.randrange(30)}", f"op-{rng.randrange(30)}"
    event = rng.choices(
        ("sale", "void", "op", "settle", "rights", "refused", "pin", "signed in", "ack", "epoch", "paper"),
        (30, 8, 6, 6, 8, 8, 8, 5, 10, 2, 25 * paper),
    )[0]
    sales = tx.recent_sales(20)
    if event == "sale":
        coupons = [f"c-{n}" for n in rng.sample(range(30), rng.randrange(4))]
        member = rng.choice((None, "m-1", "m-2"))
        body = sale_body(rng.randbytes(8).hex(), tx.last_receipt() + 1, *coupons, member=member)
        tx.append(SALE_COMPLETED, "s-1", body)
    elif event == "void" and sales:
        # also one that is void already
        body = {"txn": rng.choice(sales).txn, "reason": "wrong_amount"} | rng.choice(({}, {"approved_by": "s-9"}))
        tx.append(SALE_VOIDED, "s-2", body)
    elif event == "op" and op not in {one.op for one in tx.open_ops()} and rng.random() < 0.5:
        tx.append(OP_INTENDED, "s-1", {"op": rng.randbytes(8).hex(), "coupon": coupon, "txn": "x"})
    elif event == "settle" and tx.open_ops():
        verdict = rng.choice(("granted", "refused", "abandoned"))
        tx.append(OP_SETTLED, "s-1", {"op": rng.choice(tx.open_ops()).op, "verdict": verdict})
    elif event == "rights":
        grant = [{"coupon": coupon, "uses": rng.randrange(1, 4), "fence": rng.randrange(9)}]
        revoke = [f"c-{rng.randrange(30)}"]
        tx.append(RIGHTS_CHANGED, "system", {"grant": grant, "revoke": rng.choice((revoke, []))})
    elif event == "refused":
        tx.append(SCAN_REFUSED, "s-1", {"code": "expired", "coupon": coupon})
    elif event == "pin":
        tx.append(STAFF_PIN_FAILED, "system", {"staff": f"s-{rng.randrange(3)}"})
    elif event == "signed in":
        how = rng.choice(("pin", "badge"))
        tx.append(STAFF_SIGNED_IN, "s-1", {"staff": f"s-{rng.randrange(3)}", "how": how})
    elif event == "paper":
        _paper(tx, rng)
    elif event == "ack":
        tx.set_meta("acked", str(rng.randrange(int(tx.meta("acked") or 0), tx.head.seq + 1)))
    elif event == "epoch":
        tx.begin_epoch(replace(tx.identity() or IDENTITY, epoch=tx.head.epoch + rng.randrange(1, 3)), "restored")


def _paper(tx: LedgerTransaction, rng: random.Random) -> None:
    """Something about a job, whether it fits where the job stands or not."""
    jobs = [one.job for one in tx.latest_print_jobs(0, 12)] or [""]
    job, printer = rng.choice(jobs), rng.choice(("p-1", "p-2"))
    before = tx.print_job(job)
    since = {"printer": printer, "before": before.since_ms + rng.choice((-1, 0, 1)) if before is not None else 0}
    kind, body = rng.choice(
        (
            (DOCUMENT_QUEUED, _wanted(rng, printer) | rng.choice(({}, {"again": job}))),
            (DOCUMENT_QUEUED, _wanted(rng, printer)),
            (DOCUMENT_SENT, {"job": job, "printer": printer}),
            (DOCUMENT_SENT, {"job": job, "printer": printer}),
            (DOCUMENT_PRINTED, {"job": job} | rng.choice(({}, {"sure": False}))),
            (DOCUMENT_FAILED, {"job": job, "trouble": "fault"} | rng.choice(({}, {"retried": False}))),
            (DOCUMENT_UNKNOWN, {"job": job}),
            (DOCUMENT_TOLD, {"job": job, "came_out": rng.random() < 0.5}),
            (DOCUMENT_WITHDRAWN, since | rng.choice(({"job": job}, {}))),
            (DOCUMENT_RELEASED, since | rng.choice(({"job": job}, {}))),
        )
    )
    tx.append(kind, "s-1", body)


def _wanted(rng: random.Random, printer: str) -> dict[str, Any]:
    about = {"about": f"x{rng.randrange(9)}", "copy": rng.randrange(3)}
    return {"job": rng.randbytes(8).hex(), "document": "receipt", "printer": printer, "language": "en"} | about


def facts_in(path: Path, key: bytes = KEY) -> list[tuple[Any, ...]]:
    """Every row of the journal."""
    connection = raw(path, key)
    try:
        return list(connection.execute("SELECT place, kind, hlc, bytes, hash FROM fact ORDER BY place"))
    finally:
        connection.close()
