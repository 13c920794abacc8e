"""Two desks find out who the other is, before anything else is said.

Each names itself with a number used once, and signs with its device key: which end it is, both devices, both numbers,
and the hash of the certificate that it sees at the called end of the connection. What one signed is good for this
connection alone: not for another one (the numbers), not for the other end, and not where somebody stands between the
two, since each would sign another certificate.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.adapters.lan.journals import Sign
from kiosk.adapters.lan.trust import Trust
from kiosk.protocol import signed_texts
from kiosk.protocol.lan import VERSION, Frame, Hello, Proof


class Role(StrEnum):
    """Which end of a connection."""

    CALLER = "caller"
    CALLED = "called"

    @property
    def other(self) -> Role:
        """The one across."""
        return Role.CALLED if self is Role.CALLER else Role.CALLER


class Unwelcome(Exception):
    """The other side is nobody to talk to. `code`: `itself`, `other_version`, `other_store`, `not_vouched`,
    `not_signed`, `not_asked` (it says something else). `device`: as it calls itself."""

    def __init__(self, code: str, device: str = "") -> None:
        super().__init__(f"{code}: {device}")
        self.code, self.device = code, device


@dataclass(frozen=True, slots=True)
class Self:
    """Who this terminal is to others. `sign`: by its device key; `port`: where it listens, 0: nowhere."""

    device: str
    store: str
    sign: Sign
    trust: Trust
    port: int = 0


class Handshake:
    """One side of one connection."""

    def __init__(self, me: Self, role: Role, nonce: bytes, certificate: bytes) -> None:
        """`nonce`: 32 random bytes; `certificate`: SHA-256 of what the called end shows."""
        self._me, self._role, self._certificate = me, role, certificate
        self.hello = Hello(VERSION, me.device, me.store, nonce, me.port)
        self._theirs: Hello | None = None

    def greeted(self, frame: Frame) -> Proof:
        """What to answer to their first word. Raises Unwelcome."""
        if not isinstance(frame, Hello):
            raise Unwelcome("not_asked")
        if frame.version != VERSION:
            raise Unwelcome("other_version", frame.device)
        if frame.device == self._me.device:
            raise Unwelcome("itself", frame.device)
        if frame.store != self._me.store:
            raise Unwelcome("other_store", frame.device)
        self._theirs = frame
        return Proof(self._me.sign(self._text(self._role, self._me.device, frame.device)))

    def proved(self, frame: Frame) -> Hello:
        """Who they are, by their second word. Raises Unwelcome."""
        theirs = self._theirs
        if theirs is None or not isinstance(frame, Proof):
            raise Unwelcome("not_asked")
        text = self._text(self._role.other, theirs.device, self._me.device)
        holds = self._me.trust.holds(theirs.device, frame.signature, text)
        if not holds:
            raise Unwelcome("not_vouched" if holds is None else "not_signed", theirs.device)
        return theirs

    def _text(self, role: Role, device: str, other: str) -> bytes:
        assert self._theirs is not None
        nonces = (self.hello.nonce, self._theirs.nonce)
        both = b"".join(nonces if self._role is Role.CALLER else reversed(nonces))
        return signed_texts.desk_hello(role, device, other, both, self._certificate)
