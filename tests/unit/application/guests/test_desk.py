"""What a desk does beside scanning: companions, groups, walk-ins, undo, answers, seats, blocks, badges, events made on
the spot."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.adapters.db import guest_people
from kiosk.application.guests.outcomes import CountsView, GuestView, Undone, WalkIn
from kiosk.application.registration.outcomes import NewMember, Referrer
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.documents.badge import Badge
from kiosk.domain.documents.paper import BADGE
from kiosk.domain.documents.printers import Language, Printer, PrintSetup
from kiosk.domain.guests.event import (
    Choice,
    Guest,
    Mask,
    Question,
    QuestionKind,
    Seats,
    Session,
    Source,
    Standing,
    Zone,
)
from kiosk.domain.guests.stage_names import stage_name
from kiosk.domain.guests.verdict import VerdictKind as V
from kiosk.domain.refusals import Refusal
from kiosk.domain.registration.referral import How
from kiosk.domain.staff.actors import Customer
from kiosk.domain.texts import LocalText
from tests.shared.desk import MANAGER, NAMES, VOLUNTEER, EventDesk, at, gala, kinds, refusal
from tests.shared.newcomers import YES
from tests.shared.till import CLERK
from tests.unit.application.guests.conftest import LIST

RULES = """
experiences:
  - {id: tea, name: NAME, value: 100}
events:
  - {id: open-day, name: NAME}
draws:
  - {id: evening, name: NAME, at: "20:00", prizes: [{code: a, name: NAME, count: 1, value: 10}]}
rules:
  - id: came
    name: NAME
    when: {event: attended, ref: open-day}
    limits: [{most: 1, per: [member]}]
    give: [{experience: tea}, {tickets: evening}]
