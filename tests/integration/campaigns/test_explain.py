"""Reasons: discounts that the price holds or leaves out, what HQ's row says, gifts that wait."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.application.campaigns.outcomes import CheckView
from kiosk.application.sales.outcomes import Explained
from kiosk.domain.campaigns.rewards import Outcome
from tests.shared.till import Till, member

DISCOUNTS = (
    "rules:\n"
    "  - {id: tenth, name: NAME, when: basket, give: [{discount: {percent: 10, group: a}}]}\n"
    "  - {id: fifth, name: NAME, when: basket, give: [{discount: {percent: 20, group: a}}]}\n"
    "  - {id: gold, name: NAME, when: basket, if: {tiers: [gold]}, give: [{discount: {percent: 50, group: a}}]}\n"
)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    till = Till(tmp_path)
    till.has_members(member("m-1", bought=(("2026-03-01", 10_00),)))
    yield till
    till.close()


def verdicts(explained: Explained) -> dict[str, tuple[Outcome, CheckView]]:
    found = {rule.rule_id: (rule.outcome, rule.checks[-1]) for rule in explained.rules}
    assert len(found) == len(explained.rules)  # each rule once
    return found


def test_a_discount_is_given_only_when_the_price_holds_it(till: Till) -> None:
    till.publishes(DISCOUNTS)
    visit = till.visit("m-1", 100_00)
    assert visit.quote.total == 80_00
    why = verdicts(till.service.explain_visit(visit))
    assert [why[f"test/{rule}"][0] for rule in ("fifth", "tenth", "gold")] == [
        Outcome.GRANTED,
        Outcome.NOT_MET,
        Outcome.NOT_MET,
    ]
    assert [(why[f"test/{rule}"][1].code, why[f"test/{rule}"][1].ok) for rule in ("fifth", "tenth", "gold")] == [
        ("in_price", True),
        ("in_price", False),
        ("tiers", False),
    ]


def test_a_past_sale_says_why_a_discount_was_not_in_its_price(till: Till) -> None:
    till.publishes(DISCOUNTS)
    sold = till.buys("m-1", 100_00)
    till.buys("m-1", 100_00)
    after = till.service.explain_sale(sold.sale.txn)
    assert isinstance(after, Explained)
    why = verdicts(after)
    assert why["test/fifth"][0] is Outcome.GRANTED
    assert (why["test/tenth"][0], why["test/tenth"][1].code) == (Outcome.NOT_MET, "in_price")
    assert (why["test/gold"][0], why["test/gold"][1].code) == (Outcome.NOT_MET, "tiers")


def test_what_hq_knew_before_is_no_event_to_be_explained(till: Till) -> None:
    till.publishes(DISCOUNTS)
    assert till.service.explain_member("m-1") == ()
    till.buys("m-1", 100_00)
    assert [one.kind for one in till.service.explain_member("m-1")] == ["purchased"]


def test_a_voided_sale_says_what_it_had_cost_and_brought(till: Till) -> None:
    points = "  - {id: all, name: NAME, when: purchased, give: [{points: 7}]}\n"
    till.publishes(DISCOUNTS + points)
    sold = till.buys("m-1", 100_00)
    before = till.service.explain_sale(sold.sale.txn)
    till.voids(sold.sale.txn)
    after = till.service.explain_sale(sold.sale.txn)
    assert isinstance(before, Explained)
    assert isinstance(after, Explained)
    assert after.voided
    granted = {rule.rule_id: rule.rewards for rule in before.rules if rule.outcome is Outcome.GRANTED}
    assert {rule.rule_id for rule in after.rules} == set(granted) == {"test/fifth", "test/all"}
    (given,) = [rule.rewards for rule in after.rules if rule.rule_id == "test/all"]
    assert given == granted["test/all"]


def test_reasons_are_titled_by_receipts_and_by_nothing_else(till: Till) -> None:
    till.publishes(DISCOUNTS + "  - {id: in, name: NAME, when: checked_in, give: [{points: 1}]}\n")
    assert till.service.explain_visit(till.visit("m-1", 100_00)).title == ""
    sold = till.buys("m-1", 100_00)
    till.happens("check_in.done", {"member": "m-1"})
    assert {one.title for one in till.service.explain_member("m-1")} == {"", sold.sale.receipt}
