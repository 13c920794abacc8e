"""`application.ports.journal.JournalReading` over the table of facts.

There is no index on times: within a stretch of the journal stamps grow with places, so that a day is found by halving.
An epoch has three stretches, from new to old: what happened in it, its beginning, and what was carried into it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.adapters.db.journal import epochs
from kiosk.adapters.db.layout import Connection, place
from kiosk.application.ports.journal import Place
from kiosk.domain.journal.facts import Fact, decode


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Facts `low` to `high` of an epoch; both exist."""

    epoch: int
    low: int
    high: int


class JournalPages:
    """A part of a transaction on the ledger."""

    _connection: Connection

    def newest_before(self, stamp: int) -> Place | None:
        for stretch in self._stretches():
            if self._stamp(stretch.epoch, stretch.low) < stamp:
                low, high = stretch.low, stretch.high
                while low < high:
                    middle = (low + high + 1) // 2
                    if self._stamp(stretch.epoch, middle) < stamp:
                        low = middle
                    else:
                        high = middle - 1
                return Place(stretch.epoch, low)
        return None

    def facts_from(self, start: Place, limit: int) -> Sequence[Fact]:
        found: list[Fact] = []
        begun = False
        for stretch in self._stretches():
            high = stretch.high
            if not begun:
                begun = stretch.epoch == start.epoch and stretch.low <= start.seq <= stretch.high
                high = start.seq
            if begun and len(found) < limit:
                rows = self._connection.execute(
                    "SELECT bytes FROM fact WHERE place BETWEEN ? AND ? ORDER BY place DESC LIMIT ?",
                    (place(stretch.epoch, stretch.low), place(stretch.epoch, high), limit - len(found)),
                )
                found += [decode(bytes(raw)) for (raw,) in rows]
        return found

    def fact_at(self, place_: Place) -> tuple[Fact, bytes] | None:
        row = self._connection.execute(
            "SELECT bytes, hash FROM fact WHERE place = ?", (place(place_.epoch, place_.seq),)
        ).fetchone()
        return (decode(bytes(row[0])), bytes(row[1])) if row else None

    def first_stamp(self) -> int:
        row = self._connection.execute("SELECT min(hlc) FROM (SELECT hlc FROM fact ORDER BY place LIMIT 1)").fetchone()
        return int(row[0] or 0)

    def _stamp(self, epoch: int, seq: int) -> int:
        row = self._connection.execute("SELECT hlc FROM fact WHERE place = ?", (place(epoch, seq),)).fetchone()
        return int(row[0])

    def _stretches(self) -> Iterator[_Stretch]:
        """Newest first, without what was carried out of an epoch."""
        last_that_counts: dict[int, int] = {}
        for epoch in reversed(epochs(self._connection)):
            (newest,) = self._connection.execute(
                "SELECT max(place) FROM fact WHERE place < ?", (place(epoch + 1, 0),)
            ).fetchone()
            high = min(newest - place(epoch, 0), last_that_counts.get(epoch, newest))
            (raw,) = self._connection.execute("SELECT bytes FROM fact WHERE place = ?", (place(epoch, 1),)).fetchone()
            previous = json.loads(raw)["body"].get("previous")
            carried = 1
            if previous is not None:
                last_that_counts[int(previous["epoch"])] = int(previous["seq"])
                carried = self._last_carried(epoch, high)
            if high > carried:
                yield _Stretch(epoch, carried + 1, high)
            if high >= 1:
                yield _Stretch(epoch, 1, 1)
            if carried > 1:
                yield _Stretch(epoch, 2, min(carried, high))

    def _last_carried(self, epoch: int, high: int) -> int:
        """What was carried keeps its stamps, which are older than the beginning of the epoch. 1: nothing was."""
        began = self._stamp(epoch, 1)
        low = 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._stamp(epoch, middle) < began:
                low = middle
            else:
                high = middle - 1
        return low
