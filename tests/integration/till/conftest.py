from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.till.rig import TillRig
from tests.simulation.surroundings import quiet_logs
from tests.simulation.world import World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with quiet_logs():
        made = World(tmp_path, 1)
        yield made
        made.close()


@pytest.fixture
def rig(world: World) -> TillRig:
    return TillRig(world)
