"""Names as they are kept: whatever people are called, and nothing that hides or reorders what is beside it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.registration.names import LONGEST_NAME, NameProblem, read_name

RARE = "\U00020bb7\U0002a6d6\U00030edd"  # 𠮷, the first of extensions C and G


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  王 小明 ", "王 小明"),
        ("王", "王"),
        (RARE, RARE),
        ("\ue123", "\ue123"),  # private use: a rare character of an old till
        ("é", "é"),
        ("A\u0308nna", "Änna"),
        ("Nguyễn Văn Ánh", "Nguyễn Văn Ánh"),
        ("\u202eevil\u202c", "evil"),
        ("\u2067שלום\u2069", "שלום"),
        ("محمد", "محمد"),
        ("A\x00B\x1b[31m\nC", "A B [31m C"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("<b>Ann</b>", "<b>Ann</b>"),
        ("C3PO 4", "C3PO 4"),
        ("Z" + "\u0335" * 90, "Z" + "\u0335" * 4),
    ],
)
def test_kept_as(typed: str, name: str) -> None:
    assert read_name(typed).name == name


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", NameProblem.EMPTY),
        (" \u3000\t", NameProblem.EMPTY),
        ("\u200d\u0301", NameProblem.EMPTY),
        ("王" * 501, NameProblem.TOO_LONG),
        ("0912 345 678", NameProblem.A_NUMBER),
        ("＋８８６９１２３４５６７８", NameProblem.A_NUMBER),
    ],
)
def test_what_is_none_says_why(typed: str, problem: NameProblem) -> None:
    read = read_name(typed)
    assert (read.problem, read.name) == (problem, "")


def test_five_hundred_characters() -> None:
    assert read_name("\U00020bb7" * LONGEST_NAME).name == "\U00020bb7" * LONGEST_NAME


@given(st.text(max_size=600))
def test_what_is_kept_is_clean_and_stays_as_it_is(text: str) -> None:
    read = read_name(text)
    name = read.name
    assert (read.problem is None) == bool(name)
    assert len(name) <= LONGEST_NAME
    assert name == unicodedata.normalize("NFC", name)
    name.encode()
    assert not any(
        unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(one) in _DIRECTIONS
        for one in name
    )
    assert name == "" or read_name(name) == read


_DIRECTIONS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
