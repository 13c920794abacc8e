"""A terminal that is a stage, for one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.stage_states import console

MakeConsole = Callable[..., Stage]


@pytest.fixture
def make_console(qapp: QApplication) -> Iterator[MakeConsole]:
    """Opens consoles that are closed at the end of the test."""
    with ExitStack() as open_stages:

        def make(language: str = "zh_TW", size: tuple[int, int] = (1366, 768)) -> Stage:
            return open_stages.enter_context(console("light", language, size))

        yield make
