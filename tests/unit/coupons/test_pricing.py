"""What a basket costs with coupons: the four benefits, one by one."""

from __future__ import annotations

import pytest

from kiosk.domain.coupons.judge import MemberRoom
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind
from kiosk.domain.coupons.pricing import best, price, worth
from kiosk.domain.money import rounding_unit
from kiosk.domain.refusals import Refusal, RefusalCode
from tests.unit.coupons.samples import DAY, FIXED_30, NOW, coupon, template

BASKET = Basket(462_00)


def percent(rate_bp: int, cap: int | None = None) -> Benefit:
    return Benefit(BenefitKind.PERCENT, rate_bp=rate_bp, cap=cap)


def threshold(spend: int, off: int, *, each: bool = False) -> Benefit:
    return Benefit(BenefitKind.THRESHOLD, spend=spend, off=off, each=each)


@pytest.mark.parametrize(
    ("benefit", "unit", "off"),
    [
        (FIXED_30, 1, 30_00),
        (Benefit(BenefitKind.FIXED, off=900_00), 1, 462_00),
        (Benefit(BenefitKind.FIXED, off=30_50), 100, 30_00),
        (percent(500), 1, 23_10),
        (percent(500), 100, 23_00),
        (percent(1000), 100, 46_00),
        (percent(1075), 1, 49_67),  # 49.665
        (percent(1075), 100, 50_00),  # 49.665: rounded once, not 49.67 first
        (percent(2000, cap=50_00), 1, 50_00),
        (percent(2000, cap=50_50), 100, 50_00),
        (percent(10_000), 1, 462_00),
        (threshold(400_00, 60_00), 1, 60_00),
        (threshold(462_00, 60_00), 1, 60_00),
        (threshold(462_01, 60_00), 1, 0),
        (threshold(100_00, 10_00, each=True), 1, 40_00),
        (Benefit(BenefitKind.GIFT, value=80_00), 1, 0),
    ],
)
def test_a_coupon_alone(benefit: Benefit, unit: int, off: int) -> None:
    assert worth(template(benefit=benefit), BASKET, unit) == off


@pytest.mark.parametrize(("amount", "off"), [(49, 0), (50, 1), (149, 1), (150, 2), (250, 3)])
def test_a_percentage_is_rounded_half_up(amount: int, off: int) -> None:
    assert worth(template(benefit=percent(100)), Basket(amount)) == off


def test_taiwan_is_priced_in_whole_dollars() -> None:
    assert (rounding_unit("TWD"), rounding_unit("CNY")) == (100, 1)


def test_percentage_and_threshold_are_both_measured_on_the_original_price() -> None:
    tenth_off = template("P", percent(1000), stacks_with=("*",))
    from_450 = template("T", threshold(450_00, 60_00), stacks_with=("*",))
    pricing = best(BASKET, [(coupon("1", "T"), from_450), (coupon("2", "P"), tenth_off)])
    assert [(line.coupon.id, line.off) for line in pricing.lines] == [("2", 46_20), ("1", 60_00)]
    assert (pricing.total, pricing.saved) == (355_80, 106_20)


def test_a_category_coupon_touches_its_category_only() -> None:
    tea = template("A", Benefit(BenefitKind.FIXED, off=50_00), categories=("tea",), stacks_with=("*",))
    basket = Basket(100_00, (("tea", 30_00), ("cake", 20_00)))
    pricing = best(basket, [(coupon("1", "A"), tea), (coupon("2", "A"), tea)])
    assert pricing.total == 70_00
    assert [line.coupon.id for line in pricing.lines] == ["1"]
    assert pricing.left_out[0].refusal == Refusal(RefusalCode.NO_BENEFIT)


def test_overlapping_categories_make_room_for_each_other() -> None:
    either = template("A", Benefit(BenefitKind.FIXED, off=30_00), categories=("tea", "cake"), stacks_with=("*",))
    tea = template("B", Benefit(BenefitKind.FIXED, off=30_00), categories=("tea",), stacks_with=("*",))
    cake = template("C", Benefit(BenefitKind.FIXED, off=30_00), categories=("cake", "cup"), stacks_with=("*",))
    basket = Basket(90_00, (("tea", 30_00), ("cake", 30_00), ("cup", 30_00)))
    assert best(basket, [(coupon("1", "A"), either), (coupon("2", "B"), tea), (coupon("3", "C"), cake)]).total == 0


def test_a_coupon_that_excludes_the_better_ones_is_left_out_by_name() -> None:
    good, alone = template("A", percent(2000), stacks_with=("*",)), template("B")
    pricing = best(BASKET, [(coupon("1", "B"), alone), (coupon("2", "A"), good)])
    assert [line.coupon.id for line in pricing.lines] == ["2"]
    assert pricing.left_out[0].refusal == Refusal(RefusalCode.NOT_STACKABLE, {"other": "2", "template": "A"})


