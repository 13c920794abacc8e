"""Events between HQ and its desks, over real HTTP with HQ's own code: lists and words come, who walked in goes there
behind the facts, and is forgotten here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kiosk.application.guests.outcomes import Verdict, WalkIn
from kiosk.domain.channels import Channel
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.lists.guests import Guest as Row
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.time import instant
from tests.integration.terminal.local_hq import Exchange, LocalHq
from tests.shared.file_bytes import decrypted
from tests.simulation.world import SimTerminal, World

VOLUNTEER = Staff("s-1", "林怡君", Role.CLERK, Channel.EVENT)
NAME, PHONE = "極罕見名", "0987654321"


def publish(world: World, **more: Any) -> None:
    now = instant(world.hq.context.clock.now_ms())
    said = {"id": "gala", "name": "晚宴", "starts": now - timedelta(hours=1), "ends": now + timedelta(hours=9)}
    world.hq.events.publish("xinyi", said | more, "boss")
    rows = [Row("", 1, name="李小美", code="pretix-secret"), Row("", 2, name="王明")]
    world.hq.events.take(world.hq.events.plan("gala", rows), "boss")


def guest(till: SimTerminal, name: str) -> str:
    (row,) = till.service.find_guests("gala", name).rows
    return row.id


def walks_in(till: SimTerminal) -> Verdict:
    done = till.service.add_guest("gala", WalkIn(NAME, phone=PHONE), VOLUNTEER)
    assert isinstance(done, Verdict), done
    assert done.kind is VerdictKind.WELCOME
    return done


def persons(till: SimTerminal) -> list[str]:
    return [one.guest for one in till.ledger.run(lambda tx: tx.kept_guests("gala"))]


def test_desks_agree_through_hq(world: World, hq: LocalHq, till: SimTerminal, enrolled: Callable[..., Any]) -> None:
    other = enrolled("XY02")
    publish(world)
    for one in (till, other):
        one.engine.round()
    li = guest(till, "李")
    assert till.service.sign_in_guest("gala", li, VOLUNTEER).kind is VerdictKind.WELCOME
    till.engine.round()
    other.engine.round()
    again = other.service.sign_in_guest("gala", li, VOLUNTEER)
    assert again.kind is VerdictKind.ALREADY_IN
    assert again.first is not None
    assert again.first.desk == "XY01"
    walks_in(till)
    till.engine.round()
    assert ("POST", "/v1/guests", 200) in hq.seen
    other.engine.round()
    assert other.service.find_guests("gala", "極罕").rows[0].people_in == 1
    till.engine.round()
    # HQ's row is here, and nothing of the person is kept beside it
    assert persons(till) == []
    assert NAME.encode() not in decrypted(till.path, till.key)
    assert till.service.find_guests("gala", "極罕").total == 1
    counts = world.hq.events.attended("gala").attendance.counts(0)
    assert (counts.guests, counts.walk_ins) == (2, 1)


def test_an_answer_that_is_lost_is_asked_for_again(world: World, hq: LocalHq, till: SimTerminal) -> None:
    publish(world)
    till.engine.round()
    walks_in(till)

    def cut(exchange: Exchange) -> None:
        exchange.hand_over()
        exchange.close_connection = True

    hq.play("/v1/guests", cut)
    for _ in range(4):
        world.pass_time(400_000)
        till.engine.round()
    assert persons(till) == []
    assert len(world.hq.events.attended("gala").guests) == 3


def test_nothing_of_a_guest_is_pushed(world: World, hq: LocalHq, till: SimTerminal) -> None:
    publish(world)
    till.engine.round()
    walks_in(till)
    raw = b"".join(bytes(row[1]) for row in till.ledger.run(lambda tx: tx.facts_after(1, 0, 1000)))
    assert b"guest.added" in raw
    assert NAME.encode() not in raw
    assert PHONE[1:].encode() not in raw


def test_a_terminal_that_is_no_desk_is_told_nobody(world: World, hq: LocalHq, till: SimTerminal) -> None:
    publish(world)
    till.engine.round()
    assert len(till.reference.guests.guests("gala")) == 2
    till.engine._at_events = lambda: False
    till.engine.round()
    assert till.reference.guests.guests("gala") == []
    assert till.reference.guests.event("gala") is not None  # events are for all: a kiosk may sign people up
    till.engine._at_events = lambda: True
    till.engine.round()
    assert len(till.reference.guests.guests("gala")) == 2


def test_an_event_that_hq_closed_is_gone_from_desks(world: World, hq: LocalHq, till: SimTerminal) -> None:
    publish(world)
    till.engine.round()
    walks_in(till)
    till.engine.round()
    world.hq.events.close("gala", "boss")
    for _ in range(2):
        world.pass_time(4_000_000)
        till.engine.round()
    assert till.reference.guests.guests("gala") == []
    assert persons(till) == []
