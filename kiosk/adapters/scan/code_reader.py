"""Reads scanned texts with the keys that HQ published (`application.ports.scan.CodeReader`)."""

from __future__ import annotations

from datetime import datetime

from kiosk.adapters.db.reference import SqlReference
from kiosk.domain.members.card import MemberCard
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import ReadToken, TokenProblem, TokenRefusal
from kiosk.protocol.tokens.classify import NotOurs, NotOursReason, classify
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader

_PROBLEMS = {NotOursReason.WRONG_CHECK_DIGIT: TokenProblem.UNREADABLE, NotOursReason.GOODS: TokenProblem.GOODS}


class TokenCodeReader:
    """Keeps a key ring and renews it when HQ's feed changed."""

    def __init__(self, reference: SqlReference) -> None:
        self._reference = reference
        self._reader = TokenReader(KeyRing())
        self._generation = -1

    def read(self, text: str, symbology: Symbology, at: datetime) -> ReadToken | TokenRefusal | MemberCard:
        """Never raises, whatever was scanned."""
        found = classify(text, symbology)
        if isinstance(found, MemberCard):
            return found
        if isinstance(found, NotOurs):
            return TokenRefusal(_PROBLEMS.get(found.reason, TokenProblem.NOT_OURS), found.shown)
        return self._fresh().read(found.text, at)

    def _fresh(self) -> TokenReader:
        generation = self._reference.generation
        if generation != self._generation:
            self._reader = TokenReader(KeyRing(trusted_key(row) for row in self._reference.token_keys()))
            self._generation = generation
        return self._reader
