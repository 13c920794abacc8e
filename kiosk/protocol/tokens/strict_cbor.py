"""The small, strict part of CBOR (RFC 8949) that tokens are made of.

cbor2 reads far more than a token may hold: dates, regular expressions, shared references, big numbers,
endless arrays. Everything a customer can hold in front of a camera comes through here, so the shape is
checked byte by byte first and only then decoded.
"""

from __future__ import annotations

import cbor2

COSE_SIGN1_TAG = 18
_MAX_DEPTH = 8
_MAX_ITEMS = 512

_UINT, _NINT, _BYTES, _TEXT, _ARRAY, _MAP, _TAG, _SIMPLE = range(8)
_FALSE, _TRUE, _NULL = 20, 21, 22
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}


class StrictCborError(ValueError):
    """The bytes are not CBOR of the kind tokens are made of."""


def dumps(value: object) -> bytes:
    """Deterministic encoding (sorted keys, shortest lengths)."""
    return cbor2.dumps(value, canonical=True)


def loads(data: bytes) -> object:
    """The value behind `data`.

    Accepted: integers, byte and text strings, arrays, maps with integer keys, true, false, null and tag 18
    (COSE_Sign1) as the outermost item. Raises StrictCborError for anything else, for indefinite lengths,
    lengths that are not the shortest, the same key twice, more than 8 levels or 512 items, bytes missing or
    left over.
    """
    _check_shape(data)
    try:
        value = cbor2.loads(data)
        # Written again, a value with a doubled key or a padded number comes out shorter.
        same = cbor2.dumps(value) == data
    except (cbor2.CBORError, ValueError, TypeError, OverflowError, RecursionError) as fault:
        raise StrictCborError(str(fault)) from fault
    if not same:
        raise StrictCborError("a key twice, or a number longer than it need be")
    return value


def _check_shape(data: bytes) -> None:
    # Each open container: how many items it still wants, and whether the next one is a map's key.
    open_: list[list[int | bool]] = [[1, False, False]]
    at = items = 0
    while open_:
        if not open_[-1][0]:
            open_.pop()
            continue
        level = open_[-1]
        is_map, is_key = level[1], level[2]
        level[0] -= 1
        if is_map:
            level[2] = not is_key
        major, argument, at = _head(data, at)
        items += 1
        if items > _MAX_ITEMS:
            raise StrictCborError("too many items")
        if is_map and is_key and major not in (_UINT, _NINT):
            raise StrictCborError("a map's key must be an integer")
        if major in (_BYTES, _TEXT):
            at += argument
            if at > len(data):
                raise StrictCborError("cut short")
        elif major in (_ARRAY, _MAP):
            if len(open_) > _MAX_DEPTH:
                raise StrictCborError("nested too deeply")
            if argument > _MAX_ITEMS:
                raise StrictCborError("too many items")
            open_.append([argument * 2, True, True] if major == _MAP else [argument, False, False])
        elif major == _TAG:
            if argument != COSE_SIGN1_TAG or items != 1:
                raise StrictCborError("a tag that does not belong in a token")
            level[0] += 1
        elif major == _SIMPLE and argument not in (_FALSE, _TRUE, _NULL):
            raise StrictCborError("a float or unknown simple value")
    if at != len(data):
        raise StrictCborError("bytes left over")


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Major type, argument and the place behind the head."""
    if at >= len(data):
        raise StrictCborError("cut short")
    major, low = data[at] >> 5, data[at] & 31
    at += 1
    if low < 24:
        return major, low, at
    width = _WIDTHS.get(low)
    if width is None:
        raise StrictCborError("indefinite or reserved length")
    if major == _SIMPLE:
        raise StrictCborError("a float or unknown simple value")
    if at + width > len(data):
        raise StrictCborError("cut short")
    return major, int.from_bytes(data[at : at + width], "big"), at + width
