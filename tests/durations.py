"""Long files begin first, so that the two workers of `make test` end together.

`tests/durations.json` has the seconds of every file that took long, as `make suite ARGS=--write-durations` last wrote
it. Which tests are run does not depend on it: a file that it does not name, or that is gone, makes the run a little
longer.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

_KEPT = Path(__file__).with_suffix(".json")
_LONG_S = 4.0


class LongFirst:
    """The order of files: rules of the house, then what takes long, the longest first, then the others as they were."""

    def __init__(self, kept: Path = _KEPT) -> None:
        self._seconds: dict[str, float] = json.loads(kept.read_text("utf-8"))

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Tests of one file stay together, in their order."""
        items.sort(key=lambda item: self._place(item.nodeid.partition("::")[0]))

    def _place(self, file: str) -> tuple[bool, float]:
        rule = file.startswith("tests/unit/") and file.count("/") == 2  # red in seconds, when one is broken
        return not rule, -self._seconds.get(file, 0.0)


class Written:
    """Adds up what files take, and keeps it."""

    def __init__(self, kept: Path = _KEPT) -> None:
        self._kept = kept
        self._taken: defaultdict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Setting up and clearing away are part of it."""
        self._taken[report.nodeid.partition("::")[0]] += report.duration

    def pytest_sessionfinish(self) -> None:
        """The longest first."""
        longest = sorted(self._taken.items(), key=lambda one: -one[1])
        long = {file: round(taken, 1) for file, taken in longest if taken >= _LONG_S}
        self._kept.write_text(json.dumps(long, indent=1) + "\n", "utf-8")
