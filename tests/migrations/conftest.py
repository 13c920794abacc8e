from __future__ import annotations

import pytest

from kiosk.adapters.db import migrate
from tests.shared import new_ledgers


@pytest.fixture(autouse=True)
def _by_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here they are what is tried."""
    monkeypatch.setattr(migrate, "upgrade", new_ledgers.by_migrations)
