"""The best set of things that all tolerate one another: exact branch and bound on sets kept as bits of an int."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

MOST_STEPS = 10_000
"""Some tenths of a second at most. Wallets of fifty coupons of a dozen templates take some dozens of steps."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One way to measure a set of nodes: `base` and the sum of the `weights` (not negative) of its nodes. `narrow`:
    what the base comes to at most when only these nodes may be in the set, as far as that is more than so much."""

    base: int
    weights: Sequence[int]
    narrow: Callable[[int, int], int] | None = None

    def less(self, bits: int, enough: int) -> int:
        """By how much the base is lower when only these nodes may be in the set; it need not be lower than `enough`."""
        return self.base - self.narrow(bits, enough) if self.narrow else 0

    def of(self, bits: int) -> int:
        """A set by this measure."""
        return self.base + sum(weight for index, weight in enumerate(self.weights) if bits >> index & 1)


@dataclass(slots=True)
class Steps:
    """How many steps of a search are left; below zero when it ended early: then nothing that it did not look at is
    worth more than `open`."""

    left: int = MOST_STEPS
    most: int = field(init=False)
    open: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.most = self.left


def best_clique(
    measures: Sequence[Measure],
    tolerates: Sequence[int],
    worth: Callable[[int], int] | None = None,
    start: int = 0,
    steps: Steps | None = None,
) -> int:
    """The best set of mutually tolerant nodes, as bits.

    `tolerates[i]` has bit j set when nodes i and j go together (symmetric, bit i itself is ignored). A set is worth
    `worth(bits)`, which no measure may fall short of and which never falls when a node is added; without `worth`, the
    least of the measures. `start`: a tolerant set to be beaten. Of equally good sets the first found stays, and the
    search order depends on the order of nodes and measures only.

    Exact: a branch is cut only when a proven bound says that nothing better lies in it. Nodes of one colour exclude one
    another, so a set holds at most one of each colour (after Babel, "A fast algorithm for the maximum weight clique
    problem", Computing 52, 1994). So that a till always answers, the search ends after MOST_STEPS steps with the best
    set so far, and `steps` tells; dozens of templates that tolerate one another at random, with goods that run out,
    can get there.
    """
    valued = worth or (lambda bits: min(measure.of(bits) for measure in measures))
    best_bits, best_value = start, valued(start)
    steps = steps or Steps()

    def expand(bits: int, candidates: int) -> None:
        nonlocal best_bits, best_value
        with_all = 0  # what goes with everything that may still come is in the best set, or does no harm there
        left = candidates
        while left:
            low = left & -left
            if not candidates & ~(tolerates[low.bit_length() - 1] | low):
                with_all |= low
            left ^= low
        bits |= with_all
        candidates ^= with_all
        if not candidates:
            for measure in measures:
                so_far = measure.of(bits)
                if so_far - measure.less(bits, best_value - so_far + measure.base) <= best_value:
                    return
            reached = valued(bits)
            if reached > best_value:
                best_bits, best_value = bits, reached
            return
        tightest: tuple[int, int, list[tuple[int, int]]] | None = None
        for measure in measures:
            so_far = measure.of(bits)
            order = _colour(measure.weights, tolerates, candidates)
            if so_far + order[-1][1] <= best_value:
                return
            so_far -= measure.less(bits | candidates, best_value - so_far - order[-1][1] + measure.base)
            bound = so_far + order[-1][1]
            if bound <= best_value:
                return
            if tightest is None or bound < tightest[0]:
                tightest = bound, so_far, order
        assert tightest is not None
        whole, so_far, order = tightest
        steps.left -= 1
        if steps.left < 0:
            steps.open = max(steps.open, whole)
            return
        for node, bound in reversed(order):
            if so_far + bound <= best_value:
                return
            if steps.left < 0:
                steps.open = max(steps.open, so_far + bound)
                return
            expand(bits | 1 << node, candidates & tolerates[node] & ~(1 << node))
            candidates &= ~(1 << node)

    expand(0, (1 << len(tolerates)) - 1)
    return best_bits


def _colour(weights: Sequence[int], tolerates: Sequence[int], candidates: int) -> list[tuple[int, int]]:
    """The candidates with a bound each: no tolerant set of it and those before it weighs more.

    A node may be spread over several colours, each taking as much of its weight as the lightest node of that colour has
    left; heavy nodes then do not make light ones of their colour look heavy.
    """
    order: list[tuple[int, int]] = []
    left: dict[int, int] = {}
    bound = 0
    while candidates:
        free, members = candidates, []
        while free:
            low = free & -free
            node = low.bit_length() - 1
            members.append(node)
            free &= ~(tolerates[node] | low)
        lightest = min(left.setdefault(node, weights[node]) for node in members)
        bound += lightest
        for node in members:
            left[node] -= lightest
            if not left[node]:
                order.append((node, bound))
                candidates ^= 1 << node
    return order
