"""Tables that go out as files: what a spreadsheet program would run is only text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

OutCell = str | int | float | bool | date | datetime | None
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
"""A text that begins so is a formula, or calls a program, in some spreadsheet program (OWASP: CSV injection)."""


@dataclass(frozen=True, slots=True)
class OutTable:
    """A table. `name`: of the sheet; a datetime of its rows is UTC and written as such; money is a text or a number of
    whole units, as whoever makes the table knows the currency."""

    name: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[OutCell]]


def harmless(text: str) -> str:
    """A text that no spreadsheet program takes for a formula: an apostrophe goes in front, as they write it
    themselves. What the lists of this program read takes it off again."""
    plain = "".join(one for one in text if one >= " " or one in "\t\n")
    return f"'{plain}" if plain.lstrip(" \u3000\ufeff\u200b").startswith(_RUN) else plain


def as_text(cell: OutCell) -> str:
    """A cell of a text file."""
    match cell:
        case None:
            return ""
        case str():
            return harmless(cell)
        case bool():
            return "1" if cell else "0"
        case datetime():
            return cell.strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
