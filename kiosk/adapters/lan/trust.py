"""Which desks are believed: terminals of this store that are in service, by HQ's word for their keys."""

from __future__ import annotations

from typing import Protocol

from kiosk.adapters.db.reference import SqlReference
from kiosk.protocol import signed_texts


class Trust(Protocol):
    """What the exchange asks."""

    def holds(self, device: str, signature: bytes, text: bytes) -> bool | None:
        """Whether a device of this store signed `text`; None where its key is not known, or was withdrawn."""

    def knows(self, device: str) -> bool:
        """Whether it is a device of this store, in service."""

    def name_of(self, device: str) -> str:
        """What people call it; its id where HQ has told no name."""


class ToldTrust(Trust):
    """By the rows of keys in `ref.db`. Used on one thread."""

    def __init__(self, reference: SqlReference, store: str) -> None:
        """`store`: whose terminals are believed."""
        self._reference, self._store = reference, store
        self._seen = -1
        self._known: dict[str, tuple[bytes, str] | None] = {}

    def holds(self, device: str, signature: bytes, text: bytes) -> bool | None:
        known = self._row(device)
        return None if known is None else signed_texts.holds(known[0], signature, text)

    def knows(self, device: str) -> bool:
        return self._row(device) is not None

    def name_of(self, device: str) -> str:
        known = self._row(device)
        return known[1] if known is not None and known[1] else device

    def _row(self, device: str) -> tuple[bytes, str] | None:
        """(public key, name), looked up again when HQ has told something."""
        generation = self._reference.generation
        if generation != self._seen or len(self._known) > _MOST_REMEMBERED:
            self._seen, self._known = generation, {}
        if device not in self._known:
            row = self._reference.terminal(device)
            # HQ vouches for the whole chain's: who speaks for another store has no business here
            here = row is not None and row.store == self._store
            self._known[device] = (bytes.fromhex(row.public), row.name) if row is not None and here else None
        return self._known[device]


_MOST_REMEMBERED = 1_000
"""A hostile desk may name any number of devices."""
