"""The chain's brand: at HQ, on its way, and what a terminal makes of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.documents.brand import LEAST_CONTRAST, MOST_LOGO, Brand, contrast, readable
from kiosk.domain.texts import LocalText
from kiosk.hq.documents.brand import BrandFault
from kiosk.hq.headquarters import Headquarters
from kiosk.protocol.row_reader import read_row
from kiosk.protocol.rows import encode_row
from tests.unit.hq.rig import Terminal, words

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
BRAND = Brand(words("Qinghe"), PNG, "#0e6b5b")


def test_terminals_are_told_and_told_that_there_is_none_any_more(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq, "s1")
    assert till.rows("chain/brand") == {}
    hq.put_brand(BRAND)
    assert hq.brand() == BRAND
    row = till.rows("chain/brand")["brand"]
    assert (row["colour"], row["name"]["en"]) == ("#0e6b5b", "Qinghe")
    hq.put_brand(None)
    assert hq.brand() is None
    assert till.rows("chain/brand") == {}


@pytest.mark.parametrize(
    "wrong",
    [
        Brand(words(""), PNG),
        Brand(words("a\nb"), PNG),
        Brand(words("x" * 65), PNG),
        Brand(LocalText("青禾", "青禾", " "), PNG),
        Brand(words("x"), PNG, "#ffff00"),
        Brand(words("x"), PNG, "0e6b5b"),
        Brand(words("x"), PNG, "#0E6B5B"),
        Brand(words("x"), b"GIF89a"),
        Brand(words("x"), PNG + bytes(MOST_LOGO)),
    ],
)
def test_what_no_paper_could_wear_is_refused(hq: Headquarters, wrong: Brand) -> None:
    hq.put_brand(BRAND)
    with pytest.raises(BrandFault):
        hq.put_brand(wrong)
    assert hq.brand() == BRAND


def test_the_longest_row_stays_below_100_kb() -> None:
    longest = Brand(words("新" * 64), (PNG + bytes(MOST_LOGO))[:MOST_LOGO], "#000000")
    assert len(encode_row(longest)) < 100_000


@given(st.integers(0, 0xFFFFFF).map(lambda rgb: f"#{rgb:06x}"))
def test_every_colour_becomes_one_that_is_read_on_white(colour: str) -> None:
    found = readable(colour)
    assert contrast(found) >= LEAST_CONTRAST
    assert readable(found) == found
    assert found == colour or contrast(colour) < LEAST_CONTRAST
    parts = [(int(colour[at : at + 2], 16), int(found[at : at + 2], 16)) for at in (1, 3, 5)]
    assert all(after <= before for before, after in parts)


def test_contrast_is_wcag_s() -> None:
    assert contrast("#ffffff") == pytest.approx(1)
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("field", "value", "stands"),
    [
        ("logo", "R0lGODlh", b""),
        ("logo", 5, b""),
        ("logo", "no base64!", b""),
        ("colour", "#ffff00", "#000000"),
        ("colour", "red", "#000000"),
        ("colour", None, "#000000"),
    ],
)
def test_a_terminal_prints_without_what_it_cannot_read(field: str, value: object, stands: object) -> None:
    raw: dict[str, Any] = json.loads(encode_row(BRAND))
    read = read_row(json.dumps(raw | {field: value}), Brand, "brand").row
    assert read is not None
    assert getattr(read, field) == stands
    assert read.name == BRAND.name


def test_without_a_name_there_is_no_brand() -> None:
    raw: dict[str, Any] = json.loads(encode_row(BRAND))
    assert read_row(json.dumps(raw | {"name": 3}), Brand, "brand").row is None
