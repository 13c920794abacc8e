"""Somebody alone at a station: signing up for an event, and saying how it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.application.guests.visitor_outcomes import Gathering, Place, SignUpAsked
from kiosk.application.sales.outcomes import MemberFound, Visit
from kiosk.domain.channels import Channel
from kiosk.domain.guests.event import Choice, Event, Guest, Question, QuestionKind, Session, SignUp, Standing
from kiosk.domain.guests.facts import AddedBody, AnsweredBody
from kiosk.domain.guests.opinion import IN_WORDS, RECOMMEND
from kiosk.domain.guests.verdict import VerdictKind
from kiosk.domain.refusals import Refusal
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.staff.actors import Customer
from tests.shared.desk import MANAGER, NAMES, VOLUNTEER, EventDesk, at, gala, refusal
from tests.shared.till import member

ME = Customer()
TOMORROW = "2026-03-11"
MEAL = Question("meal", QuestionKind.CHOICE, NAMES, (Choice("veg", NAMES), Choice("beef", NAMES)), required=True)


@pytest.fixture
def station() -> Iterator[EventDesk]:
    """It is noon; an event goes on, and another is tomorrow: three places, one of them taken."""
    station = EventDesk(name="Station 1")
    station.has_members(member("m-1", name="陳美麗", card_no="20000006"))
    station.has_event(
        gala(), Guest("gala", "g-1", "陳美麗", member="m-1"), Guest("gala", "g-2", "李大同", codes=("x-2",))
    )
    station.has_event(tea(), Guest("tea", "t-1", "林先到", phone="+886912000001"))
    yield station
    station.close()


def tea(**changes: object) -> Event:
    opens = {"starts": at("10:00", TOMORROW), "ends": at("18:00", TOMORROW), "quota": 3, "sign_up": SignUp(1)}
    return gala(id="tea", **(opens | changes))


def offered(station: EventDesk) -> list[Gathering]:
    """What nobody in particular can sign up for."""
    return [one for one in station.service.gatherings(None) if one.open]


def visit(station: EventDesk, code: str = "20000006") -> Visit:
    scan = ScanEvent(code, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)
    found = station.service.scan(station.service.new_visit(Channel.SELF_SERVICE), scan, ME)
    assert isinstance(found, MemberFound)
    return found.visit


def signs_up(station: EventDesk, **fields: object) -> Gathering:
    done = station.service.sign_up("tea", asked(station, **fields), ME)
    assert isinstance(done, Gathering), done
    return done


def asked(station: EventDesk, **fields: object) -> SignUpAsked:
    given = {"id": station.service.new_sign_up(), "name": "新客", "phone": "0912 345 678"} | fields
    return SignUpAsked(**given)  # type: ignore[arg-type]


def test_somebody_signs_up_and_it_is_sure_when_hq_says_so(station: EventDesk) -> None:
    (shown,) = offered(station)
    assert (shown.event.id, shown.left, shown.open, shown.place) == ("tea", 2, True, Place.NONE)
    done = signs_up(station, companions=1)
    assert (done.place, done.people, done.code[:1]) == (Place.PROVISIONAL, 2, "W")
    there = station.reference.guests.guest("tea", done.guest)
    assert there is not None
    assert (there.name, there.phone, there.standing) == ("新客", "+886912345678", Standing.EXPECTED)
    assert offered(station) == []
    station.put("store/N01/guests", f"tea/{done.guest}", there)
    sure = station.service.place_at("tea", done.guest)
    assert isinstance(sure, Gathering)
    assert sure.place is Place.SURE
    waits = Guest("tea", done.guest, "新客", standing=Standing.WAITING)
    station.put("store/N01/guests", f"tea/{done.guest}", waits)
    later = station.service.place_at("tea", done.guest)
    assert isinstance(later, Gathering)
    assert later.place is Place.WAITING


def test_two_presses_and_the_same_person_again_are_one(station: EventDesk) -> None:
    first = asked(station)
    once, twice = (station.service.sign_up("tea", first, ME) for _ in range(2))
    assert isinstance(once, Gathering)
    assert isinstance(twice, Gathering)
    assert (once.guest, once.code) == (twice.guest, twice.code)
    again = signs_up(station, name="新　客", phone="+886912345678")
    assert (again.guest, again.code) == (first.id, "")
    assert signs_up(station, name="弟弟").guest != first.id  # one phone, somebody else
    assert station.says().count("guest.added") == 2


def test_a_member_signs_up_without_typing_and_finds_it_again(station: EventDesk) -> None:
    done = signs_up(station, member="m-1", name="", phone="")
    there = station.reference.guests.guest("tea", done.guest)
    assert there is not None
    assert (there.name, there.member) == ("陳美麗", "m-1")
    found = {one.event.id: one for one in station.service.gatherings(visit(station))}
    assert (found["tea"].place, found["tea"].code) == (Place.PROVISIONAL, "")  # a card proves nothing
    assert signs_up(station, member="m-1", name="", phone="").guest == done.guest


def test_where_no_place_is_left_one_waits_or_is_told(station: EventDesk) -> None:
    assert refusal(station.service.sign_up("tea", asked(station, companions=2), ME)) == "event_full"
    signs_up(station, companions=1)
    assert refusal(station.service.sign_up("tea", asked(station, name="晚來", phone=""), ME)) == "event_full"
    station.has_event(tea(waiting_list=True))
    late = signs_up(station, name="晚來", phone="")
    assert late.place is Place.WAITING
    part = Session("am", NAMES, at("10:00", TOMORROW), at("12:00", TOMORROW), 1)
    station.has_event(tea(quota=0, sessions=(part,)), Guest("tea", "t-9", "甲", sessions=("am",)))
    assert refusal(station.service.sign_up("tea", asked(station, name="乙", sessions=("am",)), ME)) == "event_full"
    assert signs_up(station, name="乙").place is Place.PROVISIONAL


def test_who_signed_up_gives_the_place_up_and_may_sign_up_anew(station: EventDesk) -> None:
    station.has_event(tea(quota=2))
    done = signs_up(station)
    assert (done.key, offered(station)) == (done.code, [])
    for key in ("", "W123"):
        assert refusal(station.service.give_up("tea", done.guest, key, ME)) == "guest_unknown"
    for _twice in range(2):
        gone = station.service.give_up("tea", done.guest, done.key, ME)
        assert isinstance(gone, Gathering)
        assert (gone.place, gone.guest, gone.key, gone.left) == (Place.NONE, "", "", 1)
    assert station.says().count("guest.withdrawn") == 1
    again = signs_up(station)
    assert (again.guest != done.guest, again.place) == (True, Place.PROVISIONAL)
    shown = station.service.ticket_shown(ScanEvent(done.code, Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
    assert shown is not None
    assert (shown.guest, shown.place) == ("", Place.NONE)
    station.clock.advance(24 * 3_600_000)
    assert station.reads(done.code, "tea").kind == VerdictKind.CANCELLED
    assert station.reads("0912345678", "tea", typed=True).kind == VerdictKind.WELCOME  # the newer of both


def test_a_place_that_hq_has_not_heard_of_is_kept_for_who_waits(station: EventDesk) -> None:
    station.has_event(tea(quota=2, waiting_list=True), Guest("tea", "t-2", "候補", standing=Standing.WAITING))
    done = signs_up(station)
    station.put("store/N01/guests", f"tea/{done.guest}", station.reference.guests.guest("tea", done.guest))
    assert isinstance(station.service.give_up("tea", done.guest, done.key, ME), Gathering)
    assert offered(station)[0].left == 0
    assert signs_up(station, name="晚來", phone="").place is Place.WAITING
    counts = station.service.counts("tea")
    assert not isinstance(counts, Refusal)
    assert (counts.expected, counts.free, counts.waiting) == (1, 1, 2)


def test_a_card_gives_nothing_up_and_who_came_does_not(station: EventDesk) -> None:
    done = signs_up(station, member="m-1", name="", phone="")
    assert [one.key for one in station.service.gatherings(visit(station))] == ["", ""]
    station.clock.advance(24 * 3_600_000)
    station.comes(done.guest, "tea")
    assert refusal(station.service.give_up("tea", done.guest, done.key, ME)) == "guest_came"
    for who in (VOLUNTEER, MANAGER):
        assert refusal(station.service.withdraw_guest("tea", done.guest, who)) == "guest_came"


def test_what_has_to_be_answered_is(station: EventDesk) -> None:
    sign = Question("sign", QuestionKind.SIGNATURE, NAMES, required=True)
    station.has_event(tea(questions=(MEAL, sign)))
    (shown,) = offered(station)
    assert [one.id for one in shown.questions] == ["meal"]
    for answers in ({}, {"meal": "fish"}):
        assert refusal(station.service.sign_up("tea", asked(station, answers=answers), ME)) == "answer_bad"
    done = signs_up(station, answers={"meal": "veg"})
    words = station.ledger.run(lambda tx: tx.words_of("tea", done.guest))
    assert [type(one.said) for one in words] == [AddedBody, AnsweredBody]


@pytest.mark.parametrize(
    ("fields", "why"),
    [({"name": "\t"}, "name_bad"), ({"phone": "12"}, "phone_bad"), ({"sessions": ("pm",)}, "guest_unknown"),
     ({"id": ""}, "guest_unknown"), ({"companions": -1}, "event_full")],
)  # fmt: skip
def test_who_cannot_be_taken_leaves_nothing(station: EventDesk, fields: dict[str, object], why: str) -> None:
    assert refusal(station.service.sign_up("tea", asked(station, **fields), ME)) == why
    assert station.says() == []


def test_nobody_signs_up_for_what_is_by_invitation_or_over(station: EventDesk) -> None:
    assert refusal(station.service.sign_up("gala", asked(station), ME)) == "walk_ins_closed"
    station.clock.advance(48 * 3_600_000)
    assert refusal(station.service.sign_up("tea", asked(station), ME)) == "walk_ins_closed"
    assert refusal(station.service.sign_up("else", asked(station), ME)) == "event_unknown"
    assert offered(station) == []


def test_who_came_is_asked_and_the_last_answer_counts(station: EventDesk) -> None:
    mine = visit(station)
    assert [one.event.id for one in station.service.gatherings(mine)] == ["gala", "tea"]
    assert not station.service.gatherings(mine)[0].came
    station.comes("g-1")
    first = station.service.gatherings(mine)[0]
    assert (first.event.id, first.came, first.asks, first.said) == ("gala", True, True, False)
    assert station.service.say_opinion("gala", "g-1", 3, "太擠", ME) is None
    assert station.service.say_opinion("gala", "g-1", 9, "", ME) is None
    last = station.service.gatherings(mine)[0]
    assert (last.event.id, last.said) == ("gala", True)
    said = [one.said for one in station.ledger.run(lambda tx: tx.words_of("gala", "g-1"))]
    scores = [(one.answers[RECOMMEND], bool(one.texts[IN_WORDS])) for one in said if isinstance(one, AnsweredBody)]
    assert scores == [("3", True), ("9", False)]
    (text,) = station.ledger.run(lambda tx: tx.texts_untold(9))
    assert (text.question, text.text) == (IN_WORDS, "太擠")


def test_a_ticket_held_up_is_its_guests(station: EventDesk) -> None:
    assert [one.event.id for one in station.service.gatherings(None) if one.asks and not one.guest] == ["gala"]
    for text in ("x-2", station.ticket("g-2")):
        shown = station.service.ticket_shown(ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, None, 0.0))
        assert shown is not None
        assert (shown.guest, shown.asks) == ("g-2", True)
    for text in ("x-3", "", "x" * 400, station.ticket("g-9"), station.ticket("g-2", event="else")):
        assert station.service.ticket_shown(ScanEvent(text, Symbology.QR, ScanSource.CAMERA, None, None, 0.0)) is None


def test_what_is_no_opinion_is_not_taken(station: EventDesk) -> None:
    for guest, score in (("g-1", 11), ("g-1", -1), ("g-9", 5)):
        assert isinstance(station.service.say_opinion("gala", guest, score, "", ME), Refusal)
    assert refusal(station.service.say_opinion("tea", "t-1", 5, "", ME)) == "guest_unknown"  # it has not begun
    assert station.says() == []
