"""What an event brought, counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.guests.attendance import Attendance, Word, rules_of
from kiosk.domain.guests.event import (
    Choice,
    Event,
    Guest,
    Question,
    QuestionKind,
    Session,
    Standing,
    Tag,
)
from kiosk.domain.guests.facts import Added, AddedBody, AnsweredBody, How, OfGuest, SignedInBody, UndoneBody
from kiosk.domain.guests.report import nps_of, report_of
from kiosk.domain.texts import LocalText
from kiosk.domain.time import millis

START = datetime(2026, 12, 20, 6, 0, tzinfo=UTC)
MS = millis(START)


def _text(text: str) -> LocalText:
    return LocalText(text, text, text)


EVENT = Event(
    "party",
    _text("Party"),
    START,
    START + timedelta(hours=4),
    "Asia/Taipei",
    sessions=(Session("tea", _text("Tea"), START, START + timedelta(hours=1)),),
    tags=(Tag("vip", _text("VIP")), Tag("press", _text("Press"))),
    questions=(
        Question("meal", QuestionKind.CHOICE, _text("Meal"), (Choice("meat", _text("M")), Choice("none", _text("N")))),
        Question("allergy", QuestionKind.TEXT, _text("Allergies")),
    ),
)
GUESTS = (
    Guest("party", "a", "A", tags=("vip",), plus_ones=2),
    Guest("party", "b", "B"),
    Guest("party", "c", "C", tags=("vip",)),
    Guest("party", "d", "D", standing=Standing.WAITING),
    Guest("party", "e", "E", standing=Standing.CANCELLED),
    Guest("party", "f", "F", standing=Standing.CANCELLED),
)


class _Desk:
    def __init__(self) -> None:
        self.words: list[Word] = []

    def says(self, said: OfGuest, minute: int = 0) -> str:
        self.words.append(Word("desk", len(self.words) + 1, MS + 60_000 * minute, "amy", said))
        return self.words[-1].id

    def comes(self, guest: str, minute: int = 0, people: int = 1, how: How = How.TICKET, session: str = "") -> str:
        tags = next((one.tags for one in GUESTS if one.id == guest), ())
        said = SignedInBody(
            event="party", guest=guest, people=people, how=how, session=session, tags=tags, turn=len(self.words) + 1
        )
        return self.says(said, minute)


def test_who_came_who_did_not_and_by_which_way() -> None:
    desk = _Desk()
    desk.comes("a", 1, people=3)
    desk.comes("e", 2, how=How.NAME)
    desk.says(AddedBody(event="party", guest="w", how=Added.WALK_IN, referrer="m1", turn=1), 6)
    desk.comes("w", 7, how=How.WALK_IN)
    wrong = desk.comes("b", 8)
    desk.says(UndoneBody(event="party", guest="b", of=wrong, reason="wrong_guest", turn=9), 9)
    desk.says(AnsweredBody(event="party", guest="a", answers={"meal": "none"}, texts={"allergy": "ab"}, turn=9))
    desk.says(AnsweredBody(event="party", guest="w", answers={"meal": "fish"}, turn=9))
    report = report_of(EVENT, GUESTS, Attendance(rules_of(EVENT), desk.words), MS, (10, 9, 7, 0))
    assert (report.listed, report.came, report.no_shows) == (4, 2, 2)  # e came although they had cancelled
    assert (report.walk_ins, report.recommended, report.waiting, report.cancelled) == (1, 1, 1, 1)
    assert (report.people_expected, report.counts.arrived) == (6, 5)
    assert report.by_source == {"listed": 2, "walk_in": 1}
    assert report.by_how == {"name": 1, "ticket": 1, "walk_in": 1}
    assert [(one.id, one.expected, one.came) for one in report.tags] == [("vip", 4, 3), ("press", 0, 0)]
    assert report.peak == (MS, 4)
    meal, allergy = report.answers
    assert (meal.by, meal.texts, meal.none) == ((("meat", 0), ("none", 1), ("fish", 1)), 0, 1)
    assert (allergy.by, allergy.texts, allergy.none) == ((), 1, 2)
    assert (report.nps.score, report.nps.answers) == (25, 4)


def test_what_a_list_brought_counts_where_nobody_answered_at_a_desk() -> None:
    desk = _Desk()
    for guest in "abcd":
        desk.comes(guest)
    desk.says(AnsweredBody(event="party", guest="a", answers={"meal": "none"}, turn=9))
    brought = {"a": "meat", "b": "meat", "c": " m ", "d": "something vegan"}
    guests = [replace(one, answers=(("meal", brought[one.id]), ("allergy", "nuts"))) for one in GUESTS[:4]]
    meal, allergy = report_of(EVENT, guests, Attendance(rules_of(EVENT), desk.words), MS, ()).answers
    assert (meal.by, meal.texts, meal.none) == ((("meat", 2), ("none", 1)), 1, 0)
    assert (allergy.by, allergy.texts, allergy.none) == ((), 4, 0)


def test_nobody_came_and_nobody_answered() -> None:
    report = report_of(EVENT, GUESTS, Attendance(rules_of(EVENT)), MS, ())
    assert (report.listed, report.came, report.no_shows, report.peak, report.nps.score) == (3, 0, 3, None, None)


def test_a_session_counts_those_who_are_meant_for_it() -> None:
    desk = _Desk()
    desk.comes("a", people=2, session="tea")
    report = report_of(EVENT, GUESTS, Attendance(rules_of(EVENT), desk.words), MS, ())
    assert [(one.id, one.expected, one.came) for one in report.sessions] == [("tea", 5, 2)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcdefw"), st.integers(0, 90), st.integers(1, 3)), max_size=12))
def test_everybody_is_counted_once(came: list[tuple[str, int, int]]) -> None:
    desk = _Desk()
    for guest, minute, people in came:
        desk.comes(guest, minute, people)
    report = report_of(EVENT, GUESTS, Attendance(rules_of(EVENT), desk.words), MS, ())
    assert report.came + report.no_shows == report.listed
    assert report.listed + report.waiting + report.cancelled == len(GUESTS)
    assert sum(report.by_source.values()) == sum(report.by_how.values()) == report.counts.guests
    assert sum(count for _slot, count in report.counts.by_slot) == report.counts.arrived


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 10), min_size=1, max_size=40))
def test_the_score_is_promoters_less_detractors_in_a_hundred(scores: list[int]) -> None:
    exact = Fraction(100 * (sum(one >= 9 for one in scores) - sum(one <= 6 for one in scores)), len(scores))
    score = nps_of(scores).score
    assert score is not None
    assert abs(score - exact) <= Fraction(1, 2)
    assert nps_of(reversed(scores)) == nps_of(scores)


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_of_another_scale_is_not_mixed_in(score: int) -> None:
    with pytest.raises(ValueError, match="score"):
        nps_of([5, score])
