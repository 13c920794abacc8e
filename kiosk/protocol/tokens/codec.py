"""Signing tokens: claims → CWT → COSE_Sign1 → text."""

from __future__ import annotations

from kiosk.domain.tokens import KIND_OF, Claims, SigningKey
from kiosk.protocol.tokens import claims_map, cose, strict_cbor, text_form


def sign_token(claims: Claims, key: SigningKey) -> str:
    """The text of a signed token, ready for a QR code.

    Ed25519 signatures are deterministic: the same claims and key always give the same text.
    Raises ValueError when the claims name another key.
    """
    if claims.key_id != key.key_id:
        raise ValueError("the claims name another key than the one that signs")
    payload = strict_cbor.dumps(claims_map.to_cwt(claims))
    return text_form.to_text(KIND_OF[type(claims)], cose.sign1(payload, key))
