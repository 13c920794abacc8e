"""The terminal's two databases in memory: the product's own adapters, encryption and tables, and no file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.demo.store.memory import OneDatabase
from kiosk.domain.time import Clock
from tests.fakes import IDENTITY, KEY

_NO_FILE = Path("/nonexistent/reference.db")


def enrolled_in_memory(clock: Clock) -> SqlLedger:
    """A ledger in its first epoch, working in the caller's thread."""
    ledger = memory_ledger(KEY, clock, threaded=False)
    ledger.run(lambda tx: tx.begin_epoch(IDENTITY, "enrolled"))
    return ledger


def reference_in_memory() -> SqlReference:
    """A reference of which HQ has told nothing yet."""
    return SqlReference(_NO_FILE, KEY, disk=OneDatabase(_laid_out()))


@cache
def _laid_out() -> Any:
    """An empty reference, to be copied: laying the tables out takes as long as many a test."""
    disk = OneDatabase()
    kept = disk.connect(_NO_FILE, KEY)
    SqlReference(_NO_FILE, KEY, disk=disk).close()
    return kept
