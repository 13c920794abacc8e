"""What is due against what was given: nothing is settled twice, and points of two sales are two amounts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.set_off import less, set_off

KINDS = (RewardKind.GIFT, RewardKind.COUPON, RewardKind.POINTS, RewardKind.SPINS)
part = st.tuples(st.sampled_from("ab"), st.sampled_from(KINDS), st.integers(1, 4), st.integers(-1, 4))


def reward(name: str, rule: str, kind: RewardKind, quantity: int) -> Reward:
    return Reward(name, "test", rule, name, "A", kind, "x", quantity, 30 * quantity, takes=(("|stock:x", quantity),))


@given(st.lists(part, max_size=8), st.lists(part, max_size=8))
def test_each_side_settles_as_much_of_the_other(
    left: list[tuple[str, RewardKind, int, int]], right: list[tuple[str, RewardKind, int, int]]
) -> None:
    over, lacking = (
        [(reward(f"{side}{n}", rule, kind, whole), min(some, whole)) for n, (rule, kind, whole, some) in enumerate(one)]
        for side, one in (("o", left), ("l", right))
    )
    used, settled = set_off(over, lacking)
    assert used.total() == settled.total()
    for side, counted in ((over, used), (lacking, settled)):
        assert all(0 <= counted[one.id] <= max(0, some) for one, some in side)
    of = {one.id: (one.rule, one.kind) for one, _ in (*over, *lacking)}
    for rule, kind in set(of.values()):
        both = [sum(n for name, n in side.items() if of[name] == (rule, kind)) for side in (used, settled)]
        assert both[0] == both[1]
        spare, more = (
            sum(max(0, some) for one, some in side if of[one.id] == (rule, kind)) for side in (over, lacking)
        )
        if kind in (RewardKind.GIFT, RewardKind.COUPON):
            assert both[0] == min(spare, more)
        else:
            assert all(settled[one.id] in (0, one.quantity) for one, _ in lacking if of[one.id] == (rule, kind))


def test_what_is_left_costs_and_takes_as_much_less() -> None:
    left = less(reward("r", "a", RewardKind.GIFT, 3), 2)
    assert (left.quantity, left.cost, left.takes) == (1, 30, (("|stock:x", 1),))
