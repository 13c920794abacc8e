"""A walk over some goods that says it is exact, against what the discount takes of them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence

from kiosk.domain.coupons.bounds import SCALE
from kiosk.domain.coupons.gains import Gain, Run
from kiosk.domain.coupons.goods import Goods
from kiosk.domain.coupons.items import items_of
from kiosk.domain.coupons.walks import Walk, walk_of
from tests.unit.campaigns.test_pieces_exact import Till

TILLS = 200


def most(walk: Walk, counts: dict[int, int]) -> int:
    """What it comes to at most with so many pieces of each kind, in 1/SCALE minor units."""
    states = dict(walk.start)
    for place, kind in enumerate(walk.kinds):
        there: dict[int, int] = {}
        for state, has in states.items():
            for count, to, gain in walk.moves[place][state]:
                if count == counts[kind]:
                    there[to] = max(has + gain, there.get(to, has + gain))
        states = there
    return max(has + end for state, has in states.items() if (end := walk.ends[state]) is not None)


def test_what_says_it_is_exact_is(torture: bool) -> None:
    """And what does not is a bound."""
    exact = 0
    for number in range(20 * TILLS if torture else TILLS):
        till = Till(random.Random(f"walk {number}"))
        till.price()
        items, goods = items_of(till.basket, till.candidates, till.unit)
        for item in items:
            kinds = sorted(item.party.taker.kinds, key=lambda kind: (-goods.kinds[kind].price, kind))
            walk = walk_of(item.deal, item.party.taker, goods, kinds, frozenset())
            if walk is not None:
                exact += walk.exact
                for counts in itertools.product(*(range(goods.kinds[kind].pieces + 1) for kind in kinds)):
                    _compare(walk, goods, item.party.taker.gain, dict(zip(kinds, counts, strict=True)), number)
    assert exact > TILLS // 4


def _compare(
    walk: Walk, goods: Goods, gain: Callable[[Sequence[Run]], Gain], counts: dict[int, int], number: int
) -> None:
    coin = SCALE * goods.unit
    runs = [run._replace(pieces=counts[run.kind]) for run in goods.runs if counts.get(run.kind)]
    takes, found = gain(runs).off, most(walk, counts)
    if walk.exact:
        assert takes == found // coin * goods.unit, (number, counts)
    else:
        assert takes * SCALE <= found, (number, counts)
