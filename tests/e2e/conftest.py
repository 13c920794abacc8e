"""Shops for the end-to-end tests. What takes long to make is made once and copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.shop import Shop, prepare


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
