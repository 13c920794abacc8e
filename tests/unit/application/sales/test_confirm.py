"""A visit becomes a sale: once, by a right that stands, at the price that was shown, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.application.ports.coupons import Claim
from kiosk.application.ports.ledger import RIGHTS_WAIT
from kiosk.application.sales.open_claims import settle_open_claims
from kiosk.application.sales.outcomes import Redemption, Visit
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.application.sync.outcomes import Link
from kiosk.domain.coupons.facts import OP_INTENDED, OP_SETTLED
from kiosk.domain.coupons.model import OfflinePolicy
from kiosk.domain.money import largest_amount
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_REFUSED
from kiosk.domain.staff.actors import Customer, Staff
from kiosk.domain.staff.roles import Role
from tests.shared.till import CLERK, MANAGER, Till

LARGEST = largest_amount("TWD")
APPROVAL = Approval(MANAGER.id, MANAGER.name)


def confirm(till: Till, visit: Visit, **more: Any) -> Any:
    return till.service.confirm(visit, more.pop("actor", CLERK), **more)


def refused(outcome: object, code: RefusalCode) -> Refusal:
    assert isinstance(outcome, Refusal), outcome
    assert outcome.code is code
    return outcome


def verdicts(till: Till) -> list[str]:
    return [str(fact.body["verdict"]) for fact in till.facts(OP_SETTLED)]


def test_a_held_right_sells_in_one_transaction(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1")
    sold = confirm(till, till.visit("m-1", 200_00))
    assert isinstance(sold, Redemption)
    assert (sold.sale.amount, sold.sale.total, sold.offline) == (200_00, 150_00, True)
    (fact,) = till.facts(SALE_COMPLETED)
    assert fact.actor == CLERK.id
    assert fact.body["coupons"] == [{"id": "c-1", "template": "own", "value": 50_00, "right": "held", "member": "m-1"}]
    assert till.claimed == []
    assert till.visit("m-1", 200_00).quote.lines == ()  # it is used up


def test_the_same_transaction_twice_is_one_sale(till: Till) -> None:
    visit = till.visit("m-1", 200_00)
    first, second = confirm(till, visit), confirm(till, replace(visit, amount=999_00))
    assert (first.sale.txn, first.sale.total) == (second.sale.txn, second.sale.total)
    assert len(till.facts(SALE_COMPLETED)) == 1


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (0, RefusalCode.AMOUNT_MISSING),
        (-1, RefusalCode.AMOUNT_MISSING),
        (LARGEST + 1, RefusalCode.AMOUNT_TOO_LARGE),
    ],
)
def test_amounts_that_are_none(till: Till, amount: int, code: RefusalCode) -> None:
    refused(confirm(till, replace(till.visit(None, 100), amount=amount)), code)
    assert till.facts(SALE_COMPLETED) == []


def test_the_largest_amount_is_one(till: Till) -> None:
    assert confirm(till, till.visit(None, LARGEST)).sale.total == LARGEST


@pytest.mark.parametrize("actor", [Staff("s-9", "鄭雅雯", Role.AUDITOR), Customer()])
def test_who_may_not_sell_sells_nothing_whoever_approves(till: Till, actor: Staff | Customer) -> None:
    refused(confirm(till, till.visit("m-1", 100_00), actor=actor, approval=APPROVAL), RefusalCode.NOT_PERMITTED)
    assert till.facts(SALE_COMPLETED) == []


def test_a_claim_is_in_the_ledger_before_hq_is_asked_and_settled_after_the_sale(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1", held=False)
    till.answer = Claim(True)
    sold = confirm(till, till.visit("m-1", 200_00))
    assert isinstance(sold, Redemption)
    assert till.claimed == [("c-1", ["c-1"])]
    assert till.open_claims() == []
    assert verdicts(till) == ["granted"]
    kinds = [kind for kind in till.kinds() if kind in (SALE_COMPLETED, OP_SETTLED)]
    assert kinds == [SALE_COMPLETED, OP_SETTLED]
    assert till.facts(SALE_COMPLETED)[0].body["coupons"][0]["right"] == "claimed"


def test_hqs_no_is_the_answer_and_is_journalled(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1", held=False)
    till.answer = Claim(False, Refusal(RefusalCode.ALREADY_USED_ELSEWHERE, {"store": "S9"}))
    refused(confirm(till, till.visit("m-1", 200_00)), RefusalCode.ALREADY_USED_ELSEWHERE)
    assert verdicts(till) == ["refused"]
    (fact,) = till.facts(SALE_REFUSED)
    assert (fact.body["code"], fact.body["coupon"]) == ("already_used_elsewhere", "c-1")
    assert till.facts(SALE_COMPLETED) == []


def test_after_the_first_no_hq_is_asked_for_no_more_and_what_it_granted_is_given_back(till: Till) -> None:
    till.has_template("a")
    till.has_template("b")
    till.has_template("c")
    for name in "abc":
        till.has_coupon(f"{name}-1", name, held=False)
    answers = [Claim(True), Claim(False, Refusal(RefusalCode.REVOKED)), Claim(True)]
    asked: list[str] = []

    def claim(_op: str, coupon: str, *_rest: object) -> Claim:
        asked.append(coupon)
        return answers[len(asked) - 1]

    till.claim = claim  # type: ignore[method-assign, assignment]
    till.link = Link.ONLINE
    refused(confirm(till, till.visit("m-1", 900_00)), RefusalCode.REVOKED)
    assert len(asked) == 2
    assert sorted(verdicts(till)) == ["abandoned", "abandoned", "refused"]
    assert till.open_claims() == []


def test_a_right_that_went_while_hq_was_asked_sells_nothing(till: Till) -> None:
    till.has_template("a")
    till.has_template("b")
    till.has_coupon("a-1", "a")
    till.has_coupon("b-1", "b", held=False)

    def claim(*_words: object) -> Claim:
        till.loses("a-1")
        return Claim(True)

    till.claim = claim  # type: ignore[method-assign, assignment]
    till.link = Link.ONLINE
    refused(confirm(till, till.visit("m-1", 900_00)), RefusalCode.RIGHT_ELSEWHERE)
    assert verdicts(till) == ["abandoned"]
    assert till.facts(SALE_COMPLETED) == []


def test_without_hq_a_manager_stands_in_up_to_the_templates_limit(till: Till) -> None:
    till.has_template(offline=OfflinePolicy.ACCEPT_WITH_MANAGER, offline_limit=50_00)
    till.has_coupon("c-1", held=False)
    visit = till.visit("m-1", 200_00)
    asked = confirm(till, visit)
    assert isinstance(asked, ApprovalNeeded)
    assert asked.refusal.code is RefusalCode.NO_RIGHT_OFFLINE
    assert till.open_claims() == []
    sold = confirm(till, visit, approval=APPROVAL)
    assert isinstance(sold, Redemption)
    (row,) = till.facts(SALE_COMPLETED)[0].body["coupons"]
    assert (row["right"], row["approved_by"]) == ("accepted", MANAGER.id)


def test_above_the_limit_or_where_the_template_forbids_it_nobody_stands_in(till: Till) -> None:
    till.has_template("a", offline=OfflinePolicy.ACCEPT_WITH_MANAGER, offline_limit=49_99)
    till.has_coupon("a-1", "a", held=False)
    till.link = Link.ONLINE  # when it was priced
    visit = till.visit("m-1", 200_00)
    till.link = Link.OFFLINE
    above = refused(confirm(till, visit, approval=APPROVAL), RefusalCode.ABOVE_OFFLINE_LIMIT)
    assert till.service.price(visit).quote.lines == ()
    assert (above.args["value"], above.args["need"]) == (50_00, 49_99)
    till.has_template("b")
    till.has_coupon("b-1", "b", held=False, member="m-2")
    till.link = Link.ONLINE  # and yet it does not answer
    refused(confirm(till, till.visit("m-2", 200_00), approval=APPROVAL), RefusalCode.NO_RIGHT_OFFLINE)


@pytest.mark.parametrize("key", RIGHTS_WAIT)
def test_held_rights_wait_for_hq_after_a_restore_or_a_shut_down(till: Till, key: str) -> None:
    till.has_template()
    till.has_coupon("c-1")
    till.ledger.run(lambda tx: tx.set_meta(key, "1"))
    (left,) = till.visit("m-1", 200_00).quote.left_out  # said before Enter, where it is known
    assert left.refusal.code is RefusalCode.RIGHT_UNUSABLE
    till.link = Link.ONLINE
    refused(confirm(till, till.visit("m-1", 200_00)), RefusalCode.RIGHT_UNUSABLE)


def test_held_rights_wait_for_hq_when_the_clock_went_back(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1")
    till.buys(None, 100_00)
    visit = till.visit("m-1", 200_00)
    till.clock.now -= 120_000
    refused(confirm(till, visit), RefusalCode.RIGHT_UNUSABLE)
    till.link = Link.ONLINE
    assert isinstance(confirm(till, visit), Redemption)


def test_a_price_that_changed_is_not_sold(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1")
    visit = till.visit("m-1", 200_00)
    till.has_template(benefit=replace(till.has_template("other").benefit, off=40_00))
    changed = refused(confirm(till, visit), RefusalCode.PRICE_CHANGED)
    assert (changed.args["have"], changed.args["need"]) == (160_00, 150_00)
    assert till.facts(SALE_REFUSED)[0].body["code"] == "price_changed"


def test_a_coupon_used_at_another_till_since_it_was_priced_is_named(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1")
    visit, other = till.visit("m-1", 200_00), till.visit("m-1", 200_00)
    confirm(till, other)
    lost = refused(confirm(till, visit), RefusalCode.ALREADY_USED_HERE)
    assert lost.args["coupon"] == "c-1"


def test_a_reward_that_went_since_it_was_shown_is_not_promised(till: Till) -> None:
    till.publishes(
        "stock: [{id: mug, name: NAME, quantity: 1, value: 100}]\n"
        "rules:\n  - {id: gift, name: NAME, when: purchased, give: [{gift: mug}]}\n"
    )
    visit = till.visit("m-1", 200_00)
    till.buys("m-2", 100_00)
    gone = refused(confirm(till, visit), RefusalCode.REWARD_GONE)
    assert gone.args["name"] == "mug"


def test_receipts_are_numbered_without_gaps(till: Till) -> None:
    receipts = [till.buys(None, 100_00).sale.receipt for _ in range(3)]
    assert receipts == ["N01-1-000001", "N01-1-000002", "N01-1-000003"]


def test_claims_that_a_crash_left_open_are_given_back(till: Till) -> None:
    for op in ("o-1", "o-2"):
        body = {"op": op, "coupon": f"c-{op}", "txn": "x"}
        till.ledger.run(lambda tx, body=body: tx.append(OP_INTENDED, CLERK.id, body))  # type: ignore[misc]
    assert till.ledger.run(settle_open_claims) == 2
    assert till.open_claims() == []
    assert verdicts(till) == ["abandoned", "abandoned"]
    assert till.ledger.run(settle_open_claims) == 0
