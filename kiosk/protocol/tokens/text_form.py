"""A token as text: prefix, Base45 (RFC 9285), zlib where it helps; alone or inside a link.

The alphabet is that of the QR code's alphanumeric mode, 5.5 bits a character instead of 8.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from urllib.parse import quote, unquote

import base45

from kiosk.domain.tokens import TokenKind

MAX_TEXT_CHARS = 4096
"""Longest text that is looked at. A QR code holds at most 4,296 characters, a token of ours under 1,500."""
MAX_TOKEN_BYTES = 4096
"""Most bytes that decompression may give."""

_SHOWN_CHARS = 48
_ZLIB_FIRST_BYTE = 0x78
_LINK = re.compile(r"https://[^?#\s]{1,255}?/[qdg]/([^?#]*)(?:[?#].*)?", re.IGNORECASE | re.DOTALL)
"""HQ may stand below a path of its host."""
_PREFIX = re.compile(r"(K[CMTIDSB])([0-9]):", re.IGNORECASE | re.ASCII)
_TO_UPPER = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_KINDS = {kind.value: kind for kind in TokenKind}


class TextFormError(ValueError):
    """The text behind the prefix is damaged."""


@dataclass(frozen=True, slots=True)
class TokenText:
    """A text with one of our prefixes. `kind` is None for a version this program does not know.
    `body` is what follows the prefix, in capitals. Nothing about it is believed yet."""

    kind: TokenKind | None
    body: str


def shown(text: str) -> str:
    """A short, harmless form of what was read, for people: at most 48 characters, none of them control,
    direction-changing or invisible ones."""
    head = text[: _SHOWN_CHARS + 1]
    clean = "".join(char if char.isprintable() else "·" for char in head)
    return clean if len(clean) <= _SHOWN_CHARS else clean[: _SHOWN_CHARS - 1] + "…"


def is_link(text: str) -> bool:
    """True for the address of a web page; it is shown as text and never opened."""
    return text.lstrip()[:8].lower().startswith(("http://", "https://"))


def find_token(text: str) -> TokenText | None:
    """The token in a scanned text of at most MAX_TEXT_CHARS, or None when it has no prefix of ours.

    Read in any mixture of capitals, because a scanner on a keyboard with Caps Lock turns them round and
    Base45 has capitals only. Blanks and line ends around are dropped: no Base45 text ends in a blank.
    """
    text = text.strip()
    if link := _LINK.fullmatch(text):
        text = unquote(link[1], errors="replace").strip()
    prefix = _PREFIX.match(text)
    if prefix is None:
        return None
    kind = _KINDS.get(prefix[1].translate(_TO_UPPER) + prefix[2])
    return TokenText(kind, text[prefix.end() :].translate(_TO_UPPER))


def to_text(kind: TokenKind, data: bytes) -> str:
    """The text of a token's bytes, compressed when that is shorter."""
    packed = zlib.compress(data, 9)
    return f"{kind.value}:{base45.b45encode(min(data, packed, key=len)).decode('ascii')}"


def to_link(token: str, host: str, place: str = "Q") -> str:
    """A link around a token, so that a phone's own camera leads somewhere: to HQ's page for invitations ("Q"), for
    draws ("D"), or for vouchers of value ("G"). All in capitals, so that the symbol stays in alphanumeric mode; scheme
    and host do not mind."""
    return f"HTTPS://{host.upper()}/{place}/{quote(token, safe=':$*-.')}"


def to_bytes(body: str) -> bytes:
    """The bytes behind a token's prefix. Raises TextFormError."""
    try:
        data: bytes = base45.b45decode(body)
    except ValueError as fault:
        raise TextFormError("not Base45") from fault
    if data[:1] != bytes([_ZLIB_FIRST_BYTE]):
        return data
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(data, MAX_TOKEN_BYTES)
    except zlib.error as fault:
        raise TextFormError("damaged compression") from fault
    if not unpacker.eof or unpacker.unused_data:
        raise TextFormError("compressed data cut short, too long or followed by more")
    return plain
