"""Somebody without a card gets what is for everyone; what the sale uses up is journalled, and a void gives it back."""

from __future__ import annotations

import pytest

from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.journal.facts import Fact, decode
from tests.shared.till import Till, member

RULES = """
stock:
  - {id: pots, name: NAME, value: 100, quantity: 2}
rules:
  - {id: flash, name: NAME, when: basket, for: everyone, give: [{discount: {price: 490, items: [pot], stock: pots}}]}
  - id: day
    name: NAME
    for: everyone
    when: basket
    give: [{discount: {off: 10, items: [cup]}}]
    limits: [{most: 1, per: [store, day]}]
  - {id: points, name: NAME, when: purchased, give: [{points: 5}]}
"""
POT = {"items": (Item("pot", "", 1, 89_000),)}


@pytest.fixture
def till() -> Till:
    made = Till()
    made.publishes(RULES)
    made.has_members(member("m-1"))
    return made


def decisions(till: Till) -> list[Fact]:
    rows = till.ledger.run(lambda tx: tx.facts_after(1, 0, 1_000))
    return [one for _, raw, _ in rows if (one := decode(raw)).kind == REWARDS_DECIDED]


def test_a_sale_to_nobody_takes_from_the_stock_and_a_void_gives_it_back(till: Till) -> None:
    assert till.visit(None, 89_000, **POT).quote.total == 49_000
    first = till.buys(None, 89_000, **POT)
    till.buys("m-1", 89_000, **POT)
    assert till.visit(None, 89_000, **POT).quote.total == 89_000
    assert [(one.body["member"], one.body["takes"]) for one in decisions(till)] == [
        ("", [["|stock:test/pots", 1]]),
        ("m-1", [["|stock:test/pots", 1]]),
    ]
    till.voids(first.sale.txn)
    assert till.visit(None, 89_000, **POT).quote.total == 49_000
    assert decisions(till)[-1].body["takes"] == [["|stock:test/pots", -1]]
    assert till.state("").rewards == {}
    till.agrees()


def test_a_limit_by_store_and_day_counts_people_without_a_card(till: Till) -> None:
    cup = {"items": (Item("cup", "", 1, 5_000),)}
    assert till.buys(None, 5_000, **cup).sale.total == 4_000
    assert till.buys(None, 5_000, **cup).sale.total == 5_000
    till.wall("2026-03-11 12:00")
    assert till.buys("m-1", 5_000, **cup).sale.total == 4_000


def test_a_purchase_brings_nobody_anything(till: Till) -> None:
    sold = till.buys(None, 5_000)
    assert sold.sale.rewards == ()
    assert decisions(till) == []
