"""Pages of fields, closed at the end of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.touch.pages import MakePage, Page, shown


@pytest.fixture
def make_page(qapp: QApplication) -> Iterator[MakePage]:
    with ExitStack() as pages:

        def make(**wanted: Any) -> Page:
            page = pages.enter_context(shown(**wanted))
            assert isinstance(page, Page)
            return page

        yield make


@pytest.fixture
def page(make_page: MakePage) -> Page:
    """In traditional Chinese, upright."""
    return make_page()
