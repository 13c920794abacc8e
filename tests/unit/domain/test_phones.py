"""A phone that was typed in any way finds the number that is stored."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain.members.phones import digits_typed, national_tail, whole_numbers

DASHES = tuple(chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Pd")
BETWEEN = st.sampled_from(
    ("", "", "", " ", "-", ".", "/", "(", ")", "\u00a0", "\u3000", "\u200e", "\u202d", "\u2069", *DASHES)
)
WIDE = str.maketrans("0123456789+", "０１２３４５６７８９＋")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
NUMBERS = st.tuples(
    st.sampled_from(("886", "86", "852", "1", "81", "44")), st.text("0123456789", min_size=8, max_size=9)
).map(lambda parts: (parts[0], f"9{parts[1]}"))
STARTS = ("+{c}", "+{c}0", "+{c}(0)", "00{c}", "00{c}0", "002{c}", "011{c}", "{c}", "0", "")


def finds(typed: str, stored: str) -> bool:
    """As `adapters.db.member_search` looks for it."""
    digits = digits_typed(typed)
    assert digits is not None, typed
    return stored.endswith(national_tail(digits)) or stored in whole_numbers(digits)


@given(NUMBERS, st.sampled_from(STARTS), st.sampled_from((None, WIDE, ARABIC)), st.data())
def test_any_decoration_of_a_stored_number_finds_it(
    number: tuple[str, str], start: str, digits: dict[int, int] | None, data: st.DataObject
) -> None:
    country, rest = number
    bare = start.format(c=country) + rest
    typed = "".join(char + data.draw(BETWEEN) for char in bare)
    typed = data.draw(BETWEEN) + (typed.translate(digits) if digits else typed)
    assert finds(typed, country + rest)


@pytest.mark.parametrize(
    "typed",
    [
        "(0912) 345-678", "0912.345.678", "0912–345—678", "０９１２−３４５−６７８", "+886 0912 345 678",
        "00886912345678",
        "+886 (0)912 345 678", "\u202a+886 912 345 678\u202c", "\u200e0912345678", "345 678", "5678",
    ],
)  # fmt: skip
def test_as_people_write_it(typed: str) -> None:
    assert finds(typed, "886912345678")


@pytest.mark.parametrize("typed", ["", "王", "A123", "0912x", "12 34 王", "m-1", "½"])
def test_what_is_no_number(typed: str) -> None:
    assert digits_typed(typed) is None


@given(st.text(max_size=60))
@example("0" * 50)
def test_any_text_gets_an_answer(text: str) -> None:
    digits = digits_typed(text)
    if digits is not None:
        assert digits.isascii()
        assert digits.isdigit()
        assert len(whole_numbers(digits)) < 40


def test_other_numbers_are_not_found() -> None:
    assert not finds("0912345678", "886912345679")
    assert not finds("+886912345678", "86912345678")
