"""Odd input for every door that bytes come in by: values, messages and requests as no client of ours sends them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import zstandard
from hypothesis import strategies as st

NUMBERS = (0, -1, 1, 2**31, 2**53 + 1, 2**63 - 1, 2**63, -(2**63) - 1, 2**64, 10**30, 0.5, 1e308, -0.0, True)
TEXTS = (
    "",
    "\0",
    "a\0b",
    "x" * 65,
    "x" * 5_000,
    "測試" * 40,
    "\u202e\u0000\uffff",
    "😀" * 33,
    "../../etc/passwd",
    "' OR 1=1 --",
    "%00",
    "\r\n",
)
BYTES = (b"", b"\0", b"\xff" * 31, b"\xff" * 32, b"\xff" * 33, b"x" * 5_000)

values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.sampled_from(NUMBERS) | st.sampled_from(TEXTS) | st.sampled_from(BYTES),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(TEXTS[:8]), inner, max_size=3),
    max_leaves=6,
)

RAW = (
    b"",
    b"\xef\xbb\xbf{}",
    b"\xff\xfe{\0}\0",
    b"null",
    b"[]",
    b'""',
    b"[" * 20_000,
    b'{"a":' * 20_000,
    b"\x91" * 20_000,
    b'{"x":1,"x":2}',
    b'{"x":' + b"9" * 5_000 + b"}",
    b'{"x":1e999999}',
    b'{"x":-0}',
    b'{"x":"\\ud800"}',
    b'{"x":"\xed\xa0\x80"}',
    b'{"x":NaN}',
    b"\xc1" * 40,
    b"\xdd\xff\xff\xff\xff",
    b"\xdf\xff\xff\xff\xff",
    b"\xc6\xff\xff\xff\xff",
    b"\xd4\xff\x00",
    b"\x81\xa1x\xcf" + b"\xff" * 8,
)
"""Bodies that are no message of anybody's: cut, nested, doubled, beyond all bounds."""


def _changed(draw: Callable[[Any], Any], message: Any, depth: int = 0) -> Any:
    """The message with one thing in it changed, left out, doubled or added."""
    if isinstance(message, dict) and message and draw(st.integers(0, 4)) and depth < 3:
        name = draw(st.sampled_from(sorted(message)))
        what = draw(st.sampled_from(("in", "in", "value", "value", "gone", "more")))
        if what == "gone":
            return {key: value for key, value in message.items() if key != name}
        if what == "more":
            return {**message, draw(st.sampled_from(TEXTS)): draw(values)}
        return {**message, name: draw(values) if what == "value" else _changed(draw, message[name], depth + 1)}
    if isinstance(message, list) and message and draw(st.booleans()) and depth < 3:
        at = draw(st.integers(0, len(message) - 1))
        return [*message[:at], _changed(draw, message[at], depth + 1), *message[at + 1 :]]
    return draw(values)


@st.composite
def changed(draw: Callable[[Any], Any], message: Any) -> Any:
    """A message with up to three changes."""
    for _ in range(draw(st.integers(1, 3))):
        message = _changed(draw, message)
    return message


