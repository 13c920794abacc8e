from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

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
