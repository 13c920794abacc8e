"""Shops for the end-to-end tests. What takes long to make is made once and copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.adapters.sync import parts
from tests.e2e.hands import Wait
from tests.e2e.shop import HUNG_S, Shop, prepare


@pytest.fixture(autouse=True)
def _soon_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where HQ cannot be reached, a terminal of a test tries again within two seconds, not after minutes."""
    monkeypatch.setattr(parts, "BACK_OFF_MOST_MS", 2_000)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """HQ's data and an enrolled terminal; to be copied, not used."""
    folder = tmp_path_factory.mktemp("prepared")
    prepare(folder, members=90)
    return folder


@pytest.fixture
def closed_shop(prepared: Path, tmp_path: Path) -> Iterator[Shop]:
    """A shop whose HQ does not run."""
    made = Shop(prepared, tmp_path / "shop")
    yield made
    made.close()


@pytest.fixture
def shop(closed_shop: Shop) -> Shop:
    """A shop with HQ."""
    closed_shop.start_hq()
    return closed_shop


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    """Lets Qt work until something has come true; a failure names nothing but what did not."""

    def until(come_true: Callable[[], bool]) -> None:
        qtbot.waitUntil(come_true, timeout=HUNG_S * 1000)

    return until
