"""Texts on paper, and words filled in."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.documents.blocks import AnyBlock, Block, Keep, PageBreak, Pair, Rule, Side, Space, Text
from kiosk.domain.documents.cleaning import clean, isolated, lines, personal
from kiosk.domain.documents.composing import tidy
from kiosk.domain.documents.words import filled

HEBREW = "\u05e9\u05dc\u05d5\u05dd"
ANY = st.text(st.characters(), max_size=30)


@given(ANY)
def test_a_cleaned_text_is_one_line_that_harms_nothing_beside_it(text: str) -> None:
    found = clean(text)
    assert clean(found) == found
    assert found == found.strip()
    assert "  " not in found
    kinds = {unicodedata.category(character) for character in found}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    depth = 0
    for character in found:
        assert character not in "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\ufeff"
        depth += (character == "\u2068") - (character == "\u2069")
        assert depth in (0, 1)
    assert depth == 0
    found.encode()


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S")), max_size=30))
def test_what_is_read_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("🏴\U000e0067\U000e007f", "🏴\U000e0067\U000e007f"),
        ("\u2068a\u2069", "\u2068a\u2069"),
        ("a\u2069", "a"),
        ("\u2068\u2068a\u2069\u2069", "a"),
        ("a\u00adb\u200bc", "abc"),
        ("one\r\ntwo\u2028three", "one two three"),
        ("half \ud83d", "half \ufffd"),
        ("王　小明", "王 小明"),
    ],
)
def test_cleaned(text: str, left: str) -> None:
    assert clean(text) == left


def test_lines_are_kept_where_a_text_has_several() -> None:
    assert lines("one\r\n\r\ntwo\u2028 three \x00") == ("one", "two", "three")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("陳*麗", "陳*麗"),
        ("0912-345-678", "0912***678"),
        ("王+886912345678", "王0912***678"),
        ("card 88 1234", "card 88 1234"),
    ],
)
def test_a_phone_is_never_whole_in_a_name(name: str, shown: str) -> None:
    assert personal(name) == shown


@pytest.mark.parametrize(
    ("template", "values", "said"),
    [
        ("{time} 由 {clerk} 撤銷", {"time": "14:30", "clerk": "林雅婷"}, "14:30 由林雅婷撤銷"),
        ("{time} 由 {clerk} 撤銷", {"time": "14:30", "clerk": "Ann"}, "14:30 由 Ann 撤銷"),
        ("贈：{name}", {"name": "護手霜"}, "贈：護手霜"),
        ("有效至{day}", {"day": "2026-12-31"}, "有效至 2026-12-31"),
        ("{name}，感謝您", {"name": "A 陳"}, "A 陳，感謝您"),
        ("Voided {time} by {clerk}", {"time": "14:30", "clerk": "林雅婷"}, "Voided 14:30 by 林雅婷"),
        ("Seat {seat}", {"seat": " \u202e"}, ""),
        ("Seat", {}, "Seat"),
        ("{name}", {"name": "{name}"}, "{name}"),
        ("by {clerk} at {time}", {"clerk": HEBREW, "time": "14:30"}, f"by \u2068{HEBREW}\u2069 at 14:30"),
    ],
)
def test_words_are_filled_in_as_chinese_is_set(template: str, values: dict[str, str], said: str) -> None:
    assert filled(template, values) == said


@given(ANY)
def test_a_value_stays_as_it_is_inside(name: str) -> None:
    assert isolated(name) in filled("由 {clerk} 撤銷", {"clerk": name})


LEAVES: st.SearchStrategy[Block] = st.sampled_from(
    (Rule(), Rule(torn=True), Space(), PageBreak(), Text("a"), Text(" "), Pair("a", ""), Pair("", "b"))
)
NESTED: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(Keep, st.lists(inner, max_size=3).map(tuple))
        | st.builds(Side, st.lists(inner, max_size=2).map(tuple), st.lists(inner, max_size=2).map(tuple))
    ),
    max_leaves=6,
)


@given(st.lists(NESTED, max_size=8))
@settings(max_examples=30)
def test_tidied_once_is_tidied(blocks: list[AnyBlock]) -> None:
    found = tidy(blocks)
    assert tidy(found) == found
