"""Stand-ins for what the product is given from outside; everything else in tests is the real thing."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.ports.ledger import Identity

KEY = bytes(range(32))
"""Of every ledger in tests."""
IDENTITY = Identity("d-01", "N01-1", "N01", 1, "https://hq.example")
"""A terminal of the store N01."""


@dataclass
class ManualClock:
    """A clock that moves when told to. `now` and `mono` in ms."""

    now: int = 1_790_000_000_000
    mono: int = 1_000
    boot: str = "boot-1"

    def now_ms(self) -> int:
        return self.now

    def mono_ms(self) -> int:
        return self.mono

    def boot_id(self) -> str:
        return self.boot

    def advance(self, ms: int) -> None:
        """Time passes."""
        self.now += ms
        self.mono += ms

    def reboot(self) -> None:
        """The machine starts again: its monotonic clock too."""
        self.mono = 0
        self.boot = f"boot-{int(self.boot.rpartition('-')[2]) + 1}"
