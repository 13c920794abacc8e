"""A file of rows as it was read, before anybody says what its columns are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

Cell = str | int | float | bool | date | time | datetime | timedelta | None
Row = Sequence[Cell]
Area = tuple[int, int, int, int]
"""A merged area: first row, first column, last row, last column; from 0, the last ones included."""

_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!"}
    | {"#GETTING_DATA", "#N/A N/A", "#ERROR!"}
)
"""What a spreadsheet program shows in the place of a value that it could not reckon."""
_GAPS = re.compile(r"[\r\n\t\v\f\x85\u2028\u2029\xa0\u2000-\u200a\u202f\u205f]+")
"""Ends of lines, and spaces of other kinds, which people do not tell from a space: they come with what is pasted."""
MOST_ROWS = 1_048_576
"""As many as a sheet of a spreadsheet program holds."""


class Trouble(StrEnum):
    """Why nothing of a file could be read, or what was wrong with its bytes. Stable codes."""

    EMPTY = "empty"
    NOT_A_LIST = "not_a_list"  # a picture, a PDF, a program
    LOCKED = "locked"  # a password
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"  # its reader came to no end
    NO_NAMES = "no_names"  # rows, and none of the columns holds names, phones or tickets


class UnreadableList(Exception):
    """Nothing of the file could be read. `trouble`: why; `detail`: a program's own words, English."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(trouble, detail)
        self.trouble = trouble
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows`: makes its rows anew, the first being the sheet's first row, empty ones included. `merged`:
    areas whose value stands in the first cell only. `unsaved`: (row, column) of formulas without a value: the program
    that wrote them has not reckoned. `hidden_rows`: which the sheet does not show, by a filter or by hand."""

    name: str
    rows: Callable[[], Iterator[Row]] = field(repr=False)
    height: int
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    unsaved: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Book:
    """A file. `kind`: "xlsx", "xls", "ods", "csv", "tsv", "html", "vcard" (cards), "mail" (addresses); `encoding` and
    `separator` of a text file, else "". `broken_characters`: of a text file, how many could not be read in
    its encoding."""

    kind: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    separator: str = ""
    broken_characters: int = 0


def text_of(cell: Cell) -> str:
    """What a person sees in the cell, on one line. A whole number has no decimals, a date is ISO 8601; an error of the
    spreadsheet program is nothing."""
    match cell:
        case None:
            return ""
        case str():
            said = cell.strip() if cell.isprintable() else _GAPS.sub(" ", cell).strip()
            return "" if said[:1] == "#" and said.upper() in _ERRORS else said
        case bool():
            return "1" if cell else "0"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 2**63 else repr(cell)
        case datetime():
            return cell.isoformat(" ", "minutes")
        case date() | time():
            return cell.isoformat()
        case _:
            return str(cell)
