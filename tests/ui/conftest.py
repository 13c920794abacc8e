"""A checkout on the demo store, for one test."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.demo.checkout.stage import Stage
from kiosk.domain.stations import StationRole
from kiosk.ui.shell.garbage import GarbageCollector
from kiosk.ui.shell.sounds import SoundPlayer

MakeStage = Callable[..., Stage]


class HeardSounds:
    """A SoundPlayer that remembers."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def play(self, sound: str) -> None:
        self.heard.append(sound)


@pytest.fixture(autouse=True)
def garbage_is_collected_here(qapp: QApplication) -> Iterator[None]:
    """As in the program: widgets in cycles die on the GUI thread. A worker that allocates would destroy them on its
    own, which Qt's windows plugin answers with a crash, later and elsewhere."""
    collector = GarbageCollector()
    collector.start()
    yield
    collector.rest()
    gc.collect(1)  # what the test left, before a hundred tests have


@pytest.fixture
def make_stage(qapp: QApplication) -> Iterator[MakeStage]:
    """Opens windows that are closed at the end of the test."""
    with ExitStack() as open_stages:

        def make(
            theme: str = "light",
            language: str = "zh_TW",
            size: tuple[int, int] = (1366, 768),
            *,
            sounds: SoundPlayer | None = None,
            past: bool = True,
            role: StationRole = StationRole.CHECKOUT,
            slips: Path = Path("/nonexistent"),
        ) -> Stage:
            stage = Stage(theme, language, size, sounds=sounds, past=past, role=role, slips=slips)
            return open_stages.enter_context(stage)

        yield make


@pytest.fixture
def stage(make_stage: MakeStage) -> Stage:
    """A freshly opened window in traditional Chinese, nobody signed in."""
    return make_stage()
