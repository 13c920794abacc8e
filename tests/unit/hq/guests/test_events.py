"""Events at HQ: published, with their lists, to the store's desks; what desks say comes back to them; closed, and
forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from sqlalchemy import update

from kiosk.domain.guests.attendance import Attendance
from kiosk.domain.guests.event import Event, Guest
from kiosk.domain.guests.facts import (
    EVENT_CHANGED,
    EVENT_MADE,
    GUEST_ADDED,
    GUEST_ANSWERED,
    GUEST_SIGNED_IN,
    GUEST_UNDONE,
    GUESTS_LISTED,
)
from kiosk.domain.guests.person import GuestPerson, canonical, commitment, commitment_of, person_from
from kiosk.domain.guests.report import report_of
from kiosk.domain.lists.guests import Guest as Row
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.time import instant, millis
from kiosk.domain.tokens import EventTicketClaims, ReadToken
from kiosk.hq.documents import brand as brands
from kiosk.hq.guests.tables import guest_kept
from kiosk.hq.guests_desk import tickets
from kiosk.hq.guests_desk.events import EventsFault
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.messages.gateways import Channel
from kiosk.hq.tokens import keys
from kiosk.protocol.rows import Brand
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader
from kiosk.protocol.wire.messages import GuestRecord, GuestsAnswer, GuestsRequest, GuestTextRecord
from tests.unit.hq.rig import NOON, Terminal, TestClock, put, words

GALA = {"id": "gala", "name": "晚宴", "starts": "2026-10-01 10:00", "ends": "2026-10-01 22:00", "place": "大倉"}
DAY = 86_400_000
SALT = bytes(range(32))


def published(hq: Headquarters, **more: Any) -> Event:
    return hq.events.publish("s1", GALA | more, "boss")


def brought(hq: Headquarters, *rows: Row, whole: bool = False) -> Any:
    return hq.events.take(hq.events.plan("gala", rows), "boss", whole=whole)


def row(name: str, phone: str = "", **more: Any) -> Row:
    return Row("", 1, name=name, phone=phone, **more)


def names(terminal: Terminal) -> dict[str, str]:
    return {one["id"]: one["name"] for one in terminal.rows("store/s1/guests").values()}


def came(guest: str, turn: int = 1, **more: Any) -> dict[str, Any]:
    return {"event": "gala", "guest": guest, "turn": turn, **more}


def test_an_event_and_its_list_go_to_the_stores_desks(hq: Headquarters) -> None:
    desk, elsewhere = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    event = published(hq)
    done = brought(hq, row("李小美", "+886912345678", vip=True, code="s"), row("王明", plus_ones=2))
    assert (done.new, done.changed, done.same, done.cancelled) == (2, 0, 0, 0)
    (told,) = desk.rows("store/s1/gatherings").values()
    assert msgspec.convert(told, Event, strict=False).tags[0].id == "vip"
    assert sorted(names(desk).values()) == ["李小美", "王明"]
    assert elsewhere.rows("store/s2/guests") == {}
    again = brought(hq, row("李小美", "+886912345678", code="s", table="5"), row("新人"), whole=True)
    assert (again.new, again.changed, again.cancelled) == (1, 1, 1)
    rows = {one["name"]: one for one in desk.rows("store/s1/guests").values()}
    assert (rows["李小美"]["seat"], rows["王明"]["standing"]) == ("5", "cancelled")
    assert event.zone == "Asia/Taipei"
    assert [(one.kept.event.id, one.guests) for one in hq.events.listed()] == [("gala", 3)]


def test_what_cannot_be_published(hq: Headquarters) -> None:
    for store, said, why in (
        ("nowhere", GALA, "no such store"),
        ("s1", GALA | {"starts": "soon"}, "starts"),
        ("s1", GALA | {"colour": "red"}, "colour"),
    ):
        with pytest.raises(EventsFault, match=why):
            hq.events.publish(store, said, "boss")
    published(hq)
    with pytest.raises(EventsFault, match="an event of s1"):
        hq.events.publish("s2", GALA, "boss")
    with pytest.raises(EventsFault, match="no such event"):
        hq.events.plan("else", [])


def test_a_list_that_is_stopped_keeps_what_was_taken(hq: Headquarters) -> None:
    published(hq)
    plan = hq.events.plan("gala", [row(f"甲{n}") for n in range(2_500)])
    done = hq.events.take(plan, "boss", progress=lambda done, total: (done, total) != (2_000, 2_500))
    assert (done.new, hq.events.listed()[0].guests) == (2_000, 2_000)
    rest = hq.events.plan("gala", [row(f"甲{n}") for n in range(2_500)])
    assert (len(rest.new), rest.same) == (500, 2_000)


def test_what_a_desk_says_comes_to_the_others_and_two_of_one_ticket_are_reported(
    hq: Headquarters, clock: TestClock
) -> None:
    one, other = Terminal.enrolled(hq, seed=1), Terminal.enrolled(hq, seed=2)
    published(hq)
    brought(hq, row("李小美"), row("王明"))
    guest, second = sorted(names(one))
    one.fact(GUEST_SIGNED_IN, came(guest, people=2))
    one.fact(GUEST_SIGNED_IN, came(second))
    one.push()
    told = other.rows("store/s1/attendance")
    assert [(word["device"], word["kind"]) for word in told[f"gala/{guest}"]["words"]] == [
        (one.device, "guest.signed_in")
    ]
    assert told[f"gala/{guest}"]["words"][0]["terminal"] != ""
    clock.now += 60_000
    other.fact(GUEST_SIGNED_IN, came(guest))  # it had not heard
    other.push()
    other.push()
    found = hq.events.attended("gala")
    assert (found.attendance.counts(hq.context.clock.now_ms()).arrived, len(found.doubles)) == (3, 1)
    assert {each.word.device for each in (found.doubles[0].first, *found.doubles[0].others)} == {
        one.device,
        other.device,
    }
    assert hq.check() == []
    hq.rebuild()
    assert len(hq.events.attended("gala").doubles) == 1
    (seen,) = hq.conflicts()
    assert (seen.what, seen.coupon, seen.count) == ("double", f"guest:gala/{guest}", 1)
    assert (seen.device, seen.winner_device, seen.at - seen.winner_at) == (other.device, one.device, 60_000)
    stamp = int(told[f"gala/{guest}"]["words"][0]["stamp"], 16)
    one.fact(GUEST_UNDONE, came(guest, 2, of=f"{one.device}/{stamp:x}", reason="twice"))
    one.push()
    assert hq.events.attended("gala").doubles == ()
    assert hq.conflicts() == []


def test_doubles_of_an_event_that_is_closed_are_closed(hq: Headquarters) -> None:
    one, other = Terminal.enrolled(hq, seed=1), Terminal.enrolled(hq, seed=2)
    published(hq)
    brought(hq, row("李小美"))
    (guest,) = names(one)
    for desk in (one, other):
        desk.fact(GUEST_SIGNED_IN, came(guest))
        desk.push()
    assert [found.closed_at for found in hq.conflicts()] == [None]
    hq.events.close("gala", "boss")
    assert hq.conflicts() == []
    assert [found.closed_at for found in hq.conflicts(closed=True)] == [hq.events.seen("gala").closed_at]


def test_a_terminal_that_is_undone_has_signed_nobody_in(hq: Headquarters) -> None:
    thief, desk = Terminal.enrolled(hq, seed=1), Terminal.enrolled(hq, seed=2)
    published(hq)
    brought(hq, row("李小美"))
    (guest,) = names(desk)
    thief.fact(GUEST_SIGNED_IN, came(guest))
    thief.fact(EVENT_MADE, made("fake", "Fake"))
    thief.push()
    assert set(desk.rows("store/s1/gatherings")) == {"gala", "fake"}
    hq.revoke_device(thief.device)
    assert hq.undo(thief.device)
    assert (desk.rows("store/s1/attendance"), set(desk.rows("store/s1/gatherings"))) == ({}, {"gala"})
    assert hq.events.attended("gala").attendance.counts(0).arrived == 0
    hq.put_back(thief.device)
    assert len(desk.rows("store/s1/attendance")) == 1


def test_what_an_undone_terminal_said_of_hqs_guests_is_as_hq_said(hq: Headquarters) -> None:
    thief, desk = Terminal.enrolled(hq, seed=1), Terminal.enrolled(hq, seed=2)
    published(hq)
    brought(hq, row("李小美"))
    (guest,) = names(desk)
    for name in (guest, "w-1"):
        person = GuestPerson("gala", name, "冒名")
        thief.fact(GUEST_ADDED, came(name, person=commitment(SALT, person)))
        thief.push()
        assert told(thief, record(person)).kept == (f"gala/{name}",)
    assert set(names(desk).values()) == {"冒名"}
    hq.revoke_device(thief.device)
    assert hq.undo(thief.device)
    assert names(desk) == {guest: "李小美"}


def made(event: str, name: str, **more: Any) -> dict[str, Any]:
    said = Event(event, words(name), NOON, instant(hq_end()), "Asia/Taipei", **more)
    return {"event": event, "definition": msgspec.to_builtins(said) | {"source": "local"}}


def hq_end() -> int:
    return millis(NOON) + 3_600_000


def test_an_event_made_at_a_desk_is_the_stores(hq: Headquarters) -> None:
    one, other = Terminal.enrolled(hq, seed=1), Terminal.enrolled(hq, seed=2)
    one.fact(EVENT_MADE, made("e-1", "Popup"))
    one.fact(EVENT_CHANGED, made("e-1", "Pop-up"))
    one.fact(EVENT_CHANGED, made("gala", "Stolen"))
    one.push()
    published(hq)
    assert {one["id"]: one["names"]["en"] for one in other.rows("store/s1/gatherings").values()} == {
        "e-1": "Pop-up",
        "gala": "晚宴",
    }
    one.fact(EVENT_MADE, made("gala", "Stolen"))
    one.push()
    assert other.rows("store/s1/gatherings")["gala"]["names"]["en"] == "晚宴"
    with pytest.raises(EventsFault, match="made at a desk"):
        hq.events.publish("s1", GALA | {"id": "e-1"}, "boss")


def told(terminal: Terminal, *records: GuestRecord, texts: Sequence[GuestTextRecord] = ()) -> GuestsAnswer:
    return terminal.ok("/v1/guests", GuestsRequest(guests=records, texts=tuple(texts)), GuestsAnswer)


def record(person: GuestPerson, **more: Any) -> GuestRecord:
    said = {"event": person.event, "guest": person.guest, "salt": SALT, "data": canonical(person)} | more
    return GuestRecord(**said)


def test_who_walked_in_is_told_behind_the_fact(hq: Headquarters) -> None:
    one, other = Terminal.enrolled(hq, seed=1), Terminal.enrolled(hq, seed=2)
    published(hq)
    person = person_from(Guest("gala", "w-1", "趙走入", phone="+886987654321"))
    assert told(one, record(person)).refused == {"gala/w-1": "unknown"}
    body = {"event": "gala", "guest": "w-1", "turn": 1, "seat": "9", "person": commitment(SALT, person)}
    one.fact(GUEST_ADDED, body)
    one.push()
    assert told(one, record(GuestPerson("gala", "w-1", "別人"))).refused == {"gala/w-1": "wrong"}
    assert told(one, record(person, salt=b"short")).refused == {"gala/w-1": "unreadable"}
    assert told(one, record(person)).kept == ("gala/w-1",)
    assert told(one, record(person)).kept == ("gala/w-1",)
    told_row = other.rows("store/s1/guests")["gala/w-1"]
    assert (told_row["name"], told_row["seat"], told_row["phone"]) == ("趙走入", "9", "+886987654321")
    assert told(Terminal.enrolled(hq, "s2"), record(person)).refused == {"gala/w-1": "over"}
    with hq.database.write() as tx:
        tx.execute(update(guest_kept).values(data=canonical(GuestPerson("gala", "w-1", "別人"))))
    assert [(flaw.what, flaw.where) for flaw in hq.verify()] == [("guest_wrong", "gala/w-1")]
    with hq.database.write() as tx:
        tx.execute(update(guest_kept).values(data=canonical(person)))


def test_of_two_stations_that_promised_one_place_the_later_guest_waits(hq: Headquarters) -> None:
    one, other = Terminal.enrolled(hq, seed=1), Terminal.enrolled(hq, seed=2)
    published(hq, quota=3, sign_up={"companions": 2})
    brought(hq, row("李小美"))
    for station, guest, turn, more in ((one, "s-1", 5, 1), (other, "s-2", 4, 0), (other, "s-3", 6, 0)):
        person = person_from(Guest("gala", guest, f"客{guest}"))
        station.fact(GUEST_ADDED, came(guest, turn, how="sign_up", plus_ones=more, person=commitment(SALT, person)))
        station.push()
        assert told(station, record(person)).kept == (f"gala/{guest}",)

    def standing() -> dict[str, str]:
        rows = one.rows("store/s1/guests")
        return {name: rows[f"gala/{name}"].get("standing", "expected") for name in ("s-1", "s-2", "s-3")}

    assert standing() == {"s-1": "expected", "s-2": "waiting", "s-3": "waiting"}
    published(hq, quota=9)  # what was decided stays: whoever waits is let in at the door
    other.fact(GUEST_ADDED, came("s-3", 7, how="sign_up", person=commitment(SALT, GuestPerson("gala", "s-3", "客s-3"))))
    other.push()
    assert standing()["s-3"] == "waiting"
    report = report_of(hq.events.seen("gala").event, *_came(hq), 0, ())
    assert (report.listed, report.walk_ins, report.waiting) == (2, 0, 2)
    assert hq.check() == []


def _came(hq: Headquarters) -> tuple[list[Guest], Attendance]:
    found = hq.events.attended("gala")
    return list(found.guests.values()), found.attendance


def test_a_list_that_a_desk_took_is_told_guest_by_guest_and_may_change(hq: Headquarters, clock: TestClock) -> None:
    one, other = Terminal.enrolled(hq, seed=1), Terminal.enrolled(hq, seed=2)
    published(hq)
    people = [person_from(Guest("gala", f"l-{n}", f"甲{n}")) for n in range(3)]
    added = [came(person.guest, how="import", seat="3", person=commitment(SALT, person)) for person in people]
    one.fact(GUESTS_LISTED, {"event": "gala", "list": "x", "guests": added[:2]})
    one.push()
    answer = told(one, *map(record, people))
    assert (answer.kept, answer.refused) == (("gala/l-0", "gala/l-1"), {"gala/l-2": "unknown"})
    assert other.rows("store/s1/guests")["gala/l-1"]["seat"] == "3"
    clock.now += 1_000
    newer = person_from(Guest("gala", "l-1", "甲乙", phone="+886912345678"))
    changed = came("l-1", 2, how="import", seat="4", person=commitment(SALT, newer))
    cancelled = came("l-0", 2, how="import", standing="cancelled", person=commitment(SALT, people[0]))
    one.fact(GUESTS_LISTED, {"event": "gala", "list": "y", "guests": [changed, cancelled]})
    one.push()
    assert other.rows("store/s1/guests")["gala/l-0"]["standing"] == "cancelled"
    assert told(one, record(newer), record(people[1])).kept == ("gala/l-1", "gala/l-1")
    row = other.rows("store/s1/guests")["gala/l-1"]
    assert (row["name"], row["seat"], row["phone"]) == ("甲乙", "4", "+886912345678")


def test_what_a_guest_wrote_is_kept_when_a_fact_commits_to_it(hq: Headquarters) -> None:
    desk = Terminal.enrolled(hq)
    published(hq)
    brought(hq, row("李小美"))
    (guest,) = names(desk)
    text = GuestTextRecord(event="gala", guest=guest, question="diet", salt=SALT, text="不吃牛")
    name = commitment_of(SALT, "不吃牛".encode())
    assert told(desk, texts=[text]).texts_refused == {name: "unknown"}
    desk.fact(GUEST_ANSWERED, came(guest, texts={"diet": name}))
    desk.push()
    assert told(desk, texts=[text]).texts_kept == (name,)


def test_a_closed_event_goes_from_terminals_and_its_guests_when_their_time_is_over(
    hq: Headquarters, clock: TestClock
) -> None:
    desk = Terminal.enrolled(hq)
    hq.events.publish("s1", GALA, "boss", 5)
    brought(hq, row("李小美", "+886912345678"))
    (guest,) = names(desk)
    desk.fact(GUEST_SIGNED_IN, came(guest))
    desk.push()
    hq.events.close("gala", "boss")
    for subject in ("gatherings", "guests", "attendance"):
        assert desk.rows(f"store/s1/{subject}") == {}
    desk.fact(GUEST_SIGNED_IN, came(guest, 2))
    desk.push()
    assert desk.rows("store/s1/attendance") == {}
    assert hq.events.attended("gala").name_of(guest) == "李小美"
    with pytest.raises(EventsFault, match="closed"):
        hq.events.close("gala", "boss")
    with pytest.raises(EventsFault, match="closed"):
        hq.events.plan("gala", [])
    published(hq)  # open again
    assert names(desk) == {guest: "李小美"}
    clock.now += 7 * DAY
    assert (hq.events.forget_due(), hq.events.forget_due()) == (1, 0)
    desk.open_session()
    assert (names(desk), hq.events.attended("gala").name_of(guest)) == ({}, guest)
    with pytest.raises(EventsFault, match="before"):
        published(hq)
    assert hq.events.attended("gala").attendance.counts(clock.now).arrived == 1


def test_a_member_who_is_erased_is_nobody_on_lists(hq: Headquarters) -> None:
    desk = Terminal.enrolled(hq)
    member = Member("m-9", "1", "李小美", "+886912345678", Tier.BASIC, Segment.NEW, 0, "s1", NOON)
    hq.publish([put("s1", "members", "m-9", member)])
    published(hq)
    brought(hq, row("李小美", "+886912345678", member="m-9", table="4"), row("王明"))
    assert [one["name"] for one in hq.registration.export("m-9")["events"]] == ["李小美"]
    hq.registration.erase("m-9", "asked", "boss")
    rows = {one["name"]: one for one in desk.rows("store/s1/guests").values()}
    assert set(rows) == {"", "王明"}
    assert (rows[""]["seat"], rows[""]["phone"], rows[""]["member"]) == ("4", "", "")


def test_tickets_are_signed_and_shown_on_phones(hq: Headquarters, clock: TestClock) -> None:
    published(hq)
    brought(hq, row("李小美", plus_ones=1, table="T3"), row("王明"))
    _, made_tickets = hq.events.tickets("gala")
    ticket = next(one for one in made_tickets if one.guest.name == "李小美")
    with hq.database.read() as tx:
        ring = KeyRing(trusted_key(one) for one in keys.key_rows(tx))
    found = TokenReader(ring).read(ticket.code, instant(clock.now))
    assert isinstance(found, ReadToken)
    claims = found.claims
    assert isinstance(claims, EventTicketClaims)
    assert (claims.event, claims.registration, claims.seat, claims.plus_ones) == ("gala", ticket.guest.id, "T3", 1)
    place = f"/t/{ticket.code}"
    page = hq.wire.handle("GET", place, {"accept-language": "en"}, b"")
    assert page.status == 200
    text = page.body.decode()
    assert all(part in text for part in ("晚宴", "大倉", "T3", "2026-10-01 10:00", "<svg"))
    assert "李小美" not in text
    assert hq.wire.handle("GET", "/t/KT1:NONSENSE", {}, b"").status == 404
    brought(hq, row("王明"), whole=True)
    assert hq.wire.handle("GET", place, {}, b"").status == 410
    clock.now += 3 * DAY
    assert hq.wire.handle("GET", place, {}, b"").status == 410


def test_tickets_go_out_once_to_each(hq: Headquarters) -> None:
    published(hq)
    brought(hq, row("李小美", email="li@example.org"), row("王明", "+886912345678"))
    with pytest.raises(EventsFault, match="--pages"):
        hq.events.send_tickets("gala", "zh_TW")
    with hq.database.write() as tx:
        brands.put(hq.context, tx, Brand(words("Shop"), pages="https://hq.example.org/p/"))
    with pytest.raises(EventsFault, match="gateway"):
        hq.events.send_tickets("gala", "zh_TW")
    hq.messages.set_gateway(
        Channel.MAIL, {"host": "127.0.0.1", "sender": "shop@example.org", "tls": "none"}, None, "boss"
    )
    done = hq.events.send_tickets("gala", "zh_TW")
    assert (done.sent, done.nowhere) == (1, 1)
    hq.events.send_tickets("gala", "zh_TW")
    assert len(hq.messages.letters()) == 1
    hq.events.send_tickets("gala", "zh_TW", again=True)
    assert len(hq.messages.letters()) == 2
    assert tickets.link("https://hq.example.org/p/", "KT1:A B").startswith("https://hq.example.org/t/KT1:A%20B")


def test_guests_are_forgotten_while_hq_runs(hq: Headquarters, clock: TestClock) -> None:
    desk = Terminal.enrolled(hq)
    hq.events.publish("s1", GALA, "boss", 5)
    brought(hq, row("李小美", "+886912345678"))
    by_itself = hq.events.clock()
    by_itself.once()
    assert list(names(desk).values()) == ["李小美"]
    clock.now = hq.events.seen("gala").until - 1
    by_itself.once()
    assert hq.events.seen("gala").forgotten_at is None
    clock.now += 1
    by_itself.once()
    desk.open_session()
    assert (names(desk), hq.events.seen("gala").forgotten_at) == ({}, clock.now)
