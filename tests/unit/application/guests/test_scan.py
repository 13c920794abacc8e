"""Whatever is scanned or typed at a desk gets one verdict; who may come in is in, durably, with the same answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.application.guests.outcomes import Verdict
from kiosk.domain.guests.event import Entry, Guest, Session, Standing
from kiosk.domain.guests.verdict import VerdictKind as V
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Customer
from kiosk.domain.tokens import Assurance, CouponClaims, EventTicketClaims, MemberPassClaims, SigningKey
from kiosk.protocol.tokens.codec import sign_token
from tests.shared.desk import MANAGER, NAMES, VOLUNTEER, EventDesk, at, gala, kinds
from tests.unit.application.guests.conftest import CARD


def test_a_ticket_lets_in_once_and_says_who_and_where_and_when(desk: EventDesk) -> None:
    ticket = desk.ticket("g-2", plus_ones=2)
    first, second = desk.reads(ticket), desk.reads(ticket)
    assert kinds(first, second) == [V.WELCOME, V.ALREADY_IN]
    assert first.guest is not None
    assert (first.guest.name, first.guest.tags, first.guest.more, first.people) == ("李大同", ("vip",), 2, 1)
    assert second.first is not None
    assert (second.first.desk, second.first.by, second.first.here) == ("Door 1", "s-1", True)
    assert (second.first.at, second.first.ref, second.sets_aside) == (first.at, first.ref, "already_in")
    assert desk.says() == ["guest.signed_in", "guest.refused"]


def test_a_secret_of_another_system_a_phone_a_card_a_pass_and_a_typed_name(desk: EventDesk) -> None:
    assert desk.reads(" secret-1 ").kind is V.WELCOME
    assert desk.reads("0912-000-003", typed=True).kind is V.WELCOME
    assert desk.reads(CARD).kind is V.ALREADY_IN
    shown = desk.code(MemberPassClaims, member="m-1", assurance=Assurance.POSSESSION)
    assert desk.reads(shown).kind is V.ALREADY_IN
    named = desk.reads("李大", typed=True)
    assert (named.kind, [one.id for one in named.choices]) == (V.CHOOSE, ["g-2"])


def test_a_member_who_is_known_by_the_phone_of_the_list(desk: EventDesk) -> None:
    shown = desk.code(MemberPassClaims, member="m-2", assurance=Assurance.POSSESSION)
    found = desk.reads(shown)
    assert found.guest is not None
    assert (found.kind, found.guest.id) == (V.WELCOME, "g-1")


def test_a_member_who_is_not_on_the_list(desk: EventDesk) -> None:
    desk.put("store/N01/guests", "gala/g-1", None)
    found = desk.reads(desk.code(MemberPassClaims, member="m-2", assurance=Assurance.POSSESSION))
    assert (found.kind, found.member, found.named, found.phone) == (V.NOT_ON_LIST, "m-2", "王*明", "")
    added = desk.walks_in("", member=found.member)
    assert added.guest is not None
    assert (added.kind, added.guest.name, added.guest.masked_phone) == (V.WELCOME, "王小明", "0912***001")


def test_one_phone_of_two_guests_asks_who_it_is(desk: EventDesk) -> None:
    found = desk.reads("+886 912 000 002", typed=True)
    assert (found.kind, {one.id for one in found.choices}) == (V.CHOOSE, {"g-2", "g-5"})
    assert desk.says() == []


@pytest.mark.parametrize("text", ["", "KT1", "https://shop.example/x", "4710088430014", "KT1:ABC", "\x00\x1d" * 50])
def test_what_is_no_ticket_lets_nobody_in(desk: EventDesk, text: str) -> None:
    found = desk.reads(text)
    assert found.kind in (V.UNREADABLE, V.NOT_ON_LIST, V.FORGED)
    assert (found.ref, desk.says()) == ("", ["guest.refused"])


def test_a_forged_ticket(desk: EventDesk) -> None:
    now = desk.context.now()
    claims = EventTicketClaims(
        issuer="HQ", key_id=b"\xaa", issued=now, expires=now + timedelta(days=1), event="gala", registration="g-1"
    )
    forged = desk.reads(sign_token(claims, SigningKey(b"\xaa", bytes([7]) * 32)))
    assert forged.kind is V.FORGED
    assert forged.refusal is not None
    assert desk.reads(desk.code(CouponClaims, id="c-1", template="own")).kind is V.UNREADABLE


def test_a_ticket_of_another_event_and_one_of_yesterday(desk: EventDesk) -> None:
    assert desk.reads(desk.ticket("x", "unknown")).kind is V.WRONG_EVENT
    desk.has_event(gala(id="party", starts=at("19:00"), ends=at("23:00")))
    other = desk.reads(desk.ticket("x", "party"))
    assert (other.kind, other.other_event is not None) == (V.WRONG_EVENT, True)
    day = timedelta(days=1)
    desk.has_event(gala(id="before", starts=at("10:00") - day, ends=at("18:00") - day))
    before = desk.reads(desk.ticket("x", "before"))
    assert (before.kind, before.since) == (V.NOT_TODAY, at("10:00") - day)
    now = desk.context.now()
    run_out = EventTicketClaims(
        issuer="HQ", key_id=b"\xaa", issued=now - 2 * day, expires=now - day, event="gala", registration="g-1"
    )
    late = desk.reads(sign_token(run_out, SigningKey(b"\xaa", bytes(32))))
    assert (late.kind, late.until) == (V.NOT_TODAY, now - day)


def test_a_signed_ticket_that_is_not_on_the_list_is_added_as_the_same_guest(desk: EventDesk) -> None:
    found = desk.reads(desk.ticket("g-late"))
    assert (found.kind, found.walk_in) == (V.NOT_ON_LIST, "g-late")
    added = desk.walks_in("何晚到", id=found.walk_in)
    assert added.kind is V.WELCOME
    assert desk.reads(desk.ticket("g-late")).kind is V.ALREADY_IN


def test_doors_open_early_and_close_late_by_hqs_clock(desk: EventDesk) -> None:
    desk.has_event(gala(starts=at("14:00"), early_minutes=60))
    before = desk.reads("secret-1")
    assert (before.kind, before.since) == (V.NOT_TODAY, at("13:00"))
    desk.wall("2026-03-10 13:05")
    assert desk.reads("secret-1").kind is V.WELCOME
    desk.wall("2026-03-10 19:30")
    assert desk.reads("secret-2").kind is V.NOT_TODAY


def test_a_desk_an_hour_behind_goes_by_what_hq_said_of_its_clock() -> None:
    hour = timedelta(hours=1)
    desk = EventDesk(wrong_by=-6 * hour)
    desk.has_event(gala(early_minutes=0), Guest("gala", "g-1", "王小明", codes=("secret-1",)))
    assert desk.reads("secret-1").kind is V.NOT_TODAY
    status = replace(desk.context.sync_status(), clock_off_ms=6 * 3_600_000)
    desk.context = replace(desk.context, sync_status=lambda: status)
    desk.service = type(desk.service)(desk.context)
    assert desk.reads("secret-1").kind is V.WELCOME
    desk.close()


def test_sessions_of_the_day(desk: EventDesk) -> None:
    day = timedelta(days=1)
    sessions = (
        Session("am", NAMES, at("10:00"), at("12:30")),
        Session("pm", NAMES, at("14:00"), at("17:00"), quota=1),
        Session("next", NAMES, at("10:00") + day, at("12:00") + day),
    )
    own = [Guest("gala", f"s-{n}", "趙一", codes=(f"s{n}",), sessions=of) for n, of in
           enumerate([("am",), ("pm",), ("next",), (), ()])]  # fmt: skip
    desk.has_event(gala(sessions=sessions, early_minutes=30), *own)
    assert desk.reads("s0").session == "am"
    elsewhere = desk.reads("s1", session="am")
    assert (elsewhere.kind, elsewhere.right_session, elsewhere.since) == (V.NOT_THIS_SESSION, "pm", at("14:00"))
    assert desk.reads("s2").kind is V.NOT_TODAY
    assert desk.reads("s2", session="am").kind is V.NOT_TODAY
    desk.wall("2026-03-10 14:10")
    assert kinds(desk.reads("s3", session="pm"), desk.reads("s3", session="am")) == [V.WELCOME, V.NOT_THIS_SESSION]
    assert desk.reads("s1", session="pm").kind is V.WELCOME, "who has a place has it"
    full = desk.reads("s4", session="pm")
    assert (full.kind, full.free) == (V.FULL, -1)
    assert desk.comes("s-4", session="pm", despite=["full"]).kind is V.WELCOME


@pytest.mark.parametrize(("guest", "kind", "manager"), [("g-4", V.WAITING_LIST, False), ("g-5", V.CANCELLED, True)])
def test_who_has_no_place_is_let_in_by_a_person(desk: EventDesk, guest: str, kind: V, *, manager: bool) -> None:
    said = desk.comes(guest)
    assert (said.kind, said.manager) == (kind, manager)
    assert desk.comes(guest, despite=[said.sets_aside]).kind is (kind if manager else V.WELCOME)
    if manager:
        assert desk.comes(guest, despite=[said.sets_aside], actor=MANAGER).kind is V.WELCOME
    assert [fact.body["despite"] for fact in desk.facts("guest.signed_in")] == [[said.sets_aside]]


def test_places_that_are_left_are_those_nobody_expects_to_take(desk: EventDesk) -> None:
    desk.has_event(gala(quota=6, waiting_list=True))  # three are expected, one with two companions
    waiting = desk.comes("g-4")
    assert (waiting.kind, waiting.free) == (V.WAITING_LIST, 1)
    assert desk.comes("g-4", despite=["waiting_list"]).kind is V.WELCOME
    counts = desk.service.counts("gala")
    assert getattr(counts, "free", None) == 0


def test_once_a_day_and_as_often_as_they_come(desk: EventDesk) -> None:
    days = {"starts": at("10:00"), "ends": at("18:00", "2026-03-12")}
    desk.has_event(gala(entry=Entry.ONCE_A_DAY, **days))
    assert kinds(desk.reads("secret-1"), desk.reads("secret-1")) == [V.WELCOME, V.ALREADY_IN]
    desk.wall("2026-03-11 12:00")
    assert kinds(desk.reads("secret-1"), desk.reads("secret-1")) == [V.WELCOME, V.ALREADY_IN]
    desk.has_event(gala(entry=Entry.MANY, **days))
    again = desk.reads("secret-1")
    assert (again.kind, again.entries) == (V.WELCOME, 5 - 1 - 1)


def test_a_customer_signs_themselves_in_and_sets_nothing_aside(desk: EventDesk) -> None:
    assert desk.reads("secret-1", actor=Customer()).kind is V.WELCOME
    assert desk.comes("g-4", despite=["waiting_list"], actor=Customer()).refusal is not None
    assert desk.reads("secret-1", event="nowhere").kind is V.WRONG_EVENT
    assert desk.comes("nobody").kind is V.NOT_ON_LIST


def test_a_blocked_guest_is_called_about(desk: EventDesk) -> None:
    desk.has_event(gala(), Guest("gala", "b", "高黑", codes=("b",), standing=Standing.BLOCKED, reason="鬧事"))
    said = desk.reads("b")
    assert (said.kind, said.reason, said.manager) == (V.BLOCKED, "鬧事", True)
    assert desk.comes("b", despite=["blocked"]).kind is V.BLOCKED


def test_two_codes_in_one_picture(desk: EventDesk) -> None:
    def sees(text: str, at_s: float) -> Verdict:
        scan = ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, int(at_s * 10), at_s)
        said = desk.service.scan_guest("gala", scan, VOLUNTEER)
        assert isinstance(said, Verdict)
        return said

    first = sees(desk.ticket("g-1"), 10.0)
    assert sees("secret-1", 10.1) == first, "two codes of one guest are one scan"
    other = sees("secret-2", 10.1)
    assert (other.kind, [one.id for one in other.choices]) == (V.CHOOSE, ["g-2"]), "a person says whether they come too"
    assert desk.says() == ["guest.signed_in"]
    assert sees("secret-2", 11.0).kind is V.WELCOME
    assert sees("secret-2", 11.1).kind is V.ALREADY_IN, "the same code again is scanned again"
    assert sees("secret-1", 12.0).kind is V.ALREADY_IN


def test_who_shows_a_pass_is_the_member_whatever_the_list_says(desk: EventDesk) -> None:
    assert desk.reads(desk.code(MemberPassClaims, member="m-2", assurance=Assurance.POSSESSION)).kind is V.WELCOME
    assert [fact.body["member"] for fact in desk.facts("event.attended")] == ["m-2"]
