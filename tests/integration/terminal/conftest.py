from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.application.sync.outcomes import Link
from kiosk.hq.ports import HqSettings
from tests.integration.terminal.local_hq import LocalHq
from tests.simulation.surroundings import quiet_logs
from tests.simulation.world import SimTerminal, World


@pytest.fixture
def settings() -> HqSettings:
    return HqSettings()


@pytest.fixture
def world(tmp_path: Path, settings: HqSettings) -> Iterator[World]:
    with quiet_logs():
        made = World(tmp_path, 1, settings=settings)
        yield made
        made.close()


@pytest.fixture
def hq(world: World) -> Iterator[LocalHq]:
    served = LocalHq(lambda *request: world.hq.wire.handle(*request))
    yield served
    served.close()


@pytest.fixture
def enrolled(world: World, hq: LocalHq) -> Callable[..., SimTerminal]:
    """Makes a terminal that reaches HQ by real HTTP and has done its first round."""

    def make(name: str = "XY01", store: str = "xinyi", **options: Any) -> SimTerminal:
        terminal = world.add(name, store, transport=hq.transport, **options)
        while terminal.engine.status().link is not Link.ONLINE:
            terminal.engine.round()  # where little time is allowed, a busy machine may need several
        return terminal

    return make


@pytest.fixture
def till(enrolled: Callable[..., SimTerminal]) -> SimTerminal:
    return enrolled()