def _json(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except (TypeError, ValueError, OverflowError):
        return json.dumps(value, default=lambda other: other.decode("latin-1"), ensure_ascii=True).encode()


def _msgpack(value: Any) -> bytes:
    try:
        return msgspec.msgpack.encode(value)
    except (TypeError, ValueError, OverflowError):
        return _json(value)


@st.composite
def bodies(draw: Callable[[Any], Any], message: Any) -> tuple[bytes, dict[str, str]]:
    """A body, and the headers that say what it is; not always the truth."""
    kind = draw(st.sampled_from(("application/json", "application/msgpack", "application/json; charset=utf-16")))
    if draw(st.integers(0, 3)):
        said = draw(changed(message))
        body = _msgpack(said) if "msgpack" in kind else _json(said)
    else:
        body = draw(st.sampled_from(RAW) | st.binary(max_size=60))
    headers = {"content-type": kind}
    how = draw(st.sampled_from(("", "", "", "cut", "zstd", "zstd cut", "bomb", "gzip", "zstd, zstd", "other kind")))
    if how == "cut":
        body = body[: draw(st.integers(0, len(body)))]
    elif how.startswith("zstd"):
        body = zstandard.compress(body)
        headers["content-encoding"] = how.removesuffix(" cut")
        if how.endswith("cut"):
            body = body[: draw(st.integers(0, len(body)))]
    elif how == "bomb":
        body, headers["content-encoding"] = BOMB, "zstd"
    elif how == "gzip":
        headers["content-encoding"] = "gzip"
    elif how == "other kind":
        headers["content-type"] = draw(st.sampled_from(("", "text/html", "application/cbor", "a" * 300, "\xff")))
    return body, headers


BOMB = zstandard.compress(bytes(64 * 1024 * 1024))
"""2 KB that become 64 MB."""

HEADERS = st.dictionaries(
    st.sampled_from(("range", "accept", "accept-encoding", "if-none-match", "x-forwarded-for", "cookie", "expect")),
    st.sampled_from(
        (
            "",
            "bytes=" + "9" * 5_000 + "-",
            "bytes=-" + "9" * 5_000,
            "bytes=5-3",
            "bytes=-",
            "bytes=0-0,5-9",
            "bytes=²-",
            "bytes=9223372036854775807-9223372036854775808",
            "zstd;q=0, *",
            "application/msgpack, application/json",
            "\xff\xfe",
            "\t",
            "a" * 9_000,
        )
    ),
    max_size=3,
)
PIECES = st.sampled_from(("x", "", "..", "%00", "\0", "測", "a" * 300, "\x7f", "a/b", "?", "store/s1/coupons", "c0"))


_PATHS = ("*", "/", "//", "/%ff%fe", "/%", "/%zz", "/a" * 4_000, "http://x/healthz", "/?a=\xff", "/#")
_TAILS = (b"", b"hello", b"5\r\nhello\r\n0\r\n\r\n", b"zz\r\n", b"-1\r\n", b"f" * 40 + b"\r\n", b"\0" * 99)


def requests_by_hand(paths: list[str]) -> st.SearchStrategy[bytes]:
    """Bytes that a web server may be sent in place of a request."""
    lines = st.builds(
        lambda method, path, version: f"{method} {path} {version}".encode("latin-1"),
        st.sampled_from(("GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT", "TRACE", "get", "G\0T", "", "X" * 200)),
        st.sampled_from(
            [*paths, "*", "/", "//", "/%ff%fe", "/%", "/%zz", "/a" * 4_000, "http://x/healthz", "/?a=\xff", "/#"]
        ),
        st.sampled_from(("HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "", "HTTP/1.1 ")),
    )
    header = st.sampled_from(
        (
            b"Host: localhost",
            b"Host: a\r\nHost: b",
            b"Content-Length: 0",
            b"Content-Length: -1",
            b"Content-Length: " + b"9" * 5_000,
            b"Content-Length: 5\r\nContent-Length: 6",
            b"Content-Length: 5\r\nTransfer-Encoding: chunked",
            b"Transfer-Encoding: chunked, identity",
            b"Transfer-Encoding: gzip",
            b"Content-Length: \xb2",
            b"Content-Length: +5",
            b"Authorization: Bearer \xff\xfe",
            b"Authorization: Bearer " + b"x" * 9_000,
            b"Authorization: " + b" " * 500,
            b"Upgrade: websocket\r\nConnection: Upgrade",
            b"Expect: 200-ok",
            b"X: \0",
            b": nothing",
            b"no colon",
            b" folded",
        )
    )
    tails = st.sampled_from(
        (b"", b"hello", b"5\r\nhello\r\n0\r\n\r\n", b"zz\r\n", b"-1\r\n", b"f" * 40 + b"\r\n", b"\0" * 99)
    )
    whole = st.builds(
        lambda line, headers, tail: b"\r\n".join([line, *headers]) + b"\r\n\r\n" + tail,
        lines,
        st.lists(header, max_size=4),
        tails,
    )
    return (
        whole | st.binary(max_size=80) | st.sampled_from((b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01\0\xa5\1"))
    )
