"""Sales that were made: undone within policy, or with a manager, once; and part of one."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.application.sales.outcomes import Returned, Voided
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.channels import Channel
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_RETURNED, SALE_VOIDED
from kiosk.domain.staff.actors import Customer, Staff, System
from kiosk.domain.staff.roles import Role
from tests.shared.till import CLERK, MANAGER, Till, shown

APPROVAL = Approval(MANAGER.id, MANAGER.name)


def void(till: Till, txn: str, **more: Any) -> Any:
    return till.service.void(txn, more.pop("reason", "wrong_amount"), more.pop("actor", CLERK), **more)


def code(outcome: object) -> RefusalCode:
    assert isinstance(outcome, Refusal), outcome
    return outcome.code


def test_a_clerk_undoes_their_own_sale_and_the_coupon_is_usable_again(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1")
    sale = till.buys("m-1", 200_00).sale
    done = void(till, sale.txn)
    assert isinstance(done, Voided)
    assert (done.sale.voided_by, done.sale.void_reason) == (CLERK.id, "wrong_amount")
    assert [line.coupon for line in till.visit("m-1", 200_00).quote.lines] == ["c-1"]
    (fact,) = till.facts(SALE_VOIDED)
    assert (fact.actor, fact.body) == (
        CLERK.id,
        {"txn": sale.txn, "reason": "wrong_amount", "channel": "checkout"},
    )


def test_what_cannot_be_undone(till: Till) -> None:
    sale = till.buys(None, 200_00).sale
    assert code(void(till, "nothing")) is RefusalCode.SALE_UNKNOWN
    assert code(void(till, sale.txn, reason="  ")) is RefusalCode.REASON_MISSING
    void(till, sale.txn)
    assert code(void(till, sale.txn)) is RefusalCode.ALREADY_VOIDED
    assert len(till.facts(SALE_VOIDED)) == 1


@pytest.mark.parametrize(
    ("actor", "later_ms", "policy"),
    [
        (CLERK, 15 * 60_000 + 1, "too_late"),
        (Staff("s-3", "周先生", Role.CLERK), 0, "other_clerk"),
        (Staff("s-9", "鄭雅雯", Role.AUDITOR), 0, "not_permitted"),
        (System(), 0, "not_permitted"),
    ],
)
def test_beyond_policy_a_manager_is_needed_and_named(
    till: Till, actor: Staff | System, later_ms: int, policy: str
) -> None:
    sale = till.buys(None, 200_00).sale
    till.clock.advance(later_ms)
    needed = void(till, sale.txn, actor=actor)
    assert isinstance(needed, ApprovalNeeded)
    assert needed.refusal.args["policy"] == policy
    assert till.facts(SALE_VOIDED) == []
    assert isinstance(void(till, sale.txn, actor=actor, approval=APPROVAL), Voided)
    assert till.facts(SALE_VOIDED)[0].body["approved_by"] == MANAGER.id


def test_a_quarter_of_an_hour_is_within_policy(till: Till) -> None:
    sale = till.buys(None, 200_00).sale
    till.clock.advance(15 * 60_000)
    assert isinstance(void(till, sale.txn), Voided)


def test_a_customer_undoes_nothing_even_with_a_managers_pin(till: Till) -> None:
    sale = till.buys("m-1", 200_00).sale
    assert code(void(till, sale.txn, actor=Customer(), approval=APPROVAL)) is RefusalCode.NOT_PERMITTED
    back = till.service.return_goods(sale.txn, Returned(1), "goods_returned", Customer(), APPROVAL)
    assert code(back) is RefusalCode.NOT_PERMITTED


def test_the_till_undoes_what_the_till_sold(till: Till) -> None:
    machine = System(Channel.TILL, "N01-1")
    visit = till.visit(None, 100_00, till="T1", channel=Channel.TILL)
    till.service.confirm(visit, machine)
    done = void(till, visit.txn, actor=machine)
    assert isinstance(done, Voided)
    assert done.sale.voided_by == "N01-1"
    assert [till.facts(kind)[0].actor for kind in (SALE_COMPLETED, SALE_VOIDED)] == ["till", "till"]


def test_a_void_takes_back_what_the_sale_brought(till: Till) -> None:
    till.publishes("rules:\n  - {id: points, name: NAME, when: purchased, give: [{points: 10}]}\n")
    sold = till.buys("m-1", 200_00)
    assert shown(sold.sale.rewards) == [("points", "", 10)]
    assert till.points("m-1") == 10
    done = void(till, sold.sale.txn)
    assert shown(done.sale.rewards) == [("points", "", 10)]
    assert till.points("m-1") == 0


def test_part_of_a_sale_comes_back_up_to_what_was_paid(till: Till) -> None:
    sale = till.buys("m-1", 200_00).sale
    for amount in (0, -1, 200_01):
        back = till.service.return_goods(sale.txn, Returned(amount), "goods_returned", CLERK)
        assert code(back) is RefusalCode.RETURN_TOO_LARGE
    assert till.returns(sale.txn, 150_00).sale.returned == 150_00
    again = till.service.return_goods(sale.txn, Returned(50_01), "goods_returned", MANAGER)
    assert code(again) is RefusalCode.RETURN_TOO_LARGE
    assert till.returns(sale.txn, 50_00).sale.returned == 200_00
    assert [fact.body["member"] for fact in till.facts(SALE_RETURNED)] == ["m-1", "m-1"]


def test_the_list_is_newest_first_and_says_what_each_sale_brought(till: Till) -> None:
    till.publishes("rules:\n  - {id: points, name: NAME, when: purchased, give: [{points: 10}]}\n")
    first, second = till.buys("m-1", 100_00).sale, till.buys(None, 200_00).sale
    listed = till.service.recent_sales(5)
    assert [sale.txn for sale in listed] == [second.txn, first.txn]
    assert [shown(sale.rewards) for sale in listed] == [[], [("points", "", 10)]]
    assert [sale.txn for sale in till.service.recent_sales(1)] == [second.txn]
    one = till.service.sale(first.txn)
    assert one is not None
    assert shown(one.rewards) == [("points", "", 10)]
    assert till.service.sale("nothing") is None
