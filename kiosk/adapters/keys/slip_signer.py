"""Signs the paper slips of a terminal's own books with its device key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.application.ports.slips import SlipSigner
from kiosk.domain.tokens import PaperSlipClaims, SigningKey
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import public_of, signing_key


class DeviceSlipSigner(SlipSigner):
    """`seed`: gives the device's private key (32 bytes); asked when the first book is made, or printed, and not when
    the terminal starts: a key store may be slow, and its owner away."""

    def __init__(self, seed: Callable[[], bytes]) -> None:
        self._seed = seed

    def _key(self) -> SigningKey:
        return signing_key(self._seed())

    def key(self) -> tuple[bytes, bytes]:
        """(id of the key, its public half). Raises a KeyStoreFault."""
        key = self._key()
        return key.key_id, public_of(key.private)

    def sign(self, claims: Sequence[PaperSlipClaims]) -> Sequence[str]:
        """Their codes. Raises a KeyStoreFault."""
        key = self._key()
        return [sign_token(one, key) for one in claims]
