"""Check digits catch what they promise to catch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.members.card import (
    CardProblem,
    CardScheme,
    MemberCard,
    ean13_digit,
    ean13_holds,
    luhn_digit,
    luhn_holds,
    parse_card,
)
from kiosk.domain.scan.events import Symbology

DIGITS = "0123456789"


@pytest.mark.parametrize("number", ["79927398713", "4111111111111111", "18"])
def test_known_luhn_numbers(number: str) -> None:
    assert luhn_holds(number)


@pytest.mark.parametrize("number", ["4006381333931", "9780201379624", "2900000000018"])
def test_known_ean_numbers(number: str) -> None:
    assert ean13_holds(number)


@given(st.text(DIGITS, min_size=1, max_size=20), st.data())
def test_luhn_catches_every_single_wrong_digit(body: str, data: st.DataObject) -> None:
    number = body + luhn_digit(body)
    assert luhn_holds(number)
    place = data.draw(st.integers(0, len(number) - 1))
    wrong = data.draw(st.sampled_from([d for d in DIGITS if d != number[place]]))
    assert not luhn_holds(number[:place] + wrong + number[place + 1 :])


@given(st.text(DIGITS, min_size=12, max_size=12), st.data())
def test_ean_catches_every_single_wrong_digit(body: str, data: st.DataObject) -> None:
    number = body + ean13_digit(body)
    assert ean13_holds(number)
    place = data.draw(st.integers(0, 12))
    wrong = data.draw(st.sampled_from([d for d in DIGITS if d != number[place]]))
    assert not ean13_holds(number[:place] + wrong + number[place + 1 :])


@given(st.text(max_size=40), st.sampled_from(Symbology))
def test_any_text_gets_an_answer(text: str, symbology: Symbology) -> None:
    found = parse_card(text, symbology)
    if isinstance(found, MemberCard):
        assert found.number.isdigit()
        assert luhn_holds(found.number) or ean13_holds(found.number)
    else:
        assert found in CardProblem


def test_a_chain_numbers_its_cards_its_own_way() -> None:
    scheme = CardScheme(lengths=frozenset({10}), prefix="88", ean_prefixes=("299",))
    assert parse_card("8800000013", scheme=scheme) == MemberCard("8800000013")
    other = "77" + "0" * 7
    assert parse_card(other + luhn_digit(other), scheme=scheme) is CardProblem.NOT_A_CARD_NUMBER
    assert parse_card("2900000000018", Symbology.EAN13, scheme) is CardProblem.GOODS
    assert parse_card("123456", Symbology.EAN13, scheme) is CardProblem.NOT_A_CARD_NUMBER
