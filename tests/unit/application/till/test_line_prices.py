"""The lines of a till's basket cost what the price says of each, and the receipt and returns say the same."""

from __future__ import annotations

from kiosk.application.sales.outcomes import AppliedLine, Returned
from kiosk.application.till.bridge import TillBridge
from kiosk.application.till.line_prices import line_prices
from kiosk.application.till.outcomes import TillBasket, TillItem, TillTransaction, Untouched
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.sales.facts import SALE_COMPLETED
from kiosk.domain.texts import LocalText
from tests.shared.till import Till
from tests.unit.application.conftest import CARD

MUG, CAKE, TEA = (
    TillItem("mug", "home", 2, 180_00),
    TillItem("cake", "food", 1, 60_00),
    TillItem("tea", "tea", 3, 100_00),
)
_TOGETHER = 'with: ["*"]}}]}'
_FOR = "name: NAME, for: everyone, when: basket, give: [{discount:"
RULES = f"""
rules:
  - {{id: set, {_FOR} {{set: {{parts: [{{items: [mug]}}, {{items: [cake]}}], price: 199}}, {_TOGETHER}
  - {{id: third, {_FOR} {{percent: 50, pick: {{nth: 3}}, categories: [tea], {_TOGETHER}
  - {{id: all, {_FOR} {{percent: 10, except: {{items: [cake]}}, of: rest, stage: coupons, {_TOGETHER}
"""


def held(outcome: object) -> TillTransaction:
    assert isinstance(outcome, TillTransaction), outcome
    return outcome


def test_sets_and_dealt_pieces_stand_on_the_lines_as_on_the_receipt(till: Till) -> None:
    till.publishes(RULES)
    bridge = TillBridge(till.service, till.ledger)
    priced = held(bridge.put("T1", TillBasket("TWD", (MUG, CAKE, TEA))))
    assert priced.visit is not None
    quote = priced.visit.quote
    assert tuple(line.net for line in priced.lines) == quote.paid_items
    assert sum(quote.paid_items) == quote.total
    offs = {line.coupon: line.off for line in quote.lines}
    for name, off in offs.items():
        assert sum(part for line in priced.lines for one, part in line.shares if one == name) == off
    assert dict(priced.lines[2].shares)["test/third"] == 50_00
    assert "test/all" not in dict(priced.lines[1].shares), "it leaves cake out"
    paid = held(bridge.paid("T1", quote.total))
    assert paid.sale is not None
    assert paid.lines == priced.lines == held(TillBridge(till.service, till.ledger).state("T1")).lines
    assert [row.paid for row in paid.sale.goods] == [line.net for line in paid.lines]


def test_a_sale_of_an_older_program_says_by_prices_what_was_taken() -> None:
    items = (Item("a", "", 1, 300), Item("b", "", 1, 100), Item("c", "", 1, 0, reduced=True))
    words = LocalText("", "", "")
    found = line_prices(items, [AppliedLine("x", "x", words, 40)])
    assert [line.shares for line in found] == [(("x", 30),), (("x", 10),), ()]
    assert found[2].untouched is Untouched.REDUCED
    assert line_prices((), [AppliedLine("x", "x", words, 40)]) == ()


def test_pieces_given_for_nothing_bring_no_points_and_a_return_leaves_those_that_are_paid(till: Till) -> None:
    till.publishes(
        f"rules:\n  - {{id: two, {_FOR} {{buy: 2, free: 1, categories: [tea], {_TOGETHER}\n"
        "  - {id: each, name: NAME, when: purchased, give: [{points_per: {pieces: 1, points: 1, items: [tea]}}]}\n"
    )
    bridge = TillBridge(till.service, till.ledger)
    before = till.points("m-1")
    priced = held(bridge.put("T1", TillBasket("TWD", (TEA,), member=CARD)))
    assert priced.visit is not None
    assert [one.quantity for one in priced.visit.quote.rewards] == [2]
    held(bridge.paid("T1", 200_00))
    assert [one["free"] for one in till.facts(SALE_COMPLETED)[0].body["items"]] == [1]
    assert till.points("m-1") == before + 2
    back = Returned(0, till="R1", items=(Item("tea", "", 1, -1),))
    found = held(bridge.returned("T1", back))
    assert found.refund is not None
    assert (found.refund.amount, till.points("m-1")) == (0, before + 2), "the two that are left are paid for"
    till.counts_the_same()
