"""Discounts of rules and the customer's coupons, combined to the best price."""

from __future__ import annotations

from datetime import UTC, datetime

from kiosk.domain.campaign.offers import candidates
from kiosk.domain.coupons.model import Basket, Benefit, BenefitKind, Coupon, CouponTemplate
from kiosk.domain.coupons.pricing import Candidate, best
from kiosk.domain.texts import LocalText
from tests.unit.campaign.conftest import plan
from tests.unit.campaign.stage import Stage

START, END = datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
NAME = LocalText("券", "券", "Coupon")


def offers(stage: Stage, member: str, total: int, categories: tuple[tuple[str, int], ...] = ()) -> list[Candidate]:
    """The rules' discounts for a basket of `total` dollars."""
    event = stage.probe(member, amount=total * 100, categories=categories)
    return candidates(stage.engine, event, stage.state(member), stage.fold.shared)


def coupon(name: str, off: int, group: str, with_: tuple[str, ...]) -> Candidate:
    template = CouponTemplate(
        name, NAME, "c", Benefit(BenefitKind.FIXED, off=off), START, END, stack_group=group, stacks_with=with_
    )
    return Coupon(name, name, START, END), template


def test_a_tier_discount_goes_with_a_threshold_coupon_and_not_with_a_first_order() -> None:
    stage = Stage(plan("mini-program")).at("2026-11-28 10:00")
    stage.known("A", tier="gold", joined_day=1)
    stage.buys("A", 10)
    mine = offers(stage, "A", 1000)
    assert [item[0].id for item in mine] == ["mini-program/gold-discount"]
    both = best(Basket(1000_00), [*mine, coupon("t", 50_00, "threshold", ("tier",))], unit=100)
    assert both.total == 1000_00 - 80_00 - 50_00
    either = best(Basket(1000_00), [*mine, coupon("p", 90_00, "percent", ("gift",))], unit=100)
    assert either.total == 1000_00 - 90_00
    assert [left.coupon.id for left in either.left_out] == ["mini-program/gold-discount"]


def test_a_discount_on_some_goods_takes_no_more_than_they_cost() -> None:
    stage = Stage(plan("mini-program")).at("2026-11-28 10:00")
    goods = (("beauty", 100_00), ("drinks", 900_00))
    mine = offers(stage, "A", 1000, goods)
    assert [line.off for line in best(Basket(1000_00, goods), mine, unit=100).lines] == [15_00]
