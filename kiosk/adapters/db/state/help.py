"""Calls for help of which something was said at this terminal."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, Index, Integer, Table, Text

from kiosk.adapters.db.layout import Connection, metadata
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.help import HelpState
from kiosk.domain.help.facts import HelpSaid, Said
from kiosk.domain.help.model import CallForHelp
from kiosk.domain.journal.facts import Fact

help_said = Table(
    "help_said",
    metadata,
    Column("call", Text, primary_key=True),
    Column("what", Text, primary_key=True),
    Column("terminal", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Index("ix_help_said_at", "at"),
    sqlite_with_rowid=False,
)


def _say(connection: Connection, _fact: Fact, change: HelpSaid) -> None:
    connection.execute(
        "INSERT INTO help_said (call, what, terminal, at, actor) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (change.call, change.what, change.terminal, change.at, change.actor),
    )


STATE = State(tables=(help_said,), carry={HelpSaid: _say})


class HelpRows(Rows, HelpState):
    """Reads them."""

    def help_said(self, since_ms: int) -> Sequence[CallForHelp]:
        rows = self._connection.execute(
            "SELECT call, what, terminal, at, actor FROM help_said WHERE at >= ? ORDER BY at, call", (since_ms,)
        )
        device = self.meta("device") or ""
        found: dict[str, dict[str, tuple[str, int, str]]] = {}
        for call, what, terminal, at, actor in rows:
            found.setdefault(call, {})[what] = (terminal, at, actor)
        return [_call(call, said, device) for call, said in found.items()]


def _call(call: str, said: dict[str, tuple[str, int, str]], device: str) -> CallForHelp:
    called = said.get(Said.CALLED, ("", 0, ""))
    answered = said.get(Said.ANSWERED, ("", 0, ""))
    ended = said.get(Said.ENDED, ("", 0, ""))
    return CallForHelp(
        call, device if Said.CALLED in said else "", called[0], called[1], answered[2], answered[1], ended[1]
    )
