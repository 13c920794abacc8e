"""What campaigns do to a till's basket: discounts on its articles, points, rewards; a cancellation undoes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.printing.receipt_text import render_text
from kiosk.adapters.till.actions import Action, perform
from kiosk.adapters.till.words import INVALID
from kiosk.adapters.till.words import WORDS as WORDS_OF_NO
from kiosk.application.documents import closing
from kiosk.application.sales.outcomes import Returned
from kiosk.application.sales.receipt import receipt_of
from kiosk.application.till.bridge import TillBridge
from kiosk.application.till.outcomes import TillBasket, TillItem, TillNo, TillState, TillTransaction
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.documents.closing_report import ClosingReport
from kiosk.domain.refusals import RefusalCode
from kiosk.protocol import till as m
from tests.integration.till.rig import held, refused
from tests.shared.till import Till, member
from tests.unit.receipt.samples import WORDS

CARD = "8800000013"
TEA, CAKE = TillItem("tea-1", "tea", 3, 100_00), TillItem("cake-7", "food", 2, 50_00)


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    made = Till(tmp_path)
    made.has_members(member("m-1", card_no=CARD, points=5_000))
    yield made
    made.close()


@pytest.fixture
def bridge(till: Till) -> TillBridge:
    return TillBridge(till.service, till.ledger)


def basket(*items: TillItem, use_points: bool = False) -> TillBasket:
    return TillBasket("TWD", items or (TEA, CAKE), member=CARD, use_points=use_points)


def shares(found: TillTransaction) -> list[tuple[tuple[str, int], ...]]:
    return [line.shares for line in found.lines]


def test_a_rule_about_articles_is_laid_on_them(till: Till, bridge: TillBridge) -> None:
    till.publishes(
        "rules:\n"
        "  - {id: two, name: NAME, when: basket,"
        " give: [{discount: {buy: 2, free: 1, items: [tea-1], group: g, with: ['*']}}]}\n"
        "  - {id: food, name: NAME, when: basket,"
        " give: [{discount: {off: 20, categories: [food], group: h, with: ['*']}}]}\n"
        "  - {id: all, name: NAME, when: basket, give: [{discount: {off: 30, group: i, with: ['*']}}]}\n"
    )
    found = held(bridge.put("T1", basket()))
    assert found.visit is not None
    assert found.visit.quote.total == 250_00
    assert [dict(row) for row in shares(found)] == [
        {"test/two": 100_00, "test/all": 23_00},  # of 300 and 100: 22.5 and 7.5 of 30, in whole dollars
        {"test/food": 20_00, "test/all": 7_00},
    ]
    done = held(bridge.paid("T1", 250_00))
    assert done.lines == found.lines
    assert done.sale is not None
    assert all(line.rule for line in done.sale.lines)
    till.sound()


def test_what_a_sale_brings_is_told_before_and_after_and_again(till: Till, bridge: TillBridge) -> None:
    till.publishes("rules:\n  - {id: r, name: NAME, when: purchased, give: [{points: 70}, {badge: loyal}]}\n")
    found = held(bridge.put("T1", basket()))
    assert found.visit is not None
    told = [(reward.kind, reward.quantity) for reward in found.visit.quote.rewards]
    assert told == [("points", 70), ("badge", 1)]
    done = held(bridge.paid("T1", 400_00))
    assert done.sale is not None
    assert [(reward.kind, reward.quantity) for reward in done.sale.rewards] == told
    assert TillBridge(till.service, till.ledger).state("T1") == done
    assert till.points("m-1") == 5_070
    message = perform(bridge, Action.STATE, "T1", b"").message
    assert isinstance(message, m.Transaction)
    assert message.sale is not None
    assert [reward.quantity for reward in message.sale.rewards] == [70, 1]
    assert held(bridge.cancelled("T1")).state is TillState.CANCELLED
    assert till.points("m-1") == 5_000
    till.sound()


def test_points_pay_only_for_who_showed_a_pass(till: Till, bridge: TillBridge) -> None:
    till.publishes(
        "rules:\n  - {id: p, name: NAME, when: basket,"
        " give: [{discount: {off: 1, for_points: 100, most_percent: 20}}]}\n"
    )
    first = held(bridge.put("T1", basket()))
    assert first.visit is not None
    assert first.visit.quote.pay_points is not None
    assert first.visit.quote.pay_points.points == 5_000
    for _ in range(2):
        found = held(bridge.put("T1", basket(use_points=True)))
        assert [(row.code, row.refusal.code) for row in found.not_taken] == [(CARD, RefusalCode.MEMBER_NOT_PROVEN)]
        assert found.visit is not None
        assert found.visit.quote.total == 400_00
    assert held(bridge.put("T1", basket())).not_taken == ()
    held(bridge.paid("T1", 400_00))


def test_a_campaign_that_ends_in_between_changes_the_price(till: Till, bridge: TillBridge) -> None:
    rules = "rules:\n  - {id: r, name: NAME, when: basket, give: [{discount: {off: 40}}]}\n"
    till.publishes(rules)
    held(bridge.put("T1", basket()))
    till.publishes(rules, until=till.clock.now)
    till.clock.advance(1_000)
    no = refused(bridge.paid("T1", 360_00), TillNo.PRICE_CHANGED)
    assert no.transaction is not None
    assert no.transaction.visit is not None
    assert no.transaction.visit.quote.total == 400_00
    assert held(bridge.paid("T1", 400_00)).state is TillState.PAID


def test_a_gift_that_is_gone_when_the_customer_pays_does_not_stop_the_sale(till: Till, bridge: TillBridge) -> None:
    """The till could not do anything about it, and the price is what was agreed."""
    till.publishes(
        "stock:\n  - {id: mug, name: NAME, value: 100, cost: 40, quantity: 1}\n"
        "rules:\n  - {id: g, name: NAME, when: purchased, give: [{gift: mug}]}\n"
    )
    till.has_members(member("m-2"))
    first = held(bridge.put("T1", basket()))
    assert first.visit is not None
    assert [reward.kind for reward in first.visit.quote.rewards] == ["gift"]
    till.buys("m-2", 100_00)
    done = held(bridge.paid("T1", 400_00))
    assert done.sale is not None
    assert done.sale.rewards == ()
    till.sound()


def test_an_exchange_is_one_sale_with_what_comes_back(till: Till, bridge: TillBridge) -> None:
    """Tea for 300 with 2+1, a cake of 50 comes back: 150 to pay; with seven cakes 150 are paid out. The receipt, a void
    and the day's closing say the same."""
    till.publishes(
        "rules:\n"
        "  - {id: two, name: NAME, when: basket, give: [{discount: {buy: 2, free: 1, items: [tea-1]}}]}\n"
        "  - {id: reach, name: NAME, when: basket, if: {amount: 310}, give: [{discount: {off: 9, with: ['*']}}]}\n"
        "  - {id: p, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}\n"
    )
    for name, cakes, total, points in (("X1", 1, 150_00, 15), ("X2", 7, -150_00, 0)):
        back = TillItem("cake-7", "food", -cakes, 50_00)
        found = held(bridge.put(name, basket(back, TEA)))
        assert [(line.sku, line.pieces, line.net) for line in found.lines] == [
            ("tea-1", 3, 200_00),
            ("cake-7", -cakes, -50_00 * cakes),
        ]
        body = json.dumps({"total": total}).encode()
        before = till.state("m-1").points_at(1 << 60)
        said = perform(bridge, Action.PAID, name, body).message
        assert isinstance(said, m.Transaction)
        assert said.sale is not None
        assert (said.sale.total, said.sale.due, said.sale.back) == (total, total, 50_00 * cakes)
        assert sum(line.net for line in said.sale.lines) == total
        assert till.state("m-1").points_at(1 << 60) - before == points
        assert held(bridge.state(name)).lines == found.lines
        done = held(bridge.paid(name, total))
        assert done.sale is not None
        receipt = receipt_of(done.sale, till.service.terminal())
        text = render_text(receipt, WORDS["en"])
        assert f"Exchanged: {cakes} × cake-7" in text
        assert ("Paid out" in text) is (total < 0)
    # two of the three teas of the first come back: 100 is left of it, of which what came back is 50
    refund = held(bridge.returned("X1", Returned(items=(Item("tea-1", "", 2, 100_00),), till="R1"))).refund
    assert refund is not None
    assert (refund.amount, till.state("m-1").points_at(1 << 60)) == (100_00, 5_005)
    voided = held(bridge.cancelled("X1"))
    assert voided.sale is not None
    assert till.state("m-1").points_at(1 << 60) == 5_000
    report = till.ledger.run(lambda tx: closed(till, tx))
    assert (report.returned, [one.total for one in report.voids], report.net) == (500_00, [50_00], -150_00)
    till.agrees()
    till.counts_the_same()
    till.sound()


