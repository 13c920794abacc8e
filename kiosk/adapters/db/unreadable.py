"""Rows of which this program cannot read something: read as far as can be, and said once."""

from __future__ import annotations

import logging
import threading
from typing import TypeVar

from kiosk.protocol.row_reader import read_row

T = TypeVar("T")

log = logging.getLogger(__name__)


class RowReader:
    """Reads rows and keeps which of them hold what this program cannot read. May be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[tuple[str, str, bool], int] = {}
        """(table, row id, whether its reader said so) → hash of the row that was complained about."""

    @property
    def unread(self) -> int:
        """Rows met so far, and not replaced since, of which something cannot be read: a reason to update."""
        with self._lock:
            return len(self._known)

    def read(self, table: str, row_id: str, data: str, row_type: type[T], before: str | None = None) -> T | None:
        """The row, as far as it can be read; None when nothing of it can be used."""
        reading = read_row(data, row_type, row_id, before)
        if reading.missed or self._known:
            self._note((table, row_id, False), data, reading.missed, left_out=reading.row is None)
        return reading.row

    def note(self, table: str, row_id: str, data: str, why: str) -> None:
        """A row that was read by somebody else, who could not use it."""
        self._note((table, row_id, True), data, (why,), left_out=True)

    def _note(self, key: tuple[str, str, bool], data: str, missed: tuple[str, ...], *, left_out: bool) -> None:
        seen = hash(data)
        with self._lock:
            if not missed:
                self._known.pop(key, None)
                return
            if self._known.get(key) == seen:
                return
            self._known[key] = seen
        what = ", ".join(name or "its JSON" for name in missed)
        where = "is left out" if left_out else "is used without what this program does not know"
        log.warning("%s %s %s: cannot read %s (a newer program may: update advised)", key[0], key[1], where, what)
