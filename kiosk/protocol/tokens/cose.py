"""COSE_Sign1 (RFC 9052) with Ed25519 (EdDSA, RFC 9053), and nothing else of COSE.

The protected header holds the algorithm and the key id, the unprotected header is empty: it is not covered
by the signature, so nothing in it could be believed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import cbor2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.tokens import MAX_KEY_ID_BYTES, SigningKey
from kiosk.protocol.ed25519 import is_good
from kiosk.protocol.tokens import strict_cbor

_ALG, _KID = 1, 4
_EDDSA = -8
_SIGNATURE_BYTES = 64
_KEY_ID_BYTES = 4


class CoseError(ValueError):
    """Not a COSE_Sign1 message of the form tokens have."""


@dataclass(frozen=True, slots=True)
class Sign1:
    """A COSE_Sign1 message taken apart; nothing about its signature is known yet."""

    protected: bytes
    key_id: bytes
    payload: bytes
    signature: bytes


def key_id_of(public: bytes) -> bytes:
    """The id of a public key: the first 4 bytes of its SHA-256.

    Four bytes keep a coupon within a smaller symbol. The id only picks a key, it proves nothing; should two
    keys of a chain ever share one (1 in 4 billion), the second is made anew.
    """
    return hashlib.sha256(public).digest()[:_KEY_ID_BYTES]


def signing_key(private: bytes) -> SigningKey:
    """The signing key of a 32-byte Ed25519 seed, with the usual key id."""
    return SigningKey(key_id_of(public_of(private)), private)


def public_of(private: bytes) -> bytes:
    """The 32-byte public key of a 32-byte Ed25519 seed."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign1(payload: bytes, key: SigningKey) -> bytes:
    """A tagged COSE_Sign1 message around `payload`."""
    protected = strict_cbor.dumps({_ALG: _EDDSA, _KID: key.key_id})
    signature = Ed25519PrivateKey.from_private_bytes(key.private).sign(_to_be_signed(protected, payload))
    return strict_cbor.dumps(
        cbor2.CBORTag(strict_cbor.COSE_SIGN1_TAG, [protected, {}, payload, signature]),
    )


def open_sign1(data: bytes) -> Sign1:
    """Take a message apart without judging its signature. Raises CoseError."""
    try:
        message = strict_cbor.loads(data)
        if not isinstance(message, cbor2.CBORTag) or not isinstance(message.value, list):
            raise CoseError("not a tagged COSE_Sign1")
        if len(message.value) != 4:
            raise CoseError("COSE_Sign1 has four parts")
        protected, unprotected, payload, signature = message.value
        if not (isinstance(protected, bytes) and isinstance(payload, bytes) and isinstance(signature, bytes)):
            raise CoseError("parts of the wrong type")
        if unprotected != {} or not isinstance(unprotected, dict):
            raise CoseError("the unprotected header must be empty")
        if len(signature) != _SIGNATURE_BYTES:
            raise CoseError("not an Ed25519 signature")
        header = strict_cbor.loads(protected)
    except strict_cbor.StrictCborError as fault:
        raise CoseError(str(fault)) from fault
    # Any further header, `crit` among them, would be one this program does not understand.
    if not isinstance(header, dict) or set(header) != {_ALG, _KID} or header[_ALG] != _EDDSA:
        raise CoseError("the protected header must hold EdDSA and a key id")
    key_id = header[_KID]
    if not isinstance(key_id, bytes) or not 0 < len(key_id) <= MAX_KEY_ID_BYTES:
        raise CoseError("not a key id")
    return Sign1(protected, key_id, payload, signature)


def holds(message: Sign1, public: bytes) -> bool:
    """True when the signature is that of the 32-byte public key."""
    return is_good(public, _to_be_signed(message.protected, message.payload), message.signature)


def _to_be_signed(protected: bytes, payload: bytes) -> bytes:
    # Sig_structure of RFC 9052, section 4.4, with no external data.
    return strict_cbor.dumps(["Signature1", protected, b"", payload])
