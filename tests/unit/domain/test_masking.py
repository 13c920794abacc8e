"""Masked data never shows more than it may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.members.characters import characters
from kiosk.domain.members.masking import mask_name, mask_phone


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("陳雅麗", "陳*麗"),
        ("陳麗", "陳*"),
        ("陳 麗", "陳*"),
        ("陳　麗", "陳*"),
        ("陳", "*"),
        ("歐陽娜娜", "歐**娜"),
        ("葛\U000e0100城", "葛\U000e0100*"),  # the form of a sign is no character of its own
        ("\u738b\ufe00", "*"),
        ("m\u0304", "*"),
        ("न\u093fशा", "न\u093f*"),
        ("\U0001f1f9\U0001f1fc\U0001f468\u200d\U0001f469\u200d\U0001f467王", "\U0001f1f9\U0001f1fc*王"),
        ("𠮷野家", "𠮷*家"),
        ("Ann Lee", "A** L**"),
        ("J Lee", "* L**"),
        ("Bartholomew", "B***"),
        ("  ", ""),
        ("　", ""),
        ("", ""),
    ],
)
def test_names(name: str, shown: str) -> None:
    assert mask_name(name) == shown


@given(st.text(st.sampled_from("陳雅麗歐陽 　é"), max_size=8))
def test_of_a_chinese_name_at_most_two_characters_and_never_all_are_shown(name: str) -> None:
    shown = mask_name(name)
    letters = "".join(name.split())
    kept = [character for character in shown if character != "*"]
    assert len(kept) <= 2
    assert not letters or "*" in shown
    assert len(shown) == len(letters)


SIGNS = (
    "陳",
    "𪚥",
    "e",
    "王",
    "\U000e0101",
    "\ufe0e",
    "\u0301",
    "\u200d",
    "\U0001f468",
    "\U0001f3fd",
    "\U0001f1f9",
    "ᄒ",
    "ᅡ",
    "ᆫ",
)


@given(st.text(st.sampled_from(SIGNS), min_size=1, max_size=8))
def test_what_is_one_character_to_the_eye_is_shown_whole_or_not_at_all(name: str) -> None:
    letters = characters(name)
    assert "".join(letters) == name
    if name.isascii():
        return
    shown = mask_name(name)
    hidden = len(letters) - (len(letters) > 1) - (len(letters) > 2)
    assert shown.count("*") == hidden > 0
    head, tail = shown.split("*")[0], shown.rpartition("*")[2]
    assert head in ("", letters[0])
    assert tail in ("", letters[-1])


@given(st.text(st.sampled_from("abcXYZ '-"), max_size=20))
def test_of_a_latin_name_one_letter_a_word_is_shown(name: str) -> None:
    for word, shown in zip(name.split(), mask_name(name).split(), strict=True):
        assert shown in ("*", word[0] + "*" * min(len(word) - 1, 3))
        assert shown != word


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("+886922333444", "0922***444"),
        ("+8613812345678", "138****5678"),
        ("+85291234567", "852****4567"),
        ("+12345678", "12***678"),
        ("12345", "***45"),
        ("1234", "****"),
        ("", ""),
    ],
)
def test_phones(phone: str, shown: str) -> None:
    assert mask_phone(phone) == shown


@given(st.from_regex(r"\+[0-9]{1,15}", fullmatch=True))
def test_of_a_phone_three_digits_or_half_of_it_are_hidden(phone: str) -> None:
    shown = mask_phone(phone)
    assert shown.count("*") >= min(3, (len(shown) + 1) // 2)
    assert sum(character.isdigit() for character in shown) <= max(7, len(shown) - 4)
