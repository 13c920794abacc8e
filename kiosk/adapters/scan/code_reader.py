"""Reads scanned texts with the keys that HQ published (`application.ports.scan.CodeReader`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from kiosk.adapters.db.reference import SqlReference
from kiosk.application.ports.slips import SlipKey
from kiosk.domain.members.card import MemberCard
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import ReadToken, TokenKind, TokenProblem, TokenRefusal, TrustedKey
from kiosk.protocol.tokens.classify import NotOurs, NotOursReason, Token, classify
from kiosk.protocol.tokens.cose import key_id_of
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader

_PROBLEMS = {NotOursReason.WRONG_CHECK_DIGIT: TokenProblem.UNREADABLE, NotOursReason.GOODS: TokenProblem.GOODS}


_SLIPS = frozenset({TokenKind.PAPER_SLIP})
_ALWAYS = (datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC))


def _of_terminal(key: SlipKey) -> TrustedKey | None:
    """Good at any time: the codes themselves say from when until when."""
    try:
        public = bytes.fromhex(key.public)
        return TrustedKey(key_id_of(public), public, *_ALWAYS, purposes=_SLIPS, issuer=key.device)
    except ValueError:
        return None


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

    def read_slip(
        self, text: str, symbology: Symbology, at: datetime, keys: Sequence[SlipKey]
    ) -> ReadToken | TokenRefusal | MemberCard:
        """The same, by the keys of terminals too."""
        found = self.read(text, symbology, at)
        code = classify(text, symbology)
        unknown = isinstance(found, TokenRefusal) and found.problem is TokenProblem.UNKNOWN_KEY
        if not unknown or not isinstance(code, Token):
            return found
        assert isinstance(found, TokenRefusal)
        known = (key for key in map(_of_terminal, keys) if key is not None and key.key_id == found.key_id)
        theirs = next(known, None)
        return found if theirs is None else TokenReader(KeyRing([theirs])).read(code.text, at)

    def _fresh(self) -> TokenReader:
        generation = self._reference.generation
        if generation != self._generation:
            self._reader = TokenReader(KeyRing(trusted_key(row) for row in self._reference.token_keys()))
            self._generation = generation
        return self._reader
