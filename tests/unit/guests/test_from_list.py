"""A list becomes guests of an event: again and again, and each stays who they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.guests.event import Event, Guest, Standing, Tag, TagLook
from kiosk.domain.guests.from_list import VIP, Plan, guests_in, plan
from kiosk.domain.lists.guests import Guest as Row
from kiosk.domain.progress import Cancelled
from kiosk.domain.texts import LocalText

NAMES = LocalText("晚宴", "晚宴", "Gala")
EVENT = Event(
    "gala", NAMES, datetime(2026, 12, 5, 10, tzinfo=UTC), datetime(2026, 12, 5, 15, tzinfo=UTC), "Asia/Taipei"
)


def row(name: str = "", phone: str = "", **more: object) -> Row:
    return Row("", 1, name=name, phone=phone, **more)  # type: ignore[arg-type]


def planned(rows: Sequence[Row], known: Sequence[Guest] = (), event: Event = EVENT) -> Plan:
    numbers = count(1)
    return plan(event, guests_in(event, rows), known, lambda: f"g{next(numbers)}")


def after(made: Plan, known: Sequence[Guest] = ()) -> list[Guest]:
    changed = {one.id: one for one in made.changed}
    return [*(changed.get(one.id, one) for one in known), *made.new]


def test_a_first_list() -> None:
    made = planned([row("李小美", "+886912345678", plus_ones=2, table="3", note="素", code="abc", vip=True)])
    (guest,) = made.new
    assert guest == Guest(
        "gala", "g1", "李小美", phone="+886912345678", seat="3", tags=("vip",), codes=("abc",), plus_ones=2, note="素"
    )
    assert (made.changed, made.same, made.gone, made.event.tags) == ((), 0, (), (VIP,))


def test_who_is_told_again_stays_who_they_are() -> None:
    first = after(planned([row("李小美", "+886912345678"), row("王明", email="W@example.org"), row("無名氏")]))
    again = [row("王　明", email="w@example.org", table="5"), row("李 小美", "+886912345678"), row("新人")]
    made = planned(again, first)
    assert [one.name for one in made.new] == ["新人"]
    assert made.new[0].id not in {one.id for one in first}
    assert [(one.id, one.seat) for one in made.changed] == [("g2", "5"), ("g1", "")]
    assert [one.name for one in made.gone] == ["無名氏"]
    assert planned(again, after(made, first)).same == 3


def test_two_tickets_of_one_person_are_two_places() -> None:
    rows = [row("李小美", "+886912345678", code="a"), row("李小美", "+886912345678", code="b")]
    first = after(planned(rows))
    assert len(first) == 2
    assert planned(rows, first).same == 2


def test_what_a_person_said_is_not_unsaid_by_a_list() -> None:
    known = Guest(
        "gala", "g9", "李小美", phone="+886912345678", standing=Standing.BLOCKED, reason="scene", tags=("press",)
    )
    (changed,) = planned([row("李小美", "+886912345678", note="新")], [known]).changed
    assert changed == replace(known, note="新")


def test_tags_of_the_event_are_known_by_their_words() -> None:
    tags = (Tag("gold", LocalText("貴賓票", "贵宾票", "VIP ticket"), TagLook.VIP), Tag("press", NAMES, TagLook.PRESS))
    event = replace(EVENT, tags=tags)
    made = planned([row("甲", vip=True), row("乙", ticket="vip TICKET"), row("丙", ticket="晚宴")], event=event)
    assert [one.tags for one in made.new] == [("gold",), ("gold",), ("press",)]
    assert made.event == event


def test_more_than_there_are_places() -> None:
    made = planned([row("甲", plus_ones=3), row("乙")], event=replace(EVENT, quota=4))
    assert made.more_than_quota == 1


def test_it_can_be_stopped() -> None:
    guests = guests_in(EVENT, [row(str(n)) for n in range(600)])
    ids = iter(map(str, range(999)))
    with pytest.raises(Cancelled):
        plan(EVENT, guests, [], ids.__next__, progress=lambda *_: False)


ROWS = st.builds(
    row,
    st.sampled_from(["王明", "李小美", "Ann Lee", ""]),
    st.sampled_from(["", "+886912345678", "+886912345679"]),
    email=st.sampled_from(["", "a@example.org"]),
    code=st.sampled_from(["", "", "s1", "s2"]),
    table=st.sampled_from(["", "1", "2"]),
)


@settings(max_examples=60)
@given(st.lists(ROWS.filter(lambda one: one.name or one.phone or one.email or one.code), max_size=8))
def test_a_list_brought_twice_brings_nobody_new(rows: list[Row]) -> None:
    first = after(planned(rows))
    again = planned(rows, first)
    assert len({one.id for one in first}) == len(first) == len(rows)
    assert (again.new, again.gone) == ((), ())
    assert {one.id: one for one in after(again, first)}.keys() == {one.id for one in first}
