"""A phone typed in any way is one number; what is none says why."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.registration.phones import COUNTRIES, PhoneProblem, country_of, read_phone, shown
from tests.unit.domain.test_phones import ARABIC, BETWEEN, WIDE

MOBILES = {
    "TW": st.text("0123456789", min_size=6, max_size=6).map(lambda rest: f"+886912{rest}"),
    "CN": st.text("0123456789", min_size=8, max_size=8).map(lambda rest: f"+86138{rest}"),
    "HK": st.text("0123456789", min_size=6, max_size=6).map(lambda rest: f"+85292{rest}"),
    "MO": st.text("0123456789", min_size=5, max_size=5).map(lambda rest: f"+853662{rest}"),
    "JP": st.text("0123456789", min_size=7, max_size=7).map(lambda rest: f"+81901{rest}"),
    "GB": st.text("0123456789", min_size=6, max_size=6).map(lambda rest: f"+447400{rest}"),
}
ANYWHERE = tuple(
    phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    if (number := phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)) is not None
)


def in_use(e164: str) -> bool:
    return phonenumbers.is_valid_number(phonenumbers.parse(e164))


def decorated(bare: str, digits: dict[int, str] | None, data: st.DataObject) -> str:
    typed = "".join(char + data.draw(BETWEEN) for char in bare)
    return data.draw(BETWEEN) + (typed.translate(digits) if digits else typed)


@given(
    st.sampled_from(sorted(MOBILES)).flatmap(lambda land: st.tuples(st.just(land), MOBILES[land].filter(in_use))),
    st.sampled_from(("+{c}{n}", "+{c}0{n}", "+{c}(0){n}", "00{c}{n}", "{c}{n}", "national", "{n}")),
    st.sampled_from((None, WIDE, ARABIC)),
    st.data(),
)
def test_every_way_of_typing_is_the_same_number(
    number: tuple[str, str], way: str, digits: dict[int, str] | None, data: st.DataObject
) -> None:
    home, e164 = number
    parsed = phonenumbers.parse(e164)
    code, rest = str(parsed.country_code), str(parsed.national_number)
    if way == "national":
        bare = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    else:
        bare = way.format(c=code, n=rest)
    if home in ("HK", "MO") and "0{n}" in way.replace("(0)", "0"):
        return  # nobody there has a national zero
    read = read_phone(decorated(bare, digits, data), home)
    assert (read.e164, read.country, read.problem, read.mobile) == (e164, home, None, True)


@pytest.mark.parametrize("home", ["TW", ""])
def test_any_countrys_mobile_with_its_code(home: str) -> None:
    for e164 in ANYWHERE:
        for typed in (e164, f"00{e164[1:]}", e164.replace("+", "+ "), f"手機：{e164}"):
            assert read_phone(typed, home).e164 == e164, typed


@pytest.mark.parametrize(
    ("typed", "home", "e164"),
    [
        ("13800138000", "TW", "+8613800138000"),
        ("0912345678", "CN", "+886912345678"),
        ("0912345678", "HK", "+886912345678"),
        ("66123456", "HK", "+85266123456"),
        ("66123456", "MO", "+85366123456"),
        ("91234567", "MO", "+85291234567"),
        ("0912345678", "", "+886912345678"),
        ("(02) 2345-6789", "TW", "+886223456789"),
        ("002 886 912 345 678", "JP", "+886912345678"),
    ],
)
def test_without_a_countrys_code_the_stores_own_comes_first(typed: str, home: str, e164: str) -> None:
    assert read_phone(typed, home).e164 == e164


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", PhoneProblem.EMPTY),
        ("\u202e \u200b", PhoneProblem.EMPTY),
        ("王小明", PhoneProblem.NOT_A_NUMBER),
        ("<script>alert(1)</script>", PhoneProblem.NOT_A_NUMBER),
        ("0912345678 0922333444 0933444555", PhoneProblem.TOO_LONG),
        ("12", PhoneProblem.TOO_SHORT),
        ("091234567", PhoneProblem.TOO_SHORT),
        ("09123456789", PhoneProblem.TOO_LONG),
        ("+999 123 456", PhoneProblem.NO_SUCH_NUMBER),
        ("0" * 5000, PhoneProblem.NOT_A_NUMBER),
    ],
)
def test_what_is_none_says_why(typed: str, problem: PhoneProblem) -> None:
    read = read_phone(typed, "TW")
    assert (read.problem, read.e164) == (problem, "")


def test_a_digit_too_many_is_no_landline_of_another_country() -> None:
    # 0912 is Yulin's in Guangxi: with 7 digits behind it somebody's telephone there
    assert read_phone("0912 3456 789", "TW").e164 == ""
    assert read_phone("0912 3456 789", "CN").e164 == "+869123456789"


@given(st.text(max_size=80), st.sampled_from((*COUNTRIES, "", "XX")))
def test_any_text_is_a_valid_number_or_none(text: str, home: str) -> None:
    read = read_phone(text, home)
    assert (read.problem is None) == bool(read.e164)
    if read.e164:
        assert phonenumbers.is_valid_number(phonenumbers.parse(read.e164))
        assert read_phone(read.e164, home) == read == read_phone(read.shown, home)


def test_shown_with_the_code_where_it_is_another_countrys() -> None:
    assert read_phone("0912345678", "TW").shown == "0912 345 678"
    assert shown("+886912345678", "CN") == "+886 912 345 678"
    assert shown("nothing", "CN") == "nothing"
    assert (country_of("TWD"), country_of("XXX")) == ("TW", "")
