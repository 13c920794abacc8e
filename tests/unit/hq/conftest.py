from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Select, event

from kiosk.hq.headquarters import Headquarters
from tests.unit.hq.rig import TestClock, headquarters


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def hq(tmp_path: Path, clock: TestClock) -> Iterator[Headquarters]:
    made = headquarters(tmp_path, clock)
    yield made
    flaws = made.verify()
    made.database.close()
    assert flaws == []


@event.listens_for(Engine, "before_execute")
def _fit_for_postgresql(_connection: Any, statement: Any, *_more: Any) -> None:
    """SQLite sorts what is told apart by what it does not tell; PostgreSQL refuses to."""
    if isinstance(statement, Select) and statement._distinct:
        told = set(statement.selected_columns)
        others = [one for one in statement._order_by_clauses if getattr(one, "element", one) not in told]
        assert not others, f"DISTINCT, sorted by what is not selected: {others}"
