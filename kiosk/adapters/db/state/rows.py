"""What every capability's state is made of, and the part of an open transaction that all of them share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Table, Text

from kiosk.adapters.db.layout import Connection, metadata
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Change

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

Carry = Callable[[Connection, Fact, Any], None]
"""Carries out one change of a fact on the tables."""
CarryOfPeer = Callable[[Connection, str, Fact, Any], None]
"""The same for a fact of the device that is named."""


@dataclass(frozen=True, slots=True)
class State:
    """What a capability derives from facts alone.

    `tables`: `ledger rebuild --check` makes them anew and compares. `carry`: what each of its changes does to them.
    `carry_of_peers`: the same for facts of other devices' journals; what is not named there leaves no trace.
    `moved`: a fact was carried into a new epoch (before, after), and what points to it follows.
    """

    tables: tuple[Table, ...]
    carry: Mapping[type[Change], Carry]
    carry_of_peers: Mapping[type[Change], CarryOfPeer] = field(default_factory=dict)
    moved: Callable[[Connection, Fact, Fact], None] | None = None


class Rows:
    """An open transaction's connection and the ledger's settings, for the capabilities' readers."""

    def __init__(self, connection: Connection, settings: Mapping[str, str]) -> None:
        """`settings`: the table `meta` as it is. Only the owner of the file changes it, so it is kept in memory."""
        self._connection = connection
        self.settings = dict(settings)

    def meta(self, key: str) -> str | None:
        return self.settings.get(key)

    def set_meta(self, key: str, value: str) -> None:
        self._connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
        self.settings[key] = value

    def drop_meta(self, key: str) -> None:
        """Forget a setting."""
        self._connection.execute("DELETE FROM meta WHERE key = ?", (key,))
        self.settings.pop(key, None)
