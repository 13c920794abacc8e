"""What a simulated machine stands in: clocks, chance, a vault, disks that die, and what may go wrong with them."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import structlog

from kiosk.adapters.db.cipher import RealDisk

START_MS = 1_795_305_600_000  # 2026-11-22 00:00 UTC


class Crash(BaseException):
    """The process died here. Not an Exception: nothing in the product may catch it."""


class HqDied(BaseException):
    """HQ's process died here."""


class HqFault(AssertionError):
    """HQ met an error of its own: never acceptable, whatever a terminal sent."""


@contextmanager
def quiet_logs() -> Iterator[None]:
    """HQ's log lines go nowhere (structlog prints every request to stdout unless told otherwise)."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    try:
        yield
    finally:
        structlog.configure(**before)


class TrueTime(Protocol):
    """What knows the time that it really is: the world."""

    true_ms: int


@dataclass
class SimClock:
    """The world's time, seen with an offset of this node's own."""

    world: TrueTime
    skew_ms: int = 0
    boot: int = 1

    def now_ms(self) -> int:
        return self.world.true_ms + self.skew_ms

    def mono_ms(self) -> int:
        return self.world.true_ms - START_MS

    def boot_id(self) -> str:
        return f"boot-{self.boot}"


class SimRandom:
    """Ids and jitter from the world's seed."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def bytes(self, count: int) -> bytes:
        return self._random.randbytes(count)

    def uniform(self, low: float, high: float) -> float:
        return self._random.uniform(low, high)


class DictVault(dict[str, bytes]):
    """A key vault in memory."""

    def put(self, name: str, secret: bytes) -> None:
        self[name] = secret

    def delete(self, name: str) -> None:
        self.pop(name, None)


class CheapHasher:
    """PINs of the simulation are not secret."""

    def hash_pin(self, pin: str) -> str:
        return f"sim:{pin}"

    def verify_pin(self, encoded: str, pin: str) -> bool:
        return encoded == f"sim:{pin}"


@dataclass
class Faults:
    """Chances, 0 to 1, of what may befall one request. `late`: it arrives at HQ some other time, unanswered."""

    lost: float = 0.0
    answer_lost: float = 0.0
    repeated: float = 0.0
    cut: float = 0.0
    error: float = 0.0
    late: float = 0.0


class CrashingDisk(RealDisk):
    """A disk whose owner dies at a commit when `fuse` reaches zero: before it (nothing is kept) or after it (kept, but
    nobody was told). Counts commits of both databases. Processes die here, the power stays on: nothing needs fsync."""

    def __init__(self) -> None:
        self.fuse = -1
        self.after = False

    def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
        connection = super().connect(path, key, read_only=read_only)
        return connection if read_only or path.name not in ("ledger.db", "ref.db") else _Watched(connection, self)

    def blow(self, *, after: bool) -> None:
        if self.fuse == 0 and self.after is after:
            raise Crash
        if after and self.fuse >= 0:
            self.fuse -= 1


class _Watched:
    def __init__(self, connection: Any, disk: CrashingDisk) -> None:
        self._connection = connection
        self._disk = disk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: str, *values: Any) -> Any:
        if statement.startswith("PRAGMA synchronous"):
            statement = "PRAGMA synchronous = OFF"
        return self._connection.execute(statement, *values)

    def commit(self) -> None:
        self._disk.blow(after=False)
        self._connection.commit()
        self._disk.blow(after=True)
