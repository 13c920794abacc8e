"""What a clerk types about a sale may be a receipt's number, an amount, a member and a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.documents.receipt_code import receipt_named
from kiosk.domain.ids import ordered_id
from kiosk.domain.sales.said import said_of

NOW = datetime(2026, 11, 21, 6, 26, tzinfo=UTC)
ZONE = "Asia/Taipei"


def day_said(text: str) -> date | None:
    said = said_of(text, "TWD", ZONE, NOW)
    return None if said.since is None else said.since.astimezone(ZoneInfo(ZONE)).date()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11/20", date(2026, 11, 20)),
        ("１１／２０", date(2026, 11, 20)),
        ("12/24", date(2025, 12, 24)),  # the last one that is not ahead
        ("2/29", date(2024, 2, 29)),
        ("2026-11-05", date(2026, 11, 5)),
        ("2026/11/5", date(2026, 11, 5)),
        ("2026年11月5日", date(2026, 11, 5)),
        ("11月5日", date(2026, 11, 5)),
        ("20 Nov", date(2026, 11, 20)),
        ("20 november 2025", date(2025, 11, 20)),
        ("今天", date(2026, 11, 21)),
        ("yesterday", date(2026, 11, 20)),
        ("13/45", None),
        ("980", None),
        ("S02-02-000042", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert day_said(text) == day


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("980", (98_000,)),
        ("NT$980", (98_000,)),
        ("ｎｔ＄ 1,234.50", (123_450,)),
        ("9.8", (980,)),
        ("1,23", ()),
        ("9.801", ()),
        ("王小明", ()),
    ],
)
def test_amounts(text: str, amounts: tuple[int, ...]) -> None:
    assert said_of(text, "TWD", ZONE, NOW).amounts == amounts


def test_decimals_are_those_of_the_currency() -> None:
    assert said_of("980", "JPY", ZONE, NOW).amounts == (980,)
    assert said_of("9.801", "KWD", ZONE, NOW).amounts == (9_801,)


def test_a_number_is_a_receipt_whole_or_as_it_is_read_out() -> None:
    assert said_of("42", "TWD", ZONE, NOW).numbers == (42,)
    for text in ("收銀 1-000042", "收銀 1-2.000042", "2.000042"):
        whole = said_of(text, "TWD", ZONE, NOW)
        assert (whole.numbers, whole.whole_receipt, whole.term) == ((42,), True, text)
    assert not said_of("000042", "TWD", ZONE, NOW).whole_receipt


def test_a_day_and_something_else() -> None:
    said = said_of("王 11/20", "TWD", ZONE, NOW)
    assert (said.term, said.since is not None) == ("王", True)
    assert said.since is not None
    assert said.until == said.since + timedelta(days=1)


@given(st.text(max_size=60))
def test_whatever_is_typed_means_something_or_nothing(text: str) -> None:
    said = said_of(text, "TWD", ZONE, NOW)
    assert all(0 <= number < 10**16 for number in said.numbers)
    assert all(amount >= 0 for amount in said.amounts)
    assert (said.since is None) is (said.until is None)


@given(st.integers(1_600_000_000_000, 1_795_000_000_000), st.binary(min_size=10, max_size=10))
def test_every_receipt_names_its_sale_however_it_is_scanned(at: int, chance: bytes) -> None:
    txn = ordered_id(at, chance)
    for text in (txn, f" {txn}\r", f"]Q1{txn}", f"\ufeff{txn}", txn.upper()):
        assert receipt_named(text, 1_795_000_000_000) == txn
    assert receipt_named(txn[:-1], 1_795_000_000_000) is None
    assert receipt_named(f"{txn}0", 1_795_000_000_000) is None


def test_somebody_elses_number_is_no_receipt() -> None:
    assert receipt_named("d41d8cd98f00b204e9800998ecf8427e", 1_795_000_000_000) is None
    assert receipt_named("0" * 32, 1_795_000_000_000) is None
