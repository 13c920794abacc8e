"""What a fact says of words or persons that lie beside the journal, where they can be erased: nothing can be read from
it, and whoever has them can show that it was these (docs/registration.md)."""

from __future__ import annotations

import hashlib

SALT_BYTES = 32


def commitment_of(salt: bytes, data: bytes) -> str:
    """Hex SHA-256 of `salt` (32 bytes) and the bytes. Raises ValueError for another salt."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt of {len(salt)} bytes")
    return hashlib.sha256(salt + data).hexdigest()
