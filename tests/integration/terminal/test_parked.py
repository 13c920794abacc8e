"""A till that is shut down in good order does not keep its coupons from the other tills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.application.ports.ledger import PARKED
from kiosk.application.sales.outcomes import MemberFound, Redemption, Visit
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from tests.simulation.world import SimTerminal, World

CLERK = Staff("s-102", "clerk", Role.CLERK)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path, 7)
    made.add("T1", "xinyi").engine.round()
    made.add("T2", "xinyi").engine.round()
    yield made
    made.close()


def visit_of(world: World, till: SimTerminal, number: int) -> Visit:
    member = [member for member in world.chain.members if member.home_store == "xinyi"][number]
    event = ScanEvent(member.card_no, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
    found = till.service.scan(till.service.new_visit(), event, CLERK)
    assert isinstance(found, MemberFound)
    priced = till.service.price(replace(found.visit, amount=120_000))
    assert priced.quote.lines
    return priced


def test_the_other_till_need_not_wait(world: World) -> None:
    first, second = world.terminals["T1"], world.terminals["T2"]
    visit = visit_of(world, second, 0)
    coupon = visit.quote.lines[0].coupon
    assert first.ledger.run(lambda tx: tx.right(coupon)) is not None
    first.engine.park()
    first.crash()
    sold = second.service.confirm(visit, CLERK)
    first.start()  # for the world to close it
    assert isinstance(sold, Redemption)
    second.engine.round()
    assert {row.coupon for row in world.hq.redemptions()} == {line.coupon for line in sold.sale.lines}
    assert world.hq.conflicts() == []
    assert world.hq.verify() == []


def test_a_parked_till_uses_no_right_before_it_has_met_hq(world: World) -> None:
    till = world.terminals["T1"]
    till.engine.park()
    till.crash()
    till.network.up = False
    till.start()
    till.engine.round()
    visit = visit_of(world, till, 0)
    unusable = [view for view in visit.coupons if view.refusal and view.refusal.code is RefusalCode.RIGHT_UNUSABLE]
    assert unusable, "told when it is scanned"
    asked = till.service.confirm(visit, CLERK)  # what is left may be accepted, and by a manager only
    assert isinstance(asked, ApprovalNeeded)
    assert asked.refusal.code is RefusalCode.RIGHT_UNUSABLE
    till.network.up = True
    till.engine.round()
    assert till.ledger.run(lambda tx: tx.meta(PARKED)) is None
    till.network.up = False
    sold = till.service.confirm(till.service.price(visit), CLERK)
    assert isinstance(sold, Redemption)


def test_what_went_elsewhere_meanwhile_is_known_before_rights_are_used_again(world: World) -> None:
    first, second = world.terminals["T1"], world.terminals["T2"]
    first.engine.park()
    first.crash()
    sold = second.service.confirm(visit_of(world, second, 0), CLERK)
    assert isinstance(sold, Redemption)
    second.engine.round()
    first.start()
    first.engine.round()
    held = first.ledger.run(lambda tx: tx.rights())
    assert not held.keys() & {line.coupon for line in sold.sale.lines}


def test_nothing_is_given_up_while_hq_is_out_of_reach(world: World) -> None:
    till = world.terminals["T1"]
    till.network.up = False
    till.client.token = None
    till.engine.round()
    before = till.ledger.head.seq
    till.engine.park()
    assert till.ledger.head.seq == before
    sold = till.service.confirm(visit_of(world, till, 0), CLERK)
    assert isinstance(sold, Redemption)
    assert sold.offline


def test_the_only_till_of_a_store_gives_nothing_up(tmp_path: Path) -> None:
    world = World(tmp_path, 8)
    try:
        till = world.add("T1", "xinyi")
        till.engine.round()
        till.engine.park()
        till.crash()
        till.network.up = False
        till.start()
        till.engine.round()
        sold = till.service.confirm(visit_of(world, till, 0), CLERK)
        assert isinstance(sold, Redemption)
        assert sold.offline
    finally:
        world.close()
