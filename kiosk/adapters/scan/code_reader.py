"""Reads scanned texts with the keys that HQ published (`application.ports.scan.CodeReader`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kiosk.adapters.db.reference import SqlReference
from kiosk.application.ports.slips import SlipKey
from kiosk.domain.members.card import MemberCard
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import ReadToken, TokenKind, TokenProblem, TokenRefusal, TrustedKey
from kiosk.protocol.rows import TerminalRow
from kiosk.protocol.tokens.classify import NotOurs, NotOursReason, classify
from kiosk.protocol.tokens.key_ring import KeyRing, terminal_key, trusted_key
from kiosk.protocol.tokens.parser import TokenReader

_PROBLEMS = {NotOursReason.WRONG_CHECK_DIGIT: TokenProblem.UNREADABLE, NotOursReason.GOODS: TokenProblem.GOODS}


_SLIPS = frozenset({TokenKind.PAPER_SLIP})


def _of_terminal(key: SlipKey) -> TrustedKey | None:
    """A key that a book of slips names, for slips alone."""
    try:
        return replace(terminal_key(TerminalRow(key.device, "", "", key.public)), purposes=_SLIPS)
    except ValueError:
        return None


class TokenCodeReader:
    """Keeps a key ring and renews it when HQ's feed changed. What no key of HQ's has signed is judged by the keys of
    terminals that HQ vouches for; slips that are keyed in, by those of the books that HQ told of."""

    def __init__(self, reference: SqlReference) -> None:
        self._reference = reference
        self._ring = KeyRing()
        self._reader = TokenReader(self._ring)
        self._generation = -1

    def read(self, text: str, symbology: Symbology, at: datetime) -> ReadToken | TokenRefusal | MemberCard:
        """Never raises, whatever was scanned."""
        return _read(text, symbology, at, self._fresh())

    def read_slip(
        self, text: str, symbology: Symbology, at: datetime, keys: Sequence[SlipKey]
    ) -> ReadToken | TokenRefusal | MemberCard:
        """The same, of terminals' keys by those of `keys` alone."""
        known = [key for key in map(_of_terminal, keys) if key is not None]
        self._fresh()
        return _read(
            text, symbology, at, TokenReader(self._ring, lambda key_id: [k for k in known if k.key_id == key_id])
        )

    def _fresh(self) -> TokenReader:
        generation = self._reference.generation
        if generation != self._generation:
            self._ring = KeyRing(trusted_key(row) for row in self._reference.token_keys())
            self._reader = TokenReader(self._ring, self._terminals)
            self._generation = generation
        return self._reader

    def _terminals(self, key_id: bytes) -> Sequence[TrustedKey]:
        return [terminal_key(row) for row in self._reference.terminal_keys(key_id.hex())]


def _read(text: str, symbology: Symbology, at: datetime, reader: TokenReader) -> ReadToken | TokenRefusal | MemberCard:
    found = classify(text, symbology)
    if isinstance(found, MemberCard):
        return found
    if isinstance(found, NotOurs):
        return TokenRefusal(_PROBLEMS.get(found.reason, TokenProblem.NOT_OURS), found.shown)
    return reader.read(found.text, at)
