"""A self-service station over the demo store, for one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import SIZES, selfservice_stage

MakeStation = Callable[..., Stage]


@pytest.fixture
def make_station(qapp: QApplication) -> Iterator[MakeStation]:
    """Opens stations that are closed at the end of the test."""
    with ExitStack() as open_stages:

        def make(
            language: str = "zh_TW", size: tuple[int, int] = SIZES[0], *, theme: str = "light", festive: bool = False
        ) -> Stage:
            stage = selfservice_stage(theme, language, size, festive=festive)
            return open_stages.enter_context(stage)

        yield make


@pytest.fixture
def station(make_station: MakeStation) -> Stage:
    """Upright, in traditional Chinese, nobody there."""
    return make_station()
