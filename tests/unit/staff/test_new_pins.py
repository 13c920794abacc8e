"""Which PINs are given out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.staff.new_pins import PinFlaw, pin_flaw

REFUSED = {
    PinFlaw.NO_DIGITS: ("", "12a4", "１２３５", "30-61", " 3061"),
    PinFlaw.LENGTH: ("306", "306192847"),
    PinFlaw.REPEATED: ("7777", "1212", "123123", "30613061", "1112", "900990"),
    PinFlaw.RUN: ("1234", "9876", "8901", "3210", "34567890"),
    PinFlaw.FAVOURITE: ("2580", "1314", "5201314", "147258"),
    PinFlaw.DATE: ("1987", "2031", "1231", "0229", "851130", "301185", "19851130", "30111985", "11301985"),
}


@pytest.mark.parametrize(("flaw", "pin"), [(flaw, pin) for flaw, pins in REFUSED.items() for pin in pins])
def test_what_is_guessed_first_is_refused(flaw: PinFlaw, pin: str) -> None:
    assert pin_flaw(pin) is flaw


@pytest.mark.parametrize("pin", ["3061", "8305", "70418", "906214", "3061928", "90814732"])
def test_others_are_given_out(pin: str) -> None:
    assert pin_flaw(pin) is None


def test_a_part_of_a_number_that_colleagues_know() -> None:
    assert pin_flaw("4072", ("s-14072",)) is PinFlaw.KNOWN_NUMBER
    assert pin_flaw("4072", ("s-1407", "2")) is None


@given(st.integers(0, 9), st.integers(4, 8), st.sampled_from((1, -1)))
def test_every_run_is_refused(first: int, length: int, step: int) -> None:
    assert pin_flaw("".join(str((first + at * step) % 10) for at in range(length))) is PinFlaw.RUN


@given(st.dates())
def test_every_day_is_refused_however_it_is_written(day: object) -> None:
    if 1900 <= day.year <= 2099:  # type: ignore[attr-defined]
        for form in ("%m%d", "%Y", "%y%m%d", "%d%m%y", "%m%d%y", "%Y%m%d", "%d%m%Y", "%m%d%Y"):
            assert pin_flaw(day.strftime(form)) is not None  # type: ignore[attr-defined]


def test_most_pins_stay() -> None:
    """Of four digits, which most chains take: a thief who knows what is refused has hardly fewer to try."""
    assert sum(pin_flaw(f"{number:04}") is None for number in range(10_000)) > 8_500


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    flaw = pin_flaw(text, (text,))
    assert flaw is not None
