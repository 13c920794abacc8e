"""The four plans' files, and stages that are checked when a test is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from kiosk.domain.campaigns.model import Campaign
from kiosk.protocol.campaigns.file import load_campaign
from tests.unit.campaigns.stage import Stage, same_everywhere

CAMPAIGNS = Path(__file__).parents[3] / "resources" / "campaigns"


@cache
def plan(name: str) -> Campaign:
    """One of the four plans' campaigns."""
    return load_campaign(CAMPAIGNS / f"{name}.yaml").campaign


@pytest.fixture
def play() -> Iterator[Callable[..., Stage]]:
    """Stages for plans by name, or for campaigns. When the test is over, each one's state must also come out of its
    journal alone, and out of its facts judged anew."""
    stages: list[Stage] = []

    def make(*campaigns: str | Campaign) -> Stage:
        stages.append(Stage(*(plan(one) if isinstance(one, str) else one for one in campaigns)))
        return stages[-1]

    yield make
    for stage in stages:
        same_everywhere(stage)
