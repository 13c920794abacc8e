"""Vouchers of value between real tills and a real HQ: at two tills without HQ at once, no minor unit is paid twice."""

from __future__ import annotations

import pytest

from kiosk.application.sales.outcomes import Redemption, Voided
from kiosk.domain.coupons.model import Benefit, BenefitKind
from kiosk.domain.refusals import Refusal, RefusalCode
from tests.integration.terminal.shop import Shop
from tests.integration.terminal.visits import clerk, scan, visit_with
from tests.simulation.world import World


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def test_two_tills_without_hq_never_pay_the_same_money(shop: Shop) -> None:
    world, one = shop.world, shop.till
    two = world.add("XY02", "xinyi")
    two.engine.round()
    token = shop.give(shop.template("gift", benefit=Benefit(BenefitKind.VALUE, value=50_000))).token
    two.engine.round()
    here, there = shop.actor, clerk(two)
    for till in (one, two):
        till.network.up = False
        for _ in range(2):
            till.engine.round()

    assert visit_with(two, there, token, amount=40_000).quote.due == 40_000  # its right is at the other till
    first = one.service.confirm(visit_with(one, here, token, amount=30_000), here)
    assert isinstance(first, Redemption)
    assert first.sale.due == 0
    second = one.service.confirm(visit_with(one, here, token, amount=30_000), here)
    assert isinstance(second, Redemption)
    assert second.sale.due == 10_000

    for till in (one, two, one, two):
        till.network.up = True
        till.engine.round()
    assert world.hq.conflicts() == []
    assert sum(use.value for use in world.hq.redemptions() if use.template == "gift") == 50_000
    told = scan(two, two.service.new_visit(), token, there)
    assert isinstance(told, Refusal)
    assert told.code is RefusalCode.ALREADY_USED_HERE

    assert isinstance(one.service.void(first.sale.txn, "wrong_amount", here), Voided)
    for till in (one, two, one):
        till.engine.round()
    sold = two.service.confirm(
        visit_with(two, there, token, amount=50_000), there
    )  # the right is called back from the other
    assert isinstance(sold, Redemption)
    assert sold.sale.due == 20_000
    for till in (two, one, two):
        till.engine.round()
    assert world.hq.verify() == []
