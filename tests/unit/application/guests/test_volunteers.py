"""A volunteer signs guests in, and does nothing else."""

from __future__ import annotations

from kiosk.application.guests.outcomes import WalkIn
from kiosk.domain.channels import Channel
from kiosk.domain.guests.event import Guest
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from tests.shared.desk import EventDesk, gala, kinds, refusal

HELPER = Staff("s-7", "高小如", Role.VOLUNTEER, Channel.EVENT)


def test_what_is_done_at_the_door() -> None:
    desk = EventDesk()
    desk.has_event(gala(exits=True), Guest("gala", "g-1", "王明", plus_ones=1), Guest("gala", "g-2", "李美"))
    came = desk.comes("g-1", actor=HELPER)
    assert came.kind is VerdictKind.WELCOME
    assert desk.service.arrive_plus_one("gala", "g-1", HELPER).kind is VerdictKind.WELCOME
    assert desk.service.leave_guest("gala", "g-1", HELPER).kind is VerdictKind.GOODBYE
    assert not isinstance(desk.service.seat_guest("gala", "g-2", "T3", HELPER), Refusal)
    assert not isinstance(desk.service.undo_guest("gala", came.ref, "twice", HELPER), Refusal)
    added = desk.service.add_guest("gala", WalkIn("新人"), HELPER)
    assert not isinstance(added, Refusal)
    assert kinds(added) == [VerdictKind.WELCOME]


def test_what_is_not() -> None:
    desk = EventDesk()
    desk.has_event(gala(), Guest("gala", "g-1", "王明"))
    desk.comes("g-1", actor=HELPER)
    again = desk.comes("g-1", actor=HELPER, despite=("already_in",))
    assert again.refusal == Refusal(RefusalCode.NOT_PERMITTED)
    assert refusal(desk.service.block_guest("gala", "g-1", "x", HELPER)) == "not_permitted"
    assert refusal(desk.service.make_event(gala(id="mine"), HELPER)) == "not_permitted"
