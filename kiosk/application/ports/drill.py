"""What a desk's readiness drill asks of the machine, and HQ parked for some seconds."""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.guests.drill import Power


class DrillTools(Protocol):
    """From any thread; nothing waits."""

    def power(self) -> Power | None:
        """Battery and plug; None: this machine does not say."""

    def free_bytes(self) -> int | None:
        """Free where the ledger lies; None: nobody knows."""

    def cut(self, for_ms: int) -> bool:
        """Meet HQ no more, for so long at most. False: there is nothing to cut."""

    def mend(self) -> None:
        """Meet it again, now."""


class NoDrillTools(DrillTools):
    """Where nothing is known of the machine."""

    def power(self) -> Power | None:
        """Unknown."""
        return None

    def free_bytes(self) -> int | None:
        """Unknown."""
        return None

    def cut(self, for_ms: int) -> bool:
        """Nothing to cut."""
        return False

    def mend(self) -> None:
        """Nothing."""
