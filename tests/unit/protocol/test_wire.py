"""Bodies on the wire: round trips, and everything that can be wrong with bytes."""

from __future__ import annotations

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from kiosk.protocol.wire.encoding import JSON, MAX_BODY, MSGPACK, BodyTooLarge, WireError, decode, encode
from kiosk.protocol.wire.messages import (
    BucketPage,
    Health,
    Hints,
    PullAnswer,
    PushAnswer,
    PushRequest,
    PushResult,
    RedeemAnswer,
    Row,
)

INT = st.integers(0, 2**53)
TEXT = st.text(max_size=12)
HEALTH = st.builds(Health, app_version=TEXT, queue=INT, oldest_ms=st.none() | INT, disk_free=st.none() | INT)
MESSAGES: st.SearchStrategy[msgspec.Struct] = st.one_of(
    st.builds(
        PushRequest,
        device=TEXT,
        epoch=INT,
        first=INT,
        prev_hash=st.binary(max_size=32),
        last_hash=st.binary(max_size=32),
        facts=st.lists(st.binary(max_size=40), max_size=5).map(tuple),
        health=st.none() | HEALTH,
    ),
    st.builds(
        PushAnswer,
        acked=INT,
        hash=st.binary(max_size=32),
        time=INT,
        results=st.lists(
            st.builds(
                PushResult,
                seq=INT,
                kind=st.sampled_from(("conflict", "unread")),
                detail=st.dictionaries(TEXT, TEXT | INT, max_size=3),
            ),
            max_size=3,
        ).map(tuple),
        hints=st.builds(Hints, push_after=INT, pull_after=INT),
    ),
    st.builds(
        RedeemAnswer,
        op=TEXT,
        verdict=st.sampled_from(("granted", "refused")),
        time=INT,
        code=st.none() | TEXT,
        args=st.dictionaries(TEXT, TEXT | INT, max_size=3),
        expires=st.none() | INT,
    ),
)
PUSH = PushRequest(
    device="D1",
    epoch=1,
    first=7,
    prev_hash=bytes(32),
    last_hash=bytes(range(32)),
    facts=('{"txn":"陳"}'.encode(),) * 5,
    health=Health(app_version="0.1", queue=3),
)
FORMS = [(kind, packed) for kind in (JSON, MSGPACK) for packed in (False, True)]


def encoding(packed: bool) -> str | None:
    return "zstd" if packed else None


@given(MESSAGES, st.sampled_from(FORMS))
def test_round_trip(message: msgspec.Struct, form: tuple[str, bool]) -> None:
    kind, packed = form
    body = encode(message, kind, compress=packed)
    assert decode(body, type(message), kind, encoding=encoding(packed)) == message


@pytest.mark.parametrize("kind", [JSON, MSGPACK])
def test_rows_travel_unread(kind: str) -> None:
    rows = (Row(id="M1", rev=7, data='{"name":"陳雅麗"}'), Row(id="M2", rev=8))
    answer = PullAnswer(
        pages=(BucketPage(bucket="store/S02/members", rows=rows, cursor=8, count=1, checksum=3),), time=1
    )
    assert decode(encode(answer, kind), PullAnswer, kind) == answer


@pytest.mark.parametrize("kind", [JSON, MSGPACK])
def test_fields_of_a_newer_program_are_ignored(kind: str) -> None:
    newer = msgspec.to_builtins(PUSH, builtin_types=(bytes,) if kind == MSGPACK else ()) | {"colour": "green"}
    body = msgspec.msgpack.encode(newer) if kind == MSGPACK else msgspec.json.encode(newer)
    assert decode(body, PushRequest, kind) == PUSH


@pytest.mark.parametrize(("kind", "packed"), FORMS)
def test_cut_off_anywhere(kind: str, packed: bool) -> None:
    body = encode(PUSH, kind, compress=packed)
    for length in range(len(body)):
        with pytest.raises(WireError):
            decode(body[:length], PushRequest, kind, encoding=encoding(packed))


@pytest.mark.parametrize(("kind", "packed"), FORMS)
def test_something_after_the_end(kind: str, packed: bool) -> None:
    with pytest.raises(WireError):
        decode(encode(PUSH, kind, compress=packed) + b"x", PushRequest, kind, encoding=encoding(packed))


@pytest.mark.parametrize(("kind", "packed"), FORMS)
def test_one_flipped_byte(kind: str, packed: bool) -> None:
    """Compressed, it is found wherever it is; plain, it is an error or another message (facts have their chain)."""
    body = encode(PUSH, kind, compress=packed)
    for place in range(len(body)):
        for flip in (0x01, 0x80, 0xFF):
            broken = body[:place] + bytes([body[place] ^ flip]) + body[place + 1 :]
            try:
                found = decode(broken, PushRequest, kind, encoding=encoding(packed))
            except WireError:
                continue
            assert isinstance(found, PushRequest)
            assert not packed or found == PUSH


@given(st.binary(max_size=80), st.sampled_from(FORMS))
def test_any_bytes(body: bytes, form: tuple[str, bool]) -> None:
    kind, packed = form
    try:
        found = decode(body, PushRequest, kind, encoding=encoding(packed))
    except WireError:
        return
    assert isinstance(found, PushRequest)


def test_a_decompression_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zstandard.compress(bytes(MAX_BODY + 1))
    assert len(bomb) < 2_000
    with pytest.raises(BodyTooLarge):
        decode(bomb, PushRequest, JSON, encoding="zstd")


def test_a_bomb_that_hides_its_size_or_lies_about_it() -> None:
    packer = zstandard.ZstdCompressor(write_content_size=False)
    with pytest.raises(WireError):
        decode(packer.compress(bytes(100_000_000)), PushRequest, JSON, encoding="zstd")
    honest = zstandard.compress(bytes(MAX_BODY))
    assert honest[4] >> 6 == 2  # four bytes of content size follow the descriptor (RFC 8878, 3.1.1.1)
    single_segment = honest[4] >> 5 & 1
    at = 5 if single_segment else 6
    liar = honest[:at] + (64).to_bytes(4, "little") + honest[at + 4 :]
    with pytest.raises(WireError):
        decode(liar, PushRequest, JSON, encoding="zstd")


def test_a_large_plain_body_is_refused() -> None:
    with pytest.raises(BodyTooLarge):
        decode(b" " * (MAX_BODY + 1), PushRequest, JSON)


@pytest.mark.parametrize(
    ("kind", "body"),
    [(JSON, b'{"args":' + b'{"a":' * 100_000), (MSGPACK, b"\x81\xa4args" + b"\x81\xa1a" * 100_000)],
)
def test_endless_nesting(kind: str, body: bytes) -> None:
    with pytest.raises(WireError):
        decode(body, RedeemAnswer, kind)


@pytest.mark.parametrize("kind", ["text/html", "", "application/json5"])
def test_other_content_types(kind: str) -> None:
    with pytest.raises(WireError):
        decode(b"{}", PushRequest, kind)


def test_other_encodings_and_type_parameters() -> None:
    body = encode(PUSH, JSON)
    assert decode(body, PushRequest, "Application/JSON; charset=utf-8", encoding="identity") == PUSH
    with pytest.raises(WireError):
        decode(body, PushRequest, JSON, encoding="gzip")
