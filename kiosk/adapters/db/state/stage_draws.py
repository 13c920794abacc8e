"""Draws of this terminal's stage: every step as it was journalled, and beside it, where it can be erased, who stands
behind the numbers of a list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from kiosk.adapters.db.layout import Connection, metadata, place
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.stage_draws import KeptEntrant, StageDrawState
from kiosk.domain.draws.facts import DrawRehearsed, DrawSaid
from kiosk.domain.draws.stage_facts import Said, StageSaid
from kiosk.domain.facts import changes
from kiosk.domain.journal.facts import Fact

draw_said = Table(
    "draw_said",
    metadata,
    Column("place", Integer, primary_key=True),  # of the fact
    Column("draw", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("step", Text, nullable=False),
    Column("at", Integer, nullable=False),  # ms by HQ's clock
    Column("actor", Text, nullable=False),
    Column("rehearsal", Integer, nullable=False),
    Column("said", Text, nullable=False),  # the body, JSON
    Index("ix_draw_said_draw_seq", "draw", "seq"),
)

# kept as it came: no fact could bring it back once it is erased
draw_entrant = Table(
    "draw_entrant",
    metadata,
    Column("draw", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("i", Integer, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("c", LargeBinary, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("name", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("member", Text, nullable=False),
    sqlite_with_rowid=False,
)


def _say(connection: Connection, fact: Fact, change: DrawSaid | StageSaid) -> None:
    said = msgspec.json.encode(change.said).decode()
    _write(connection, fact, (change.draw, change.seq, change.step.value, change.at, change.actor, 0, said))


def _rehearse(connection: Connection, fact: Fact, change: DrawRehearsed) -> None:
    said = msgspec.json.encode(change.said).decode()
    _write(connection, fact, (change.draw, change.seq, change.step, change.at, change.actor, 1, said))


def _write(connection: Connection, fact: Fact, values: tuple[str | int, ...]) -> None:
    connection.execute(
        "INSERT INTO draw_said (place, draw, seq, step, at, actor, rehearsal, said) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (place(fact.epoch, fact.seq), *values),
    )


def _moved(connection: Connection, before: Fact, carried: Fact) -> None:
    if any(isinstance(change, DrawSaid | StageSaid | DrawRehearsed) for change in changes(before)):
        old, new = place(before.epoch, before.seq), place(carried.epoch, carried.seq)
        connection.execute("UPDATE draw_said SET place = ? WHERE place = ?", (new, old))


STATE = State(tables=(draw_said,), carry={DrawSaid: _say, StageSaid: _say, DrawRehearsed: _rehearse}, moved=_moved)

_SAID = "SELECT draw, seq, step, at, actor, said, rehearsal FROM draw_said"
_PERSON = "SELECT i, count, c, salt, name, phone, member FROM draw_entrant WHERE draw = ? AND seq = ?"
_AT_ONCE = 500


class StageDrawRows(Rows, StageDrawState):
    """Reads and keeps them."""

    def draws_said(self) -> Sequence[Said]:
        return [_said(row) for row in self._connection.execute(f"{_SAID} ORDER BY place")]

    def draw_said(self, draw: str, seq: int) -> Sequence[Said]:
        rows = self._connection.execute(f"{_SAID} WHERE draw = ? AND seq = ? ORDER BY place", (draw, seq))
        return [_said(row) for row in rows]

    def keep_entrants(self, draw: str, seq: int, entrants: Iterable[KeptEntrant]) -> None:
        self._connection.executemany(
            "INSERT INTO draw_entrant (draw, seq, i, count, c, salt, name, phone, member)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (draw, seq, one.i, one.count, bytes.fromhex(one.c), one.salt, one.name, one.phone, one.member)
                for one in entrants
            ),
        )

    def draw_leaves(self, draw: str, seq: int) -> Sequence[tuple[int, str]]:
        rows = self._connection.execute(
            "SELECT count, c FROM draw_entrant WHERE draw = ? AND seq = ? ORDER BY i", (draw, seq)
        )
        return [(count, c.hex()) for count, c in rows]

    def draw_people(self, draw: str, seq: int, numbers: Iterable[int]) -> Mapping[int, KeptEntrant]:
        found: dict[int, KeptEntrant] = {}
        wanted = sorted(set(numbers))
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            for row in self._connection.execute(f"{_PERSON} AND i IN ({marks})", (draw, seq, *some)):
                found[row[0]] = _person(row)
        return found

    def draw_names(self, draw: str, seq: int, most: int) -> Sequence[KeptEntrant]:
        last = self._connection.execute(
            "SELECT max(i) FROM draw_entrant WHERE draw = ? AND seq = ?", (draw, seq)
        ).fetchone()[0]
        if last is None:
            return ()
        step = max(1, (last + 1) // most)
        people = self.draw_people(draw, seq, range(0, last + 1, step))
        return [people[i] for i in sorted(people)][:most]

    def lists_kept(self) -> Sequence[tuple[str, int]]:
        found: list[tuple[str, int]] = []
        at: tuple[str, int] | None = ("", 0)
        while at is not None:  # from one to the next by the key: a list may have a million rows
            at = self._connection.execute(
                "SELECT draw, seq FROM draw_entrant WHERE (draw, seq) > (?, ?) ORDER BY draw, seq LIMIT 1", at
            ).fetchone()
            if at is not None:
                found.append((at[0], at[1]))
        return found

    def lists_over(self, before_ms: int) -> Sequence[tuple[str, int, int]]:
        rows = self._connection.execute(
            "SELECT s.draw, s.seq, (SELECT max(i) + 1 FROM draw_entrant e WHERE e.draw = s.draw AND e.seq = s.seq)"
            " FROM draw_said s GROUP BY s.draw, s.seq HAVING max(s.at) < ? AND EXISTS (SELECT 1 FROM draw_entrant f"
            " WHERE f.draw = s.draw AND f.seq = s.seq AND f.i = 0"
            " AND (length(f.salt) OR f.name <> '' OR f.phone <> '' OR f.member <> ''))",
            (before_ms,),
        )
        return [(draw, seq, people) for draw, seq, people in rows]

    def drop_entrants(self, draw: str, seq: int, most: int) -> bool:
        done = self._connection.execute(
            "DELETE FROM draw_entrant WHERE draw = ? AND seq = ? AND i >="
            " (SELECT max(i) FROM draw_entrant WHERE draw = ? AND seq = ?) - ?",
            (draw, seq, draw, seq, most - 1),
        )
        return bool(done.rowcount > 0)

    def forget_entrants(self, draw: str, seq: int, first: int = 0, count: int | None = None) -> None:
        last = 2**62 if count is None else first + count - 1
        self._connection.execute(
            "UPDATE draw_entrant SET salt = x'', name = '', phone = '', member = ''"
            " WHERE draw = ? AND seq = ? AND i BETWEEN ? AND ?",
            (draw, seq, first, last),
        )


def _said(row: tuple[str, int, str, int, str, str, int]) -> Said:
    draw, seq, step, at, actor, said, rehearsal = row
    return Said(draw, seq, step, at, actor, json.loads(said), bool(rehearsal))


def _person(row: tuple[int, int, bytes, bytes, str, str, str]) -> KeptEntrant:
    i, count, c, salt, name, phone, member = row
    return KeptEntrant(i, count, c.hex(), salt, name, phone, member)
