"""A terminal that is an event desk, for one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.desk_states import desk_stage

MakeDesk = Callable[..., Stage]


@pytest.fixture
def make_desk(qapp: QApplication) -> Iterator[MakeDesk]:
    """Opens desks that are closed at the end of the test."""
    with ExitStack() as open_stages:

        def make(language: str = "zh_TW", size: tuple[int, int] = (1366, 768)) -> Stage:
            return open_stages.enter_context(desk_stage("light", language, size))

        yield make
