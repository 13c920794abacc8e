"""Who is meant comes first, and how many there are is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.db.reference import SqlReference
from kiosk.protocol.rows import encode_row
from tests.shared.memory import reference_in_memory
from tests.shared.till import member
from tests.shared.typing import ways_to_type

MEMBERS = "store/N01/members"
PEOPLE = (
    member("m-1", name="王明", phone="+886912345678", card_no="20000006"),
    member("m-2", name="王明華", phone="+886912340001"),
    member("m-3", name="李王明", phone="+886955500777"),
    member("m-4", name="萬梅", phone="+886900020000"),
    member("m-5", name="王小美", phone="+886987650004", visits=9, bought=(("2026-02-01", 5),)),
    member("m-6", name="王小美", phone="+886987650005", visits=9, bought=(("2026-03-01", 5),)),
    member("m-7", name="王小美", phone="+886987650006", visits=99, bought=(("2026-04-01", 5),), home_store="N09"),
    member("m-8", name="王小美", phone="+886920000006"),
)


@pytest.fixture
def reference() -> Iterator[SqlReference]:
    made = reference_in_memory()
    made.apply(MEMBERS, [(one.id, 1, encode_row(one).decode()) for one in PEOPLE], [], 1)
    yield made
    made.close()


def order(reference: SqlReference, text: str) -> list[str]:
    return [one.id for one in reference.find_members(text, 20, "N01").members]


def test_a_name_before_what_begins_with_it_before_what_holds_it(reference: SqlReference) -> None:
    assert order(reference, "王明") == ["m-1", "m-2", "m-3"]


def test_initials_of_all_of_a_name_before_those_of_a_part(reference: SqlReference) -> None:
    assert order(reference, "wm") == ["m-1", "m-4", "m-2", "m-3"]


def test_of_one_name_this_store_then_who_bought_last(reference: SqlReference) -> None:
    assert order(reference, "王小美") == ["m-6", "m-5", "m-8", "m-7"]


def test_a_whole_card_before_the_end_of_a_phone(reference: SqlReference) -> None:
    assert order(reference, "20000006") == ["m-1", "m-8"]
    assert order(reference, "2000-0006")[0] == "m-1"


@pytest.mark.parametrize(
    "typed", ["(0912) 345-678", "+886 0912 345 678", "00886-912-345-678", "\u202a0912345678\u202c", "５６７８"]
)
def test_a_phone_as_people_type_it(reference: SqlReference, typed: str) -> None:
    assert order(reference, typed) == ["m-1"]


def test_how_many_there_are_is_told_where_not_all_are_shown(reference: SqlReference) -> None:
    found = reference.find_members("王", 3, "N01")
    assert (len(found.members), found.total) == (3, 7)
    assert reference.find_members("nobody", 3).total == 0


@pytest.mark.parametrize("typed", ["0", "004", "12-3", "(1)"])
def test_too_few_digits_are_said_as_such(reference: SqlReference, typed: str) -> None:
    found = reference.find_members(typed, 20)
    assert (found.members, found.too_short) == ((), True)


@pytest.mark.parametrize("typed", ["", " ", "\u200e", "--", "()"])
def test_nothing_typed_finds_nothing(reference: SqlReference, typed: str) -> None:
    found = reference.find_members(typed, 20)
    assert (found.members, found.too_short) == ((), False)


NAMES = (
    "王小明", "王大明", "歐陽娜娜", "呂綠", "許略", "盧律", "𠮷田明", "髙橋進", "渡邉直", "佐々木 希", "張簡志明",
    "陳明先生", "曾志偉",
    "José O'Brien", "Núñez Ana", "Łukasz Żak", "Ann-Marie Söhne", "李大同",
)  # fmt: skip


@pytest.fixture(scope="module")
def named() -> Iterator[SqlReference]:
    made = reference_in_memory()
    people = [member(name, name=name, phone=f"+88691200{at:04d}") for at, name in enumerate(NAMES)]
    made.apply(MEMBERS, [(one.id, 1, encode_row(one).decode()) for one in people], [], 1)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *(("ouyangnn", "歐陽娜娜"), ("oynn", "歐陽娜娜"), ("歐陽nn", "歐陽娜娜"), ("zhangjianzm", "張簡志明")),
        *(("吉田", "𠮷田明"), ("jitian", "𠮷田明"), ("高桥", "髙橋進"), ("渡辺", "渡邉直"), ("佐佐木", "佐々木 希")),
        *(("xulue", "許略"), ("xulüe", "許略"), ("lulu", "呂綠"), ("lvlyu", "呂綠"), ("lulü", "盧律")),
        *(("wang小明", "王小明"), ("王xm", "王小明"), ("ㄨㄤˊ小明", "王小明"), ("ㄨxiao明", "王小明")),
        *(("ㄨㄒㄇ", "王小明"), ("xm", "王小明")),
        *(("wang2xiao3ming2", "王小明"), ("小明 wang", "王小明"), ("王小明先生", "王小明"), ("陳明先生", "陳明先生")),
        *(("jose", "José O'Brien"), ("mr brien", "José O'Brien"), ("nunez", "Núñez Ana"), ("ana nunez", "Núñez Ana")),
        *(("lukasz", "Łukasz Żak"), ("zak", "Łukasz Żak"), ("sohne", "Ann-Marie Söhne"), ("marie", "Ann-Marie Söhne")),
    ],
)  # fmt: skip
def test_members_are_found_by_the_desks_ways_of_typing(named: SqlReference, typed: str, found: str) -> None:
    assert found in order(named, typed)


@pytest.mark.parametrize(
    "typed", ["wang小x", "王小明x", "小wang", "xm王", "王_明", "%", "_", "娜ouyang", "' OR 1", "\\"]
)
def test_ways_that_stand_in_no_members_name(named: SqlReference, typed: str) -> None:
    assert order(named, typed) == []


@settings(max_examples=60)
@given(
    data=st.data(),
    name=st.sampled_from([one for one in NAMES if set(one) <= set("歐陽娜呂綠許略盧律王小大明曾志偉李同")]),
)
def test_a_member_is_found_however_each_character_is_typed(named: SqlReference, data: st.DataObject, name: str) -> None:
    typed = "".join(data.draw(st.sampled_from(ways_to_type(letter))) for letter in name)
    assert name in order(named, typed)
