"""Ed25519 as everybody here checks it: what is no honest key signs nothing."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

KEY_BYTES = 32
_WEAK = frozenset(
    bytes.fromhex(digits)
    for digits in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)
"""Points of small order, the sign aside: under such a key one signature is good for many messages, for any at all under
one of them. Some libraries take them, some do not; no honest key is one."""


def is_key(public: bytes) -> bool:
    """Whether 32 bytes may be somebody's public key."""
    return len(public) == KEY_BYTES and public[:-1] + bytes([public[-1] & 0x7F]) not in _WEAK


def is_good(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` is by the key `public` over `message`. Whatever is handed in, yes or no."""
    if not is_key(public):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
