"""An existing till asks for a price, reports payment or cancellation: by its own id, which is the key to everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.application.sales.outcomes import Refund, Returned
from kiosk.application.sync.outcomes import Link
from kiosk.application.till.bridge import CANCELLED, TillBridge
from kiosk.application.till.open_baskets import MOST_OPEN
from kiosk.application.till.outcomes import (
    TillBasket,
    TillCharge,
    TillItem,
    TillNo,
    TillRefused,
    TillState,
    TillTransaction,
)
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.coupons.model import Benefit, BenefitKind, Sold
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.tokens import CouponClaims
from tests.shared.till import CLERK, LONG_AGO, MANAGER, Till
from tests.unit.application.conftest import CARD

TEA, CAKE = TillItem("tea-1", "tea", 2, 50_00), TillItem("cake-7", "food", 1, 100_00)


class Rig:
    def __init__(self, till: Till) -> None:
        self.till = till
        self.clerk: Staff | None = CLERK
        self.bridge = self.again()

    def again(self) -> TillBridge:
        """The terminal was started anew."""
        self.bridge = TillBridge(self.till.service, self.till.ledger)
        self.bridge.staffed_by(lambda: self.clerk)
        return self.bridge

    def put(self, name: str = "T1", **changes: Any) -> TillTransaction:
        usual = TillBasket("TWD", (TEA, CAKE), member=CARD)
        return held(self.bridge.put(name, replace(usual, **changes)))

    def sales(self) -> list[Any]:
        return self.till.facts(SALE_COMPLETED)


@pytest.fixture
def rig(till: Till) -> Rig:
    return Rig(till)


def held(outcome: object) -> TillTransaction:
    assert isinstance(outcome, TillTransaction), outcome
    return outcome


def refused(outcome: object, no: TillNo) -> TillRefused:
    assert isinstance(outcome, TillRefused), outcome
    assert outcome.no is no
    return outcome


def total(transaction: TillTransaction) -> int:
    assert transaction.visit is not None
    return transaction.visit.quote.total


def test_a_basket_is_priced_line_by_line_and_sold_at_that_price(till: Till, rig: Rig) -> None:
    till.has_template()
    till.has_coupon("c-1")
    priced = rig.put()
    assert (priced.state, total(priced)) == (TillState.OPEN, 150_00)
    assert sum(line.net for line in priced.lines) == 150_00
    paid = held(rig.bridge.paid("T1", 150_00))
    assert paid.state is TillState.PAID
    (fact,) = rig.sales()
    assert (fact.actor, fact.body["till"], fact.body["channel"]) == (CLERK.id, "T1", "till")


def test_paid_twice_is_one_sale_and_another_total_is_none(till: Till, rig: Rig) -> None:
    rig.put()
    first = rig.bridge.paid("T1", 200_00)
    assert rig.again().paid("T1", 200_00) == first
    refused(rig.bridge.paid("T1", 199_00), TillNo.ALREADY_PAID)
    refused(rig.bridge.put("T1", TillBasket("TWD", (TEA,))), TillNo.ALREADY_PAID)
    assert len(rig.sales()) == 1


def test_another_total_than_the_price_redeems_nothing(till: Till, rig: Rig) -> None:
    rig.put()
    no = refused(rig.bridge.paid("T1", 199_99), TillNo.PRICE_CHANGED)
    assert no.transaction is not None
    assert total(no.transaction) == 200_00
    assert rig.sales() == []


def dearer(till: Till, rig: Rig) -> None:
    rig.put(items=(TEA, replace(CAKE, price=130_00)))


def cheaper(till: Till, rig: Rig) -> None:
    rig.put(items=(TEA, replace(CAKE, price=70_00)))


def campaign_begins(till: Till, rig: Rig) -> None:
    till.publishes("rules:\n  - {id: r, name: NAME, when: basket, give: [{discount: {off: 40, with: ['*']}}]}\n")


def template_changes(till: Till, rig: Rig) -> None:
    till.has_template(benefit=Benefit(BenefitKind.FIXED, off=20_00))


def coupon_is_over(till: Till, rig: Rig) -> None:
    till.clock.advance(400 * 86_400_000)


CHANGES = {dearer: 180_00, cheaper: 120_00, campaign_begins: 110_00, template_changes: 180_00, coupon_is_over: 200_00}


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
def test_whatever_changes_between_price_and_payment_no_stale_price_is_sold(till: Till, rig: Rig, change: Any) -> None:
    """Law: a payment of another total than the price of now sells nothing, redeems nothing, and is told the new one."""
    till.has_template(stacks_with=("*",))
    till.has_coupon("c-1")
    stale = total(rig.put())
    assert stale == 150_00
    change(till, rig)
    no = refused(rig.bridge.paid("T1", stale), TillNo.PRICE_CHANGED)
    assert no.transaction is not None
    assert (total(no.transaction), rig.sales()) == (CHANGES[change], [])
    refused(rig.bridge.paid("T1", stale), TillNo.PRICE_CHANGED)  # however often it is said
    paid = held(rig.bridge.paid("T1", CHANGES[change]))
    assert paid.sale is not None
    assert paid.sale.total == CHANGES[change] == sum(line.net for line in paid.lines)
    assert len(rig.sales()) == 1


@pytest.mark.parametrize(
    ("basket", "no"),
    [
        (TillBasket("CNY", (TEA,)), TillNo.CURRENCY_MISMATCH),
        (TillBasket("TWD"), TillNo.AMOUNT_MISSING),
        (TillBasket("TWD", amount=10**10 + 1), TillNo.AMOUNT_TOO_LARGE),
        (TillBasket("TWD", amount=100, by_category=(("tea", 101),)), TillNo.CATEGORIES_EXCEED_AMOUNT),
    ],
)
def test_baskets_that_are_none(rig: Rig, basket: TillBasket, no: TillNo) -> None:
    refused(rig.bridge.put("T1", basket), no)
    assert rig.bridge.state("T1").state is TillState.UNKNOWN


def test_what_was_not_put_is_put_again(rig: Rig) -> None:
    refused(rig.bridge.paid("T1", 1), TillNo.PUT_AGAIN)
    rig.put()
    rig.again()  # a basket that was not paid is forgotten
    refused(rig.bridge.paid("T1", 200_00), TillNo.PUT_AGAIN)


def test_codes_that_do_not_count_are_said_as_they_came(till: Till, rig: Rig) -> None:
    priced = rig.put(coupons=("hello",))
    (not_taken,) = priced.not_taken
    assert (not_taken.code, not_taken.refusal.code) == ("hello", RefusalCode.NOT_OURS)
    assert rig.put(coupons=("hello",), amount=1).not_taken == priced.not_taken  # judged once
    assert len(till.facts(SCAN_REFUSED)) == 1


def test_a_cards_number_spends_no_points(rig: Rig) -> None:
    (not_taken,) = rig.put(use_points=True).not_taken
    assert (not_taken.code, not_taken.refusal.code) == (CARD, RefusalCode.MEMBER_NOT_PROVEN)


def test_what_cannot_be_redeemed_is_left_out_and_the_till_asks_again(till: Till, rig: Rig) -> None:
    till.has_template()
    till.has_coupon("c-1", held=False)
    till.link = Link.ONLINE  # and yet it does not answer
    assert total(rig.put()) == 150_00
    no = refused(rig.bridge.paid("T1", 150_00), TillNo.PRICE_CHANGED)
    assert no.refusal is not None
    assert no.refusal.code is RefusalCode.NO_RIGHT_OFFLINE
    assert no.transaction is not None
    assert (total(no.transaction), [row.code for row in no.transaction.not_taken]) == (200_00, ["c-1"])
    assert held(rig.bridge.paid("T1", 200_00)).state is TillState.PAID


def test_cancelled_before_it_was_paid_is_forgotten(rig: Rig) -> None:
    rig.put()
    assert held(rig.bridge.cancelled("T1")).state is TillState.CANCELLED
    assert rig.bridge.state("T1").state is TillState.UNKNOWN


def test_cancelled_afterwards_is_a_void_within_a_clerks_policy(till: Till, rig: Rig) -> None:
    for name in ("T1", "T2"):
        rig.put(name)
        rig.bridge.paid(name, 200_00)
    assert held(rig.bridge.cancelled("T1")).state is TillState.CANCELLED
    assert held(rig.bridge.cancelled("T1")).state is TillState.CANCELLED
    (fact,) = till.facts(SALE_VOIDED)
    assert (fact.body["reason"], fact.body["channel"]) == (CANCELLED, "till")
    refused(rig.bridge.paid("T1", 200_00), TillNo.ALREADY_CANCELLED)
    till.clock.advance(3_600_000)
    rig.clerk = MANAGER  # who did not look at what the till asks for
    refused(rig.bridge.cancelled("T2"), TillNo.MANAGER_NEEDED)


@pytest.mark.parametrize("signed_in", [None, Staff("s-9", "鄭雅雯", Role.AUDITOR)])
def test_while_nobody_sells_the_till_does(rig: Rig, signed_in: Staff | None) -> None:
    rig.clerk = signed_in
    rig.put()
    paid = held(rig.bridge.paid("T1", 200_00))
    assert paid.sale is not None
    assert (rig.sales()[0].actor, paid.sale.clerk) == ("till", "N01-1")
    assert held(rig.bridge.cancelled("T1")).state is TillState.CANCELLED


def test_the_baskets_put_longest_ago_are_forgotten_first(rig: Rig) -> None:
    rig.put("T0", items=(), amount=100)
    rig.put("T1", items=(), amount=100)
    rig.put("T0", items=(), amount=200)  # put again: it is young now
    for number in range(2, MOST_OPEN + 1):
        rig.put(f"T{number}", items=(), amount=100, member=None)
    assert rig.bridge.state("T1").state is TillState.UNKNOWN
    assert rig.bridge.state("T0").state is TillState.OPEN


def test_a_voucher_pays_only_where_the_till_takes_what_is_due(rig: Rig) -> None:
    rig.till.has_template("gift", benefit=Benefit(BenefitKind.VALUE, value=500_00))
    rig.till.has_coupon("v-1", "gift", held=False)
    rig.till.holds("v-1", uses=70_00)
    whole = rig.put("T1").visit
    assert whole is not None
    assert (whole.quote.total, whole.quote.due) == (200_00, 200_00)
    known = rig.put("T2", use_vouchers=True).visit
    assert known is not None
    assert (known.quote.total, known.quote.due) == (200_00, 130_00)
    paid = held(rig.bridge.paid("T2", 200_00))
    assert paid.sale is not None
    assert (paid.sale.total, paid.sale.due) == (200_00, 130_00)
    assert held(rig.bridge.cancelled("T2")).state is TillState.CANCELLED
    again = rig.put("T3", use_vouchers=True, without=frozenset({"v-1"})).visit
    assert again is not None
    assert again.quote.due == 200_00


def test_a_return_by_line_is_made_once_and_by_a_manager_where_it_is_old(till: Till, rig: Rig) -> None:
    rig.put()
    rig.bridge.paid("T1", 200_00)
    back = Returned(items=(Item("tea-1", "", 1, -1),), till="R1")
    first = held(rig.bridge.returned("T1", back))
    assert first.refund == Refund(50_00, 50_00)
    assert held(rig.again().returned("T1", back)) == first
    assert [fact.body["till"] for fact in till.facts(SALE_RETURNED)] == ["R1"]
    till.clock.advance(16 * 60_000)
    assert held(rig.bridge.returned("T1", back)).refund == first.refund
    no = refused(rig.bridge.returned("T1", replace(back, till="R2")), TillNo.MANAGER_NEEDED)
    assert no.refusal is not None
    assert no.refusal.args["policy"] == "too_late"
    assert held(rig.bridge.returned("T1", replace(back, till="R2"), ask=True)).refund == Refund(50_00, 50_00)
    # where the till told its articles, those come back, and not so much of a category
    tea = Returned(by_category=(("tea", 50_00),), till="R2")
    assert refused(rig.bridge.returned("T1", tea, ask=True), TillNo.NOT_POSSIBLE).refusal is not None
    assert len(till.facts(SALE_RETURNED)) == 1


def test_what_was_never_paid_does_not_come_back(rig: Rig) -> None:
    rig.put()
    refused(rig.bridge.returned("T1", Returned(1, till="R1")), TillNo.NOT_PAID)


def test_a_till_sells_a_voucher_asks_what_is_on_it_and_takes_it_back(till: Till, rig: Rig) -> None:
    sold = Sold(100_00, 2000_00, LONG_AGO, LONG_AGO + timedelta(days=700), (500_00,), 365)
    till.has_template("gift", benefit=Benefit(BenefitKind.VALUE, value=500_00), sold=sold)
    code = till.code(CouponClaims, id="p-aaaaaaaaaa-00001", template="gift", worth=0)
    asked = held(rig.bridge.charged("A0", TillCharge("TWD", ask=True)))
    assert [(kind.template, kind.amounts) for kind in asked.kinds] == [("gift", (500_00,))]
    first = held(rig.bridge.charged("A1", TillCharge("TWD", code, value=500_00)))
    assert held(rig.bridge.charged("A1", TillCharge("TWD", code, value=500_00))) == first == rig.bridge.state("A1")
    assert (first.state, first.charge and first.charge.left) == (TillState.PAID, 500_00)
    refused(rig.bridge.charged("A1", TillCharge("TWD", code, value=600_00)), TillNo.ALREADY_PAID)
    refused(rig.bridge.charged("A2", TillCharge("USD", code, value=500_00)), TillNo.CURRENCY_MISMATCH)
    refused(rig.bridge.charged("A2", TillCharge("TWD", code)), TillNo.AMOUNT_MISSING)
    refused(rig.bridge.put("A1", TillBasket("TWD", (TEA,))), TillNo.ALREADY_PAID)
    rig.put(coupons=(code,), use_vouchers=True, member=None)
    held(rig.bridge.paid("T1", 200_00))
    found = held(rig.bridge.charged("A3", TillCharge("TWD", code, ask=True))).card
    assert found is not None
    assert (found.left, found.most) == (300_00, 1700_00)
    no = refused(rig.bridge.cancelled("A1"), TillNo.NOT_POSSIBLE).refusal
    assert no is not None
    assert no.code is RefusalCode.VOUCHER_USED
    held(rig.bridge.cancelled("T1"))
    assert held(rig.bridge.cancelled("A1")).state is TillState.CANCELLED
    assert held(rig.bridge.cancelled("A1")).state is TillState.CANCELLED
    assert rig.bridge.state("A3").state is TillState.UNKNOWN
