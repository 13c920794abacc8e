"""What a lease is given of a wheel's stock: a sample of what is left, so that nobody who makes leases, or waits for
one, chooses who gets the rare prizes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

LEAST = 20
"""Slots that a lease has though there would be fewer for each terminal: a lease has to be worth the wait."""


def share_of(left: int, wanted: int, terminals: int) -> int:
    """How many slots one lease gets of `left`: at most half of what would be each terminal's part, so that the others
    get theirs."""
    return max(0, min(wanted, left, max(LEAST, left // (2 * max(1, terminals)))))


def carved(left: Mapping[str, int], slots: int, below: Callable[[int], int]) -> dict[str, int]:
    """`slots` of the prizes that are left, by code in their order, drawn one after the other without putting back.
    `below(n)`: one of 0 … n−1, each as likely. Codes of which none is drawn are there with 0. Raises ValueError for
    more slots than are left."""
    rest = {code: count for code, count in left.items() if count > 0}
    total = sum(rest.values())
    if slots > total:
        raise ValueError(f"{slots} slots of {total}")
    drawn = dict.fromkeys(left, 0)
    for _ in range(slots):
        at = below(total)
        for code, count in rest.items():
            if at < count:
                rest[code] -= 1
                drawn[code] += 1
                break
            at -= count
        total -= 1
    return drawn
