"""Published files as bytes: JSON, as it is, in gzip or in zstd. Reading is bounded and strict: whatever two readers
could take differently (a name twice, a fraction) is refused.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Mapping
from typing import Any, NoReturn, Protocol

import zstandard

MOST_BYTES = 400_000_000
"""Unpacked. A million entrants take about 75 MB."""
_PIECE = 1 << 22
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
        return json.loads(text, object_pairs_hook=_once, parse_float=_fraction, parse_constant=_fraction)
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


class _Source(Protocol):
    def read(self, size: int, /) -> bytes: ...


def _unpacked(raw: bytes, most: int) -> bytearray:
    unpacked: _Source
    if raw.startswith(_ZSTD):
        unpacked = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(raw), read_across_frames=True)
    elif raw.startswith(_GZIP):
        unpacked = gzip.GzipFile(fileobj=io.BytesIO(raw))
    else:
        unpacked = io.BytesIO(raw)
    found = bytearray()
    try:
        while piece := unpacked.read(_PIECE):
            found += piece
            if len(found) > most:  # a small file may unpack to more than any memory holds
                raise PublishedFileError(f"it is larger than {most // 1_000_000} MB")
    except (zstandard.ZstdError, zlib.error, EOFError, OSError) as error:
        raise PublishedFileError("it is cut off or damaged: it cannot be unpacked") from error
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for at, (name, _) in enumerate(pairs) if name in dict(pairs[:at]))
        raise PublishedFileError(f"it says {twice[:60]!r} twice in one place")
    return found


def _fraction(text: str) -> NoReturn:
    raise PublishedFileError(f"it has a number that is not whole: {text[:20]}")
