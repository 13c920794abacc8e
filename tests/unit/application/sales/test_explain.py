"""Why: of a visit, of a sale, of what happened to a member; nothing is written by asking."""

from __future__ import annotations

import pytest

from kiosk.application.sales.explain import MOST_HAPPENINGS
from kiosk.application.sales.outcomes import Explained, Redemption
from kiosk.domain.campaigns.rewards import Outcome
from kiosk.domain.refusals import Refusal, RefusalCode
from tests.shared.till import CLERK, Till
from tests.unit.application.conftest import CARD

RULES = (
    "rules:\n"
    "  - {id: off, name: NAME, when: basket, give: [{discount: {off: 20}}]}\n"
    "  - {id: less, name: NAME, when: basket, give: [{discount: {off: 10}}]}\n"
    "  - {id: points, name: NAME, when: purchased, give: [{points: 7}]}\n"
    "  - {id: big, name: NAME, when: purchased, if: {amount: {at_least: 1000}}, give: [{points: 100}]}\n"
)


@pytest.fixture(autouse=True)
def rules(till: Till) -> None:
    till.publishes(RULES)


def outcomes(explained: Explained) -> dict[str, Outcome]:
    return {rule.rule_id: rule.outcome for rule in explained.rules if rule.rule is not None}


EXPECTED = {
    "test/off": Outcome.GRANTED,
    "test/less": Outcome.NOT_MET,  # a better discount is in the price
    "test/points": Outcome.GRANTED,
    "test/big": Outcome.NOT_MET,
}


def test_a_visit_says_every_rule_with_what_decided(till: Till) -> None:
    before = till.kinds()
    explained = till.service.explain_visit(till.visit("m-1", 200_00))
    assert outcomes(explained) == EXPECTED
    big = next(rule for rule in explained.rules if rule.rule_id == "test/big")
    assert (big.checks[-1].code, big.checks[-1].have, big.checks[-1].need) == ("amount", 180_00, 1000_00)
    less = next(rule for rule in explained.rules if rule.rule_id == "test/less")
    assert (less.checks[-1].code, less.checks[-1].ok) == ("in_price", False)
    assert [line.coupon for line in explained.price] == ["test/off"]
    assert till.kinds() == before


def test_a_sale_says_the_same_afterwards(till: Till) -> None:
    sold = till.service.confirm(till.visit("m-1", 200_00), CLERK)
    assert isinstance(sold, Redemption)
    explained = till.service.explain_sale(sold.sale.txn)
    assert isinstance(explained, Explained)
    assert outcomes(explained) == EXPECTED
    assert (explained.title, explained.voided) == (sold.sale.receipt, False)
    assert [kind for kind, _place in explained.facts] == ["sale.completed", "rewards.decided"]
    till.voids(sold.sale.txn)
    undone = till.service.explain_sale(sold.sale.txn)
    assert isinstance(undone, Explained)
    assert (undone.voided, set(outcomes(undone))) == (
        True,
        {rule for rule, outcome in EXPECTED.items() if outcome is Outcome.GRANTED},
    )


def test_of_nobody_only_the_price_is_explained(till: Till) -> None:
    explained = till.service.explain_visit(till.visit(None, 200_00))
    assert "test/points" not in outcomes(explained)


def test_a_sale_is_found_by_receipt_or_id_a_member_by_id_or_card(till: Till) -> None:
    sale = till.buys("m-1", 200_00).sale
    for name in (sale.txn, sale.receipt, f" {sale.receipt} "):
        assert till.service.find_explained(name) == (None, (till.service.explain_sale(sale.txn),))
    for name in ("m-1", CARD):
        found = till.service.find_explained(name)
        assert found is not None
        member, explained = found
        assert member is not None
        assert (member.id, [one.title for one in explained]) == ("m-1", [sale.receipt])
    for name in ("nothing", "", "N01-1-000002", "XX-000001", "9" * 30):
        assert till.service.find_explained(name) is None
    unknown = till.service.explain_sale("nothing")
    assert isinstance(unknown, Refusal)
    assert unknown.code is RefusalCode.SALE_UNKNOWN


def test_what_happened_to_a_member_last_comes_first_and_not_all_of_it(till: Till) -> None:
    receipts = [till.buys("m-1", 200_00).sale.receipt for _ in range(MOST_HAPPENINGS + 2)]
    titles = [one.title for one in till.service.explain_member("m-1")]
    assert titles == receipts[::-1][:MOST_HAPPENINGS]
    assert till.service.explain_member("m-2") == ()
