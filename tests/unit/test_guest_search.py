"""Guests are found by whatever a person may type of them, from its first letter, likeliest first."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.db.guest_index import FRESH, GuestIndex
from kiosk.adapters.db.guest_keys import Searched, runs_of, typed_words
from kiosk.adapters.db.guest_marks import marks
from tests.shared.typing import ways_to_type

GUESTS = (
    Searched("1", "王小明", "+886912345678", "好茶股份有限公司", "A-07", ("Q7KXD-1",)),
    Searched("2", "吳曉梅", "+8613812345678", "Núñez & Söhne GmbH", "C-21"),
    Searched("3", "Wendy X. Ma", "+886966000111", "", "第12桌"),
    Searched("4", "José O'Brien", "+14155550123", "", "B-15"),
    Searched("5", "呂麗", "+886922333444", "", "3"),
    Searched("6", "曾志偉", "", "", ""),
    Searched("7", "王", "+85291234567", "", ""),
    Searched("8", "Łukasz Żak", "", "", ""),
    Searched("9", "김민수", "", "", ""),
    Searched("10", "小王明", "", "", ""),
)
INDEX = GuestIndex(GUESTS)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *(("王", "7"), ("王小", "1"), ("王小明", "1"), ("小明", "1"), ("明", "1")),
        *(("吴晓梅", "2"), ("吴", "2")),  # simplified for traditional
        *(("wangxiaoming", "1"), ("WXM", "1"), ("wangxm", "1"), ("wangx", "1"), ("xiaoming", "1"), ("wxm", "1")),
        *(("ㄨㄤˊㄒㄧㄠˇ", "1"), ("ㄨㄒㄇ", "1"), ("ㄨˊㄒㄧㄠˇㄇㄟˊ", "2"), ("ㄗㄥ", "6")),
        *(("zeng", "6"), ("lv", "5"), ("luli", "5"), ("lüli", "5"), ("lyuli", "5")),
        *(("wendy", "3"), ("ma", "3"), ("Wendy Ma", "3"), ("ｗｅｎｄｙ", "3")),
        *(("jose", "4"), ("josé", "4"), ("obrien", "4"), ("o'brien", "4"), ("brien", "4"), ("jo", "4")),
        *(("lukasz", "8"), ("zak", "8"), ("gim", "9"), ("김", "9")),
        *(("0912345678", "1"), ("0912-345-678", "1"), ("+886 912 345 678", "1"), ("345678", "1"), ("00886912", "1")),
        *(("138", "2"), ("+8613812345678", "2"), ("912345678", "1"), ("415555", "4"), ("5678", "1")),
        *(("a07", "1"), ("A-07", "1"), ("b15", "4"), ("12", "3"), ("3", "5"), ("第12桌", "3")),
        *(("好茶", "1"), ("hcgf", "1"), ("nunez", "2"), ("sohne", "2"), ("q7kxd1", "1"), ("Q7KXD-1", "1")),
        *(("王 a07", "1"), ("a-07 wang", "1"), ("ma 0966", "3")),
    ],
)
def test_whatever_is_typed_finds_whom_it_means_first(typed: str, first: str) -> None:
    assert INDEX.find(typed, 5).ids[0] == first


def test_a_leading_zero_is_where_a_number_begins() -> None:
    assert INDEX.find("0966", 10).ids == ("3",)
    assert INDEX.find("0345", 10).total == 0
    assert set(INDEX.find("345", 10).ids) == {"1", "2", "7"}


@pytest.mark.parametrize("typed", ["", "  ", "'", "-", "王小明x", "zzz", "[", ";", "\0", "ㄅ"])
def test_what_means_nobody_finds_nobody(typed: str) -> None:
    assert INDEX.find(typed, 5).total == 0


def test_the_whole_name_goes_before_a_longer_one_and_before_one_that_has_it_in_the_middle() -> None:
    assert INDEX.find("王", 10).ids == ("7", "1", "10")
    assert INDEX.find("wang", 10).ids == ("7", "1", "10")


def test_the_list_says_how_many_more_there_are() -> None:
    many = GuestIndex(Searched(str(number), f"林{number}", "+886912345678") for number in range(300))
    assert many.find("林", 20).total == 300
    assert len(many.find("0912", 20).ids) == 20
    # one guest, however often the digit is theirs
    assert many.find("8", 1000).total == 300


def test_who_comes_and_who_changes_is_found_and_who_goes_is_not() -> None:
    index = GuestIndex(GUESTS)
    index.put(Searched("1", "林大同"))
    index.put(Searched("new", "王小明"))
    index.drop("7")
    index.drop("nobody")
    assert index.find("wxm", 5).ids == ("new", "3", "2")
    assert index.find("ldt", 5).ids == ("1",)
    assert index.find("王", 9).ids == ("new", "10")
    index.put(Searched("new", "王小美"))
    assert index.find("wxm", 5).ids == ("new", "3", "2")
    assert index.find("王小明", 5).total == 0


ALPHABET = "王小明吳曉梅單曾abwx' 0912-éł"
GUEST = st.builds(
    Searched,
    id=st.integers(0, 40).map(str),
    name=st.text(ALPHABET, max_size=5),
    phone=st.sampled_from(["", "+886912345678", "+886987000912", "+8613912345678"]),
    company=st.text(ALPHABET, max_size=4),
    seat=st.sampled_from(["", "A-07", "A-10", "12"]),
)


def _by_hand(guests: dict[str, Searched], text: str) -> set[str]:
    words = [[one.encode() for one in spellings] for spellings in typed_words(text)]
    if not words:
        return set()
    found = set()
    for guest in guests.values():
        begun = [run.letters[start:-1] for run in runs_of(guest) for start in run.starts]
        if all(any(one.startswith(word) for one in begun for word in spellings) for spellings in words):
            found.add(guest.id)
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(GUEST, max_size=30), st.lists(GUEST, max_size=20), st.text(ALPHABET, min_size=1, max_size=4))
def test_the_index_finds_what_looking_at_everybody_finds(
    first: list[Searched], later: list[Searched], text: str
) -> None:
    guests = {guest.id: guest for guest in first}
    index = GuestIndex(guests.values())
    for guest in later:
        if guest.company:
            index.put(guest)
            guests[guest.id] = guest
        else:
            index.drop(guest.id)
            guests.pop(guest.id, None)
    found = index.find(text, 100)
    assert set(found.ids) == _by_hand(guests, text)
    assert found.total == len(found.ids) == len(set(found.ids))
    assert index.find(text, 3).ids == found.ids[:3]


def test_parts_of_an_index_are_as_one() -> None:
    chance = random.Random(5)
    guests = [Searched(str(number), "".join(chance.choices("王小明吳曉梅", k=3))) for number in range(FRESH * 15)]
    index = GuestIndex()
    for guest in guests:
        index.put(guest)
    whole = GuestIndex(guests)
    for typed in ("王", "w", "wx", "ming", "ㄇ"):
        assert index.find(typed, 50) == whole.find(typed, 50)


@pytest.mark.parametrize(
    ("name", "typed", "letters"),
    [
        *(
            ("王小明", "wxm", "王小明"),
            ("王小明", "wangx", "王小"),
            ("王小明", "xiaom", "小明"),
            ("王小明", "小", "小"),
        ),
        *(("吳曉梅", "吴晓", "吳曉"), ("Wendy X. Ma", "ma", "Ma"), ("Wendy X. Ma", "wendy ma", "Wendy|Ma")),
        *(("José O'Brien", "obr", "O'Br"), ("王小明", "ㄨㄒ", "王小"), ("王小明", "0912", ""), ("", "w", "")),
    ],
)
def test_the_letters_that_were_meant_are_marked(name: str, typed: str, letters: str) -> None:
    shown = "|".join(name[first:end] for first, end in marks(name, typed))
    assert shown.replace("'", "") == letters.replace("'", "")


ODD = GuestIndex(
    Searched(name, name)
    for name in (
        *(
            "歐陽娜娜",
            "𠮷田明",
            "髙橋",
            "渡邉",
            "佐々木 希",
            "許略",
            "呂綠",
            "盧律",
            "王小明",
            "王小美",
            "Zoë Müller",
            "謝余",
        ),
        *("陳明先生",),
    )
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *(("ouyangnn", "歐陽娜娜"), ("oynn", "歐陽娜娜"), ("ouynn", "歐陽娜娜"), ("ㄡ一ㄤˊ", "歐陽娜娜")),
        *(("吉田", "𠮷田明"), ("jitian", "𠮷田明"), ("高桥", "髙橋"), ("渡辺", "渡邉"), ("佐佐木", "佐々木 希")),
        *(("xulue", "許略"), ("xulüe", "許略"), ("lulu", "呂綠"), ("lvlyu", "呂綠"), ("lulü", "盧律")),
        *(
            ("wang小明", "王小明"),
            ("王xm", "王小明"),
            ("王小m", "王小明"),
            ("ㄨㄤˊ小明", "王小明"),
            ("ㄨxiao明", "王小明"),
        ),
        *(("wang2xiao3ming2", "王小明"), ("wang2 xiao3", "王小明"), ("王小明先生", "王小明"), ("陳明先生", "陳明先生")),
    ],
)
def test_odd_ways_to_type_a_name(typed: str, found: str) -> None:
    assert found in ODD.find(typed, 5).ids


@pytest.mark.parametrize("typed", ["wang小x", "王小明x", "小wang", "b15明", "a1", "娜ouyang"])
def test_ways_that_stand_in_no_name(typed: str) -> None:
    assert ODD.find(typed, 5).total == 0


@settings(max_examples=150)
@given(data=st.data(), name=st.text("歐陽呂綠略王小明許女張", min_size=1, max_size=4))
def test_a_name_is_found_however_each_of_its_characters_is_typed(data: st.DataObject, name: str) -> None:
    index = GuestIndex([Searched("me", name), Searched("other", "李大同", "+886912345678")])
    typed = "".join(data.draw(st.sampled_from(ways_to_type(letter))) for letter in name)
    assert index.find(typed, 5).ids == ("me",)
