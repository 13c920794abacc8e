"""Only the strict, small part of CBOR gets through."""

from __future__ import annotations

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.protocol.tokens import strict_cbor

scalars = st.integers(-(2**63), 2**63 - 1) | st.binary(max_size=30) | st.text(max_size=30) | st.booleans() | st.none()
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.integers(-(2**40), 2**40), inner, max_size=4),
    max_leaves=20,
)


def depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@given(values.filter(lambda value: depth(value) <= 8))
def test_what_tokens_are_made_of_survives(value: object) -> None:
    assert strict_cbor.loads(strict_cbor.dumps(value)) == value


@given(st.binary(max_size=200))
def test_whatever_is_accepted_is_written_back_the_same(data: bytes) -> None:
    try:
        value = strict_cbor.loads(data)
    except strict_cbor.StrictCborError:
        return
    assert cbor2.dumps(value) == data


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nothing", ""),
        ("cut short", "4401"),
        ("head cut short", "19 01"),
        ("left over", "01 02"),
        ("same key twice", "a2 01 01 01 02"),
        ("key not an integer", "a1 61 61 01"),
        ("indefinite array", "9f 01 ff"),
        ("indefinite text", "7f 61 61 ff"),
        ("break alone", "ff"),
        ("reserved length", "1c"),
        ("number longer than need be", "18 17"),
        ("length longer than need be", "58 01 00"),
        ("half float", "f9 3c00"),
        ("double", "fb 3ff0000000000000"),
        ("undefined", "f7"),
        ("simple value", "f8 20"),
        ("date tag", "c0 74 323031332d30332d32315432303a30343a30305a"),
        ("big number tag", "c2 49 010000000000000000"),
        ("regular expression tag", "d8 23 61 61"),
        ("shared reference tag", "d8 1d 00"),
        ("tag 18 inside", "81 d2 80"),
        ("tag 18 twice", "d2 d2 80"),
        ("too deep", "81" * 20 + "00"),
        ("huge array", "9a ffffffff"),
        ("huge bytes", "5a ffffffff"),
        ("too many items", "99 0201" + "00" * 0x201),
        ("broken UTF-8", "62 ff fe"),
    ],
)
def test_refused(name: str, data: str) -> None:
    with pytest.raises(strict_cbor.StrictCborError):
        strict_cbor.loads(bytes.fromhex(data))


def test_the_depth_that_is_allowed() -> None:
    assert strict_cbor.loads(bytes.fromhex("81" * 8 + "00")) is not None
    with pytest.raises(strict_cbor.StrictCborError, match="deeply"):
        strict_cbor.loads(bytes.fromhex("81" * 9 + "00"))
