"""A file's rows as lines of JSON: what the process that reads a file tells the one that wants it.

The first line is the file with its sheets, or why nothing of it can be read. Then come the rows of each sheet, some
hundreds a line, and null behind each sheet's last; `END` is the last line of all, so that a reader that died is told
from one that had no more to say.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from kiosk.domain.lists.book import Book, Cell, Row, Sheet, Trouble, UnreadableList

AT_ONCE = 500
"""Rows in a line."""
NO_MORE, END = b"null\n", b'"end"\n'


def lines(book: Book) -> Iterator[bytes]:
    """A file, line by line, each with its line end. Raises what reading its rows raises."""
    yield _line(
        {
            "kind": book.kind,
            "encoding": book.encoding,
            "separator": book.separator,
            "broken": book.broken_characters,
            "sheets": [
                {
                    "name": one.name,
                    "height": one.height,
                    "merged": one.merged,
                    "hidden": one.hidden,
                    "unsaved": sorted(one.unsaved),
                    "hidden_rows": sorted(one.hidden_rows),
                }
                for one in book.sheets
            ],
        }
    )
    for sheet in book.sheets:
        rows = sheet.rows()
        while some := list(islice(rows, AT_ONCE)):
            yield _line(some)
        yield NO_MORE
    yield END


def trouble_line(error: UnreadableList) -> bytes:
    """Why nothing of the file can be read."""
    return _line({"trouble": error.trouble, "detail": error.detail})


def book_of(head: bytes, pieces: Sequence[Sequence[bytes]], unpacked: Any) -> Book:
    """The file that a first line names. `pieces`: of each sheet its lines as they are kept, `unpacked`: makes a line of
    one. Raises UnreadableList where the line says so, and ValueError where it is none."""
    said = json.loads(head)
    if "trouble" in said:
        raise UnreadableList(Trouble(said["trouble"]), said["detail"])

    def sheet(one: dict[str, Any], kept: Sequence[bytes]) -> Sheet:
        def rows() -> Iterator[Row]:
            for piece in kept:
                yield from rows_of(unpacked(piece))

        merged = tuple((first, left, last, right) for first, left, last, right in one["merged"])
        unsaved = frozenset((row, column) for row, column in one["unsaved"])
        hidden_rows = frozenset(one["hidden_rows"])
        return Sheet(one["name"], rows, one["height"], merged, one["hidden"], unsaved, hidden_rows)

    sheets = tuple(sheet(one, kept) for one, kept in zip(said["sheets"], pieces, strict=True))
    return Book(said["kind"], sheets, said["encoding"], said["separator"], said["broken"])


def sheets_in(head: bytes) -> int:
    """How many sheets a first line names; 0 where it says why there are none. Raises ValueError where it is none."""
    said = json.loads(head)
    if not isinstance(said, dict) or not ("trouble" in said or isinstance(said.get("sheets"), list)):
        raise ValueError("no first line")
    return len(said.get("sheets", ()))


def rows_of(line: bytes) -> list[Row]:
    """The rows of a line."""
    rows: list[Row] = json.loads(line, object_hook=_cell)
    return rows


def _line(said: Any) -> bytes:
    return json.dumps(said, separators=(",", ":"), default=_plain).encode("ascii") + b"\n"


def _plain(cell: Any) -> dict[str, Any]:
    match cell:
        case datetime():
            return {"moment": cell.isoformat()}
        case date():
            return {"day": cell.isoformat()}
        case time():
            return {"time": cell.isoformat()}
        case timedelta():
            return {"span": [cell.days, cell.seconds, cell.microseconds]}
        case _:
            raise TypeError(f"{type(cell).__name__} is no cell")


def _cell(said: dict[str, Any]) -> Cell:
    match said:
        case {"moment": text}:
            return datetime.fromisoformat(text)
        case {"day": text}:
            return date.fromisoformat(text)
        case {"time": text}:
            return time.fromisoformat(text)
        case {"span": [days, seconds, microseconds]}:
            return timedelta(days, seconds, microseconds)
        case _:
            raise ValueError("no cell")
