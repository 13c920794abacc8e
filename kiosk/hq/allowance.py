"""How often each device, or each address, may ask for something that costs or could be tried out."""

from __future__ import annotations

import threading

_MINUTE_MS = 60_000
_KEPT = 10_000
_FAILED_AT_MOST = 100_000


class Allowance:
    """So many in a minute for each key, saved up to that number. Kept in memory: every process of HQ counts for itself,
    and a restart begins anew. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._spent: dict[str, tuple[int, float]] = {}
        """Key → when (ms, monotonic), and how much of its allowance was used up then; the latest last."""

    def take(self, key: str, most: int, now_ms: int) -> bool:
        """Whether one more is allowed; then it is taken. `most`: a minute's; `now_ms`: monotonic."""
        with self._lock:
            since, spent = self._spent.get(key, (now_ms, 0.0))
            spent = max(0.0, spent - (now_ms - since) * most / _MINUTE_MS)
            if spent + 1 > most:
                return False
            self._spent.pop(key, None)
            self._spent[key] = (now_ms, spent + 1)
            if len(self._spent) > _KEPT:
                self._forget(now_ms)
            return True

    def _forget(self, now_ms: int) -> None:
        """Drop whoever has all of its allowance again; of more than are kept, who asked longest ago."""
        while self._spent:
            oldest = next(iter(self._spent))
            if len(self._spent) <= _KEPT // 2 and now_ms - self._spent[oldest][0] < _MINUTE_MS:
                return
            del self._spent[oldest]


class Failed:
    """Nonces with which somebody failed: each is good for one try. In memory, of each process. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._nonces: dict[bytes, None] = {}

    def note(self, nonce: bytes) -> None:
        """This one is used up."""
        with self._lock:
            self._nonces[nonce] = None
            if len(self._nonces) > _FAILED_AT_MOST:
                del self._nonces[next(iter(self._nonces))]

    def __contains__(self, nonce: bytes) -> bool:
        return nonce in self._nonces
