"""Options and surroundings of all tests."""

from __future__ import annotations

import os

import pytest

# before anything imports Qt: no test needs a screen
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--torture",
        action="store_true",
        help="run the long forms of tests that come in two lengths (hundreds of kills instead of a few)",
    )


@pytest.fixture(scope="session")
def torture(request: pytest.FixtureRequest) -> bool:
    """Whether the long forms are wanted."""
    return bool(request.config.getoption("--torture"))
