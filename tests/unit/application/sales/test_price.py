"""A visit's coupons, judged, and its price."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.coupons.model import Benefit, BenefitKind, CouponTemplate
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.staff.roles import StaffMember
from tests.shared.till import CLERK, Till, shown


def refusals(till: Till, who: str | None, amount: int, **changes: object) -> dict[str, RefusalCode]:
    visit = till.visit(who, amount, **changes)
    return {left.coupon: left.refusal.code for left in visit.quote.left_out}


def test_the_best_combination_is_found_and_the_coupons_are_sorted_by_what_they_take_off(till: Till) -> None:
    till.has_template("small", benefit=Benefit(BenefitKind.FIXED, off=10_00))
    till.has_template("large", benefit=Benefit(BenefitKind.FIXED, off=90_00))
    till.has_template("alone", benefit=Benefit(BenefitKind.FIXED, off=95_00), stacks_with=())
    for name in ("small", "large", "alone"):
        till.has_coupon(f"{name}-1", name)
    visit = till.visit("m-1", 200_00)
    assert {line.coupon for line in visit.quote.lines} == {"small-1", "large-1"}
    assert visit.quote.total == 100_00
    assert [view.id for view in visit.coupons] == ["large-1", "small-1", "alone-1"]


def test_what_the_customer_keeps_for_another_time_stays_out(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1")
    till.has_coupon("c-2")
    kept = till.visit("m-1", 200_00, without=frozenset({"c-1"}))
    assert [line.coupon for line in kept.quote.lines] == ["c-2"]
    chosen = till.visit("m-1", 200_00, chosen=())
    assert chosen.quote.lines == ()


@pytest.mark.parametrize(("amount", "usable"), [(99_99, False), (100_00, True), (100_01, True)])
def test_the_least_spend_is_enough(till: Till, amount: int, usable: bool) -> None:
    till.has_template(min_spend=100_00)
    till.has_coupon("c-1")
    visit = till.visit("m-1", amount)
    assert [line.coupon for line in visit.quote.lines] == (["c-1"] if usable else [])
    (view,) = visit.coupons
    assert (view.refusal is None) is usable


def test_before_there_is_an_amount_coupons_are_listed_and_nothing_is_priced(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1")
    visit = till.visit("m-1", 0)
    assert [view.id for view in visit.coupons] == ["c-1"]
    assert (visit.quote.total, visit.quote.lines) == (0, ())


def test_a_coupon_without_a_template_and_one_that_was_revoked_say_so(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1", "never-told")
    till.has_coupon("c-2", revoked_at=till.context.now())
    found = refusals(till, "m-1", 200_00)
    assert found == {"c-1": RefusalCode.TEMPLATE_UNKNOWN, "c-2": RefusalCode.REVOKED}
    assert [view.id for view in till.visit("m-1", 200_00).coupons] == ["c-2"]


def test_one_sale_holds_no_more_coupons_than_the_member_may_use(till: Till) -> None:
    till.has_template(uses_per_member_day=1)
    till.has_coupon("c-1")
    till.has_coupon("c-2")
    visit = till.visit("m-1", 200_00)
    assert len(visit.quote.lines) == 1
    till.buys("m-1", 200_00)
    assert set(refusals(till, "m-1", 200_00).values()) == {RefusalCode.ALREADY_USED_HERE, RefusalCode.MEMBER_DAY_LIMIT}


def test_who_used_it_is_named_not_numbered(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1")
    till.has_staff(StaffMember(CLERK.id, "林大同", CLERK.role))
    till.buys("m-1", 200_00)
    (left,) = till.visit("m-1", 200_00).quote.left_out
    assert left.refusal.args["clerk"] == "林大同"


def test_somebody_elses_coupon_is_not_in_the_price(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1", member="m-2")
    assert till.visit("m-1", 200_00).coupons == ()
    assert till.visit(None, 200_00).coupons == ()
    assert till.visit("m-2", 200_00).quote.total == 150_00


def test_discounts_of_rules_compete_with_coupons(till: Till) -> None:
    till.publishes("rules:\n  - {id: all, name: NAME, when: basket, give: [{discount: {off: 60, group: rules}}]}\n")
    template: CouponTemplate = till.has_template(stacks_with=())
    till.has_coupon("c-1")
    assert [line.coupon for line in till.visit("m-1", 200_00).quote.lines] == ["test/all"]
    till.put("chain/templates", "own", replace(template, benefit=Benefit(BenefitKind.FIXED, off=70_00)))
    assert [line.coupon for line in till.visit("m-1", 200_00).quote.lines] == ["c-1"]


def test_the_quote_says_what_the_sale_would_bring_a_known_member(till: Till) -> None:
    till.publishes(
        "rules:\n  - {id: p, name: NAME, when: purchased, if: {amount: {at_least: 100}}, give: [{points: 10}]}\n"
    )
    assert shown(till.visit("m-1", 100_00).quote.rewards) == [("points", "", 10)]
    assert till.visit("m-1", 99_99).quote.rewards == ()
    assert till.visit(None, 100_00).quote.rewards == ()


def test_pricing_writes_nothing(till: Till) -> None:
    till.publishes("rules:\n  - {id: p, name: NAME, when: purchased, give: [{points: 10}]}\n")
    before = till.kinds()
    till.visit("m-1", 100_00)
    assert till.kinds() == before
