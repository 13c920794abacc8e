"""A volunteer signs guests in, and does nothing else."""

from __future__ import annotations

import pytest

from kiosk.application.guests.outcomes import WalkIn
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.channels import Channel
from kiosk.domain.guests.event import Guest
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from tests.shared.desk import MANAGER, VOLUNTEER, EventDesk, gala, kinds, refusal

WORDS = ("guest.withdrawn", "guest.blocked", "guest.unblocked")
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
    assert refusal(desk.service.withdraw_guest("gala", "g-1", HELPER)) == "not_permitted"
    assert refusal(desk.service.make_event(gala(id="mine"), HELPER)) == "not_permitted"


@pytest.mark.parametrize(("who", "may"), [(HELPER, ()), (VOLUNTEER, ("guest.withdrawn",)), (MANAGER, WORDS)])
def test_nobody_undoes_a_word_that_they_could_not_say(who: Staff, may: tuple[str, ...]) -> None:
    desk = EventDesk()
    desk.has_event(gala(), Guest("gala", "g-1", "王明"))
    desk.service.withdraw_guest("gala", "g-1", MANAGER)
    desk.service.block_guest("gala", "g-1", "x", MANAGER)
    desk.service.unblock_guest("gala", "g-1", Approval("s-2", "張志豪"), MANAGER)
    undone = []
    for kind in WORDS:
        (fact,) = desk.facts(kind)
        done = desk.service.undo_guest("gala", f"{desk.device}/{fact.hlc:x}", "other", who)
        undone += [] if isinstance(done, Refusal) else [kind]
    assert tuple(undone) == may
