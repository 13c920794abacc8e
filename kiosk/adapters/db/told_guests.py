"""Events, their guests and what other desks said of them, as HQ told, read from `ref.db`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.adapters.db.guest_search import GuestSearch
from kiosk.adapters.db.name_search import plain
from kiosk.adapters.db.unreadable import RowReader
from kiosk.application.ports.guests import FoundRows, ToldPhoto, Totals
from kiosk.domain.guests.attendance import Word
from kiosk.domain.guests.event import Event, Guest, Standing
from kiosk.domain.guests.facts import read_said
from kiosk.domain.members.phones import digits_typed
from kiosk.domain.time import millis
from kiosk.protocol.rows import AttendanceRow, PhotoMarkRow, PhotoRow, encode_row

if TYPE_CHECKING:
    from kiosk.adapters.db.guest_keys import Searched

T = TypeVar("T")
_STANDS = "standing/"
_ALL_OF = "id > ?1 || '/' AND id < ?1 || '0'"
"""Of an event: ids are "event/guest"."""
_SEARCH = (
    "WITH hit AS (SELECT id, data, CASE WHEN name = ?2 THEN 0 WHEN instr(name, ?2) = 1 THEN 1 WHEN instr(name, ?2)"
    " THEN 2 ELSE 3 END AS rank FROM (SELECT id, data, lower(json_extract(data, '$.name')) AS name,"
    " json_extract(data, '$.phone') AS phone, lower(json_extract(data, '$.company')) AS company,"
    f" lower(json_extract(data, '$.seat')) AS seat FROM guest WHERE {_ALL_OF})"
    " WHERE instr(name, ?2) OR instr(phone, ?3) OR instr(company, ?2) OR instr(seat, ?2))"
    " SELECT id, data, count(*) OVER () FROM hit ORDER BY rank, id LIMIT ?4"
)
_TALLY = "SELECT key, count(*), sum(people) FROM guest_tally WHERE event = ? GROUP BY key"


_PHOTOS = f"SELECT id, json_remove(data, '$.picture') FROM photo WHERE {_ALL_OF}"
"""Without their pictures, of which nobody needs all at once."""
_MARKS = f"SELECT id, data FROM photo_mark WHERE {_ALL_OF}"


class ToldGuests:
    """Reads them. `rows`: runs a query on the reader's connection; `reader`: one row that cannot be read costs itself
    only."""

    def __init__(
        self,
        rows: Callable[..., Sequence[Any]],
        reader: RowReader,
        changes: Callable[[str], int],
        write: Callable[[str, str, Sequence[tuple[Any, ...]]], None],
    ) -> None:
        """`changes`: how often a table changed; `write`: a statement with rows of values on a table."""
        self._rows, self._reader, self._changes, self._write = rows, reader, changes, write
        self._totals: dict[str, tuple[int, Totals]] = {}
        self._index = GuestSearch(rows, self._searched)

    def close(self) -> None:
        """End what goes on beside."""
        self._index.close()

    def events(self) -> Sequence[Event]:
        """Events of the store that are not over, by when they start."""
        found = self._read("gathering", "SELECT id, data FROM gathering", (), Event)
        return sorted(found, key=lambda one: (one.starts, one.id))

    def event(self, event: str) -> Event | None:
        """One of them."""
        found = self._read("gathering", "SELECT id, data FROM gathering WHERE id = ?", (event,), Event)
        return next(iter(found), None)

    def guest(self, event: str, guest: str) -> Guest | None:
        """One guest of an event's list."""
        found = self._read("guest", "SELECT id, data FROM guest WHERE id = ?", (f"{event}/{guest}",), Guest)
        return next(iter(found), None)

    def guests(self, event: str) -> Sequence[Guest]:
        """The whole list, by id."""
        return self._read("guest", f"SELECT id, data FROM guest WHERE {_ALL_OF} ORDER BY id", (event,), Guest)

    def some(self, event: str, guests: Sequence[str]) -> Sequence[Guest]:
        """Those of these ids who are on the list, and not cancelled there."""
        wanted = json.dumps([f"{event}/{one}" for one in guests])
        where = "id IN (SELECT value FROM json_each(?1)) AND json_extract(data, '$.standing') IS NOT ?2"
        return self._read("guest", f"SELECT id, data FROM guest WHERE {where}", (wanted, Standing.CANCELLED), Guest)

    def by_code(self, event: str, code: str) -> Sequence[Guest]:
        """Guests of a list whose code it is; two where somebody's list gave one code twice."""
        statement = (
            "SELECT g.id, g.data FROM guest_code c JOIN guest g ON g.id = c.guest WHERE c.event = ? AND c.code = ?"
        )
        return self._read("guest", statement, (event, code), Guest)

    def by_phone(self, event: str, phone: str) -> Sequence[Guest]:
        """Guests of a list with a phone, E.164."""
        return self._having("phone", event, phone)

    def by_member(self, event: str, member: str) -> Sequence[Guest]:
        """Guests of a list who are a member."""
        return self._having("member", event, member)

    def prepare(self, event: str) -> None:
        """Its guests will be searched."""
        self._index.prepare(event)

    def wait(self, event: str) -> None:
        """Until what was begun beside for its search is done."""
        self._index.wait(event)

    def by_seat(self, event: str, seat: str) -> Sequence[Guest]:
        """Whose seat it is by the list."""
        where = f"json_extract(data, '$.seat') = ?2 AND {_ALL_OF}"
        return self._read("guest", f"SELECT id, data FROM guest WHERE {where} ORDER BY id", (event, seat), Guest)

    def search(self, event: str, text: str, limit: int) -> FoundRows:
        """By anything a guest is known by (`guest_keys`). While a long list's index is made, by any part of the name,
        the phone's digits, the company or the seat."""
        found = self._index.find(event, text, limit)
        if found is None:
            return self._plain_search(event, text, limit)
        wanted = json.dumps([f"{event}/{one}" for one in found.ids])
        rows = self._read(
            "guest", "SELECT id, data FROM guest WHERE id IN (SELECT value FROM json_each(?))", (wanted,), Guest
        )
        by_id = {one.id: one for one in rows}
        shown = [by_id[one] for one in found.ids if one in by_id]
        return FoundRows(tuple((one, _hits(one, text)) for one in shown), found.total)

    def _plain_search(self, event: str, text: str, limit: int) -> FoundRows:
        typed = plain(text)
        if not typed:
            return FoundRows()
        digits = digits_typed(text)
        rows = self._rows(_SEARCH, (event, typed, digits or "-", limit))
        found = (self._reader.read("guest", str(row[0]), row[1], Guest) for row in rows)
        return FoundRows(tuple((one, ()) for one in found if one is not None), rows[0][2] if rows else 0)

    def _searched(self, row_id: str, data: str) -> Searched | None:
        from kiosk.adapters.db.guest_keys import Searched

        guest = self._reader.read("guest", row_id, data, Guest)
        if guest is None:
            return None
        return Searched(guest.id, guest.name, guest.phone, guest.company, guest.seat, (guest.id, *guest.codes))

    def totals(self, event: str) -> Totals:
        """How many are on the list."""
        now, known = self._changes("guest"), self._totals.get(event)
        if known is None or known[0] != now:
            rows = self._rows(_TALLY, (event,))
            counts = {str(key): (int(guests), int(people)) for key, guests, people in rows}
            known = self._totals[event] = now, _totals(counts)
        return known[1]

    @property
    def told(self) -> int:
        """Grows when HQ told anything of what other desks said."""
        return self._changes("attendance")

    def told_words(self, event: str, after: int) -> tuple[int, Sequence[Word]]:
        """Words that HQ told since revision `after`, and the revision up to which they go. One that cannot be read is
        left out: a newer program's."""
        newest = int(self._rows("SELECT coalesce(max(rev), 0) FROM attendance")[0][0])
        if newest < after:
            after = 0  # another HQ, or one that was restored: what it tells is told anew
        rows = self._rows(f"SELECT id, data, rev FROM attendance WHERE rev > ?2 AND {_ALL_OF}", (event, after))
        found: list[Word] = []
        for row_id, data, _rev in rows:
            found.extend(self._words(event, str(row_id), data))
        return newest, found

    def told_of(self, event: str, guest: str) -> Sequence[Word]:
        """Words that HQ told of one guest."""
        rows = self._rows("SELECT id, data FROM attendance WHERE id = ?", (f"{event}/{guest}",))
        return [word for row_id, data in rows for word in self._words(event, str(row_id), data)]

    def _words(self, event: str, row_id: str, data: Any) -> Iterator[Word]:
        told = self._reader.read("attendance", row_id, data, AttendanceRow)
        for one in told.words if told is not None else ():
            try:
                stamp, said = int(one.stamp, 16), read_said(one.kind, one.said)
            except ValueError:
                self._reader.note("attendance", row_id, data, "a word")
                continue
            if said is not None and (said.event, said.guest) == (event, told.guest if told is not None else ""):
                yield Word(one.device, stamp, one.at, one.actor, said, one.terminal)

    def is_told(self, event: str, guest: str) -> bool:
        """Whether HQ told of a guest."""
        return bool(self._rows("SELECT 1 FROM guest WHERE id = ? AND rev > 0", (f"{event}/{guest}",)))

    def ids(self, event: str, *, told: bool = False) -> frozenset[str]:
        """Guests of a list; with `told`, those of whom HQ told."""
        rows = self._rows(
            f"SELECT substr(id, ?2) FROM guest WHERE rev >= ?3 AND {_ALL_OF}", (event, len(event) + 2, int(told))
        )
        return frozenset(str(row[0]) for row in rows)

    def untold(self) -> Sequence[tuple[str, str]]:
        """Events and guests of whom HQ has not told."""
        names = (str(row[0]).partition("/") for row in self._rows("SELECT id FROM guest WHERE rev = 0"))
        return [(event, guest) for event, _, guest in names]

    def put(self, guests: Iterable[Guest]) -> None:
        """Put guests on the list whom a desk added. HQ's row of the same guest stays as it is."""
        rows = [(f"{one.event}/{one.id}", encode_row(one).decode()) for one in guests]
        if rows:
            self._write(
                "guest",
                "INSERT INTO guest (id, rev, data) VALUES (?, 0, ?) ON CONFLICT (id) DO UPDATE SET data = excluded.data"
                " WHERE rev = 0",
                rows,
            )

    def erase(self, event: str, guests: Sequence[str] = ()) -> None:
        """Take them away again, where HQ's row has not come."""
        if guests:
            self._write("guest", "DELETE FROM guest WHERE id = ? AND rev = 0", [(f"{event}/{one}",) for one in guests])
        else:
            self._write("guest", f"DELETE FROM guest WHERE {_ALL_OF} AND rev = 0", [(event,)])

    def photos(self, event: str) -> Sequence[ToldPhoto]:
        """Photographs that guests sent, by when they came. One of whose standing nothing is known is not shown."""
        rows = self._rows(_PHOTOS, (event,))
        marks = {one.photo: one for one in self._read("photo_mark", _MARKS, (event,), PhotoMarkRow)}
        photos = (self._reader.read("photo", str(row[0]), row[1], PhotoRow) for row in rows)
        found = [_photo(one, marks.get(one.photo) or PhotoMarkRow(event, one.photo)) for one in photos if one]
        return sorted(found, key=lambda one: (one.at_ms, one.photo))

    def picture(self, event: str, photo: str) -> bytes:
        """The picture of one."""
        statement = "SELECT id, data FROM photo WHERE id = ?"
        found = next(iter(self._read("photo", statement, (f"{event}/{photo}",), PhotoRow)), None)
        return b"" if found is None else found.picture

    def attendance(self, event: str) -> Sequence[AttendanceRow]:
        """What desks of the store said of the guests, as far as HQ was told."""
        statement = f"SELECT id, data FROM attendance WHERE {_ALL_OF} ORDER BY id"
        return self._read("attendance", statement, (event,), AttendanceRow)

    def attendance_of(self, event: str, guest: str) -> AttendanceRow | None:
        """The same of one guest."""
        statement = "SELECT id, data FROM attendance WHERE id = ?"
        return next(iter(self._read("attendance", statement, (f"{event}/{guest}",), AttendanceRow)), None)

    def _having(self, field: str, event: str, value: str) -> Sequence[Guest]:
        if not value:
            return ()
        path = f"json_extract(data, '$.{field}')"
        # the second condition lets SQLite use the index of those that have one; + keeps it from the primary key
        where = f"{path} = ?2 AND {path} <> '' AND +id > ?1 || '/' AND +id < ?1 || '0'"
        return self._read("guest", f"SELECT id, data FROM guest WHERE {where} ORDER BY id", (event, value), Guest)

    def _read(self, table: str, statement: str, values: tuple[Any, ...], row_type: type[T]) -> Sequence[T]:
        found = (self._reader.read(table, str(row[0]), row[1], row_type) for row in self._rows(statement, values))
        return [one for one in found if one is not None]


def _hits(guest: Guest, text: str) -> tuple[tuple[str, int, int], ...]:
    from kiosk.adapters.db.guest_marks import marks

    fields = (("name", guest.name), ("seat", guest.seat), ("company", guest.company))
    return tuple((field, first, end - first) for field, value in fields for first, end in marks(value, text))


def _photo(row: PhotoRow, mark: PhotoMarkRow) -> ToldPhoto:
    stamp = int(mark.stamp, 16) if mark.stamp and len(mark.stamp) <= 16 else 0
    return ToldPhoto(row.photo, row.name, millis(row.at), mark.votes, mark.shown, stamp, mark.device)


def _totals(counts: Mapping[str, tuple[int, int]]) -> Totals:
    guests, people = counts.get(_STANDS + Standing.EXPECTED, (0, 0))

    def of(what: str) -> dict[str, int]:
        return {key[len(what) :]: count for key, (_guests, count) in counts.items() if key.startswith(what)}

    waiting, _people = counts.get(_STANDS + Standing.WAITING, (0, 0))
    return Totals(guests, people, waiting, of("tag/"), of("session/"))
