"""What a fact commits to: one form of bytes, a commitment that only its salt opens, keyed hashes of a phone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.members.card import MemberCard, parse_card
from kiosk.domain.registration.names import read_name
from kiosk.domain.registration.newcomers import Newcomer
from kiosk.domain.registration.person import (
    Guardian,
    Person,
    canonical,
    card_of,
    commitment,
    commitment_of,
    member_row,
    person_of,
    phone_keys,
)
from kiosk.domain.registration.phones import read_phone

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
PEOPLE = st.builds(
    Person,
    st.text("abcdef0123456789", min_size=1, max_size=32),
    TEXT,
    TEXT,
    st.none() | st.just("02-29"),
    st.none() | st.just("a@b.example"),
    st.sampled_from(("zh_TW", "en")),
    st.none() | st.builds(Guardian, TEXT, TEXT, TEXT),
    TEXT,
    TEXT,
)
ANN = Person("m1", "王小明", "+886912345678", "02-29")
SALT = bytes(range(32))


@given(PEOPLE)
def test_a_persons_bytes_are_one_form_and_can_be_read(person: Person) -> None:
    data = canonical(person)
    assert person_of(data) == person
    said = json.loads(data)
    assert data == json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


@given(PEOPLE, PEOPLE, st.binary(min_size=32, max_size=32))
def test_a_commitment_is_to_one_person_with_one_salt(one: Person, other: Person, salt: bytes) -> None:
    assert (commitment(salt, one) == commitment(salt, other)) == (one == other)
    assert commitment(salt, one) == hashlib.sha256(salt + canonical(one)).hexdigest()
    assert commitment(bytes(32), one) != commitment(salt, one) or salt == bytes(32)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{}", b"[]", b"null", b'{"member":"m1"}', b'{"name":"a","member":"m1","phone":"+1"}', b"\xff",
        b'{"language":"en","member":"","name":"a","phone":"+1"}', b'{"member": "m1"}', canonical(ANN) + b" ",
        canonical(ANN).replace(b'"member"', b'"more":1,"member"'),
    ],
)  # fmt: skip
def test_other_bytes_are_no_person(data: bytes) -> None:
    with pytest.raises(ValueError, match="person"):
        person_of(data)


def test_a_salt_has_its_length() -> None:
    with pytest.raises(ValueError, match="16"):
        commitment_of(bytes(16), b"{}")


def test_keys_of_a_phone() -> None:
    household, family = phone_keys(b"key", ANN.phone)
    beside = phone_keys(b"key", "+886912345699")
    assert beside[0] != household
    assert beside[1] == family
    assert phone_keys(b"other", ANN.phone)[0] != household
    assert phone_keys(b"", ANN.phone) == ("", "")


@given(st.text(min_size=1, max_size=64), st.integers(0, 5))
def test_a_card_is_one_wherever_it_is_made(member: str, again: int) -> None:
    number = card_of(member, again)
    assert parse_card(number) == MemberCard(number)
    assert len(number) == 16
    assert card_of(member, again) == number
    assert card_of(member, again + 1) != number


def test_the_row_of_a_newcomer() -> None:
    joined = datetime(2026, 11, 29, 9, 30, tzinfo=UTC)
    row = member_row(replace(ANN, household="ab"), "s1", joined)
    assert (row.id, row.name, row.phone, row.household, row.birthday) == ("m1", "王小明", ANN.phone, "ab", "02-29")
    assert (row.card_no, row.home_store, row.joined, row.points, row.visits) == (card_of("m1"), "s1", joined, 0, 0)


def test_nothing_that_is_printed_by_mistake_names_anybody() -> None:
    signs = Guardian("李大華", "+886922333444", "mother")
    person = replace(ANN, email="ann@example.org", guardian=signs, household="abcd", family="efgh")
    newcomer = Newcomer(person, (), "0912 345 678")
    printed = f"{person!r} {newcomer!r} {read_phone('0912345678', 'TW')!r} {read_name('王小明')!r}"
    for secret in ("王小明", "912345678", "0912 345", "02-29", "example", "李大華", "922333444", "abcd", "efgh"):
        assert secret not in printed
