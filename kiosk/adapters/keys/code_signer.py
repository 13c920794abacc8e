"""Signs what a terminal hands out to members with its device key."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.adapters.keys.keystore_faults import KeyStoreFault
from kiosk.application.ports.codes import CodeSigner, Signed
from kiosk.domain.tokens import KIND_OF, TERMINAL_PURPOSES, CouponClaims
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.tokens.cose import signing_key


class DeviceCodeSigner(CodeSigner):
    """`seed`: gives the device's private key (32 bytes); asked with every code, and not when the terminal starts: a key
    store may be slow, and its owner away."""

    def __init__(self, seed: Callable[[], bytes]) -> None:
        self._seed = seed

    def key_id(self) -> bytes:
        """The key's id. Raises LookupError, also for what is wrong with the key store: nobody's registration or sale
        fails because a pass cannot be signed."""
        try:
            return signing_key(self._seed()).key_id
        except KeyStoreFault as error:
            raise LookupError(f"{error.code}: {error}") from error

    def sign(self, claims: Signed) -> str:
        """The code. Raises ValueError for a kind that nobody believes of a terminal, LookupError, a KeyStoreFault."""
        if KIND_OF[type(claims)] not in TERMINAL_PURPOSES:
            raise ValueError(f"a terminal signs no {KIND_OF[type(claims)]}")
        if isinstance(claims, CouponClaims) and (claims.worth != 0 or claims.member is not None):
            raise ValueError(f"a terminal signs no {KIND_OF[type(claims)]} that is worth anything, or somebody's")
        return sign_token(claims, signing_key(self._seed()))
