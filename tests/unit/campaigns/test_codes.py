"""Public codes: what is one and the same, what may be one, and what the check says of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.codes import LONGEST, codes_of, may_be_one, same
from tests.unit.campaigns.stage import campaign


@pytest.mark.parametrize("text", ["SUMMER24", "summer24", "ＳＵＭＭＥＲ２４", " summer 24 ", "Summer-24", "SUMMER–24"])
def test_a_code_is_the_same_however_it_is_typed(text: str) -> None:
    assert same(text) == "summer24"
    assert may_be_one(text)


@pytest.mark.parametrize("text", ["", "ab", "12345678", "a" * 33, "SUMMER24!", "KC1:6BF", "https://x.example/q/1"])
def test_what_is_no_code(text: str) -> None:
    assert not may_be_one(text)


@given(st.text(max_size=200))
def test_any_text_is_looked_at(text: str) -> None:
    assert not may_be_one(text) or (same(text).isalnum() and len(same(text)) <= LONGEST)


RULE = "rules:\n  - {id: one, name: NAME, when: %s, if: {code: [%s]}, give: [%s]%s}\n"
OFF = "{discount: {off: 5}}"


@pytest.mark.parametrize(
    ("when", "code", "limits", "said"),
    [
        ("basket", "SUMMER24", "", "open_code"),
        ("basket", '"123"', ", limits: [{most: 5}]", "bad_code"),
        ("registered", "SUMMER24", ", limits: [{most: 5}]", "no_meaning"),
    ],
)
def test_the_check_says_what_is_wrong_with_a_code(when: str, code: str, limits: str, said: str) -> None:
    gives = OFF if when == "basket" else "{points: 5}"
    found = [one.code for one in check(campaign(RULE % (when, code, gives, limits)))]
    assert said in found


def test_a_good_one_is_found() -> None:
    one = campaign(RULE % ("basket", "Summer 24", OFF, ", for: everyone, limits: [{most: 5}]"))
    assert codes_of([one]) == {"summer24"}
    assert not {"open_code", "bad_code", "no_meaning"} & {finding.code for finding in check(one)}
