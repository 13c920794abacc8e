"""Guests of events: events that desks made, and every word about a guest, of this terminal and of those whose journals
are here; beside them, where it can be erased, who walked in and what guests wrote.

A word is kept under its device, "" for this terminal: what follows from facts alone does not hold who it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from kiosk.adapters.db.layout import Connection, metadata
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.guests import GuestsState, KeptGuest, KeptText, SaidOf
from kiosk.domain.guests.attendance import Word
from kiosk.domain.guests.event import Event
from kiosk.domain.guests.facts import GUEST_WITHDRAWN, EventMade, GuestSaid, read_said, write_said
from kiosk.domain.guests.photos import PhotoJudged
from kiosk.domain.journal.facts import Fact

OWN = ""
"""The device of this terminal's own words."""

event_made = Table(
    "event_made",
    metadata,
    Column("event", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("stamp", Integer, nullable=False),
    Column("definition", Text, nullable=False),  # JSON
    sqlite_with_rowid=False,
)

guest_said = Table(
    "guest_said",
    metadata,
    Column("event", Text, primary_key=True),
    Column("guest", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("stamp", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", Integer, nullable=False),  # ms by HQ's clock
    Column("actor", Text, nullable=False),
    Column("said", Text, nullable=False),  # the body, JSON
    Index("ix_guest_said_event_device_stamp", "event", "device", "stamp"),
    sqlite_with_rowid=False,
)

# how much there is, so that nobody has to count
guest_heard = Table(
    "guest_heard",
    metadata,
    Column("event", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last", Integer, nullable=False),  # the newest stamp
    sqlite_with_rowid=False,
)

# kept as it came: no fact could bring it back once it is erased
guest_kept = Table(
    "guest_kept",
    metadata,
    Column("event", Text, primary_key=True),
    Column("guest", Text, primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("at", Integer, nullable=False),
    Column("told_at", Integer),  # when HQ said that it has it
    Index("ix_guest_kept_told_at", "told_at"),
    sqlite_with_rowid=False,
)

guest_text = Table(
    "guest_text",
    metadata,
    Column("commitment", Text, primary_key=True),
    Column("event", Text, nullable=False),
    Column("guest", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("text", Text, nullable=False),
    Column("told_at", Integer),
    Index("ix_guest_text_event_guest", "event", "guest"),
    sqlite_with_rowid=False,
)


photo_judged = Table(
    "photo_judged",
    metadata,
    Column("event", Text, primary_key=True),
    Column("photo", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("stamp", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""The newest word of each device."""


def _make(connection: Connection, _fact: Fact, change: EventMade) -> None:
    _make_by(connection, OWN, change)


def _make_by_peer(connection: Connection, device: str, _fact: Fact, change: EventMade) -> None:
    _make_by(connection, device, change)


def _make_by(connection: Connection, device: str, change: EventMade) -> None:
    connection.execute(
        "INSERT INTO event_made (event, device, stamp, definition) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (event, device) DO UPDATE SET stamp = excluded.stamp, definition = excluded.definition"
        " WHERE excluded.stamp > stamp",
        (change.definition.id, device, change.stamp, msgspec.json.encode(change.definition).decode()),
    )


def _say(connection: Connection, _fact: Fact, change: GuestSaid) -> None:
    _say_by(connection, OWN, change)


def _say_by_peer(connection: Connection, device: str, _fact: Fact, change: GuestSaid) -> None:
    _say_by(connection, device, change)


def _say_by(connection: Connection, device: str, change: GuestSaid) -> None:
    """A word that a restored ledger, or another way, brings again is the same one."""
    said = connection.execute(
        "INSERT INTO guest_said (event, guest, device, stamp, kind, at, actor, said) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (
            change.event,
            change.guest,
            device,
            change.stamp,
            change.kind,
            change.at,
            change.actor,
            write_said(change.said),
        ),
    )
    if said.rowcount == 1:
        connection.execute(
            "INSERT INTO guest_heard (event, device, count, last) VALUES (?, ?, 1, ?)"
            " ON CONFLICT (event, device) DO UPDATE SET count = count + 1, last = max(last, excluded.last)",
            (change.event, device, change.stamp),
        )


def _judge(connection: Connection, _fact: Fact, change: PhotoJudged) -> None:
    _judge_by(connection, OWN, change)


def _judge_by_peer(connection: Connection, device: str, _fact: Fact, change: PhotoJudged) -> None:
    _judge_by(connection, device, change)


def _judge_by(connection: Connection, device: str, change: PhotoJudged) -> None:
    connection.execute(
        "INSERT INTO photo_judged (event, photo, device, stamp, shown) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (event, photo, device) DO UPDATE SET stamp = excluded.stamp, shown = excluded.shown"
        " WHERE excluded.stamp > stamp",
        (change.event, change.photo, device, change.stamp, int(change.shown)),
    )


STATE = State(
    tables=(event_made, guest_said, guest_heard, photo_judged),
    carry={EventMade: _make, GuestSaid: _say, PhotoJudged: _judge},
    carry_of_peers={EventMade: _make_by_peer, GuestSaid: _say_by_peer, PhotoJudged: _judge_by_peer},
)

_WORD = "SELECT device, stamp, kind, at, actor, said FROM guest_said"
_KEPT = "SELECT event, guest, salt, data, at, told_at FROM guest_kept"
_TEXT = "SELECT event, guest, question, commitment, salt, text, told_at FROM guest_text"


class GuestRows(Rows, GuestsState):
    """Reads and keeps them."""

    def events_made(self) -> Sequence[Event]:
        rows = self._connection.execute("SELECT event, definition FROM event_made ORDER BY event, stamp, device")
        newest = dict(rows.fetchall())
        return [msgspec.json.decode(definition, type=Event) for definition in newest.values()]

    def words_heard(self, event: str) -> Mapping[str, SaidOf]:
        rows = self._connection.execute("SELECT device, count, last FROM guest_heard WHERE event = ?", (event,))
        return {self._named(device): SaidOf(count, last) for device, count, last in rows}

    def words_after(self, event: str, device: str, stamp: int) -> Sequence[Word]:
        asked = OWN if device == self.meta("device") else device
        rows = self._connection.execute(
            f"{_WORD} WHERE event = ? AND device = ? AND stamp > ? ORDER BY stamp", (event, asked, stamp)
        )
        return self._words(rows)

    def words_of(self, event: str, guest: str) -> Sequence[Word]:
        return self._words(self._connection.execute(f"{_WORD} WHERE event = ? AND guest = ?", (event, guest)))

    def withdrawn(self, event: str) -> Sequence[str]:
        query = "SELECT DISTINCT guest FROM guest_said WHERE event = ? AND kind = ?"
        return [str(row[0]) for row in self._connection.execute(query, (event, str(GUEST_WITHDRAWN)))]

    def _words(self, rows: Iterable[tuple[str, int, str, int, str, str]]) -> Sequence[Word]:
        found = []
        for device, stamp, kind, at, actor, text in rows:
            said = read_said(kind, text)
            if said is not None:
                found.append(Word(self._named(device), stamp, at, actor, said))
        return found

    def photos_judged(self, event: str) -> Mapping[str, Sequence[tuple[int, str, bool]]]:
        found: dict[str, list[tuple[int, str, bool]]] = {}
        query = "SELECT photo, stamp, device, shown FROM photo_judged WHERE event = ?"
        for photo, stamp, device, shown in self._connection.execute(query, (event,)):
            found.setdefault(photo, []).append((stamp, self._named(device), bool(shown)))
        return found

    def _named(self, device: str) -> str:
        return device or self.meta("device") or ""

    def keep_guests(self, kept: Iterable[KeptGuest]) -> None:
        self._connection.executemany(
            "INSERT INTO guest_kept (event, guest, salt, data, at, told_at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (event, guest) DO UPDATE SET salt = excluded.salt, data = excluded.data, at = excluded.at,"
            " told_at = excluded.told_at WHERE excluded.data != data",
            ((one.event, one.guest, one.salt, one.data, one.at_ms, one.told_at_ms) for one in kept),
        )

    def kept_guest(self, event: str, guest: str) -> KeptGuest | None:
        row = self._connection.execute(f"{_KEPT} WHERE event = ? AND guest = ?", (event, guest)).fetchone()
        return _kept(row) if row else None

    def kept_guests(self, event: str, after: str = "", limit: int = -1) -> Sequence[KeptGuest]:
        rows = self._connection.execute(
            f"{_KEPT} WHERE event = ? AND guest > ? ORDER BY guest LIMIT ?", (event, after, limit)
        )
        return [_kept(row) for row in rows]

    def kept_ids(self, event: str, *, untold: bool = False) -> Sequence[str]:
        only = " AND told_at IS NULL" if untold else ""
        rows = self._connection.execute(f"SELECT guest FROM guest_kept WHERE event = ?{only} ORDER BY guest", (event,))
        return [guest for (guest,) in rows]

    def kept_events(self) -> Sequence[tuple[str, int]]:
        rows = self._connection.execute(
            "SELECT event, sum(n) FROM (SELECT event, count(*) AS n FROM guest_kept GROUP BY event"
            " UNION ALL SELECT event, count(*) FROM guest_text GROUP BY event) GROUP BY event ORDER BY event"
        )
        return [(event, count) for event, count in rows]

    def guests_untold(self, limit: int) -> Sequence[KeptGuest]:
        rows = self._connection.execute(f"{_KEPT} WHERE told_at IS NULL ORDER BY event, guest LIMIT ?", (limit,))
        return [_kept(row) for row in rows]

    def told_guests(self, event: str, guests: Sequence[str], at_ms: int) -> None:
        self._connection.executemany(
            "UPDATE guest_kept SET told_at = ? WHERE event = ? AND guest = ?", ((at_ms, event, one) for one in guests)
        )

    def keep_text(self, kept: KeptText) -> None:
        self._connection.execute(
            "INSERT INTO guest_text (commitment, event, guest, question, salt, text, told_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (kept.commitment, kept.event, kept.guest, kept.question, kept.salt, kept.text, kept.told_at_ms),
        )

    def kept_texts(self, event: str, guest: str) -> Sequence[KeptText]:
        rows = self._connection.execute(f"{_TEXT} WHERE event = ? AND guest = ? ORDER BY question", (event, guest))
        return [_text(row) for row in rows]

    def texts_untold(self, limit: int) -> Sequence[KeptText]:
        rows = self._connection.execute(f"{_TEXT} WHERE told_at IS NULL ORDER BY commitment LIMIT ?", (limit,))
        return [_text(row) for row in rows]

    def told_text(self, commitment: str, at_ms: int) -> None:
        self._connection.execute("UPDATE guest_text SET told_at = ? WHERE commitment = ?", (at_ms, commitment))

    def erase_told_texts(self, event: str) -> None:
        self._connection.execute("DELETE FROM guest_text WHERE event = ? AND told_at IS NOT NULL", (event,))

    def erase_guest(self, event: str, guest: str) -> None:
        for table in ("guest_kept", "guest_text"):
            self._connection.execute(f"DELETE FROM {table} WHERE event = ? AND guest = ?", (event, guest))

    def erase_event(self, event: str) -> None:
        for table in ("guest_kept", "guest_text"):
            self._connection.execute(f"DELETE FROM {table} WHERE event = ?", (event,))


def _kept(row: tuple[str, str, bytes, bytes, int, int | None]) -> KeptGuest:
    return KeptGuest(row[0], row[1], bytes(row[2]), bytes(row[3]), int(row[4]), row[5])


def _text(row: tuple[str, str, str, str, bytes, str, int | None]) -> KeptText:
    return KeptText(row[0], row[1], row[2], row[3], bytes(row[4]), row[5], row[6])
