"""What the readiness drill of a desk has to work with on this terminal."""

from __future__ import annotations

from pathlib import Path

from kiosk.application.ports.drill import DrillTools
from kiosk.domain.guests.drill import Power
from kiosk.sync import SyncAtStart


class DrillAtDesk(DrillTools):
    """The machine, and the sync with HQ. `folder`: where the ledger lies."""

    def __init__(self, folder: Path, sync: SyncAtStart) -> None:
        self._folder, self._sync = folder, sync

    def power(self) -> Power | None:
        """Battery and plug."""
        from kiosk.adapters import machine  # most terminals never drill

        return machine.power()

    def free_bytes(self) -> int | None:
        """Free where the ledger lies."""
        from kiosk.adapters import machine

        return machine.free_bytes(self._folder)

    def cut(self, for_ms: int) -> bool:
        """Park the sync."""
        return self._sync.cut(for_ms)

    def mend(self) -> None:
        """Let it go on."""
        self._sync.mend()
