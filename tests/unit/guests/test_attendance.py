"""Who is in follows from what was said, and from nothing else: not from the order in which it was heard, by which way,
or how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.guests.attendance import Attendance, Rules, Word, next_turn, state_of
from kiosk.domain.guests.event import Entry
from kiosk.domain.guests.facts import (
    Added,
    AddedBody,
    AnsweredBody,
    BlockedBody,
    LeftBody,
    OfGuest,
    SeatedBody,
    SignedInBody,
    UnblockedBody,
    UndoneBody,
)

HOUR = 3_600_000
NOON = 1_790_000_000_000
ONCE = Rules(Entry.ONCE, "Asia/Taipei")


def about(guest: str, words: Sequence[Word]) -> list[Word]:
    return [one for one in words if one.said.guest == guest]


class Hall:
    """Desks that hear of each other when `meet` says so. `ahead`: what each clock is wrong by, ms."""

    def __init__(self, rules: Rules = ONCE, desks: int = 3, ahead: Sequence[int] = (0, HOUR, -HOUR)) -> None:
        self.rules, self.ahead = rules, ahead
        self.said: list[list[Word]] = [[] for _ in range(desks)]
        self.all: list[Word] = []
        self.now = NOON

    def says(self, at_desk: int, body: type[OfGuest], guest: str = "g", **fields: object) -> Word:
        self.now += 1_000
        at = self.now + self.ahead[at_desk]
        turn = next_turn(state_of(guest, about(guest, self.said[at_desk]), self.rules), at)
        said = body(event="e", guest=guest, turn=turn, **fields)
        word = Word(f"d{at_desk}", at << 16, at, "s-1", said)
        self.said[at_desk].append(word)
        self.all.append(word)
        return word

    def comes(self, desk: int, guest: str = "g", **fields: object) -> Word:
        return self.says(desk, SignedInBody, guest, desk=f"Door {desk}", **fields)

    def meet(self, one: int, other: int) -> None:
        both = list(dict.fromkeys((*self.said[one], *self.said[other])))
        self.said[one], self.said[other] = list(both), list(both)

    def at(self, desk: int) -> Attendance:
        return Attendance(self.rules, self.said[desk])


def test_two_desks_apart_and_one_ticket() -> None:
    hall = Hall()
    first, second = hall.comes(0), hall.comes(2)
    assert [hall.at(desk).counts(NOON).arrived for desk in (0, 2)] == [1, 1]
    hall.meet(0, 2)
    (double,) = hall.at(0).doubles()
    assert hall.at(2).doubles() == (double,)
    # the one whose clock says earlier counts: an hour behind, it came second in truth, and every desk says the same
    assert (double.first.word, [one.word for one in double.others]) == (second, [first])
    assert (hall.at(0).counts(NOON).arrived, hall.at(0).counts(NOON).doubles) == (1, 1)


def test_a_desk_that_knew_comes_after_whatever_its_clock_says() -> None:
    hall = Hall()
    first = hall.comes(1)  # an hour ahead
    hall.meet(1, 2)
    second = hall.comes(2, despite=("already_in",))  # an hour behind
    state = hall.at(2).state("g")
    assert [one.word for one in state.came] == [first, second]
    assert (state.doubles, state.inside, state.people) == ((), 2, 2)


def test_three_desks_apart_are_one_double_with_three_sides() -> None:
    hall = Hall(ahead=(0, 0, 0))
    for desk in range(3):
        hall.comes(desk, people=2)
    for desk in (1, 2, 1):
        hall.meet(0, desk)
    (double,) = hall.at(1).doubles()
    assert len(double.others) == 2
    assert hall.at(1).counts(NOON).arrived == 2


def test_undone_at_one_desk_the_other_sign_in_stands_and_nothing_is_double() -> None:
    hall = Hall()
    hall.comes(0)
    other = hall.comes(2)
    hall.meet(0, 2)
    hall.says(0, UndoneBody, of=other.id, reason="twice")
    hall.meet(0, 2)
    assert (hall.at(2).doubles(), hall.at(2).state("g").inside) == ((), 1)


def test_a_companion_stays_in_when_the_guests_own_sign_in_is_undone() -> None:
    hall = Hall(ahead=(0, 0, 0))
    first = hall.comes(0)
    hall.comes(0, plus=True)
    hall.says(0, UndoneBody, of=first.id, reason="wrong_guest")
    assert hall.at(0).state("g").inside == 1
    hall.comes(0)
    state = hall.at(0).state("g")
    assert (state.inside, state.people, state.doubles) == (2, 2, ())


def test_who_left_comes_again_and_is_counted_once() -> None:
    hall = Hall(ahead=(0, 0, 0))
    hall.comes(0, people=3)
    hall.says(0, LeftBody, people=1)
    assert hall.at(0).state("g").inside == 2
    hall.says(0, LeftBody)
    hall.meet(0, 1)
    assert hall.at(1).state("g").standing(ONCE, "", "", NOON) is None
    hall.comes(1, people=2)
    counts = hall.at(1).counts(NOON)
    assert (counts.arrived, counts.inside, counts.doubles, counts.guests) == (3, 2, 0, 1)
    assert sum(came for _start, came in counts.by_slot) == 3


def test_once_a_day_is_by_the_clock_on_the_events_wall() -> None:
    rules = Rules(Entry.ONCE_A_DAY, "Asia/Taipei")
    hall = Hall(rules, ahead=(0, 0, 0))
    hall.comes(0)
    hall.now += 24 * HOUR
    hall.comes(0, people=2)
    hall.comes(1)  # had not heard
    hall.meet(0, 1)
    state = hall.at(0).state("g")
    assert (len(state.doubles), state.inside, state.people) == (1, 2, 2)
    assert hall.at(0).counts(hall.now).inside == 2
    assert hall.at(0).counts(hall.now + 24 * HOUR).inside == 0


def test_many_entries_are_no_doubles() -> None:
    hall = Hall(Rules(Entry.MANY, "UTC"), ahead=(0, 0, 0))
    for desk in (0, 1, 2, 0):
        hall.comes(desk)
    hall.meet(0, 1)
    hall.meet(0, 2)
    state = hall.at(0).state("g")
    assert (len(state.came), state.doubles, state.inside) == (4, (), 1)


def test_sessions_and_zones_are_signed_in_to_apart() -> None:
    hall = Hall(ahead=(0, 0, 0))
    hall.comes(0, session="am", tags=("vip",))
    hall.comes(0, session="pm", tags=("vip",))
    hall.comes(1, zone="tasting", tags=("vip",))
    hall.meet(0, 1)
    counts = hall.at(0).counts(NOON)
    assert (dict(counts.by_session), dict(counts.by_zone)) == ({"am": 1, "pm": 1}, {"tasting": 1})
    assert (counts.arrived, dict(counts.by_tag), counts.doubles) == (1, {"vip": 1}, 0)
    assert dict(counts.by_desk) == {"d0": 1}


def test_a_list_that_comes_again_and_a_walk_in_that_is_taken_back() -> None:
    hall = Hall(ahead=(0, 0, 0))
    hall.says(0, AddedBody, how=Added.IMPORT, seat="1")
    hall.says(0, AddedBody, how=Added.IMPORT, seat="2")
    walk_in = hall.says(0, AddedBody, "w")
    assert hall.at(0).counts(NOON).walk_ins == 1
    added = hall.at(0).state("g").added
    assert added is not None
    assert isinstance(added.said, AddedBody)
    assert added.said.seat == "2"
    hall.says(0, UndoneBody, "w", of=walk_in.id, reason="wrong_guest")
    assert (hall.at(0).state("w").removed, hall.at(0).counts(NOON).walk_ins) == (True, 0)


def test_of_answers_seats_and_blocks_the_newest_stands() -> None:
    hall = Hall(ahead=(0, 0, 0))
    hall.says(0, AnsweredBody, answers={"food": "fish", "bus": "no"})
    hall.says(0, AnsweredBody, answers={"food": "veg"}, texts={"note": "c1"})
    hall.says(0, SeatedBody, seat="7")
    hall.says(0, BlockedBody, reason="banned")
    assert (hall.at(0).state("g").blocked, hall.at(0).state("g").reason) == (True, "banned")
    hall.says(0, UnblockedBody)
    state = hall.at(0).state("g")
    assert (dict(state.answers), dict(state.texts)) == ({"food": "veg", "bus": "no"}, {"note": "c1"})
    assert (state.seat, state.blocked) == ("7", False)


def test_words_of_one_stamp_come_once_and_desks_have_names() -> None:
    hall = Hall(ahead=(0, 0, 0))
    word = hall.comes(0)
    attendance = Attendance(ONCE)
    assert (attendance.hear(word), attendance.hear(word), attendance.size) == (True, False, 1)
    assert attendance.hear(replace(word, stamp=1))
    assert (attendance.desk("d0"), attendance.desk("d9")) == ("Door 0", "d9")
    assert attendance.word(word.id) is word
    assert [number for number, _word in attendance.heard(1)] == [2]


ACTS = st.tuples(
    st.integers(0, 2),
    st.sampled_from(["comes", "comes", "comes", "plus", "leaves", "undoes", "again", "meets", "adds", "waits"]),
    st.sampled_from(["g", "h"]),
    st.integers(0, 3),
)


def played(rules: Rules, acts: Sequence[tuple[int, str, str, int]]) -> Hall:
    hall = Hall(rules)
    for desk, act, guest, number in acts:
        match act:
            case "comes":
                hall.comes(desk, guest, people=number + 1, session=("", "am")[number % 2], tags=("vip",))
            case "plus":
                hall.comes(desk, guest, plus=True)
            case "leaves":
                hall.says(desk, LeftBody, guest, people=number)
            case "again":
                hall.comes(desk, guest, despite=("already_in",), zone=("", "bar")[number % 2])
            case "adds":
                hall.says(desk, AddedBody, guest, plus_ones=number)
            case "undoes" if hall.all:
                of = hall.all[number % len(hall.all)]
                hall.says(desk, UndoneBody, of.said.guest, of=of.id, reason="twice")
            case "meets":
                hall.meet(desk, (desk + 1) % 3)
            case "waits":
                hall.now += 20 * HOUR
    return hall


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(list(Entry)), st.lists(ACTS, max_size=24), st.randoms(use_true_random=False))
def test_any_order_any_split_and_any_repeat_gives_the_same(
    entry: Entry, acts: list[tuple[int, str, str, int]], random: Random
) -> None:
    rules = Rules(entry, "Asia/Taipei")
    hall = played(rules, acts)
    told = Attendance(rules, hall.all)
    words = [*hall.all, *random.sample(hall.all, len(hall.all) // 2)]
    random.shuffle(words)
    heard = Attendance(rules, words)
    for guest in ("g", "h"):
        assert heard.state(guest) == told.state(guest) == state_of(guest, about(guest, words), rules)
    assert heard.doubles() == told.doubles()
    assert heard.counts(hall.now) == told.counts(hall.now)
    counts = told.counts(hall.now)
    assert 0 <= counts.inside <= counts.arrived or entry is Entry.ONCE_A_DAY
    # each sign-in is in, in again, or one side of one double
    sides = [one.word.id for double in told.doubles() for one in double.others]
    assert len(sides) == len(set(sides)) == sum(one.double for state in told.spoken_of() for one in state.came)
    assert len({double.id for double in told.doubles()}) == len(told.doubles())
