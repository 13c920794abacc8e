"""How often each device may ask for something that could be tried out."""

from __future__ import annotations

import threading

_MINUTE_MS = 60_000


class Allowance:
    """So many in a minute for each device, saved up to that number. Kept in memory: every process of HQ counts for
    itself, and a restart begins anew. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._spent: dict[str, tuple[int, float]] = {}
        """Device → when (ms, monotonic), and how much of its allowance was used up then."""

    def take(self, device: str, most: int, now_ms: int) -> bool:
        """Whether one more is allowed; then it is taken. `most`: a minute's; `now_ms`: monotonic."""
        with self._lock:
            since, spent = self._spent.get(device, (now_ms, 0.0))
            spent = max(0.0, spent - (now_ms - since) * most / _MINUTE_MS)
            if spent + 1 > most:
                return False
            self._spent[device] = (now_ms, spent + 1)
            return True
