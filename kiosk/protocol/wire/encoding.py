"""Bytes on the wire: JSON or msgpack by content type, zstd by content encoding. Input is bounded."""

from __future__ import annotations

from typing import TypeVar

import msgspec
import zstandard

JSON = "application/json"
MSGPACK = "application/msgpack"
MAX_BODY = 8 * 1024 * 1024
"""Bytes a decompressed body may have, whatever it is."""

T = TypeVar("T")


class WireError(ValueError):
    """A body that is not what it says it is: cut off, not of its type, too large."""


class BodyTooLarge(WireError):
    """More than it may have, or a compressed body that does not say its size."""


def encode(message: msgspec.Struct, content_type: str = MSGPACK, *, compress: bool = False) -> bytes:
    """The body of a request or an answer."""
    raw = msgspec.json.encode(message) if content_type == JSON else msgspec.msgpack.encode(message)
    # with a checksum, since TLS may end before a body does (a proxy, a disk) and rows carry no hash of their own
    return zstandard.ZstdCompressor(write_checksum=True).compress(raw) if compress else raw


def decode(
    body: bytes, message_type: type[T], content_type: str, *, encoding: str | None = None, most: int = MAX_BODY
) -> T:
    """The message in `body`, which has `most` bytes when it is unpacked. Raises WireError."""
    if encoding == "zstd":
        body = _decompress(body, most)
    elif encoding not in (None, "", "identity"):
        raise WireError(f"unknown content encoding {encoding!r}")
    if len(body) > most:
        raise BodyTooLarge("body too large")
    kind = content_type.partition(";")[0].strip().lower()
    try:
        if kind == JSON:
            return msgspec.json.decode(body, type=message_type)
        if kind == MSGPACK:
            return msgspec.msgpack.decode(body, type=message_type)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WireError(f"unreadable body: {error}") from error
    raise WireError(f"unknown content type {kind!r}")


def _decompress(body: bytes, most: int) -> bytes:
    """Both sides write the content size into the frame, so a bomb is refused before it is unpacked."""
    try:
        if not 0 <= zstandard.get_frame_parameters(body).content_size <= most:
            raise BodyTooLarge("body too large, or its size is not said")
        return zstandard.ZstdDecompressor().decompress(body, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise WireError(f"broken compression: {error}") from error
