"""Guests' photographs at a desk: what HQ told, and what desks said of them, the newest word counts."""

from __future__ import annotations

from kiosk.domain.guests.event import PhotoWall
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.time import instant
from kiosk.protocol.rows import PhotoMarkRow, PhotoRow
from tests.shared.desk import MANAGER, VOLUNTEER, EventDesk, gala

AUDITOR = Staff("s-9", "周怡", Role.AUDITOR)


def told(desk: EventDesk, photo: str, votes: int = 0, shown: bool | None = None, stamp: str = "") -> None:
    row = PhotoRow("gala", photo, "王*明", instant(desk.clock.now), b"\xff\xd8")
    desk.put("store/N01/photos", f"gala/{photo}", row)
    mark = PhotoMarkRow("gala", photo, votes, shown, stamp, "hq" if stamp else "")
    desk.put("store/N01/photo_marks", f"gala/{photo}", mark)


def state(desk: EventDesk) -> dict[str, tuple[bool | None, int]]:
    return {one.photo: (one.shown, one.votes) for one in desk.service.photos("gala")}


def opened(**how: str) -> EventDesk:
    desk = EventDesk(**how)  # type: ignore[arg-type]
    desk.has_event(gala(photos=PhotoWall()))
    return desk


def test_a_word_at_one_desk_is_known_at_another_without_hq() -> None:
    one, other = opened(), opened(device="d-2", name="Door 2")
    for desk in (one, other):
        told(desk, "p1", 3)
        told(desk, "p2")
    assert state(one) == {"p1": (None, 3), "p2": (None, 0)}
    done = one.service.judge_photo("gala", "p1", VOLUNTEER, shown=True)
    assert done is not None
    assert state(one)["p1"] == (True, 3)
    one.meets(other)
    assert state(other)["p1"] == (True, 3)
    other.clock.advance(60_000)
    other.service.judge_photo("gala", "p1", MANAGER, shown=False)
    one.meets(other)
    assert state(one)["p1"] == state(other)["p1"] == (False, 3)
    assert one.service.picture("gala", "p1") == b"\xff\xd8"
    assert one.service.picture("gala", "p9") == b""


def test_the_newest_word_counts_whoever_said_it() -> None:
    desk = opened()
    told(desk, "p1")
    desk.service.judge_photo("gala", "p1", VOLUNTEER, shown=True)
    stamp = desk.ledger.run(lambda tx: tx.last_stamp())
    told(desk, "p1", 1, shown=False, stamp=f"{stamp - 1:x}")
    assert state(desk)["p1"] == (True, 1)
    told(desk, "p1", 1, shown=False, stamp=f"{stamp + 1:x}")
    assert state(desk)["p1"] == (False, 1)


def test_who_may_not_say_and_what_is_gone() -> None:
    desk = opened()
    told(desk, "p1")
    before = desk.ledger.run(lambda tx: tx.last_stamp())
    assert desk.service.judge_photo("gala", "p1", AUDITOR, shown=True) == Refusal(RefusalCode.NOT_PERMITTED)
    assert desk.service.judge_photo("gala", "p9", VOLUNTEER, shown=True) is None
    desk.service.judge_photo("gala", "p1", VOLUNTEER, shown=True)
    once = desk.ledger.run(lambda tx: tx.last_stamp())
    assert once > before
    desk.service.judge_photo("gala", "p1", VOLUNTEER, shown=True)
    assert desk.ledger.run(lambda tx: tx.last_stamp()) == once
    desk.put("store/N01/photos", "gala/p1", None)
    assert state(desk) == {}
