"""Whole phone numbers as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.members.whole_phone import whole_phone


@given(st.from_regex(r"9[0-9]{8}", fullmatch=True), st.data())
def test_one_number_however_it_is_typed(number: str, data: st.DataObject) -> None:
    signs = st.sampled_from(["", " ", "-", "–", ".", "(", ")", "\u202a", "\u200b"])
    typed = "".join(digit + data.draw(signs) for digit in number)
    wide = typed.translate({ord("0") + n: chr(0xFF10 + n) for n in range(10)})
    for text in (f"0{typed}", f"+886{typed}", f"+886 (0){typed}", f"00886{typed}", f"886{typed}", f"0{wide}"):
        assert whole_phone(text, "TWD") == f"+886{number}"


@pytest.mark.parametrize("text", ["", "0912", "陳", "0912345678x", "20000014", "+1", "+" + "1" * 16, "--", "0000"])
def test_what_is_no_whole_number(text: str) -> None:
    assert whole_phone(text, "TWD") is None


def test_countries_without_a_zero() -> None:
    assert whole_phone("138 1234 5678", "CNY") == "+8613812345678"
    assert whole_phone("51234567", "HKD") == "+85251234567"
    assert whole_phone("0912345678", "XXX") is None
