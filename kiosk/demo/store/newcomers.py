"""What newcomers need of HQ in the demo store: one-time codes while it is in reach, and a key that signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.application.ports.codes import CodeSigner, Signed
from kiosk.application.ports.registration import CodeChecked, CodeTold
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.demo.store import offers
from kiosk.domain.refusals import Refusal
from kiosk.protocol.tokens.codec import sign_token

RIGHT = "240613"
"""The code of every message."""
_TRIES = 5


class DemoCodes:
    """HQ's one-time codes."""

    def __init__(self, status: Callable[[], SyncStatus], now: Callable[[], datetime]) -> None:
        self._status, self._now = status, now
        self._sent: list[str] = []
        self._tries = 0

    def send(self, phone: str, purpose: str, language: str) -> CodeTold | Refusal | None:
        """Sent, while HQ is in reach."""
        if self._status().link is not Link.ONLINE:
            return None
        self._sent.append(phone)
        self._tries = 0
        now = self._now()
        return CodeTold(f"op-{len(self._sent)}", now + timedelta(minutes=10), now + timedelta(minutes=1))

    def check(self, op: str, digits: str) -> CodeChecked | Refusal | None:
        """Whether it is `RIGHT`."""
        if self._status().link is not Link.ONLINE:
            return None
        if digits != RIGHT:
            self._tries += 1
            return CodeChecked(False, "", max(0, _TRIES - self._tries))
        return CodeChecked(True, self._sent[int(op.removeprefix("op-")) - 1])


class DemoSigner(CodeSigner):
    """Signs with the demo's key of HQ, which every demo store believes."""

    def key_id(self) -> bytes:
        """Its id."""
        return offers.token_key().key_id

    def sign(self, claims: Signed) -> str:
        """The code."""
        return sign_token(replace(claims, issuer=offers.HQ), offers.token_key())
