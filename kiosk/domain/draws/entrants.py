"""Who takes part, as the public list has it: one leaf a customer, who stands behind a commitment.

A commitment has a salt of 16 bytes, so that nobody finds a customer by trying phone numbers. When a person is erased
the salt and the fields go, and the tree stays valid.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any

from kiosk.domain.draws import merkle
from kiosk.domain.draws.encoding import H, jcs

SALT_BYTES = 16
_ENTRANT = b"\x0bKD1/entrant" + SALT_BYTES.to_bytes(8, "big")
_WHO = '{{"member":{},"name":{},"phone":{}}}'


def commitment(salt: bytes, member: str, name: str, phone: str) -> bytes:
    """`c` of an entrant, 32 bytes. Raises ValueError for a salt that is not of 16 bytes."""
    if len(salt) != SALT_BYTES:
        raise ValueError("a salt has 16 bytes")
    # written out, for a million of them: what `H` and `jcs` give for this body (a test holds it)
    try:
        body = _WHO.format(_text(member), _text(name), _text(phone)).encode()
    except UnicodeEncodeError as error:
        raise ValueError("half a surrogate pair") from error
    return hashlib.sha256(_ENTRANT + salt + len(body).to_bytes(8, "big") + body).digest()


def _text(value: str) -> str:
    """A text as canonical JSON has it."""
    return encode_basestring(value if value.isascii() else unicodedata.normalize("NFC", value))


def exclusion(salt: bytes, member: str) -> bytes:
    """An excluded person (an employee) as the tree of exclusions has it. Raises ValueError as `commitment` does."""
    if len(salt) != SALT_BYTES:
        raise ValueError("a salt has 16 bytes")
    return H("excluded", salt, jcs({"member": member}))


def exclusions_root(commitments: Iterable[bytes]) -> bytes:
    """The root of the excluded, in the order given."""
    leaves = (jcs({"c": c.hex(), "i": i}) for i, c in enumerate(commitments))
    return merkle.root(merkle.leaf_hash(leaf) for leaf in leaves)


@dataclass(frozen=True, slots=True)
class Leaf:
    """An entrant: place `i` in the list, tickets `first` to `first + count − 1`, commitment in hex."""

    i: int
    first: int
    count: int
    c: str

    def body(self) -> dict[str, Any]:
        """As it is hashed and shown."""
        return {"c": self.c, "count": self.count, "first": self.first, "i": self.i}

    def hash(self) -> bytes:
        """The leaf's hash in the tree."""
        return _hash(self.i, self.first, self.count, self.c)


def leaves(counts: Sequence[int], commitments: Sequence[str]) -> Iterator[Leaf]:
    """The list from the tickets of each entrant and their commitments (hex): places and first tickets follow."""
    first = 0
    for i, (count, c) in enumerate(zip(counts, commitments, strict=True)):
        yield Leaf(i, first, count, c)
        first += count


def leaf_hashes(counts: Sequence[int], commitments: Sequence[str]) -> Iterator[bytes]:
    """Hashes of the whole list; a million take about two seconds."""
    first = 0
    for i, (count, c) in enumerate(zip(counts, commitments, strict=True)):
        yield _hash(i, first, count, c)
        first += count


def entrants_root(counts: Sequence[int], commitments: Sequence[str]) -> bytes:
    """The root of the list."""
    return merkle.root(leaf_hashes(counts, commitments))


def _hash(i: int, first: int, count: int, c: str) -> bytes:
    # written out: the canonical bytes of a body whose every part is known (a test holds that they are those of jcs)
    return hashlib.sha256(b'\x00{"c":"%b","count":%d,"first":%d,"i":%d}' % (c.encode(), count, first, i)).digest()
