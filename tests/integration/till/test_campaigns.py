"""What campaigns do to a till's basket: discounts on its articles, points, rewards; a cancellation undoes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.adapters.till.actions import Action, perform
from kiosk.application.till.bridge import TillBridge
from kiosk.application.till.outcomes import TillBasket, TillItem, TillNo, TillState, TillTransaction
from kiosk.domain.refusals import RefusalCode
from kiosk.protocol import till as m
from tests.integration.till.rig import held, refused
from tests.shared.till import Till, member

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
