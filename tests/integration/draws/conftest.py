"""Tills with a wheel; each is checked when its test is over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shared.till import member
from tests.shared.wheel_till import WHEEL, WheelTill


@pytest.fixture
def till(tmp_path: Path) -> Iterator[WheelTill]:
    """A till with the wheel's campaign and the members m-1 to m-3. In the end its ledger must be sound, and the rules,
    judging everything anew, must give what was given."""
    made = WheelTill(tmp_path)
    made.publishes(WHEEL)
    made.has_members(*(member(f"m-{number}", points=200) for number in range(1, 4)))
    try:
        yield made
        made.counts_the_same()
        made.sound()
    finally:
        made.close()
