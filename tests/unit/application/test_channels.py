"""A rule for a channel gives there and nowhere else: in the price, in the reward, and when all is judged anew."""

from __future__ import annotations

import pytest

from kiosk.application.sales.outcomes import Redemption
from kiosk.application.till.bridge import TillBridge
from kiosk.application.till.outcomes import TillBasket, TillTransaction
from kiosk.domain.channels import Channel
from kiosk.domain.sales.facts import SALE_COMPLETED
from tests.shared.till import CLERK, Till, shown
from tests.unit.application.conftest import CARD

RULES = (
    "rules:\n"
    "  - {id: off, name: NAME, when: basket, if: {channels: [till]}, give: [{discount: {off: 20}}]}\n"
    "  - {id: points, name: NAME, when: purchased, if: {channels: [till]}, give: [{points: 7}]}\n"
    "  - {id: seen, name: NAME, when: seen, if: {channels: [till]}, give: [{points: 1}]}\n"
)


def bought_at_the_till(till: Till) -> TillTransaction:
    bridge = TillBridge(till.service, till.ledger)
    bridge.staffed_by(lambda: CLERK)
    put = bridge.put("T1", TillBasket("TWD", amount=200_00, member=CARD))
    assert isinstance(put, TillTransaction)
    assert put.visit is not None
    paid = bridge.paid("T1", put.visit.quote.total)
    assert isinstance(paid, TillTransaction), paid
    return paid


def test_a_rule_for_the_till_gives_there(till: Till) -> None:
    till.publishes(RULES)
    sale = bought_at_the_till(till).sale
    assert sale is not None
    assert (sale.total, shown(sale.rewards)) == (180_00, [("points", "", 7)])
    assert till.state("m-1").points_at(1 << 60) == 8
    till.counts_the_same()
    assert {
        fact.body["channel"] for fact in till.facts() if "member" in fact.body and "happening" not in fact.body
    } == {"till"}


def test_it_gives_nothing_at_the_checkout(till: Till) -> None:
    till.publishes(RULES)
    visit = till.visit("m-1", 200_00)
    assert (visit.quote.lines, visit.quote.rewards, visit.brought) == ((), (), ())
    sold = till.buys("m-1", 200_00)
    assert (sold.sale.total, sold.sale.rewards) == (200_00, ())
    assert till.points("m-1") == 0
    till.counts_the_same()


@pytest.mark.parametrize("channel", Channel)
def test_a_visits_price_and_its_sale_have_its_channel_whoever_confirms(till: Till, channel: Channel) -> None:
    till.publishes(RULES)
    visit = till.visit("m-1", 200_00, channel=channel)
    assert bool(visit.quote.lines) == (channel is Channel.TILL)
    sold = till.service.confirm(visit, CLERK)
    assert isinstance(sold, Redemption)
    assert sold.sale.total == visit.quote.total
    assert till.facts(SALE_COMPLETED)[0].body["channel"] == channel
    assert till.service.new_visit(channel).channel is channel


def test_facts_of_older_programs_happened_at_the_checkout(till: Till) -> None:
    till.publishes(RULES.replace("[till]", "[checkout]"))
    body = {"txn": "x-1", "member": "m-1", "amount": 100_00, "total": 100_00, "coupons": [], "lines": []}
    till.elsewhere("sale.completed", body)
    anew = till.ledger.run(lambda tx: till.context.campaigns(tx).fold.recount("m-1"))
    assert shown(anew.granted) == [("points", "", 7)]


def test_a_campaign_for_a_channel_is_closed_elsewhere(till: Till) -> None:
    till.publishes("channels: [till]\n" + RULES.replace(", if: {channels: [till]}", ""))
    assert till.visit("m-1", 200_00).quote.lines == ()
    assert till.visit("m-1", 200_00, channel=Channel.TILL).quote.total == 180_00
