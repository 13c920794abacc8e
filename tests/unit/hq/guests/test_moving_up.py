"""Whoever gives a place up frees it for who waits: HQ decides, by the order in which they signed up, and writes to them
once; what was undone is as it was while places are left."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from kiosk.domain.guests.event import Guest
from kiosk.domain.guests.facts import GUEST_ADDED, GUEST_SIGNED_IN, GUEST_UNDONE, GUEST_WITHDRAWN
from kiosk.domain.guests.person import GuestPerson, canonical, commitment, person_from
from kiosk.domain.journal.facts import decode
from kiosk.domain.lists.guests import Guest as Row
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.store.people import message
from kiosk.protocol.wire.messages import GuestRecord, GuestsAnswer, GuestsRequest
from tests.unit.hq.registration.people import join, somebody
from tests.unit.hq.rig import Terminal, TestClock

TEA = {"id": "tea", "name": {"zh_TW": "茶會", "zh_CN": "茶会", "en": "Tea"}, "starts": "2026-10-02 10:00",
       "ends": "2026-10-02 22:00", "quota": 3, "waiting_list": True, "sign_up": {"companions": 2}}  # fmt: skip
SALT = bytes(range(32))
SMS = {"url": "http://127.0.0.1:9/", "json": {"to": "{to}"}, "quiet": None}
DAY = 86_400_000


class Tea:
    """An event, and a station at which guests sign up and give up."""

    def __init__(self, hq: Headquarters, **more: Any) -> None:
        self.hq = hq
        self.station = Terminal.enrolled(hq)
        self.by_itself = hq.events.clock()
        self.publish(**more)
        self.turn = 0

    def publish(self, **more: Any) -> None:
        self.hq.events.publish("s1", TEA | more, "boss")
        self.by_itself.once()

    def says(self, kind: str, guest: str, **more: Any) -> str:
        """A word; by which others name it."""
        self.turn += 1
        seq = self.station.fact(kind, {"event": "tea", "guest": guest, "turn": self.turn, **more})
        self.station.push()
        self.by_itself.once()
        return f"{self.station.device}/{decode(self.station.chain[seq - 1][0]).hlc:x}"

    def signs_up(self, guest: str, name: str = "", phone: str = "", **more: Any) -> None:
        person = person_from(Guest("tea", guest, name or f"客{guest}", phone=phone, codes=(f"W{guest}",)))
        self.says(GUEST_ADDED, guest, how="sign_up", person=commitment(SALT, person), **more)
        self.tells(person)

    def tells(self, person: GuestPerson) -> None:
        record = GuestRecord(event="tea", guest=person.guest, salt=SALT, data=canonical(person))
        asked = GuestsRequest(guests=(record,), texts=())
        assert self.station.ok("/v1/guests", asked, GuestsAnswer).kept == (f"tea/{person.guest}",)
        self.by_itself.once()

    def standing(self) -> dict[str, str]:
        rows = self.station.rows("store/s1/guests").values()
        return {one["id"]: one.get("standing", "expected") for one in rows if one["id"][:2] != "LL"}

    def letters(self) -> list[tuple[str, str, str]]:
        with self.hq.database.read() as tx:
            rows = tx.execute(select(message).where(message.c.kind == "place").order_by(message.c.at)).all()
        return [(row.channel, row.recipient, msgspec.json.decode(row.words)["event"]) for row in rows]


@pytest.fixture
def tea(hq: Headquarters) -> Tea:
    """Three places; somebody with a companion and somebody alone have them, two wait."""
    tea = Tea(hq)
    tea.signs_up("a", plus_ones=1)
    tea.signs_up("b")
    tea.signs_up("c", phone="+886912000003", language="en")
    tea.signs_up("d", phone="+886912000004")
    assert tea.standing() == {"a": "expected", "b": "expected", "c": "waiting", "d": "waiting"}
    return tea


def sms(hq: Headquarters) -> None:
    hq.messages.set_gateway(Channel.SMS, SMS, None, "ann")


def test_places_that_were_given_up_are_those_who_wait_in_turn(tea: Tea) -> None:
    sms(tea.hq)
    word = tea.says(GUEST_WITHDRAWN, "b")
    assert tea.standing() == {"a": "expected", "b": "cancelled", "c": "expected", "d": "waiting"}
    assert tea.letters() == [("sms", "+886912000003", "Tea")]
    tea.says(GUEST_UNDONE, "b", of=word, reason="other")
    assert tea.standing()["b"] == "waiting"  # the place is somebody else's by now
    tea.says(GUEST_WITHDRAWN, "a")
    assert tea.standing() == {"a": "cancelled", "b": "expected", "c": "expected", "d": "expected"}
    assert tea.letters() == [("sms", "+886912000003", "Tea"), ("sms", "+886912000004", "茶會")]
    fresh = tea.hq.events.clock()  # HQ was started anew
    fresh.once()
    assert (len(tea.letters()), sorted(tea.standing().values())) == (2, ["cancelled", *["expected"] * 3])
    assert tea.hq.check() == []


def test_a_larger_quota_is_theirs_and_a_smaller_one_takes_nothing_away(tea: Tea) -> None:
    tea.publish(quota=4)
    assert [tea.standing()[name] for name in "cd"] == ["expected", "waiting"]
    tea.publish(quota=1)
    assert [tea.standing()[name] for name in "abcd"] == ["expected", "expected", "expected", "waiting"]


def test_once_the_doors_are_open_they_decide(tea: Tea, clock: TestClock) -> None:
    clock.now += DAY
    tea.station.open_session()
    tea.says(GUEST_WITHDRAWN, "a")
    assert tea.standing() == {"a": "cancelled", "b": "expected", "c": "waiting", "d": "waiting"}


def test_whom_a_list_names_again_still_does_not_come(tea: Tea) -> None:
    tea.publish(quota=4)
    rows = [Row("", 1, name="李小美", phone="+886912345678")]
    tea.hq.events.take(tea.hq.events.plan("tea", rows), "boss")
    tea.by_itself.once()
    (listed,) = set(tea.standing()) - set("abcd")
    word = tea.says(GUEST_WITHDRAWN, listed)
    assert tea.standing()[listed] == "cancelled"
    tea.hq.events.take(tea.hq.events.plan("tea", rows), "boss")
    tea.by_itself.once()
    assert tea.standing()[listed] == "cancelled"
    tea.publish(quota=9)
    tea.says(GUEST_UNDONE, listed, of=word, reason="other")
    assert set(tea.standing().values()) == {"expected"}


def test_who_is_let_in_without_a_place_has_taken_one(tea: Tea) -> None:
    tea.says(GUEST_SIGNED_IN, "d", people=1, despite=["waiting_list"])
    tea.says(GUEST_WITHDRAWN, "b")
    assert [tea.standing()[name] for name in "cd"] == ["waiting", "waiting"]
    tea.says(GUEST_WITHDRAWN, "a")
    assert [tea.standing()[name] for name in "cd"] == ["expected", "waiting"]


def test_a_member_is_written_to_as_they_agreed(hq: Headquarters) -> None:
    tea = Tea(hq, quota=1)
    sms(hq)
    join(tea.station, somebody("m1", "陳美麗", "+886912000001", language="zh_CN"))
    tea.signs_up("a")
    tea.signs_up("b", member="m1")
    tea.says(GUEST_WITHDRAWN, "a")
    assert tea.letters() == [("sms", "+886912000001", "茶会")]


def test_who_is_erased_waits_no_longer_and_takes_no_place_back(hq: Headquarters) -> None:
    tea = Tea(hq, quota=1)
    join(tea.station, somebody("m1"))
    tea.signs_up("a", member="m1")
    tea.signs_up("b", member="m1")
    tea.says(GUEST_WITHDRAWN, "a")
    tea.signs_up("c", member="m1")
    assert tea.standing() == {"a": "cancelled", "b": "expected", "c": "waiting"}
    hq.registration.erase("m1", "asked", "ann")
    tea.by_itself.once()
    assert tea.standing() == {"a": "cancelled", "b": "expected", "c": "cancelled"}


def test_who_was_added_by_mistake_is_on_no_list(tea: Tea) -> None:
    word = tea.says(GUEST_ADDED, "w", how="walk_in", person=commitment(SALT, GuestPerson("tea", "w", "錯")))
    tea.tells(GuestPerson("tea", "w", "錯"))
    assert tea.standing()["w"] == "expected"
    tea.says(GUEST_UNDONE, "w", of=word, reason="other")
    assert "w" not in tea.standing()
