"""Which uses of a coupon count when there are more than it is good for: pure rules (sync.md, "Coupons and stock
without a network")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class UseState(StrEnum):
    """What became of one use."""

    COUNTS = "counts"
    CONFLICT = "conflict"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a coupon. `valid`: the device had the right it named; `units`: how much of the coupon it took."""

    txn: str
    valid: bool
    hlc: int
    device: str
    epoch: int
    seq: int
    voided: bool
    units: int = 1


@dataclass(frozen=True, slots=True)
class Judged:
    """`order`: standing uses, the best claim first; those count that find enough of `limit` left."""

    states: dict[str, UseState]
    order: tuple[Use, ...]


def judge(uses: Iterable[Use], limit: int) -> Judged:
    """States by txn. Depends on the uses alone, not on the order in which they arrived: (valid right, hlc, device,
    seq) decides."""
    states: dict[str, UseState] = {}
    standing: list[Use] = []
    for use in uses:
        if use.voided:
            states[use.txn] = UseState.VOIDED
        else:
            standing.append(use)
    standing.sort(key=lambda use: (not use.valid, use.hlc, use.device, use.epoch, use.seq, use.txn))
    left = limit
    for use in standing:
        states[use.txn] = UseState.COUNTS if use.units <= left else UseState.CONFLICT
        left -= use.units if states[use.txn] is UseState.COUNTS else 0
    return Judged(states, tuple(standing))
