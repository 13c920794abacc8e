"""A till in memory for every use case: the product's own ledger and reference, made in a few milliseconds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.shared.till import Till, member

CARD = "20000006"


@pytest.fixture
def till() -> Iterator[Till]:
    """It knows the members m-1 (whose card is `CARD`) to m-3, who never bought anything."""
    till = Till()
    till.has_members(member("m-1", card_no=CARD), member("m-2"), member("m-3"))
    yield till
    till.close()
