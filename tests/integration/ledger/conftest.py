from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.adapters.db.ledger import SqlLedger
from tests.fakes import ManualClock
from tests.integration.ledger.samples import enrolled


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path, clock: ManualClock) -> Iterator[SqlLedger]:
    """Enrolled, in its first epoch, working in the caller's thread."""
    ledger = enrolled(path, clock)
    yield ledger
    ledger.close()
