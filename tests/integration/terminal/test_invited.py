"""A member's invitation, made by a terminal while HQ was away: the friend's phone, then the friend's first purchase."""

from __future__ import annotations

from kiosk.application.registration.outcomes import Invite
from kiosk.application.sales.outcomes import CouponAdded, MemberFound, Redemption
from kiosk.demo.chain.in_time import running
from kiosk.domain.time import instant
from kiosk.hq.messages.gateways import Channel
from kiosk.protocol.rows import CouponRow
from tests.integration.terminal.visits import clerk, scan, sell
from tests.simulation.world import SimTerminal, World
from tests.unit.hq.invites.guests import CAMPAIGN, PARTY, Chain, Guest

PHONE = "+886912345678"


def test_from_the_terminal_to_the_phone_to_the_first_purchase(world: World) -> None:
    world.hq.publish_campaign(running(PARTY.read_text("utf-8"), instant(world.true_ms).date()))
    world.hq.messages.set_gateway(Channel.SMS, {"url": "http://127.0.0.1:9/", "json": {"to": "{to}"}}, None, "ann")
    till: SimTerminal = world.add("XY01", "xinyi")
    till.engine.round()
    actor = clerk(till)
    referrer = next(one for one in world.chain.members if one.home_store == "xinyi")
    till.network.up = False
    invite = till.service.invite(referrer.id)
    assert isinstance(invite, Invite), invite
    assert invite.campaign == CAMPAIGN

    guest = Guest(Chain(world.hq), invite.token)
    guest.open()
    guest.fills_in()
    page = guest.send("code", code=guest.chain.code(PHONE))
    assert (page.status, "Welcome" in page.text) == (200, True), page.text

    till.network.up = True
    till.engine.round()
    (friend,) = till.service.find_members("0912345678").members
    rows = [row for row in till.reference.coupon_rows(friend.id) if isinstance(row, CouponRow)]
    assert len(rows) == 1
    visit = till.service.new_visit()
    found = scan(till, visit, rows[0].token, actor)
    assert isinstance(found, CouponAdded | MemberFound), found
    sold = sell(till, actor, rows[0].token, amount=100_000)
    assert isinstance(sold, Redemption), sold
    till.engine.round()
    given = {one.rule for one in world.hq.rewards() if one.member == referrer.id}
    assert {"sign-up-friend", "friend-bought"} <= given
    assert world.hq.verify() == []
    assert world.hq.conflicts() == []
