"""What the demo store's stage needs from outside: a key, and the public beacon, of which HQ has told nothing yet."""

from __future__ import annotations

from kiosk.adapters.draws.stage_tools import DeviceStageTools, NoDrawsAtHq
from kiosk.domain.draws.beacon import QUICKNET, Chain
from kiosk.domain.ids import Randomness


class _Quiet:
    """The public beacon before its round is out."""

    def beacon_chain(self) -> Chain:
        """The public one."""
        return QUICKNET

    def beacon(self, chain: str, number: int) -> bytes | None:
        """Nothing yet."""
        return None


def demo_stage(randomness: Randomness) -> DeviceStageTools:
    """The tools of the demo's stage."""
    return DeviceStageTools(lambda: bytes(range(1, 33)), _Quiet(), NoDrawsAtHq(), randomness)
