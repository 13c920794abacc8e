"""A campaign's coupons for a gift between real tills and a real HQ: two tills without HQ never hand over more than
there is, and everybody counts the same."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.adapters.db.verify import rebuild
from kiosk.application.sales.outcomes import Redemption, Visit, Voided
from kiosk.application.slips.outcomes import SlipBooked, SlipSheet, SlipText, Written
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.coupons.model import CouponTemplate
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.slips.facts import BookMade
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission
from kiosk.hq.campaigns.commands import CampaignPublished
from kiosk.hq.leases import commands as leases
from kiosk.hq.slips.commands import Worth
from tests.integration.terminal.shop import Shop
from tests.integration.terminal.visits import clerk, visit_with
from tests.shared.campaign_text import NAME, head
from tests.simulation.world import SimTerminal, World

MUG = "stock:few/mug"
DAY_MS = 24 * 3_600_000


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def published(shop: Shop, mugs: int) -> CouponTemplate:
    """A campaign of which only a coupon hands over its mugs; any till may accept it, on a manager's word."""
    done = shop.world.hq.publish_campaign(
        f"""{head("few", ends="2027-01-20 00:00")}
stock: [{{id: mug, name: {NAME}, value: 100, quantity: {mugs}}}]
coupons: [{{id: cup, name: {NAME}, gift: mug, valid_days: 30, offline_limit: 100}}]
rules: [{{id: third, name: {NAME}, when: {{event: purchased, n: 3}}, give: [{{coupon: cup}}]}}]
"""
    )
    assert isinstance(done, CampaignPublished), done
    shop.till.engine.round()
    template = shop.till.reference.template("few/cup")
    assert template is not None
    return template


def share(till: SimTerminal) -> int:
    return till.ledger.run(lambda tx: tx.shared(f"|{MUG}"))


def used(world: World) -> int:
    with world.hq.database.read() as tx:
        return leases.used_here(tx, "xinyi", MUG)


def why_not(visit: Visit) -> list[RefusalCode]:
    return [left.refusal.code for left in visit.quote.left_out]


def sells(shop: Shop, till: SimTerminal, visit: Visit, actor: Staff) -> Redemption:
    sold = till.service.confirm(visit, actor)
    if isinstance(sold, ApprovalNeeded):
        sold = till.service.confirm(visit, actor, shop.manager(Permission.APPROVE_OFFLINE))
    assert isinstance(sold, Redemption), sold
    return sold


def test_two_tills_without_hq_never_hand_over_more_than_there_is(shop: Shop) -> None:
    world, one = shop.world, shop.till
    two = world.add("XY02", "xinyi")
    two.engine.round()
    template = published(shop, 2)
    tokens = [shop.give(template, bearer=True).token for _ in range(4)]
    two.engine.round()
    assert (share(one), share(two)) == (1, 1)
    for till in (one, two):
        till.network.up = False
        for _ in range(2):
            till.engine.round()

    sold = []
    for till, actor, (first, second) in ((one, shop.actor, tokens[:2]), (two, clerk(two), tokens[2:])):
        visit = visit_with(till, actor, first)
        assert [line.gift is not None for line in visit.quote.lines] == [True]
        sold.append(sells(shop, till, visit, actor))
        visit = visit_with(till, actor, second)
        assert (visit.quote.lines, why_not(visit)) == ((), [RefusalCode.REWARD_GONE])
        assert sells(shop, till, visit, actor).sale.lines == ()
    assert (share(one), share(two)) == (0, 0)

    for till in (one, two, one, two):
        till.network.up = True
        till.engine.round()
    assert used(world) == 2
    assert why_not(visit_with(one, shop.actor, tokens[1])) == [RefusalCode.REWARD_GONE]  # HQ has no more either

    assert isinstance(one.service.void(sold[0].sale.txn, "wrong_amount", shop.actor), Voided)
    one.engine.round()
    assert (share(one), used(world)) == (1, 1)
    sells(shop, one, visit_with(one, shop.actor, tokens[1]), shop.actor)
    for till in (one, two, one):
        till.engine.round()
    assert used(world) == 2
    with world.hq.database.read() as tx:
        assert leases.out_of_balance(tx) == []
    assert (world.hq.verify(), world.hq.conflicts()) == ([], [])
    for till in (one, two):
        till.crash()
        assert rebuild(till.path, till.key).differences == {}


def test_shares_stay_as_long_as_coupons_are_good(shop: Shop) -> None:
    published(shop, 40)
    till, world = shop.till, shop.world

    def comes_back() -> dict[str, int]:
        for _ in range(4):
            till.engine.round()
        return dict(till.ledger.run(lambda tx: tx.shares()))

    assert comes_back() == {MUG: 5}
    world.pass_time(70 * DAY_MS)
    assert comes_back() == {MUG: 5}
    world.pass_time(40 * DAY_MS)
    assert comes_back() == {}


def test_a_paper_slip_for_a_gift_takes_from_the_stock_too(shop: Shop) -> None:
    published(shop, 2)
    till, world = shop.till, shop.world
    made = world.hq.make_slips("xinyi", Worth("few/cup", most=10_000), 10)
    assert isinstance(made, BookMade)
    till.engine.round()
    sheet = till.service.slip_sheet(made.book)
    assert isinstance(sheet, SlipSheet)
    world.pass_time(3_600_000)
    shop.offline()
    at = (shop.now - timedelta(minutes=20)).replace(second=0, microsecond=0)
    there_are = share(till)
    for code in sheet.codes[:there_are]:
        booked = till.service.key_in_slip(Written(SlipText(code, made.book), at, 30_000, "s-103"), shop.actor)
        assert isinstance(booked, SlipBooked)
    assert share(till) == 0

    written = Written(SlipText(sheet.codes[5], made.book), at, 30_000, "s-103")
    asked = till.service.key_in_slip(written, shop.actor)
    assert isinstance(asked, ApprovalNeeded)
    assert asked.refusal.code is RefusalCode.REWARD_GONE
    despite = till.service.key_in_slip(written, shop.actor, shop.manager(Permission.MANAGE_SLIPS))
    assert isinstance(despite, SlipBooked)  # it was handed over: more than there was
    assert share(till) == -1
    till.network.up = True
    for _ in range(3):
        till.engine.round()
    assert used(world) == there_are + 1
    assert world.hq.verify() == []
