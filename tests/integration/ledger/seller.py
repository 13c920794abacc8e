"""Run as a program by test_kill.py: sells until it is killed, and says which sales it was told are durable."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.adapters.clock import SystemClock
from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.adapters.db.migrate import open_ledger
from kiosk.domain.sales.facts import SALE_COMPLETED
from tests.integration.ledger.samples import IDENTITY, KEY, sale_body, sell


def main(path: Path, life: str) -> None:
    rng = random.Random(life)
    ledger = open_ledger(path, KEY, SystemClock())
    if ledger.run(lambda tx: tx.identity()) is None:
        ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
    print("ready", flush=True)
    number = 0
    while True:
        number += 1
        txn = f"{life}-{number}"
        sell(ledger, txn, f"c-{txn}")
        print(f"ok {txn}", flush=True)
        if rng.random() < 0.05:
            ledger.run(lambda tx: tx.set_meta("acked", str(tx.head.seq)))
        if rng.random() < 0.02:
            ledger.run(_go_on_in_a_new_epoch)
        if rng.random() < 0.05:
            # what raises must not be found after a kill either
            try:
                ledger.run(_give_up)
            except InterruptedError:
                print("gave up", flush=True)


def _go_on_in_a_new_epoch(tx: LedgerTransaction) -> None:
    tx.begin_epoch(replace(IDENTITY, epoch=tx.head.epoch + 1), "restored")


def _give_up(tx: LedgerTransaction) -> None:
    tx.append(SALE_COMPLETED, "s-1", sale_body("given-up", tx.last_receipt() + 1, "c-given-up"))
    raise InterruptedError


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
