"""A self-service station over the demo store, for one test."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.application.sales.outcomes import Visit
from kiosk.application.selfservice.outcomes import Mine
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.selfservice.states import SIZES, selfservice_stage
from kiosk.ui.stations.selfservice.registering import Draft

MakeStation = Callable[..., Stage]
Personal = list[Visit | Mine | Draft]


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


def _personal() -> Personal:
    """What is somebody's in the whole process."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, Visit | Mine | Draft)]


@pytest.fixture
def left_behind() -> Callable[[], Personal]:
    """Tells what is somebody's and was not there before. Ask for it before a station: other tests of this process
    may have left something of their own."""
    before = _personal()
    return lambda: [one for one in _personal() if not any(one is other for other in before)]
