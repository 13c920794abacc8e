"""Facts as bytes, and the chain that shows every change to them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.journal.facts import Fact, FactError, decode, encode, first_break, genesis, link

INT64 = st.integers(-(2**63), 2**63 - 1)
JSON = st.recursive(
    st.none() | st.booleans() | INT64 | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
FACTS = st.builds(
    Fact,
    epoch=INT64,
    seq=INT64,
    kind=st.text(max_size=12),
    hlc=INT64,
    at=INT64,
    off=st.none() | INT64,
    boot=st.text(max_size=8),
    mono=INT64,
    actor=st.text(max_size=8),
    body=st.dictionaries(st.text(max_size=6), JSON, max_size=4),
)
Chain = list[tuple[int, bytes, bytes]]


@given(FACTS)
def test_round_trip(fact: Fact) -> None:
    raw = encode(fact)
    assert decode(raw) == fact
    assert encode(decode(raw)) == raw
    raw.decode("utf-8")


def test_half_a_surrogate_pair_survives() -> None:
    fact = Fact(1, 1, "scan.refused", 0, 0, None, "b", 0, "lin", {"read": "\ud83d"})
    raw = encode(fact)
    assert b'"\\ud83d"' in raw
    assert decode(raw) == fact


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_no_fact_holds_what_json_cannot_say(value: float) -> None:
    with pytest.raises(ValueError):
        encode(Fact(1, 1, "x", 0, 0, None, "b", 0, "lin", {"value": value}))


GOOD = encode(Fact(1, 2, "sale.voided", 3, 4, None, "b", 5, "lin", {"txn": "X1"}))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        GOOD[:-1],
        GOOD.replace(b'"seq":2', b'"seq":Infinity'),
        GOOD.replace(b'"seq":2', b'"seq":NaN'),
        GOOD.replace(b'"seq":2', b'"seq":null'),
        GOOD.replace(b'{"txn":"X1"}', b"[]"),
        GOOD.replace(b'{"txn":"X1"}', b'[["txn","X1"]]'),
        GOOD.replace(b'{"txn":"X1"}', b"null"),
    ],
)
def test_what_is_no_fact_is_said_to_be_none(raw: bytes) -> None:
    with pytest.raises(FactError):
        decode(raw)


@given(
    st.binary(max_size=60)
    | st.tuples(st.integers(0, len(GOOD) - 1), st.integers(1, 255)).map(
        lambda flip: GOOD[: flip[0]] + bytes([GOOD[flip[0]] ^ flip[1]]) + GOOD[flip[0] + 1 :]
    )
)
def test_any_bytes_are_a_fact_or_a_fact_error(raw: bytes) -> None:
    try:
        fact = decode(raw)
    except FactError:
        return
    assert decode(encode(fact)) == fact


def chain_of(raws: list[bytes], device: str = "D1", epoch: int = 1) -> Chain:
    chain: Chain = []
    previous = genesis(device, epoch)
    for seq, raw in enumerate(raws, start=1):
        previous = link(previous, seq, raw)
        chain.append((seq, raw, previous))
    return chain


RAWS = st.lists(st.binary(min_size=1, max_size=20), min_size=1, max_size=8)


@given(RAWS)
def test_an_untouched_chain_holds_for_its_device_and_epoch_only(raws: list[bytes]) -> None:
    chain = chain_of(raws)
    assert first_break("D1", 1, chain) is None
    assert first_break("D2", 1, chain) == 1
    assert first_break("D1", 2, chain) == 1


@given(RAWS, st.data())
def test_one_flipped_bit_is_found_where_it_is(raws: list[bytes], data: st.DataObject) -> None:
    chain = chain_of(raws)
    place = data.draw(st.integers(0, len(chain) - 1))
    seq, raw, stored = chain[place]
    in_raw = data.draw(st.booleans())
    target = raw if in_raw else stored
    bit = data.draw(st.integers(0, 8 * len(target) - 1))
    flipped = (int.from_bytes(target, "big") ^ 1 << bit).to_bytes(len(target), "big")
    chain[place] = (seq, flipped, stored) if in_raw else (seq, raw, flipped)
    assert first_break("D1", 1, chain) == seq


@given(RAWS, st.data())
def test_a_missing_doubled_or_swapped_fact_is_found(raws: list[bytes], data: st.DataObject) -> None:
    chain = chain_of(raws)
    place = data.draw(st.integers(0, len(chain) - 1))
    seq = place + 1
    if place < len(chain) - 1:  # the end of a chain can only be missed by who knows how long it was
        assert first_break("D1", 1, chain[:place] + chain[place + 1 :]) == seq
    assert first_break("D1", 1, [*chain[: place + 1], chain[place], *chain[place + 1 :]]) == seq + 1
    if place < len(chain) - 1:
        swapped: Chain = [*chain[:place], chain[place + 1], chain[place], *chain[place + 2 :]]
        assert first_break("D1", 1, swapped) == seq


def test_editing_a_fact_and_its_hash_breaks_the_next_one() -> None:
    chain = chain_of([b"a", b"b", b"c"])
    chain[1] = (2, b"B", link(chain[0][2], 2, b"B"))
    assert first_break("D1", 1, chain) == 3


def test_time_is_corrected_by_what_was_known_of_hq_s_clock() -> None:
    values: dict[str, Any] = {
        "epoch": 1,
        "seq": 1,
        "kind": "x",
        "hlc": 0,
        "boot": "b",
        "mono": 0,
        "actor": "a",
        "body": {},
    }
    assert Fact(at=1_000, off=-300, **values).corrected_ms == 700
    assert Fact(at=1_000, off=None, **values).corrected_ms == 1_000
