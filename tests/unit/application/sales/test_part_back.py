"""What comes back when part of a sale does: the part, not the whole."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.application.sales.undo import lost_by
from kiosk.domain.campaigns.effects import Effect
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from tests.shared.till import Till, shown

RULES = "rules:\n  - {id: each, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}\n"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(amount=st.integers(1, 90), back=st.integers(1, 90))
def test_the_points_of_the_part_are_told(till: Till, amount: int, back: int) -> None:
    till.publishes(RULES)
    amount, back = max(amount, back) * 10_00, min(amount, back) * 10_00
    sold = till.buys("m-1", amount)
    had = till.points("m-1")
    undone = till.returns(sold.sale.txn, back)
    lost = had - till.points("m-1")
    assert lost == back // 10_00
    assert shown(undone.sale.rewards) == [("points", "per", lost)]


def test_what_does_not_change_is_not_told() -> None:
    one = Reward("r1", "c", "r", "h", "m-1", RewardKind.COUPON, "x", 1)
    two = one._replace(id="r2", quantity=3)
    effect = Effect("m-1", "h", granted=(one, two._replace(quantity=2)), taken_back=(one, two))
    assert [(reward.id, reward.quantity) for reward in lost_by(effect)] == [("r2", 1)]
