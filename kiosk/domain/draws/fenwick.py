"""Finds the owner of the u-th ticket that is left, among a million owners, in twenty steps (a Fenwick tree)."""

from __future__ import annotations

from collections.abc import Sequence


class Fenwick:
    """Counts by place, with sums over the first so many. Building takes time with the number of places, the rest with
    its logarithm."""

    def __init__(self, counts: Sequence[int]) -> None:
        self._sums = sums = [0, *counts]
        size = len(counts)
        for at in range(1, size + 1):
            above = at + (at & -at)
            if above <= size:
                sums[above] += sums[at]
        self._size, self._top = size, 1 << size.bit_length()
        self.total = sum(counts)

    def find(self, u: int) -> tuple[int, int]:
        """The place that the u-th (from 0) falls to, and how many of that place's come before it. `u` below `total`."""
        at, step, sums = 0, self._top, self._sums
        while step:
            beyond = at + step
            if beyond <= self._size and sums[beyond] <= u:
                at = beyond
                u -= sums[beyond]
            step >>= 1
        return at, u

    def before(self, place: int) -> int:
        """The sum of all places before this one."""
        found = 0
        while place:
            found += self._sums[place]
            place &= place - 1
        return found

    def take(self, place: int, count: int) -> None:
        """Take so many from a place."""
        self.total -= count
        at = place + 1
        while at <= self._size:
            self._sums[at] -= count
            at += at & -at
