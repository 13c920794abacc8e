"""What a sale reads must not grow with the ledger: every statement of the hot path finds its rows by an index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kiosk.adapters.db.cipher import RealDisk
from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.domain.documents.jobs import ASKED, OPEN
from tests.integration.ledger.samples import KEY, enrolled, open_at, sell

SMALL = ("meta", "staff", "alembic_version")
"""Tables whose size has nothing to do with how long the terminal has been at work."""


class Listening(RealDisk):
    """Keeps every statement that runs."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
        connection = super().connect(path, key, read_only=read_only)
        connection.set_trace_callback(self.statements.append)
        return connection


def _use_everything(tx: LedgerTransaction) -> None:
    tx.sale("x1")
    tx.recent_sales(20)
    tx.uses_of_coupon("c1")
    tx.uses_of_member("m-1", "t-1")
    tx.right("c1")
    tx.open_ops()
    tx.pin_failures("s-1")
    tx.last_receipt()
    tx.identity()
    tx.staff_member("s-1")
    tx.facts_after(1, 1, 200)
    tx.hash_at("d-01", 1, 2)
    tx.oldest_after(1, 1)
    tx.append("op.intended", "s-1", {"op": "o", "coupon": "c", "txn": "x"})
    tx.append("op.settled", "s-1", {"op": "o", "verdict": "granted"})
    tx.append("sale.voided", "s-1", {"txn": "x1", "reason": "wrong_amount"})
    tx.append("rights.changed", "system", {"grant": [{"coupon": "c", "uses": 1, "fence": 1}], "revoke": ["d"]})


def _use_the_print_queue(tx: LedgerTransaction) -> None:
    job = {"job": "j1", "document": "receipt", "printer": "p", "language": "en", "about": "x1"}
    tx.append("document.queued", "s-1", job)
    tx.keep_document("j1", b"{}")
    tx.print_job("j1")
    tx.next_print_job("p", 0)
    tx.waiting_jobs()
    tx.waiting_jobs({"p": 1})
    tx.print_jobs_in(OPEN, 10)
    tx.print_jobs_in(ASKED, 10)
    tx.latest_print_jobs(0, 10)
    tx.highest_copy("receipt", "x1")
    tx.kept_document("j1")
    tx.append("document.sent", "system", {"job": "j1", "printer": "p"})
    tx.append("document.released", "s-1", {"printer": "p", "before": 5})
    tx.append("document.withdrawn", "s-1", {"printer": "p", "before": 5})
    tx.forget_documents(0)


def test_nothing_scans_what_grows(path: Path) -> None:
    enrolled(path).close()
    disk = Listening()
    ledger = open_at(path, disk=disk)
    sell(ledger, "x1", "c1")
    ledger.run(_use_everything)
    ledger.run(_use_the_print_queue)
    ledger.close()
    connection = RealDisk().connect(path, KEY)
    looked_at = 0
    for statement in dict.fromkeys(disk.statements):
        if not statement.startswith(("SELECT", "UPDATE", "DELETE")) or "sqlite_master" in statement:
            continue
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
        scans = [
            step
            for step in plan
            if step.startswith("SCAN")
            and not any(step.startswith(f"SCAN {table}") for table in SMALL)
            # in order of a key, stopped by LIMIT; a partial index of what is open; ids inside one row
            and not ("ORDER BY" in statement and "LIMIT" in statement and "TEMP B-TREE" not in " ".join(plan))
            and "USING COVERING INDEX ix_op_open" not in step
            and "USING INDEX ix_op_open" not in step
            and "INDEX ix_print_job_open" not in step
            # papers of open jobs, and of those that were over in the last day
            and not step.startswith("SCAN c")
            and "json_each" not in step
            and not step.startswith("SCAN c VIRTUAL TABLE")
            and "CONSTANT ROW" not in step
            # max() of a key reads its last row
            and "max(number)" not in statement
        ]
        assert not scans, (statement, plan)
        looked_at += 1
    connection.close()
    assert looked_at >= 15
