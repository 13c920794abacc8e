"""A key under which one signature is good for any message is nobody's, whoever checks."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.protocol import signed_texts
from kiosk.protocol.draws.signatures import signature_is_good
from kiosk.protocol.ed25519 import is_good, is_key
from kiosk.protocol.tokens import cose

NEUTRAL = b"\x01" + bytes(31)
ANY_MESSAGE = NEUTRAL + bytes(32)
"""R and s of a signature that libraries take under the neutral point, for whatever is signed."""


@pytest.mark.parametrize("text", [b"", b"session/d-1/x", b"x" * 1000])
def test_nothing_is_signed_under_a_point_of_small_order(text: bytes) -> None:
    message = cose.Sign1(b"", b"k", text, ANY_MESSAGE)
    assert not is_good(NEUTRAL, text, ANY_MESSAGE)
    assert not signed_texts.holds(NEUTRAL, ANY_MESSAGE, text)
    assert not signature_is_good(NEUTRAL, text, ANY_MESSAGE)
    assert not cose.holds(message, NEUTRAL)


def test_honest_keys_and_others() -> None:
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    public = key.public_key().public_bytes_raw()
    assert is_key(public)
    assert is_good(public, b"m", key.sign(b"m"))
    assert not is_good(public, b"n", key.sign(b"m"))
    for other in (b"", public[:31], public + b"\0", b"\xff" * 32, NEUTRAL, NEUTRAL[:31] + b"\x80", bytes(32)):
        assert not is_good(other, b"m", key.sign(b"m"))
