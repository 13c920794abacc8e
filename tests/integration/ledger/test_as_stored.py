"""The quick way to a fact's bytes gives what the long way gives, for whatever a body holds."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.db.as_stored import as_stored
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact

TEXT = st.text(st.characters(), max_size=8)  # half surrogate pairs included
LEAF = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
KEY = TEXT | st.integers(0, 20) | st.sampled_from(["a", "b", "é", "林", "\uffff", "\U00010000", "\x7f"])
VALUE = st.recursive(
    LEAF,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(KEY, inner, max_size=4).filter(lambda keys: len({type(key) for key in keys}) <= 1)
    ),
    max_leaves=8,
)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=8,
)


class Colour(Enum):
    RED = "red"


class Word(StrEnum):
    YES = "yes"


def record(body: Any) -> dict[str, Any]:
    return {
        "epoch": 1,
        "seq": 7,
        "kind": "sale.completed",
        "hlc": 1 << 56,
        "at": 1_700_000_000_000,
        "off": None,
        "boot": "b-1",
        "mono": 5,
        "actor": "s-林",
        "body": body,
    }


def long_way(body: Any) -> tuple[bytes, Fact]:
    raw = facts.encode(Fact(**record(body)))
    return raw, facts.decode(raw)


@given(st.dictionaries(st.text(max_size=6), PLAIN, max_size=6))
def test_plain_bodies_come_out_the_same(body: dict[str, Any]) -> None:
    assert as_stored(record(body)) == long_way(body)


@given(st.dictionaries(TEXT, VALUE, max_size=4))
def test_odd_bodies_come_out_the_same(body: dict[str, Any]) -> None:
    raw, fact = as_stored(record(body))
    # by its text: -0.0 equals 0.0, True equals 1
    assert (raw, repr(fact)) == (long_way(body)[0], repr(long_way(body)[1]))


@pytest.mark.parametrize(
    "value", [1e16, 1e-7, 1.0, -0.0, 2**64, 2**200, -(2**63) - 1, "\ud83d", "\x00\x1f\x7f\u2028", Word.YES]
)
def test_what_can_be_written_in_two_ways_is_written_in_one(value: Any) -> None:
    assert as_stored(record({"value": value})) == long_way({"value": value})


@pytest.mark.parametrize(
    "value",
    [
        math.nan,
        math.inf,
        {1, 2},
        frozenset(),
        b"bytes",
        Decimal("1.5"),
        dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        Colour.RED,
        object(),
        Fact(**record({})),
        {"a": 1, 2: "b"},
    ],
)
def test_what_json_cannot_say_is_refused_alike(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)) as long:
        long_way({"value": value})
    with pytest.raises(type(long.value)):
        as_stored(record({"value": value}))


@pytest.mark.parametrize("body", [[1], "text", None, 5])
def test_a_body_is_an_object(body: Any) -> None:
    with pytest.raises(facts.FactError):
        as_stored(record(body))


def test_what_comes_back_is_nobody_elses() -> None:
    body = {"coupons": [{"id": "c1"}]}
    raw, fact = as_stored(record(body))
    body["coupons"][0]["id"] = "c2"
    assert fact == facts.decode(raw)
    assert fact.body == {"coupons": [{"id": "c1"}]}