"""


# -- in and out --------------------------------------------------------------------------------------------------------


def test_companions_come_later_and_no_more_than_were_announced(desk: EventDesk) -> None:
    service = desk.service
    assert kinds(desk.comes("g-2", people=1), service.arrive_plus_one("gala", "g-2", VOLUNTEER)) == [V.WELCOME] * 2
    assert service.arrive_plus_one("gala", "g-2", VOLUNTEER).kind is V.WELCOME
    more = service.arrive_plus_one("gala", "g-2", VOLUNTEER)
    assert (more.kind, more.free) == (V.FULL, 0)
    assert service.arrive_plus_one("gala", "g-2", VOLUNTEER, despite=["full"]).kind is V.WELCOME
    view = service.guest("gala", "g-2")
    assert isinstance(view, GuestView)
    assert (view.people_in, view.came, view.more) == (4, 4, 0)
    first = service.arrive_plus_one("gala", "g-3", VOLUNTEER, despite=["full"])
    assert (first.kind, first.people) == (V.WELCOME, 2), "who has not come yet comes along"
    crowd = desk.comes("g-1", people=2)
    assert (crowd.kind, crowd.free, desk.comes("g-1", people=2, despite=["full"]).kind) == (V.FULL, 1, V.WELCOME)


def test_a_group_comes_in_together_and_each_is_judged(desk: EventDesk) -> None:
    desk.comes("g-1")
    said = desk.service.sign_in_group("gala", ["g-1", "g-2", "g-3", "g-4", "nobody", "g-2"], VOLUNTEER)
    assert kinds(*said) == [V.ALREADY_IN, V.WELCOME, V.WELCOME, V.WAITING_LIST]


def test_out_and_in_again(desk: EventDesk) -> None:
    service = desk.service
    assert service.leave_guest("gala", "g-2", VOLUNTEER).kind is V.NOT_INSIDE
    desk.comes("g-2", people=3)
    assert service.leave_guest("gala", "g-2", VOLUNTEER, people=1).kind is V.GOODBYE
    assert desk.comes("g-2").kind is V.ALREADY_IN
    assert service.arrive_plus_one("gala", "g-2", VOLUNTEER).kind is V.WELCOME, "the one who went out"
    assert desk.reads("secret-2", leaving=True).people == 3
    again = desk.reads("secret-2")
    assert (again.kind, again.entries) == (V.WELCOME, 2)
    counts = desk.service.counts("gala")
    assert not isinstance(counts, Refusal)
    assert (counts.came, counts.inside, counts.expected) == (3, 1, 5)


def test_undone_with_a_reason(desk: EventDesk) -> None:
    service, said = desk.service, desk.comes("g-1")
    assert refusal(service.undo_guest("gala", said.ref, " ", VOLUNTEER)) == "reason_missing"
    assert refusal(service.undo_guest("gala", "d-9/1", "twice", VOLUNTEER)) == "word_gone"
    assert refusal(service.undo_guest("gala", said.ref, "twice", Customer())) == "not_permitted"
    assert isinstance(service.undo_guest("gala", said.ref, "wrong_guest", VOLUNTEER), Undone)
    assert refusal(service.undo_guest("gala", said.ref, "wrong_guest", VOLUNTEER)) == "word_gone"
    (arrival,) = service.arrivals("gala")
    assert (arrival.undone, arrival.name, arrival.stage_name) == (True, "王小明", "王*明")
    assert desk.comes("g-1").kind is V.WELCOME


def test_blocked_until_a_manager_says_otherwise(desk: EventDesk) -> None:
    service = desk.service
    view = service.block_guest("gala", "g-1", "鬧事", VOLUNTEER)
    assert isinstance(view, GuestView)
    assert (view.standing, view.reason) == ("blocked", "鬧事")
    said = desk.comes("g-1")
    assert (said.kind, said.reason, said.manager) == (V.BLOCKED, "鬧事", True)
    assert desk.comes("g-1", despite=["blocked"], approval=Approval("s-2", "張志豪")).kind is V.WELCOME
    (fact,) = desk.facts("guest.signed_in")
    assert (fact.body["despite"], fact.body["approved_by"]) == (["blocked"], "s-2")
    service.unblock_guest("gala", "g-1", Approval("s-2", "張志豪"), VOLUNTEER)
    assert desk.comes("g-1").kind is V.ALREADY_IN


# -- members -----------------------------------------------------------------------------------------------------------


def test_a_member_gets_vouchers_and_tickets_once_and_sees_them(desk: EventDesk) -> None:
    desk.publishes(RULES)
    desk.has_event(gala(campaign="test", campaign_event="open-day", zones=(Zone("bar", NAMES),), exits=True))
    given = desk.comes("g-3", actor=CLERK).given  # whose channel elsewhere is the checkout
    assert [(str(one.kind), one.ref) for one in given] == [("experience", "tea"), ("tickets", "evening")]
    desk.service.leave_guest("gala", "g-3", VOLUNTEER)
    assert desk.comes("g-3").given == ()
    assert desk.comes("g-3", zone="bar").kind is V.WELCOME
    bodies = [fact.body for fact in desk.facts("event.attended")]
    assert [(one["ref"], one["channel"], one.get("part")) for one in bodies] == [
        ("open-day", "event", None), ("open-day", "event", "bar"),
    ]  # fmt: skip
    desk.agrees()


def test_a_walk_in_with_a_referrer_becomes_a_member_in_the_same_step(desk: EventDesk) -> None:
    desk.publishes(RULES)
    desk.has_event(gala(campaign="test", campaign_event="open-day"))
    new = NewMember("", "", YES, registration="0" * 31 + "7")
    walk_in: dict[str, Any] = {"phone": "0922333444", "referrer": Referrer("m-1", "王*明", How.CARD), "register": new}
    said = desk.walks_in("李新", **walk_in)
    assert said.kind is V.WELCOME
    assert said.guest is not None
    assert (said.guest.member, said.guest.how, len(said.given)) == (new.registration, "member", 2)
    assert said.referral is not None
    registered, added, _in, attended = (
        desk.facts("member.registered")[0], desk.facts("guest.added")[0], *desk.facts("guest.signed_in"),
        desk.facts("event.attended")[0],
    )  # fmt: skip
    assert registered.body["other"] == added.body["referrer"] == "m-1"
    assert attended.body["member"] == added.body["member"] == new.registration
    assert registered.body["channel"] == "event"
    again = desk.walks_in("李新", **walk_in)
    assert (again.kind, again.choices[0].id) == (V.CHOOSE, said.guest.id)


# -- walk-ins ----------------------------------------------------------------------------------------------------------


def test_a_walk_in_is_on_the_list_and_no_fact_says_who_it_is(desk: EventDesk) -> None:
    said = desk.walks_in("何走進", phone="0933444555", plus_ones=1, people=2, tags=("vip", "nope"), id="w-1")
    assert said.guest is not None
    assert (said.kind, said.guest.people_in, said.guest.tags, said.guest.how) == (V.WELCOME, 2, ("vip",), "walk_in")
    text = str([fact.body for fact in desk.facts()])
    assert "何走進" not in text
    assert "933444555" not in text
    assert desk.walks_in("何走進", id="w-1").kind is V.ALREADY_IN, "two presses are one"
    assert [row.id for row in desk.service.find_guests("gala", "何走").rows] == ["w-1"]
    badge = desk.service.guest_badge("gala", "w-1", "小何")
    assert isinstance(badge, Badge)
    assert (badge.name, badge.vip) == ("小何", True)
    assert desk.reads(badge.code).kind is V.ALREADY_IN, "the badge's code is theirs"
    undone = desk.service.undo_guest("gala", _ref(desk, "guest.added"), "wrong_guest", VOLUNTEER)
    assert isinstance(undone, Undone)
    assert undone.removed
    assert desk.service.find_guests("gala", "何走").rows == ()


def _ref(desk: EventDesk, kind: str) -> str:
    return f"{desk.device}/{desk.facts(kind)[-1].hlc:x}"


def test_a_walk_in_with_the_phone_of_a_guest_may_be_that_guest(desk: EventDesk) -> None:
    said = desk.walks_in("王小明", phone="0912000001")
    assert (said.kind, [one.id for one in said.choices]) == (V.CHOOSE, ["g-1"])
    assert desk.walks_in("王太太", phone="0912000001", despite=("choose",)).kind is V.WELCOME


@pytest.mark.parametrize(
    ("walk_in", "code"),
    [
        (WalkIn(""), "name_bad"),
        (WalkIn("0912345678"), "name_bad"),
        (WalkIn("王一", phone="12"), "phone_bad"),
        (WalkIn("王一", plus_ones=100), "guest_unknown"),
        (WalkIn("王一", id="x" * 65), "guest_unknown"),
        (WalkIn("王一", answers={"nope": "1"}), "answer_bad"),
    ],
)
def test_what_is_no_walk_in(desk: EventDesk, walk_in: WalkIn, code: str) -> None:
    assert refusal(desk.service.add_guest("gala", walk_in, VOLUNTEER)) == code
    assert desk.says() == []


def test_walk_ins_where_there_is_no_place_and_where_nobody_is_added(desk: EventDesk) -> None:
    desk.has_event(gala(quota=5))
    assert refusal(desk.service.add_guest("gala", WalkIn("王一"), VOLUNTEER)) == "event_full"
    assert desk.walks_in("王一", despite=("full",)).kind is V.WELCOME
    waits = desk.walks_in("王二", waiting=True)
    assert (waits.kind, waits.guest.standing if waits.guest else "") == (V.WAITING_LIST, "waiting")
    desk.has_event(gala(walk_ins=False))
    assert refusal(desk.service.add_guest("gala", WalkIn("王三"), VOLUNTEER)) == "walk_ins_closed"
    assert refusal(desk.service.add_guest("gala", WalkIn("王三"), Customer())) == "not_permitted"
    assert refusal(desk.service.add_guest("nowhere", WalkIn("王三"), VOLUNTEER)) == "event_unknown"


# -- answers, seats ----------------------------------------------------------------------------------------------------

QUESTIONS = (
    Question("food", QuestionKind.CHOICE, NAMES, (Choice("veg", NAMES), Choice("fish", NAMES)), required=True),
    Question("photo", QuestionKind.CONSENT, NAMES, required=True),
    Question("bus", QuestionKind.YES_NO, NAMES),
    Question("born", QuestionKind.DATE, NAMES),
    Question("note", QuestionKind.TEXT, NAMES),
    Question("sign", QuestionKind.SIGNATURE, NAMES),
)


def test_questions_come_before_entry_and_what_is_written_lies_beside_the_facts(desk: EventDesk) -> None:
    desk.has_event(gala(questions=QUESTIONS))
    said = desk.comes("g-1")
    assert (said.kind, len(said.questions)) == (V.ANSWER_FIRST, 6)
    answers = {"food": "veg", "photo": "yes", "note": " 靠窗 ", "born": "1990-02-03", "sign": "M0,0L9,9"}
    view = desk.service.answer_guest("gala", "g-1", answers, Customer())
    assert isinstance(view, GuestView)
    assert len(view.unanswered) == 1
    (fact,) = desk.facts("guest.answered")
    assert fact.body["answers"] == {"food": "veg", "photo": "yes"}
    assert set(fact.body["texts"]) == {"note", "born", "sign"}
    kept = {one.question: one.text for one in desk.ledger.run(lambda tx: tx.kept_texts("gala", "g-1"))}
    assert kept == {"note": "靠窗", "born": "1990-02-03", "sign": "M0,0L9,9"}
    assert desk.comes("g-1").kind is V.WELCOME


def test_what_a_guest_answered_is_shown_at_every_desk_as_far_as_it_is_there(desk: EventDesk) -> None:
    other, listed = (
        EventDesk("d-2", "Door 2"),
        Guest("gala", "g-1", "王小明", answers=(("bus", "是"), ("note", "靠走道"))),
    )
    for one in (desk, other):
        one.has_event(gala(questions=QUESTIONS), listed)
    answers = {"food": "veg", "photo": "yes", "born": "1990-02-03", "sign": "M0,0L9,9"}
    assert isinstance(desk.service.answer_guest("gala", "g-1", answers, Customer()), GuestView)
    texts = desk.ledger.run(lambda tx: tx.kept_texts("gala", "g-1"))
    desk.meets(other)
    shown = {"food": "veg", "photo": "yes", "bus": "yes", "note": "靠走道", "sign": ""}
    assert answered(other) == shown | {"born": ""}  # as HQ tells of it, without what was written
    guest_people.take_texts(other.ledger, [one for one in texts if one.question != "sign"])
    assert answered(desk) == answered(other) == shown | {"born": "1990-02-03"}
    other.close()


def test_who_does_not_come_is_expected_at_no_desk_that_has_heard_of_it(desk: EventDesk) -> None:
    other, event = EventDesk("d-2", "Door 2"), gala(quota=9)
    for one in (desk, other):
        one.has_event(event, *LIST, Guest("gala", "g-7", "趙七"))
    before = counted(desk)
    assert isinstance(desk.service.withdraw_guest("gala", "g-2", VOLUNTEER), GuestView)
    assert desk.service.withdraw_guest("gala", "g-2", VOLUNTEER) == desk.service.guest("gala", "g-2")
    assert len(desk.facts("guest.withdrawn")) == 1
    assert other.comes("g-7").kind is V.WELCOME  # while the first desk hears that they do not come
    desk.service.withdraw_guest("gala", "g-7", VOLUNTEER)
    desk.meets(other)
    after = counted(desk)
    assert after == counted(other)
    assert (before.expected - after.expected, after.came) == (4, 1)
    assert (before.free, after.free) == (9 - before.expected, 9 - after.expected - 1), (
        "who came all the same has a place"
    )
    assert other.comes("g-2").kind is V.CANCELLED
    hqs = Guest("gala", "g-2", "李大同", plus_ones=2, standing=Standing.CANCELLED)
    for one in (desk, other):
        one.put("store/N01/guests", "gala/g-2", hqs)  # HQ has heard of it, too
    assert counted(desk) == counted(other) == after
    other.close()


def counted(desk: EventDesk) -> CountsView:
    counts = desk.service.counts("gala")
    assert isinstance(counts, CountsView)
    return replace(counts, by_desk=())


def answered(desk: EventDesk) -> dict[str, str]:
    view = desk.service.guest("gala", "g-1")
    assert isinstance(view, GuestView)
    return dict(view.answers)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("food", "beef"), ("photo", "no"), ("bus", "perhaps"), ("born", "31.2.1990"), ("note", " "), ("sign", "")],
)
def test_what_is_no_answer(desk: EventDesk, question: str, answer: str) -> None:
    desk.has_event(gala(questions=QUESTIONS))
    found = desk.service.answer_guest("gala", "g-1", {"food": "veg", question: answer}, VOLUNTEER)
    assert refusal(found) == "answer_bad"
    assert desk.says() == []


def test_seats(desk: EventDesk) -> None:
    desk.has_event(gala(seats=Seats.TABLES))
    view = desk.service.seat_guest("gala", "g-1", " 7桌 ", VOLUNTEER)
    assert isinstance(view, GuestView)
    assert (view.seat, desk.comes("g-1").guest) != ("3", None)
    assert refusal(desk.service.seat_guest("gala", "g-1", "x" * 41, VOLUNTEER)) == "seat_bad"
    badge = desk.service.guest_badge("gala", "g-1")
    assert isinstance(badge, Badge)
    assert (badge.seat, badge.name, badge.code) == ("7桌", "王*明", "secret-1")


def test_a_seat_is_one_guests_and_a_table_of_many(desk: EventDesk) -> None:
    desk.has_event(gala(seats=Seats.TABLES))
    assert isinstance(desk.service.seat_guest("gala", "g-2", "3", VOLUNTEER), GuestView)
    desk.has_event(gala(seats=Seats.SEATS))
    taken = desk.service.seat_guest("gala", "g-3", "3", VOLUNTEER)
    assert refusal(taken) == "seat_taken"
    for guest in ("g-1", "g-2"):
        assert isinstance(desk.service.seat_guest("gala", guest, f"new {guest}", VOLUNTEER), GuestView)
    assert isinstance(desk.service.seat_guest("gala", "g-3", "3", VOLUNTEER), GuestView)
    moved = desk.service.seat_guest("gala", "g-1", "3", VOLUNTEER)
    assert isinstance(moved, Refusal)
    assert moved.args == {"name": "陳美麗"}


def test_labels_that_are_left(desk: EventDesk) -> None:
    assert desk.service.labels_left() is None
    labels = Printer("p-1", "Labels", Language.ZPL, "tcp://127.0.0.1:9100", BADGE.name, labels=42)
    desk.service.set_up_printing(PrintSetup(printers=(labels,)), "s-2")
    state = desk.service.desk_state("gala")
    assert not isinstance(state, Refusal)
    assert (state.labels_left, desk.service.labels_left()) == (42, 42)


# -- events ------------------------------------------------------------------------------------------------------------


def test_an_event_made_on_the_spot(desk: EventDesk) -> None:
    made = desk.service.make_event(gala(id="", source=Source.HQ), VOLUNTEER)
    assert not isinstance(made, Refusal)
    assert (made.event.source, made.today, made.over) == (Source.LOCAL, True, False)
    assert desk.walks_in("王一", event=made.event.id).kind is V.WELCOME
    changed = desk.service.make_event(replace(made.event, exits=True), VOLUNTEER)
    assert not isinstance(changed, Refusal)
    assert desk.says().count("event.changed") == 1
    assert refusal(desk.service.make_event(gala(), VOLUNTEER)) == "event_others"
    assert [view.event.id for view in desk.service.events()] == sorted(["gala", made.event.id])


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"id": "a/b"}, "id"),
        ({"names": LocalText("", "", "")}, "name"),
        ({"ends": at("09:00")}, "times"),
        ({"zone": "Asia/Nowhere"}, "zone"),
        ({"sessions": (Session("a", NAMES, at("11:00"), at("11:00")),)}, "session"),
        ({"questions": (Question("q", QuestionKind.CHOICE, NAMES),)}, "question"),
        ({"quota": -1}, "quota"),
        ({"zones": (Zone("a", NAMES), Zone("a", NAMES))}, "twice"),
    ],
)
def test_what_is_no_event(desk: EventDesk, wrong: dict[str, object], problem: str) -> None:
    found = desk.service.make_event(gala(**({"id": "new"} | wrong)), VOLUNTEER)
    assert isinstance(found, Refusal)
    assert (str(found.code), found.args) == ("event_bad", {"other": problem})


def test_events_of_today_come_first(desk: EventDesk) -> None:
    day = timedelta(days=1)
    desk.has_event(gala(id="before", starts=at("10:00") - day, ends=at("18:00") - day))
    desk.has_event(gala(id="after", starts=at("10:00") + day, ends=at("18:00") + day))
    assert [(one.event.id, one.today, one.over) for one in desk.service.events()] == [
        ("gala", True, False), ("after", False, False), ("before", False, True),
    ]  # fmt: skip
    view = desk.service.open_event("gala", "nope", "nope")
    assert not isinstance(view, Refusal)
    assert (view.session, view.zone, view.counts.guests_expected, view.counts.waiting) == ("", "", 3, 1)
    assert refusal(desk.service.open_event("nowhere")) == "event_unknown"


@pytest.mark.parametrize(
    ("mask", "shown"),
    [(Mask.FULL, "歐陽小明"), (Mask.MASKED, "歐**明"), (Mask.FAMILY, "歐陽"), (Mask.NONE, "")],
)
def test_names_before_the_room(mask: Mask, shown: str) -> None:
    assert stage_name("歐陽小明", mask) == shown
    assert stage_name("Ann Lee", Mask.FAMILY) == "Lee"
    assert stage_name("", Mask.FAMILY) == ""


def test_a_guest_of_a_list_that_came_again_keeps_what_a_desk_said(desk: EventDesk) -> None:
    desk.comes("g-1")
    desk.has_event(gala(), Guest("gala", "g-1", "王小明", company="新公司"))
    view = desk.service.guest("gala", "g-1")
    assert isinstance(view, GuestView)
    assert (view.company, view.people_in) == ("新公司", 1)
    assert refusal(desk.service.guest("gala", "nobody")) == "guest_unknown"


def test_a_manager_sees_who_was_let_in_despite(desk: EventDesk) -> None:
    assert desk.comes("g-5", despite=["cancelled", "already_in"], actor=MANAGER).kind is V.WELCOME
    (fact,) = desk.facts("guest.signed_in")
    assert fact.body["despite"] == ["cancelled"], "what did not stand against it is not said"


def test_walk_ins_of_one_phone_at_desks_that_did_not_see_each_other_are_named() -> None:
    one, two = EventDesk(), EventDesk("device-2", "Door 2")
    for desk in (one, two):
        desk.has_event(gala(walk_ins=True))
    one.walks_in("王小明", phone="0912345678", id="a1")
    one.walks_in("李梅", phone="0922333444", id="a2")
    two.walks_in("王曉明", phone="0912 345 678", id="b1")
    two.walks_in("周柏宇", id="b2")
    assert one.service.doubles("gala") == ()
    one.meets(two)
    (found,) = one.service.doubles("gala")
    (there,) = two.service.doubles("gala")
    assert (found.id, found.walk_ins, {*found.name.split(" / ")}) == (there.id, True, {"王小明", "王曉明"})
    assert [side.desk for side in found.sides] == [side.desk for side in there.sides] == ["Door 1", "Door 2"]
    # somebody who was asked about is somebody else; and one that is taken back is none
    two.walks_in("王大明", phone="0912345678", id="b3", despite=("choose",))
    two.meets(one)
    (found,) = one.service.doubles("gala")
    assert "王大明" not in found.name
    ref = next(side.ref for side in found.sides if side.here)
    one.service.undo_guest("gala", ref, "twice", VOLUNTEER)
    assert one.service.doubles("gala") == ()
