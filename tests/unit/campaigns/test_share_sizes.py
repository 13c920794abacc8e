"""Shares that terminals ask for: large enough for the next reward, small enough to go round."""

from __future__ import annotations

import pytest

from kiosk.domain.campaigns.share_sizes import share_sizes
from kiosk.domain.campaigns.shared import whole_quantities
from tests.unit.campaigns.conftest import plan
from tests.unit.campaigns.stage import campaign

TEXT = """
budget: [{id: fun, name: NAME, amount: 1000}]
stock:
  - {id: mug, name: NAME, value: 10, cost: 4, quantity: 400}
  - {id: rare, name: NAME, value: 10, quantity: 3}
  - {id: set, name: NAME, value: 10, quantity: 200}
  - {id: car, name: NAME, value: 9000, quantity: 1, handed_over_by_hq: true}
coupons: [{id: off, name: NAME, off: 30, valid_days: 9}]
rules:
  - {id: a, name: NAME, when: purchased, give: [{gift: mug}], limits: [{most: 1000}, {most: 2, per: [member]}]}
  - {id: b, name: NAME, when: checked_in, give: [{gift: {stock: set, count: 20}}]}
  - {id: c, name: NAME, when: birthday, give: [{coupon: {template: off, count: 2}}, {gift: mug}], budget: fun}
  - {id: d, name: NAME, when: seen, give: [{gift: rare}, {gift: car}], otherwise: [{rebate: 90}], budget: fun}
"""


def test_a_share_serves_the_largest_reward_twice() -> None:
    sizes = {key: tuple(size) for key, size in share_sizes(campaign(TEXT)).items()}
    assert sizes == {
        "stock:test/mug": (20, 5),
        "stock:test/rare": (3, 1),
        "stock:test/set": (40, 20),
        # a car, which HQ hands over, costs more than the whole budget
        "budget:test/fun": (100_000, 100_000),
        "limit:test/a/total": (50, 13),
    }


@pytest.mark.parametrize("name", ["holiday", "mini-program", "product-welfare", "referral-party"])
def test_shares_of_the_plans_go_round(name: str) -> None:
    wholes = whole_quantities(plan(name))
    sizes = share_sizes(plan(name))
    assert sizes.keys() <= wholes.keys()
    for key, size in sizes.items():
        assert 0 < size.low <= size.share <= wholes[key], key
        assert size.share <= max(5, wholes[key] // 10), key
