"""Ed25519 signatures over the bodies of draws: `H("sig", JCS(body))`, kept outside the body."""

from __future__ import annotations

from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.draws.encoding import signed_bytes
from kiosk.protocol.ed25519 import is_good


def sign_body(key: Ed25519PrivateKey, body: Any) -> bytes:
    """64 bytes. Raises ValueError for a body that has no canonical bytes."""
    return key.sign(signed_bytes(body))


def signature_is_good(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` is by the key `public` (32 bytes) over `message`. Whatever is handed in, yes or no."""
    return is_good(public, message, signature)
