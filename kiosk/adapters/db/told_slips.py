"""What HQ told of paper slips, read from `ref.db`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from kiosk.application.ports.slips import ToldBook, UsedSlip
from kiosk.domain.slips.model import SlipRule, slip_of, use_of
from kiosk.domain.time import millis
from kiosk.protocol.rows import SlipBookRow, SlipMarksRow, SpentRow

T = TypeVar("T")


class _All(Protocol):
    """Every row of a statement that can be read, of (id, data); the table names it in the log."""

    def __call__(self, table: str, statement: str, values: tuple[Any, ...], row_type: type[T]) -> Sequence[T]: ...


class ToldSlips:
    """Reads them; books once for as long as nothing changes: each has up to a thousand codes, and is asked for with
    every slip."""

    def __init__(self, rows: _All) -> None:
        self._rows = rows
        self._books = lru_cache(maxsize=1)(self._load)

    def rules(self) -> Sequence[SlipRule]:
        """What books of slips may be made of."""
        return self._rows("slip_rule", "SELECT id, data FROM slip_rule ORDER BY id", (), SlipRule)

    def books(self, generation: int) -> Sequence[ToldBook]:
        """All of this store, by their ids. `generation`: grows with every change of the rows."""
        return self._books(generation)

    def _load(self, _generation: int) -> Sequence[ToldBook]:
        books = self._rows("slip_book", "SELECT id, data FROM slip_book ORDER BY id", (), SlipBookRow)
        marks = self._rows("slip_marks", "SELECT id, data FROM slip_marks ORDER BY id", (), SlipMarksRow)
        said = {row.book: row.said for row in marks}
        return [ToldBook(row.book, row.codes, row.public, said.get(row.book.id, ())) for row in books]

    def used(self, book: str) -> Sequence[UsedSlip]:
        """Slips of a book that were used anywhere, as far as HQ told; by number."""
        begins = use_of(book, 0)[:-1]
        found = []
        for one in self._rows(
            "spent", "SELECT id, data FROM spent WHERE id >= ? AND id < ?", (begins, f"{begins}:"), SpentRow
        ):
            slip = slip_of(one.coupon)
            if slip is not None:
                found.append(UsedSlip(book, slip[1], one.txn, millis(one.at), device=one.device))
        return sorted(found, key=lambda one: (one.number, one.at_ms, one.txn))
