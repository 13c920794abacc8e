"""Options and surroundings of all tests. A warning in the log that nobody expected fails the test."""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.durations import LongFirst, Written
from tests.examples import scale
from tests.shared.new_ledgers import quickly_made
from tests.shared.set_aside import set_aside

# The machines are shared and noisy: no time limits. On CI the same examples every time, elsewhere new ones.
settings.register_profile("kiosk", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("kiosk")

# before anything imports Qt: no test needs a screen
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Some machines keep Python from storing what it compiles. The tests start a hundred programs, each of which would
# compile all of the product again, longer than most of them run.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


_MEMORY, _ROOM = Path("/dev/shm"), 2 << 30
if "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    # a commit waits for the disk, ten thousand times; what is tried is what the program asks of one
    os.environ["TMPDIR"], tempfile.tempdir = str(_MEMORY), None


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--torture",
        action="store_true",
        help="run the long forms of tests that come in two lengths (hundreds of kills instead of a few)",
    )
    parser.addoption("--write-durations", action="store_true", help="renew tests/durations.json from this run")


def pytest_configure(config: pytest.Config) -> None:
    """The order of this run, and what it is kept in."""
    config.pluginmanager.register(LongFirst())
    if config.getoption("--write-durations") and "PYTEST_XDIST_WORKER" not in os.environ:
        config.pluginmanager.register(Written())


def under_wine() -> bool:
    """Whether this Windows is Wine."""
    if sys.platform == "win32":
        import ctypes

        return hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
    else:  # noqa: RET505  (so that the type checker passes over what is not of its platform)
        return False


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests marked `not_under_wine` say what Wine lacks; on a real Windows they run. docs/windows.md lists them."""
    scale(items, torture=config.getoption("--torture"))
    if under_wine():
        for item in items:
            for mark in item.iter_markers("not_under_wine"):
                item.add_marker(pytest.mark.skip(reason=f"under Wine: {mark.args[0]}"))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays: looking for cycles in it again and again takes a fifth of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Nothing that was collected goes before the end."""
    set_aside()


def _has_widgets(item: pytest.Item | None) -> bool:
    return "qapp" in getattr(item, "fixturenames", ())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """Widgets in cycles die on the GUI thread, and before a test without widgets starts: the automatic collector runs
    on whichever thread allocates (a test's server, say), and Qt answers with a crash, later and elsewhere."""
    widgets = _has_widgets(item)
    if widgets:
        gc.disable()
    try:
        return (yield)
    finally:
        set_aside()
        if widgets and not _has_widgets(nextitem):
            gc.collect()
            gc.enable()


@pytest.fixture(scope="session")
def torture(request: pytest.FixtureRequest) -> bool:
    """Whether the long forms are wanted."""
    return bool(request.config.getoption("--torture"))


@pytest.fixture(scope="session", autouse=True)
def _new_ledgers_without_migrations() -> Iterator[None]:
    with quickly_made():
        yield


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def allowed_warnings() -> list[str]:
    """Regular expressions of log messages (WARNING and above) that the test expects; append to it."""
    return []


@pytest.fixture(autouse=True)
def _unexpected_warnings_fail(allowed_warnings: list[str]) -> Iterator[None]:
    """The product warns only when something is wrong: a test that passes with a warning has not looked."""
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    try:
        yield
    finally:
        root.removeHandler(collector)
    unexpected = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for record in collector.records
        if not any(re.search(pattern, record.getMessage()) for pattern in allowed_warnings)
    ]
    assert not unexpected, unexpected
