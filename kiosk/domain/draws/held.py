"""Leases and slots as a terminal's ledger has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class HeldLease:
    """A sealed tape that was opened here. `body`: the lease; `op`: the exchange with HQ, which names the terminal's
    secret; `key_id`, `signature`: HQ's over the body, `root_signature`: the device's over the root, `beacon`: of the
    round: hex, as `root` is; `used`: slots that are taken, and so the next one's number; `epoch`, `opened_seq`: of the
    fact that opened it, `stamp` its stamp; `at`, `boot`, `mono`: when that was; `why`: it was closed, in the fact
    `closed_seq` of `closed_epoch`."""

    lease: str
    campaign: str
    wheel: str
    body: Mapping[str, Any]
    op: str
    key_id: str
    signature: str
    beacon: str
    root: str
    root_signature: str
    size: int
    used: int
    epoch: int
    opened_seq: int
    stamp: int
    at: int
    boot: str
    mono: int
    why: str = ""
    closed_epoch: int = 0
    closed_seq: int = 0

    @property
    def closed(self) -> bool:
        """No more of it is spun."""
        return bool(self.why)

    @property
    def left(self) -> int:
        """Slots that nobody has taken."""
        return max(0, self.size - self.used)


@dataclass(frozen=True, slots=True)
class TakenSlot:
    """A slot that is somebody's. `part`: the prize; `amount`: of a red packet, minor units; `at`: ms since 1970;
    `stamp`: of its fact; `shown`: when the wheel stopped at it, ms, 0: not yet."""

    lease: str
    j: int
    campaign: str
    wheel: str
    member: str
    part: str
    amount: int
    channel: str
    at: int
    stamp: int
    shown: int = 0
