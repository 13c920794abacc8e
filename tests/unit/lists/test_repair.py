"""Cells as spreadsheet programs leave them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.lists.counts import count, yes
from kiosk.domain.lists.names import honoured
from kiosk.domain.lists.repair import Repair, phone
from kiosk.domain.registration.phones import mobile_at_home, read_phone

E164 = "+886912345678"


@pytest.mark.parametrize(
    ("written", "repairs"),
    [
        ("0912345678", ()),
        ("0912-345-678", ()),
        ("+886 912 345 678", ()),
        ("886912345678", ()),
        ("(09)12345678", ()),
        ("912345678", (Repair.LOST_ZERO,)),
        ("912345678.0", (Repair.DECIMALS, Repair.LOST_ZERO)),
        ("9.12345678E8", (Repair.DECIMALS, Repair.LOST_ZERO)),
        ("０９１２３４５６７８", (Repair.WIDE,)),
        ("'+886912345678", (Repair.APOSTROPHE,)),
        ("O912345678", (Repair.LETTERS,)),
        ("0912345678 #123", (Repair.EXTENSION,)),
        ("0912345678 分機12", (Repair.EXTENSION,)),
        ("02-2345-6789 / 0912345678", (Repair.FIRST_OF_SEVERAL,)),
        ("手機：0912345678", ()),
    ],
)
def test_a_phone_is_mended_and_what_was_done_is_said(written: str, repairs: tuple[Repair, ...]) -> None:
    assert phone(written, "TW")[:2] == (E164, repairs)


@pytest.mark.parametrize("written", ["", "無", "1234", "09123456789012", "0912-345", "不提供", "a@b.tw"])
def test_what_is_no_phone_is_none(written: str) -> None:
    found = phone(written, "TW")
    assert not found.e164
    assert found.problem is not None


def test_digits_that_a_spreadsheet_rounded_away_are_lost() -> None:
    assert phone("9.12E+08", "TW").lost
    assert not phone("x", "TW").lost


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0), ("無", 0), ("no", 0), ("-", 0), ("0", 0), ("有", 1), ("1", 1), ("2位", 2), ("+1", 1), ("３", 3),
        ("兩位", 2),         ("3.0", 3), ("2大1小", 3), ("2 adults", 2), ("some", None), ("1/2", None), ("很多", None),
    ],
)  # fmt: skip
def test_counts_in_figures_and_words(text: str, number: int | None) -> None:
    assert count(text) == number


@pytest.mark.parametrize(
    ("text", "honour"),
    [("VIP", True), ("貴賓票", True), ("V.I.P.", True), ("vvip桌", True), ("非VIP", False), ("not VIP", False),
     ("一般票", False), ("viper", False), ("", False)],
)  # fmt: skip
def test_who_is_a_guest_of_honour(text: str, honour: bool) -> None:
    assert honoured(text) is honour


def test_a_tick_says_yes() -> None:
    assert all(map(yes, ("✓", "是", "Y", "1", "V", "2")))
    assert not any(map(yes, ("", "否", "N", "0", "無")))


@given(
    st.sampled_from(["TW", "CN", "HK", "MO", "JP"]),
    st.sampled_from(["", "0", "+", "+886", "886", "+86", "86", "00886", "+852"]),
    st.from_regex(r"[0-9](?:[0-9]|[ -](?=[0-9])){5,13}", fullmatch=True),
)
def test_the_short_way_says_what_the_long_one_says(home: str, front: str, digits: str) -> None:
    short = mobile_at_home(front + digits, home)
    assert not short or short == read_phone(front + digits, home).e164
