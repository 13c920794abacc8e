"""Published files as bytes: JSON, as it is, in gzip or in zstd. Reading is bounded and strict: whatever two readers
could take differently (a name twice, a fraction) is refused.
"""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import zstandard

MOST_BYTES = 400_000_000
"""Unpacked. A million entrants take about 75 MB."""
_PIECE = 1 << 22
_MOST_LAYERS = 64
"""Objects and lists within each other."""
_ZSTD, _GZIP = b"\x28\xb5\x2f\xfd", b"\x1f\x8b"


class PublishedFileError(ValueError):
    """It cannot be read; the text says why, on one line."""


def write_published(file: Mapping[str, Any], *, compress: bool = False) -> bytes:
    """The bytes of a published file; `compress`: in zstd, with its size and a checksum."""
    raw = json.dumps(file, ensure_ascii=False, separators=(",", ":")).encode()
    return zstandard.ZstdCompressor(write_checksum=True).compress(raw) if compress else raw


def read_published(raw: bytes, most: int = MOST_BYTES) -> Any:
    """The JSON value in it. Raises PublishedFileError for what cannot be unpacked or is no JSON, or more than `most`
    bytes of it."""
    try:
        text = _unpacked(raw, most).decode("utf-8-sig")
        value = json.loads(text, object_pairs_hook=_once, parse_float=_fraction, parse_constant=_fraction)
        _layered(value)
        return value
    except UnicodeDecodeError as error:
        raise PublishedFileError("it is no text in UTF-8") from error
    except json.JSONDecodeError as error:
        raise PublishedFileError(f"it is no JSON: {error.msg}, line {error.lineno} column {error.colno}") from error
    except RecursionError as error:
        raise PublishedFileError("it is no JSON of ours: too many layers") from error
    except PublishedFileError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise PublishedFileError("it is no JSON of ours: a number is too long") from error


def _unpacked(raw: bytes, most: int) -> bytearray:
    found = bytearray()
    try:
        for piece in _pieces(raw):
            found += piece
            if len(found) > most:  # a small file may unpack to more than any memory holds
                raise PublishedFileError(f"it is larger than {most // 1_000_000} MB")
    except (zstandard.ZstdError, zlib.error, IndexError) as error:
        raise PublishedFileError(_CUT_OFF) from error
    return found


def _pieces(raw: bytes) -> Iterator[bytes]:
    """What is in one whole frame of zstd, in one member of gzip: two readers could take what follows it differently."""
    if raw.startswith(_ZSTD):
        if _end_of_frame(raw) != len(raw):
            raise PublishedFileError(_CUT_OFF)
        with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(raw)) as unpacked:
            while piece := unpacked.read(_PIECE):
                yield piece
    elif raw.startswith(_GZIP):
        unpacker, packed = zlib.decompressobj(16 + zlib.MAX_WBITS), raw
        while not unpacker.eof:
            piece, packed = unpacker.decompress(packed, _PIECE), unpacker.unconsumed_tail
            if not piece and not packed and not unpacker.eof:
                raise PublishedFileError(_CUT_OFF)
            yield piece
        if unpacker.unused_data:
            raise PublishedFileError(_CUT_OFF)
    else:
        yield raw


def _end_of_frame(raw: bytes) -> int:
    """Where the frame of zstd ends with which a file begins (RFC 8878). Raises IndexError where it is cut off."""
    said = raw[4]
    single = said >> 5 & 1
    at = 5 + (1 - single) + (0, 1, 2, 4)[said & 3] + ((0, 2, 4, 8)[said >> 6] if said >> 6 else single)
    while True:
        block = raw[at] | raw[at + 1] << 8 | raw[at + 2] << 16
        at += 3 + (1 if block >> 1 & 3 == _REPEATED else block >> 3)
        if block & 1:
            return at + 4 * (said >> 2 & 1)


_CUT_OFF = "it is cut off or damaged: it cannot be unpacked"
_REPEATED = 1


def _layered(value: Any) -> None:
    level = [value]
    for _ in range(_MOST_LAYERS):
        level = [
            inner
            for one in level
            if type(one) in (list, dict)
            for inner in (one.values() if type(one) is dict else one)
            if type(inner) in (list, dict)
        ]
        if not level:
            return
    raise PublishedFileError("it is no JSON of ours: too many layers")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for at, (name, _) in enumerate(pairs) if name in dict(pairs[:at]))
        raise PublishedFileError(f"it says {twice[:60]!r} twice in one place")
    return found


def _fraction(text: str) -> NoReturn:
    raise PublishedFileError(f"it has a number that is not whole: {text[:20]}")