def closed(till: Till, tx: Any) -> ClosingReport:
    figures = closing.begin(till.context, tx, date(2026, 3, 10))
    closing.go_on(till.context, tx, figures)
    return closing.finish(till.context, tx, figures, "林怡君")


@pytest.mark.parametrize(
    ("item", "says"),
    [
        ({"pieces": -1, "price": 5000}, "nothing_bought"),
        ({"pieces": 0, "price": 5000}, "invalid"),
        ({"pieces": -10_001, "price": 5000}, "invalid"),
        ({"pieces": -1, "price": -5000}, "invalid"),
    ],
)
def test_what_is_no_exchange(bridge: TillBridge, item: dict[str, int], says: str) -> None:
    body = json.dumps({"currency": "TWD", "items": [{"sku": "cake-7", **item}]}).encode()
    answer = perform(bridge, Action.BASKET, "X1", body)
    assert isinstance(answer.message, m.Problem)
    assert (answer.status, answer.message.type) == (422, says)
    assert answer.message.words is not None
    assert (answer.message.words.en == INVALID.en) is (says == "invalid")
    assert set(WORDS_OF_NO) == set(TillNo)


def test_what_comes_back_of_a_named_sale_is_a_return_of_it(till: Till, bridge: TillBridge) -> None:
    """Three teas for two are bought; one comes back while a cake of 50 is bought: nothing is paid back for it, for two
    cost as much. With a second one it is 100, and the first sale's points go. All of it is in one transaction."""
    till.publishes(
        "rules:\n"
        "  - {id: two, name: NAME, when: basket, give: [{discount: {buy: 2, free: 1, items: [tea-1]}}]}\n"
        "  - {id: p, name: NAME, when: purchased, give: [{points_per: {amount: 10, points: 1}}]}\n"
        "  - {id: f, name: NAME, when: first_purchase, give: [{points: 7}]}\n"
    )
    sold = held(bridge.put("S1", basket(TEA)))
    sold = held(bridge.paid("S1", 200_00))
    assert sold.sale is not None
    cake = TillItem("cake-7", "food", 1, 50_00)
    back = TillItem("tea-1", "tea", -1, 100_00, of=sold.sale.receipt)
    assert held(bridge.put("X1", basket(cake, back))).lines[-1].net == 0
    two = [cake, replace(back, pieces=-2, of="S1")]
    found = held(bridge.put("X1", basket(*two)))
    assert [(line.sku, line.pieces, line.net) for line in found.lines] == [("cake-7", 1, 50_00), ("tea-1", -2, -100_00)]
    refused(bridge.paid("X1", 50_00), TillNo.PRICE_CHANGED)
    done = held(bridge.paid("X1", -50_00))
    assert done.lines == found.lines
    assert done == held(bridge.paid("X1", -50_00)) == held(bridge.state("X1"))
    kinds = [kind for kind in till.kinds() if kind.startswith("sale.")]
    assert kinds == ["sale.completed", "sale.returned", "sale.completed"]
    assert till.state("m-1").points_at(1 << 60) == 5_000 + 10 + 7 + 5
    first = held(bridge.state("S1")).sale
    assert first is not None
    assert first.returned == 100_00
    assert done.sale is not None
    paper = render_text(receipt_of(done.sale, till.service.terminal()), WORDS["en"], 48)
    assert f"Exchanged: 2 × tea-1 ({first.receipt})" in paper
    # what has come back is not there again
    refused(bridge.put("X2", basket(cake, replace(back, pieces=-2))), TillNo.NOT_POSSIBLE)
    refused(bridge.put("X2", basket(cake, replace(back, of="S9"))), TillNo.NOT_PAID)
    # a void of the exchange takes the cake back for its price; the return stays one
    voided = held(bridge.cancelled("X1"))
    assert voided.sale is not None
    report = till.ledger.run(lambda tx: closed(till, tx))
    assert (report.returned, [one.total for one in report.voids], report.net) == (100_00, [50_00], 100_00)
    till.counts_the_same()
    till.sound()


