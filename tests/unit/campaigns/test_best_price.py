"""Discounts of rules and the customer's coupons, combined to the best price; points as money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.offers import offers, points_offer, points_paid
from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.coupons.pricing import Candidate, Pricing, best
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.texts import LocalText
from tests.unit.campaigns.conftest import plan
from tests.unit.campaigns.stage import Stage, campaign, got

START, END = datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
NAME = LocalText("券", "券", "Coupon")
Play = Callable[..., Stage]


def coupon(name: str, off: int, group: str, with_: tuple[str, ...], *categories: str) -> Candidate:
    benefit = Benefit(BenefitKind.FIXED, off=off)
    template = CouponTemplate(
        name, NAME, "c", benefit, START, END, categories=categories or None, stack_group=group, stacks_with=with_
    )
    return Coupon(name, name, START, END), template


def rules(*lines: str, more: str = "") -> str:
    """Rules for a basket: (id, what goes beside `when: basket`)."""
    made = (f"  - {{id: r{index}, name: NAME, when: basket, {line}}}\n" for index, line in enumerate(lines))
    return f"{more}\nrules:\n{''.join(made)}"


def priced(stage: Stage, member: str, total: int, *items: Item, coupons: tuple[Candidate, ...] = ()) -> Pricing:
    happening = stage.probe(member, amount=total * 100, items=items)
    return best(basket_of(happening), [*coupons, *stage.candidates(member, total, *items)], unit=100)


def lines(price: Pricing) -> dict[str, int]:
    return {line.coupon.id.partition("/")[2] or line.coupon.id: line.off for line in price.lines}


def test_a_tier_discount_goes_with_a_threshold_coupon_and_not_with_a_first_order() -> None:
    stage = Stage(plan("mini-program")).at("2026-11-28 10:00")
    stage.known("A", tier="gold", joined_day=1)
    stage.buys("A", 10)
    mine = stage.candidates("A", 1000)
    assert [item[0].id for item in mine] == ["mini-program/gold-discount"]
    both = best(Basket(1000_00), [*mine, coupon("t", 50_00, "threshold", ("tier",))], unit=100)
    assert both.total == 1000_00 - 80_00 - 50_00
    either = best(Basket(1000_00), [*mine, coupon("p", 90_00, "percent", ("gift",))], unit=100)
    assert either.total == 1000_00 - 90_00
    assert [left.coupon.id for left in either.left_out] == ["mini-program/gold-discount"]


def test_a_discount_on_some_goods_takes_no_more_than_they_cost() -> None:
    stage = Stage(plan("mini-program")).at("2026-11-28 10:00")
    goods = (("beauty", 100_00), ("drinks", 900_00))
    mine = stage.candidates("A", 1000, categories=goods)
    assert [line.off for line in best(Basket(1000_00, goods), mine, unit=100).lines] == [15_00]


def test_percentages_of_rules_are_rounded_as_those_of_coupons() -> None:
    stage = Stage(campaign(rules("give: [{discount: {percent: 10.75}}]")))
    assert lines(priced(stage, "A", 462)) == {"r0": 50_00}


# -- points as money --------------------------------------------------------------------------------------------------


def test_points_pay_when_the_customer_wants_it_and_come_back_with_a_void(play: Play) -> None:
    stage = play("mini-program").at("2026-11-28 10:00")
    stage.known("A", points=575, joined_day=1)
    stage.buys("A", 10, "W")  # no first order any more; a point
    assert stage.candidates("A", 200) == []
    assert stage.why_not("points-as-money", stage.basket("A", 200)) == (Outcome.NOT_MET, "use_points")
    probe = stage.probe("A", amount=200_00)
    assert points_offer(stage.engine, probe, stage.state("A"), stage.fold.shared) == (400, 40_00)
    price = stage.buys_at_best("A", 200, "X", points=True)
    assert (price.total, [points_paid(line) for line in price.lines]) == (160_00, [400])
    assert offers(price.lines) == (("mini-program/points-as-money", 40_00, 40),)
    assert stage.points("A") == 576 - 400 + 16
    paid = [reward for reward in stage.state("A").rewards.values() if reward.rule == "points-as-money"]
    assert got(paid) == [("discount", "points", 40_00), ("points", "paid", -400)]
    assert sum(reward.cost for reward in paid) == 0  # they were paid for when they were given
    stage.voids("X")
    assert stage.points("A") == 576


@pytest.mark.parametrize(
    ("points", "total", "expected"),
    [
        (9, 100, None),  # not enough for one
        (10, 100, (10, 1_00)),
        (999, 100, (200, 20_00)),  # a fifth at most
        (999, 4, None),  # a fifth of 4 is not a dollar
        (-50, 100, None),
        (10**12, 10**12, (10**12, 10**13)),
    ],
)
def test_so_many_points_pay_so_much(points: int, total: int, expected: tuple[int, int] | None) -> None:
    stage = Stage(plan("mini-program")).at("2026-11-28 10:00")
    stage.known("A", points=points, joined_day=1)
    probe = stage.probe("A", amount=total * 100)
    assert points_offer(stage.engine, probe, stage.state("A"), stage.fold.shared) == expected


def test_points_pay_what_coupons_leave_and_no_more_are_taken() -> None:
    stage = Stage(campaign(rules('give: [{discount: {off: 3, for_points: 10, with: ["*"]}}]')))
    stage.known("A", points=1000)
    price = stage.buys_at_best("A", 100, "X", coupon("c", 95_00, "c", ("*",)), points=True)
    assert lines(price) == {"c": 95_00, "r0": 5_00}
    assert price.total == 0
    assert stage.points("A") == 1000 - 2 * 10  # two times 3 pay the 5 that are left
    stage.voids("X")
    assert stage.points("A") == 1000


def test_of_equally_cheap_prices_the_one_without_points_is_chosen() -> None:
    stage = Stage(campaign(rules("give: [{discount: {off: 1, for_points: 1, most: 50}}]")))
    stage.known("A", points=1000)
    price = stage.buys_at_best(
        "A", 100, "X", coupon("a", 30_00, "c", ("c",)), coupon("b", 20_00, "c", ("c",)), points=True
    )
    assert lines(price) == {"a": 30_00, "b": 20_00}


def test_two_rules_never_spend_the_same_points() -> None:
    line = 'give: [{discount: {off: 1, for_points: 10, most: 30, with: ["*"]}}]'
    stage = Stage(campaign(rules(line, line)))
    stage.known("A", points=400)
    price = stage.buys_at_best("A", 100, "X", points=True)
    assert lines(price) == {"r0": 30_00}  # 300 each, 400 are there
    assert price.left_out[0].refusal.code is RefusalCode.NOT_STACKABLE
    assert stage.points("A") == 100
    stage.known("A", points=500)
    assert len(stage.buys_at_best("A", 100, "Y", points=True).lines) == 2


# -- what discounts share ---------------------------------------------------------------------------------------------


def test_of_discounts_that_share_a_limit_the_best_are_taken_wherever_they_stand_in_the_file() -> None:
    each = [
        f'give: [{{discount: {{off: {off}, with: ["*"]}}}}], limits: [{{most: 2, per: [member], shared: s}}]'
        for off in (10, 30, 20, 30)
    ]
    stage = Stage(campaign(rules(*each)))
    price = stage.buys_at_best("A", 100, "X")
    assert lines(price) == {"r1": 30_00, "r3": 30_00}
    assert {left.coupon.id: left.refusal.code for left in price.left_out} == {
        "test/r0": RefusalCode.NOT_STACKABLE,
        "test/r2": RefusalCode.NOT_STACKABLE,
    }
    assert stage.candidates("A", 100) == []
    stage.voids("X")
    assert len(stage.candidates("A", 100)) == 4


def test_discounts_share_what_is_left_of_the_stock() -> None:
    more = "stock: [{id: s, name: NAME, value: 1, quantity: 3}]"
    flash = "give: [{{discount: {{price: {price}, items: [{item}], stock: s, with: [discount]}}}}]"
    stage = Stage(campaign(rules(flash.format(price=50, item="a"), flash.format(price=60, item="b"), more=more)))
    goods = (Item("a", "x", 2, 100_00), Item("b", "x", 2, 100_00))
    assert lines(priced(stage, "A", 400, *goods)) == {"r0": 100_00, "r1": 40_00}  # 2 + 1 of the 3 that are there
    stage.happens("lease.changed", "", quantities={"stock:test/s": 1})
    assert lines(priced(stage, "A", 400, *goods)) == {"r0": 100_00, "r1": 80_00}


# -- pieces -----------------------------------------------------------------------------------------------------------


def test_a_piece_is_not_given_away_twice() -> None:
    stage = Stage(
        campaign(
            rules(
                "give: [{discount: {price: 10, items: [b], with: [discount]}}]",
                "give: [{discount: {buy: 2, free: 1, categories: [x], with: [discount]}}]",
            )
        )
    )
    goods = (Item("a", "x", 2, 100_00), Item("b", "x", 1, 70_00), Item("c", "y", 1, 500_00))
    price = priced(stage, "A", 770, *goods)
    # the free piece is b, of which the price of 10 has taken 60 already: 70 together, not 130
    assert price.saved == 70_00
    assert lines(price) == {"r1": 70_00}
    assert [left.refusal.code for left in price.left_out] == [RefusalCode.NO_BENEFIT]
    assert lines(priced(stage, "A", 200, *goods[:1])) == {}
    more = (Item("b", "x", 2, 70_00), *goods)  # three of b at 10, and one of them free, of which 10 are left
    assert priced(stage, "A", 910, *more).saved == 3 * 60_00 + 30_00


def test_a_discount_on_articles_stays_on_them() -> None:
    stage = Stage(campaign(rules("give: [{discount: {percent: 50, items: [a], with: [c]}}]")))
    goods = (Item("a", "x", 1, 100_00), Item("b", "x", 1, 100_00))
    tea = coupon("t", 80_00, "c", ("*",), "x")
    dear = coupon("d", 500_00, "c", ("*",), "y")
    assert lines(priced(stage, "A", 200, *goods, coupons=(tea,))) == {"t": 80_00, "r0": 50_00}
    price = priced(stage, "A", 250, *goods, Item("d", "y", 1, 50_00), coupons=(dear, tea))
    assert lines(price) == {"t": 80_00, "d": 50_00, "r0": 50_00}
    assert priced(stage, "A", 100, Item("b", "x", 1, 100_00)).lines == ()


def test_a_member_is_needed() -> None:
    stage = Stage(campaign(rules("give: [{discount: {off: 5}}]")))
    assert stage.candidates("", 100) == []
    assert stage.why_not("r0", stage.basket("", 100)) == (Outcome.NOT_MET, "member")
