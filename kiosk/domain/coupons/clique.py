"""The best set of things that all tolerate one another: exact branch and bound on sets kept as bits of an int."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def best_clique(
    weights: Sequence[int], tolerates: Sequence[int], value: Callable[[int], int] | None = None
) -> tuple[int, int]:
    """The best set of mutually tolerant nodes, as (its value, its bits).

    `weights`: what a node is worth at most, positive; `tolerates[i]` has bit j set when nodes i and j go together
    (symmetric, bit i itself is ignored). Without `value` a set is worth the sum of its weights. With it, `value(bits)`
    is what a set is worth: it must never exceed that sum nor fall when a node is added, and it need not be defined by
    tolerant nodes alone. Of equally good sets the first found stays, and the search order depends on the order of the
    nodes only.

    Exact: a branch is cut only when a proven bound says that nothing better lies in it. Nodes of one colour exclude one
    another, so a set holds at most one of each colour (after Tavares et al. and Babel, "A fast algorithm for the
    maximum weight clique problem", 1994); and no set is worth more than all nodes that are still possible, together.
    """
    best_value, best_bits = 0, 0

    def expand(bits: int, weight: int, candidates: int) -> None:
        nonlocal best_value, best_bits
        if not candidates:
            reached = weight if value is None else value(bits)
            if reached > best_value:
                best_value, best_bits = reached, bits
            return
        if value is not None and value(bits | candidates) <= best_value:
            return
        for node, bound in reversed(_colour(weights, tolerates, candidates)):
            if weight + bound <= best_value:
                return
            expand(bits | 1 << node, weight + weights[node], candidates & tolerates[node] & ~(1 << node))
            candidates &= ~(1 << node)

    expand(0, 0, (1 << len(weights)) - 1)
    return best_value, best_bits


def _colour(weights: Sequence[int], tolerates: Sequence[int], candidates: int) -> list[tuple[int, int]]:
    """The candidates with a bound each: no tolerant set of it and those before it weighs more."""
    order: list[tuple[int, int]] = []
    bound = 0
    while candidates:
        free, members, heaviest = candidates, [], 0
        while free:
            low = free & -free
            node = low.bit_length() - 1
            members.append(node)
            heaviest = max(heaviest, weights[node])
            candidates ^= low
            free &= ~(tolerates[node] | low)
        bound += heaviest
        order.extend((node, bound) for node in members)
    return order
