"""Canonical bytes and the one hash of KD1: whoever recomputes a draw has to arrive at these bytes.

`jcs` is RFC 8785 over what KD1 allows: texts (in NFC), whole numbers below 2^53, booleans, arrays, objects. There are
no fractions and no null, so that no two languages can disagree about how a value is written.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

LARGEST = 2**53 - 1
"""The largest whole number that every JSON reader has exactly."""
DEEPEST = 64
"""More layers than this are no body of ours; a reader must not be led into its own stack."""

_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def H(tag: str, *parts: bytes) -> bytes:
    """`H(tag, p1..pn)`: SHA-256 of the framed tag and parts, 32 bytes. Framing makes ("a", "bc") and ("ab", "c")
    differ. Raises ValueError for a tag of more than 251 bytes."""
    name = f"KD1/{tag}".encode()
    if len(name) > 255:
        raise ValueError("a tag has at most 251 bytes")
    framed = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return hashlib.sha256(len(name).to_bytes(1, "big") + name + framed).digest()


def jcs(value: Any) -> bytes:
    """The canonical bytes of a value. Raises ValueError for what KD1 does not allow: fractions, null, numbers of 2^53
    and more, texts with half a surrogate pair, keys that are no texts or become the same in NFC."""
    try:
        return _written(settled(value)).encode()
    except UnicodeEncodeError as error:
        raise ValueError("half a surrogate pair") from error


def signed_bytes(body: Any) -> bytes:
    """What an Ed25519 signature over `body` is made of: `H("sig", JCS(body))`. The signature stands outside of it."""
    return H("sig", jcs(body))


def settled(value: Any, depth: int = DEEPEST) -> Any:
    """A value as its canonical bytes have it: keys in order, texts in NFC. Raises ValueError as `jcs` does."""
    if depth == 0:
        raise ValueError("too many layers")
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if value is True or value is False:
        return value
    if type(value) is int:
        if not -LARGEST <= value <= LARGEST:
            raise ValueError("a number of 2^53 or more")
        return value
    if isinstance(value, (list, tuple)):
        return [settled(item, depth - 1) for item in value]
    if isinstance(value, Mapping):
        return _object(value, depth)
    raise ValueError(f"{type(value).__name__} has no canonical bytes")


def _object(value: Mapping[Any, Any], depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, item in value.items():
        if not isinstance(key, str):
            raise ValueError("a key that is no text")
        name = key if key.isascii() else unicodedata.normalize("NFC", key)
        if name in found:
            raise ValueError("two keys are the same in NFC")
        found[name] = settled(item, depth - 1)
    return {name: found[name] for name in sorted(found, key=_utf_16)}


def _utf_16(name: str) -> bytes:
    """RFC 8785 sorts by UTF-16 units, which is not the order of code points beyond the basic plane."""
    return name.encode("utf-16-be", "surrogatepass")
