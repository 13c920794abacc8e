"""The search over the guests of `ref.db`: an index in memory for each event that is looked at, made on a thread of its
own and kept as its list is.

Which rows changed, triggers write down (`guest_moved`), so that the index follows whoever changed them: a page of HQ's,
a snapshot, a guest whom a desk added. After more changes than are worth following it is made anew.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # numpy comes with the first search: a till never needs it here
    from kiosk.adapters.db.guest_index import FoundIds, GuestIndex
    from kiosk.adapters.db.guest_keys import Searched

PAGE = 2_000
"""Rows that are read at once; the reader is free for others between two pages."""
MOST_MOVED = 4_000
"""Changes that an index follows at once; beyond, it is made anew."""
AT_ONCE = 1_500
"""Guests of a list whose index is made without a thread: a tenth of a second."""
MOST_EVENTS = 2
"""Events whose indexes are kept, the newest ones."""


_ALL_OF = "id > ?1 AND id < ?2 || '0'"
"""Of an event ?2, after the id ?1: ids are "event/guest"."""


@dataclass(slots=True)
class _Made:
    index: GuestIndex
    seen: int


class GuestSearch:
    """Indexes by event. `rows`: runs a query on the reader's connection, on any thread; `read`: the guest in a row (id,
    data), None where it cannot be read. `find` and `prepare` are called on one thread."""

    def __init__(self, rows: Callable[..., Sequence[Any]], read: Callable[[str, str], Searched | None]) -> None:
        self._rows, self._read = rows, read
        self._made: dict[str, _Made] = {}
        self._making: dict[str, threading.Thread] = {}
        self._closed = threading.Event()

    def close(self) -> None:
        """End what is being made. The reader may be closed then."""
        self._closed.set()
        for thread in self._making.values():
            thread.join()

    def prepare(self, event: str) -> None:
        """Begin to make an event's index, unless there is one; of a short list it is made at once."""
        made = self._making.get(event)
        if event in self._made or (made is not None and made.is_alive()) or self._closed.is_set():
            return
        if (
            len(self._rows(f"SELECT 1 FROM guest WHERE {_ALL_OF} LIMIT ?3", (f"{event}/", event, AT_ONCE + 1)))
            <= AT_ONCE
        ):
            self._make(event)
        else:
            thread = threading.Thread(target=self._make, args=(event,), name=f"guests of {event}", daemon=True)
            self._making = {**{name: one for name, one in self._making.items() if one.is_alive()}, event: thread}
            thread.start()

    def wait(self, event: str) -> None:
        """Until the index that is being made is there."""
        if (making := self._making.get(event)) is not None:
            making.join()

    def find(self, event: str, text: str, limit: int) -> FoundIds | None:
        """Whom `text` may mean; None: the index is not there yet, and is made."""
        made = self._made.get(event)
        if made is None or not self._follow(event, made):
            self.prepare(event)
            made = self._made.get(event)
        return None if made is None else made.index.find(text, limit)

    def _follow(self, event: str, made: _Made) -> bool:
        moved = self._rows("SELECT n, id FROM guest_moved WHERE n > ? ORDER BY n LIMIT ?", (made.seen, MOST_MOVED + 1))
        if len(moved) > MOST_MOVED:
            del self._made[event]
            return False
        for row_id in dict.fromkeys(str(row[1]) for row in moved):
            of, _slash, guest_id = row_id.partition("/")
            if of != event:
                continue
            guest = next(iter(self._guests("id = ?", (row_id,))), None)
            if guest is None:
                made.index.drop(guest_id)
            else:
                made.index.put(guest)
        if moved:
            made.seen = int(moved[-1][0])
        return True

    def _make(self, event: str) -> None:
        from kiosk.adapters.db.guest_index import GuestIndex

        seen = int(self._rows("SELECT coalesce(max(n), 0) FROM guest_moved", ())[0][0])
        index = GuestIndex(self._everybody(event))
        if not self._closed.is_set():
            others = [name for name in self._made if name != event]
            kept = {name: self._made[name] for name in others[-(MOST_EVENTS - 1) :]}
            self._made = {**kept, event: _Made(index, seen)}

    def _everybody(self, event: str) -> Iterator[Searched]:
        last = f"{event}/"
        while not self._closed.is_set():
            statement = f"SELECT id, data FROM guest WHERE {_ALL_OF} ORDER BY id LIMIT ?3"
            page = self._rows(statement, (last, event, PAGE))
            for row in page:
                guest = self._read(str(row[0]), row[1])
                if guest is not None:
                    yield guest
            if len(page) < PAGE:
                return
            last = str(page[-1][0])

    def _guests(self, where: str, values: tuple[Any, ...]) -> Iterator[Searched]:
        for row in self._rows(f"SELECT id, data FROM guest WHERE {where}", values):
            guest = self._read(str(row[0]), row[1])
            if guest is not None:
                yield guest