def test_a_return_in_a_sale_keeps_to_the_policy_and_to_what_was_shown(till: Till, bridge: TillBridge) -> None:
    held(bridge.put("S1", basket(TEA)))
    held(bridge.paid("S1", 300_00))
    one = basket(CAKE, TillItem("tea-1", "tea", -1, 100_00, of="S1"))
    assert held(bridge.put("X1", one)).lines[-1].net == -100_00
    till.clock.advance(20 * 60_000)
    refused(bridge.paid("X1", 0), TillNo.MANAGER_NEEDED)
    held(bridge.put("S2", basket(TEA)))
    held(bridge.paid("S2", 300_00))
    all_of_it = basket(CAKE, TillItem("tea-1", "tea", -3, 100_00, of="S2"))
    assert held(bridge.put("X2", all_of_it)).lines[-1].net == -300_00
    held(bridge.returned("S2", Returned(items=(Item("tea-1", "", 1, 100_00),), till="X3")))
    refused(bridge.paid("X2", -200_00), TillNo.NOT_POSSIBLE)
    refused(bridge.put("X2", all_of_it), TillNo.NOT_POSSIBLE)
    kinds = [kind for kind in till.kinds() if kind.startswith("sale.")]
    assert kinds == ["sale.completed", "sale.completed", "sale.returned"]
    # a return that was reported by the id of the exchange is another one
    held(bridge.put("X3", basket(CAKE, TillItem("tea-1", "tea", -1, 100_00, of="S2"))))
    done = held(bridge.paid("X3", 0)).sale
    assert done is not None
    assert [one.left for one in (till.service.sale(done.back[0].of) or done).goods] == [1]
