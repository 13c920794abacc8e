"""A till with printers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.shared.printing_till import PrintingTill


@pytest.fixture
def till() -> Iterator[PrintingTill]:
    till = PrintingTill()
    yield till
    till.close()
