"""A campaign's coupon for a gift takes one of the campaign's stock: never more than there is, and a void brings it back
with its goods."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.application.ports.coupons import Claim
from kiosk.application.sales.outcomes import Redemption, Visit
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.coupons.model import Benefit, BenefitKind, OfflinePolicy
from kiosk.domain.refusals import Refusal, RefusalCode
from tests.shared.till import CLERK, Till, member

STOCK = """
stock:
  - {id: mug, name: {zh_TW: 杯, zh_CN: 杯子, en: Mug}, value: 99, quantity: 1}
  - {id: bag, name: {zh_TW: 袋, zh_CN: 袋子, en: Bag}, value: 50, quantity: 1}
"""
WITH_BAG = STOCK.replace("value: 99, quantity: 1", "value: 99, quantity: 1, substitute: bag")
COUPONS = "coupons:\n  - {id: cup, name: NAME, gift: mug, valid_days: 30, with: ['*']}\nrules: []\n"
MUG, BAG = "|stock:test/mug", "|stock:test/bag"


def till_with(stock: str = STOCK, more: str = COUPONS, people: int = 3) -> Till:
    """A till, and members with a coupon each, the rights of which are here."""
    made = Till()
    made.publishes(stock + more)
    made.has_members(*(member(f"m-{number}") for number in range(1, people + 1)))
    for number in range(1, people + 1):
        made.has_coupon(f"c-{number}", "test/cup", member=f"m-{number}")
    return made


def left(till: Till, key: str = MUG) -> int:
    return till.ledger.run(lambda tx: tx.shared(key))


def gifts(visit: Visit) -> list[tuple[str, str]]:
    return [(line.coupon, line.gift.en) for line in visit.quote.lines if line.gift is not None]


def why_not(till: Till, visit: Visit, coupon: str) -> RefusalCode:
    refusal = next(view for view in visit.coupons if view.id == coupon).refusal
    assert refusal is not None
    return refusal.code


def decisions(till: Till) -> list[dict[str, Any]]:
    return [dict(fact.body) for fact in till.facts(REWARDS_DECIDED)]


def test_three_customers_have_a_coupon_for_the_one_mug() -> None:
    till = till_with()
    assert gifts(till.visit("m-1", 100_00)) == [("c-1", "Mug")]
    sold = till.buys("m-1", 100_00)
    assert (sold.sale.rewards, left(till)) == ((), 0)
    (told,) = decisions(till)
    assert (told["member"], told["takes"], told["granted"][0]["rule"]) == ("", [[MUG, 1]], "cup")
    for who, coupon in (("m-2", "c-2"), ("m-3", "c-3")):
        visit = till.visit(who, 100_00)
        assert (gifts(visit), why_not(till, visit, coupon)) == ([], RefusalCode.REWARD_GONE)
        till.buys(who, 100_00)
        assert till.ledger.run(lambda tx, coupon=coupon: tx.uses_of_coupon(coupon)) == []  # type: ignore[misc]
    till.has_share({"stock:test/mug": 1})  # HQ had one more
    assert gifts(till.visit("m-2", 100_00)) == [("c-2", "Mug")]
    till.agrees()
    till.counts_the_same()


def test_what_stands_in_for_it_is_handed_over_and_written_down() -> None:
    till = till_with(WITH_BAG)
    till.buys("m-1", 100_00)
    assert gifts(till.visit("m-2", 100_00)) == [("c-2", "Bag")]
    sold = till.buys("m-2", 100_00)
    assert [line.gift.en for line in sold.sale.lines if line.gift] == ["Bag"]
    assert (left(till), left(till, BAG)) == (0, 0)
    assert why_not(till, till.visit("m-3", 100_00), "c-3") is RefusalCode.REWARD_GONE
    till.agrees()


def test_a_void_brings_it_back_with_its_goods_and_a_return_does_not() -> None:
    till = till_with()
    sold = till.buys("m-1", 100_00)
    till.returns(sold.sale.txn, 40_00)
    assert left(till) == 0
    undone = till.voids(sold.sale.txn)
    assert (undone.sale.rewards, left(till)) == ((), 1)
    assert (decisions(till)[-1]["member"], decisions(till)[-1]["takes"]) == ("", [[MUG, -1]])
    assert gifts(till.visit("m-1", 100_00)) == [("c-1", "Mug")]
    till.agrees()


def test_a_coupon_of_hqs_own_asks_for_no_stock() -> None:
    till = till_with()
    mug = Benefit(BenefitKind.GIFT, gift=till.has_template().name, value=9)
    till.has_template("hqs", benefit=mug)
    for who in ("m-1", "m-2"):
        till.has_coupon(f"h-{who}", "hqs", member=who)
    till.has_share({"stock:test/mug": -1})
    for who in ("m-1", "m-2"):
        assert [line.coupon for line in till.buys(who, 100_00).sale.lines] == [f"h-{who}"]
    assert decisions(till) == []


def test_the_last_one_goes_between_the_price_and_enter() -> None:
    till = till_with(people=2)
    visit = till.visit("m-2", 100_00)
    till.buys("m-1", 100_00)
    gone = till.service.confirm(visit, CLERK)
    assert gone == Refusal(RefusalCode.REWARD_GONE, {"coupon": "c-2"})
    assert (till.kinds()[-1], till.ledger.run(lambda tx: tx.uses_of_coupon("c-2"))) == ("sale.refused", [])


def test_nothing_else_is_handed_over_than_was_shown() -> None:
    till = till_with(WITH_BAG, people=2)
    visit = till.visit("m-2", 100_00)
    till.buys("m-1", 100_00)
    assert till.service.confirm(visit, CLERK) == Refusal(RefusalCode.REWARD_GONE, {"coupon": "c-2"})
    again = till.service.confirm(till.service.price(visit), CLERK)
    assert isinstance(again, Redemption)
    assert left(till, BAG) == 0


def test_it_goes_while_hq_is_asked_for_the_right(monkeypatch: pytest.MonkeyPatch) -> None:
    till = till_with(people=2)
    till.loses("c-2")
    till.put("chain/templates", "test/cup", replace(_template(till), offline=OfflinePolicy.ACCEPT_WITH_MANAGER))
    visit = till.visit("m-2", 100_00)
    assert gifts(visit) == []  # offline, without the right
    till.answer = Claim(granted=True)
    visit = till.visit("m-2", 100_00)
    assert gifts(visit) == [("c-2", "Mug")]
    claim = till.claim

    def asked(op: str, coupon: str, template: str, txn: str, value: int) -> Claim | None:
        till.has_share({"stock:test/mug": -1})
        return claim(op, coupon, template, txn, value)

    monkeypatch.setattr(till, "claim", asked)
    assert till.service.confirm(visit, CLERK) == Refusal(RefusalCode.REWARD_GONE, {"coupon": "c-2"})
    assert (left(till), till.open_claims()) == (0, [])


def _template(till: Till) -> Any:
    found = till.reference.template("test/cup")
    assert found is not None
    return found


def test_two_coupons_and_a_rule_share_what_there_is() -> None:
    rules = "rules:\n  - {id: g, name: NAME, when: purchased, give: [{gift: mug}]}\n"
    till = till_with(more=COUPONS.replace("rules: []\n", rules), people=1)
    till.has_coupon("c-9", "test/cup", member="m-1")
    visit = till.visit("m-1", 100_00)
    assert (gifts(visit), visit.quote.rewards) == ([("c-1", "Mug")], ())
    assert why_not(till, visit, "c-9") is RefusalCode.REWARD_GONE
    other = till.visit("m-1", 100_00, without=frozenset({"c-1"}))
    assert gifts(other) == [("c-9", "Mug")]
    neither = till.visit("m-1", 100_00, without=frozenset({"c-1", "c-9"}))
    assert [one.ref for one in neither.quote.rewards] == ["mug"]
    assert all(view.refusal is None for view in neither.coupons)
    sold = till.buys("m-1", 100_00)
    assert (sold.sale.rewards, left(till)) == ((), 0)
    till.voids(sold.sale.txn)
    assert left(till) == 1
    till.agrees()


def test_a_share_that_may_not_be_used_gives_nothing() -> None:
    till = till_with()
    till.clock.reboot()
    till.answer = Claim(granted=True)
    visit = till.visit("m-1", 100_00)
    assert (gifts(visit), why_not(till, visit, "c-1")) == ([], RefusalCode.REWARD_GONE)


@pytest.mark.parametrize("mugs", [0, 2])
@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=8))
def test_never_more_than_there_is(mugs: int, steps: list[tuple[int, bool]]) -> None:
    """Sales and voids in any order: what is out and what is left are what there was, and only who got one used a
    coupon."""
    till = till_with(STOCK.replace("value: 99, quantity: 1", f"value: 99, quantity: {mugs}"), people=4)
    out: dict[str, str] = {}
    for number, undo in steps:
        who, coupon = f"m-{number}", f"c-{number}"
        if undo and coupon in out:
            till.voids(out.pop(coupon))
        elif not undo:
            sold = till.buys(who, 100_00)
            if sold.sale.lines:
                assert coupon not in out
                out[coupon] = sold.sale.txn
        used = {f"c-{n}" for n in range(1, 5) if till.ledger.run(lambda tx, n=n: tx.uses_of_coupon(f"c-{n}"))}  # type: ignore[misc]
        assert used == set(out)
        assert len(out) + left(till) == mugs
        assert left(till) >= 0
