"""The search for the best tolerant set, against trying everything, on graphs without any coupon in them."""

from __future__ import annotations

import random

import pytest

from kiosk.domain.coupons.clique import Measure, best_clique


def graph(rng: random.Random, nodes: int, density: float) -> list[int]:
    tolerates = [0] * nodes
    for one in range(nodes):
        for other in range(one):
            if rng.random() < density:
                tolerates[one] |= 1 << other
                tolerates[other] |= 1 << one
    return tolerates


def tolerant(bits: int, tolerates: list[int]) -> bool:
    nodes = [node for node in range(len(tolerates)) if bits >> node & 1]
    return all(bits & ~(tolerates[node] | 1 << node) == 0 for node in nodes)


@pytest.mark.parametrize("seed", range(60))
def test_nothing_beats_it(seed: int) -> None:
    rng = random.Random(seed)
    tolerates = graph(rng, 9, rng.choice((0.2, 0.5, 0.8, 1.0)))
    measures = [
        Measure(rng.randrange(60) if extra else 0, [rng.randrange(20) for _ in tolerates])
        for extra in range(rng.randrange(1, 4))
    ]

    def worth(bits: int) -> int:
        return min(measure.of(bits) for measure in measures)

    top = max(worth(bits) for bits in range(1 << 9) if tolerant(bits, tolerates))
    found = best_clique(measures, tolerates)
    assert tolerant(found, tolerates)
    assert worth(found) == top
    assert worth(best_clique(measures, tolerates, start=1 << 3)) == top
    assert worth(best_clique(measures, tolerates, worth)) == top


def test_sixty_triples_of_which_one_each() -> None:
    """Three to the twentieth power sets, none of which contains another: the colours must see through it."""
    weights = [node % 3 + 1 for node in range(60)]
    triples = [0b111 << node // 3 * 3 for node in range(60)]
    everybody = (1 << 60) - 1
    found = best_clique([Measure(0, weights)], [everybody & ~triple for triple in triples])
    assert [node for node in range(60) if found >> node & 1] == list(range(2, 60, 3))


def test_nothing_to_choose_from() -> None:
    assert best_clique([Measure(0, [])], []) == 0
