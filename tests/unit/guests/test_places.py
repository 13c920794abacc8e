"""Whoever waits gets a place in their turn, once, and never one that is not there."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.guests.event import Event, Guest, Session, Standing
from kiosk.domain.guests.places import Taken, moved_up
from kiosk.domain.texts import LocalText

NAMES = LocalText("茶會", "茶会", "Tea")
DAY = datetime(2026, 12, 5, 10, tzinfo=UTC)
WAITING, EXPECTED = Standing.WAITING, Standing.EXPECTED


def event(quota: int, *parts: int) -> Event:
    sessions = tuple(Session(f"p{at}", NAMES, DAY, DAY, many) for at, many in enumerate(parts))
    return Event("tea", NAMES, DAY, DAY, "Asia/Taipei", sessions=sessions, quota=quota, waiting_list=True)


def people(event: Event, guests: list[Guest], part: str = "") -> int:
    expected = [one for one in guests if one.standing is EXPECTED and (not part or part in one.sessions)]
    return sum(1 + one.plus_ones for one in expected)


guests = st.builds(
    lambda plus, parts, standing: (plus, tuple(parts), standing),
    st.integers(0, 3),
    st.lists(st.sampled_from(("p0", "p1")), unique=True, max_size=2),
    st.sampled_from(tuple(Standing)),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(guests, max_size=14), st.integers(0, 12), st.integers(0, 6), st.integers(0, 6), st.integers(0, 5))
def test_nobody_moves_beyond_a_quota_or_twice_or_before_who_fits(
    said: list[tuple[int, tuple[str, ...], Standing]], quota: int, first: int, second: int, beyond: int
) -> None:
    tea = event(quota, first, second)
    listed = [
        Guest("tea", f"g{at:02}", "", plus_ones=plus, sessions=parts, standing=standing)
        for at, (plus, parts, standing) in enumerate(said)
    ]
    queue = [one.id for one in reversed(listed)]
    up = moved_up(tea, listed, [*queue, *queue], beyond)
    names = [one.id for one in up]
    assert names == [name for name in queue if name in names]  # in turn, each once
    after = [next((moved for moved in up if moved.id == one.id), one) for one in listed]
    assert all(
        old == new or (old.standing, new.standing) == (WAITING, EXPECTED)
        for old, new in zip(listed, after, strict=True)
    )
    for part, most, more in (("", quota, beyond), ("p0", first, 0), ("p1", second, 0)):
        grew = people(tea, after, part) > people(tea, listed, part)
        assert not grew or not most or people(tea, after, part) + more <= most
    assert moved_up(tea, after, queue, beyond) == []  # whoever is left finds no place
    for one in after:  # and found none when it was their turn
        if one.standing is WAITING:
            ahead = [name for name in names if queue.index(name) < queue.index(one.id)]
            taken = Taken((each for each in after if each.standing is EXPECTED and (each.id not in names)), beyond)
            for name in ahead:
                taken.take(next(each for each in up if each.id == name))
            assert not taken.has_room(tea, one)


def test_a_large_party_keeps_its_turn_while_a_small_one_fits() -> None:
    listed = [Guest("tea", "a", ""), *(Guest("tea", name, "", plus_ones=more, standing=WAITING) for name, more in
              (("b", 2), ("c", 0), ("d", 0)))]  # fmt: skip
    assert [one.id for one in moved_up(event(3), listed, ["b", "c", "d"])] == ["c", "d"]
    assert [one.id for one in moved_up(event(4), listed, ["b", "c", "d"])] == ["b"]
    assert [one.id for one in moved_up(event(4), listed, ["b", "c", "d"], beyond=2)] == ["c"]
