"""Who a guest is, as a fact commits to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.guests.event import Guest, Standing
from kiosk.domain.guests.facts import AddedBody
from kiosk.domain.guests.person import (
    MOST_BYTES,
    SALT_BYTES,
    GuestPerson,
    canonical,
    commitment,
    commitment_of,
    guest_of,
    person_from,
    person_of,
)

SALT = bytes(range(SALT_BYTES))
TEXT = st.text(st.characters(codec="utf-8"), max_size=6)
PERSONS = st.builds(
    GuestPerson,
    st.just("gala"),
    st.just("g-1"),
    name=TEXT,
    phone=TEXT,
    codes=st.lists(TEXT, max_size=2).map(tuple),
    answers=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
)


@settings(max_examples=40)
@given(PERSONS)
def test_the_bytes_say_the_person_and_nothing_else(person: GuestPerson) -> None:
    data = canonical(person)
    assert person_of(data) == person
    assert commitment(SALT, person) == commitment_of(SALT, data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b'{"event":"gala"}',
        b'{"event": "gala","guest":"g"}',
        b'{"event":"gala","guest":"g","name":""}',
        b'{"event":"gala","guest":"g","shoe":"42"}',
        b'{"event":"gala","guest":"g","name":"\xff"}',
        canonical(GuestPerson("gala", "g", note="x" * MOST_BYTES)),
    ],
)
def test_other_bytes_are_nobody(data: bytes) -> None:
    with pytest.raises(ValueError, match="person"):
        person_of(data)


def test_a_salt_is_as_long_as_it_has_to_be() -> None:
    with pytest.raises(ValueError, match="salt"):
        commitment_of(b"short", b"{}")


def test_the_fact_says_what_is_not_personal() -> None:
    guest = Guest(
        "gala", "g-1", "李小美", "li xiao mei", "+886912345678", "li@example.org", "Ltd", "T3", ("vip",), "VIP", ("s",),
        2, ("dinner",), note="vegetarian", member="m-1", answers=(("meal", "veg"),),
    )  # fmt: skip
    person = person_from(guest)
    assert not {"T3", "vip", "dinner", "m-1"} & set(canonical(person).decode().split('"'))
    added = AddedBody(
        event="gala", guest="g-1", seat="T3", tags=("vip",), plus_ones=2, sessions=("dinner",), member="m-1"
    )
    assert guest_of(person, added) == guest
    waiting = AddedBody(event="gala", guest="g-1", standing=Standing.WAITING)
    assert guest_of(person, waiting).standing is Standing.WAITING
