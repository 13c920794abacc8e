"""Lay what a price takes off over the lines of a till's basket, so that every line has a price of its own.

The rule (docs/till-bridge.md): a discount is shared over the lines it may touch in proportion to what is left of their
price, by largest remainder, the earlier line first where remainders are equal. Discounts that reach fewer lines go
first. Where one then finds too little left, shares of others move to other lines they may touch. So every discount is
laid out to the minor unit, and no line costs less than nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goods:
    """A line of a basket; `amount`: minor units of all its pieces."""

    sku: str
    category: str
    amount: int


@dataclass(frozen=True, slots=True)
class Take:
    """A discount: minor units `off`, from goods of these categories and these articles. None: from any."""

    off: int
    categories: Collection[str] | None = None
    articles: Collection[str] | None = None

    def reaches(self, goods: Goods) -> bool:
        """Whether it may touch these goods."""
        return (self.categories is None or goods.category in self.categories) and (
            self.articles is None or goods.sku in self.articles
        )


def laid_out(lines: Sequence[Goods], takes: Sequence[Take], unit: int = 1) -> tuple[tuple[int, ...], ...]:
    """For each take, what it takes off each line, in minor units. A row adds up to the take's `off`; a column to no
    more than the line's amount. `unit`: shares are multiples of it (`money.rounding_unit`) wherever that is possible.

    The takes together are at most the lines together. A take whose own lines cannot hold it (its limits were changed
    meanwhile, or are not known by article) goes on to the others.
    """
    layout = _Layout([line.amount for line in lines])
    everywhere = range(len(lines))
    reach = [tuple(index for index in everywhere if take.reaches(lines[index])) for take in takes]
    for row in sorted(range(len(takes)), key=lambda row: (len(reach[row]), row)):
        left = layout.share(row, reach[row], takes[row].off, unit)
        while left and (moved := layout.push(row, reach, left, set())):
            left -= moved
        layout.share(row, everywhere, left, unit)
    return tuple(tuple(layout.sent[row].get(index, 0) for index in everywhere) for row in range(len(takes)))


class _Layout:
    def __init__(self, amounts: list[int]) -> None:
        self.room = amounts
        """What is left of each line's price."""
        self.sent: dict[int, dict[int, int]] = {}
        """Take → line → minor units."""

    def share(self, row: int, lines: Sequence[int], off: int, unit: int) -> int:
        """Share `off` over `lines` by largest remainder; what did not fit comes back."""
        sent = self.sent.setdefault(row, {})
        total = sum(self.room[line] for line in lines)
        fits = min(off, total)
        if fits <= 0:
            return off
        shares = {line: fits * self.room[line] // (total * unit) * unit for line in lines}
        by_remainder = sorted(lines, key=lambda line: shares[line] * total - fits * self.room[line])
        left = fits - sum(shares.values())
        while left:
            for line in by_remainder:
                step = min(unit, self.room[line] - shares[line], left)
                shares[line] += step
                left -= step
        for line, part in shares.items():
            self.room[line] -= part
            sent[line] = sent.get(line, 0) + part
        return off - fits

    def push(self, row: int, reach: Sequence[tuple[int, ...]], off: int, seen: set[int]) -> int:
        """Find room for up to `off` of `row` by moving another's share to another line."""
        seen.add(row)
        for line in reach[row]:
            if free := min(off, self.room[line]):
                self._send(row, line, free)
                return free
        for line in reach[row]:
            for other in sorted(self.sent.keys() - seen):
                theirs = self.sent[other].get(line, 0)
                if theirs and line in reach[other] and (moved := self.push(other, reach, min(off, theirs), seen)):
                    self._send(other, line, -moved)
                    self._send(row, line, moved)
                    return moved
        return 0

    def _send(self, row: int, line: int, part: int) -> None:
        self.sent[row][line] = self.sent[row].get(line, 0) + part
        self.room[line] -= part
