"""What the demo store's stage needs from outside: a key, and the public beacon, of which HQ has told nothing yet."""

from __future__ import annotations

from kiosk.adapters.draws.stage_tools import DeviceStageTools, NoDrawsAtHq, PublicBeacon
from kiosk.domain.ids import Randomness


def demo_stage(randomness: Randomness) -> DeviceStageTools:
    """The tools of the demo's stage."""
    return DeviceStageTools(lambda: bytes(range(1, 33)), PublicBeacon(), NoDrawsAtHq(), randomness)
