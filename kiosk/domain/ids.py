"""Ids of what a terminal makes: transactions, claims."""

from __future__ import annotations

from typing import Protocol


class Randomness(Protocol):
    """Random numbers: ids, nonces, jitter."""

    def bytes(self, count: int) -> bytes:
        """`count` unpredictable bytes."""

    def uniform(self, low: float, high: float) -> float:
        """A number between `low` and `high`."""


def ordered_id(now_ms: int, chance: bytes) -> str:
    """32 hex digits: 48 bits of time, then 80 random ones (`chance`: 10 bytes), as in a UUID version 7 (RFC 9562).

    New rows so go to the end of every index instead of into pages all over the file.
    """
    return f"{now_ms & 0xFFFF_FFFF_FFFF:012x}{chance.hex()}"
