"""Whether a drand round is genuine: BLS12-381 by the arkworks library, offline, with a pinned or given key."""

from __future__ import annotations

from kiosk.domain.draws.beacon import KEY_BYTES, SCHEME, SIGNATURE_BYTES, Chain, signed_message

DST = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_"
"""How messages are hashed to the curve by scheme `bls-unchained-g1-rfc9380`."""


def beacon_signature_is_good(chain: Chain, number: int, signature: bytes) -> bool:
    """Whether `signature` is the chain's for the round `number`. Whatever is handed in, the answer is yes or no."""
    # imported when one is checked: the library is not needed for the first screen
    from py_arkworks_bls12381 import GT, G1Point, G2Point

    if chain.scheme != SCHEME or len(signature) != SIGNATURE_BYTES or not 1 <= number < 2**64:
        return False
    try:
        public = bytes.fromhex(chain.public_key)
        if len(public) != KEY_BYTES:
            return False
        key, signed = G2Point.from_compressed_bytes(public), G1Point.from_compressed_bytes(signature)
    except ValueError:
        return False
    if key == G2Point.identity() or signed == G1Point.identity():
        return False  # the point at infinity would be a signature of everything
    hashed = G1Point.hash_to_curve(signed_message(number), DST)
    return GT.pairing_check([signed, hashed], [-G2Point(), key])