def test_tolerance_must_be_mutual_and_a_template_may_refuse_its_own() -> None:
    friendly, shy = template("A", stacks_with=("B",)), template("B", stacks_with=("C",))
    assert len(best(BASKET, [(coupon("1", "A"), friendly), (coupon("2", "B"), shy)]).lines) == 1
    assert len(best(BASKET, [(coupon("1", "A"), friendly), (coupon("2", "A"), friendly)]).lines) == 1
    social = template("A", stacks_with=("A",))
    assert best(BASKET, [(coupon("1", "A"), social), (coupon("2", "A"), social)]).total == 402_00


def test_a_gift_decides_between_equals_and_never_costs_a_discount() -> None:
    cup = template("G", Benefit(BenefitKind.GIFT, value=80_00), stacks_with=("A",))
    towel = template("H", Benefit(BenefitKind.GIFT, value=90_00), stacks_with=("B",))
    one, other = template("A", stacks_with=("G",)), template("B", stacks_with=("H",))
    given = [(coupon("1", "A"), one), (coupon("2", "G"), cup), (coupon("3", "B"), other), (coupon("4", "H"), towel)]
    assert [line.coupon.id for line in best(BASKET, given).lines] == ["3", "4"]
    lonely = template("C", Benefit(BenefitKind.FIXED, off=30_01))
    assert [line.coupon.id for line in best(BASKET, [*given, (coupon("5", "C"), lonely)]).lines] == ["5"]


def test_of_equal_coupons_the_one_that_expires_first_is_used_then_the_lower_id() -> None:
    alone = template()
    late, soon, same = coupon("1"), coupon("3", expires=NOW + DAY), coupon("2", expires=NOW + DAY)
    assert best(BASKET, [(late, alone), (soon, alone), (same, alone)]).lines[0].coupon.id == "2"


def test_one_coupon_is_used_rather_than_two_that_give_the_same() -> None:
    sixty = template("A", Benefit(BenefitKind.FIXED, off=60_00))
    thirty = template("B", stacks_with=("B",))
    given = [(coupon("1", "B"), thirty), (coupon("2", "B"), thirty), (coupon("3", "A"), sixty)]
    assert [line.coupon.id for line in best(BASKET, given).lines] == ["3"]
    assert [line.coupon.id for line in best(Basket(40_00), given).lines] == ["3"]  # also where the goods end


def test_no_coupon_is_spent_in_vain() -> None:
    thirty = template("B", stacks_with=("B",))
    pricing = best(Basket(50_00), [(coupon(str(index), "B"), thirty) for index in range(5)])
    assert [line.off for line in pricing.lines] == [30_00, 20_00]
    assert {left.refusal.code for left in pricing.left_out} == {RefusalCode.NO_BENEFIT}


def test_a_member_s_limit_holds_within_one_sale() -> None:
    thirty = template("B", stacks_with=("B",))
    limit = Refusal(RefusalCode.MEMBER_DAY_LIMIT, {"uses": 3})
    given = [(coupon(str(index), "B"), thirty) for index in range(4)]
    for pricing in (
        best(BASKET, given, room={"B": MemberRoom(2, limit)}),
        price(BASKET, given, room={"B": MemberRoom(2, limit)}),
    ):
        assert [line.coupon.id for line in pricing.lines] == ["0", "1"]
        assert [left.refusal for left in pricing.left_out] == [limit, limit]


def test_what_is_chosen_first_stays() -> None:
    small, large = (coupon("1", "A"), template("A")), (coupon("2", "B"), template("B", percent(5000)))
    assert [line.coupon.id for line in price(BASKET, [small, large]).lines] == ["1"]
    assert [line.coupon.id for line in price(BASKET, [large, small]).lines] == ["2"]
    assert price(BASKET, [small, large]).left_out[0].refusal.args["other"] == "1"


def test_nothing_to_price() -> None:
    assert best(Basket(0), []) == price(Basket(0), [])
    assert best(Basket(0), [(coupon(), template())]).left_out[0].refusal.code is RefusalCode.NO_BENEFIT


@pytest.mark.parametrize(("amount", "off"), [(99_99, 0), (100_00, 30_00), (100_01, 30_00)])
def test_the_least_spend_itself_is_enough(amount: int, off: int) -> None:
    limited = template(min_spend=100_00)
    assert worth(limited, Basket(amount)) == off
    assert best(Basket(amount), [(coupon(), limited)]).total == amount - off


@pytest.mark.parametrize(("tea", "off"), [(99_99, 0), (100_00, 30_00)])
def test_the_least_spend_counts_the_goods_it_is_for(tea: int, off: int) -> None:
    limited = template(min_spend=100_00, categories=("tea",))
    assert worth(limited, Basket(500_00, (("tea", tea),))) == off
