"""Lists as offices write them, made by other programs' rules: XlsxWriter for workbooks, plain joins for texts."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from kiosk.adapters.lists.texts import read_text
from kiosk.adapters.lists.workbooks import read_workbook
from kiosk.domain.lists.guests import Understood
from kiosk.domain.lists.understand import understand

Rows = Sequence[Sequence[Any]]


def workbook(*sheets: tuple[str, Rows], merged: Sequence[tuple[int, int, int, int]] = (), **options: Any) -> bytes:
    """A workbook; `merged`: areas of the first sheet whose value stands in the first cell."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, **options})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for at, (name, rows) in enumerate(sheets):
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell is None:
                    continue
                if hasattr(cell, "year"):
                    sheet.write_datetime(row, column, cell, day)
                else:
                    sheet.write(row, column, cell)
        for area in merged if at == 0 else ():
            first = rows[area[0]][area[1]]
            sheet.merge_range(*area, first)
    book.close()
    return made.getvalue()


def of_workbook(*sheets: tuple[str, Rows], home: str = "TW", **options: Any) -> Understood:
    """What a workbook says."""
    return understand(read_workbook(workbook(*sheets, **options)), home)


def of_text(text: str, encoding: str = "utf-8", home: str = "TW") -> Understood:
    """What a text file says."""
    return understand(read_text(text.encode(encoding)), home)


def said(understood: Understood) -> list[tuple[str, str, int, str, bool]]:
    """Name, phone, who comes along, table, honour."""
    return [(one.name, one.phone, one.plus_ones, one.table, one.vip) for one in understood.guests]


A, B, C = "+886912345678", "+886987654321", "+886922333444"
Meant = tuple[str, str, int, str, bool]


def g(name: str, phone: str = "", plus_ones: int = 0, table: str = "", vip: bool = False) -> Meant:
    return name, phone, plus_ones, table, vip


@dataclass(frozen=True)
class Case:
    """A file's text, or a workbook's rows, and who is meant. `left`: rows left out, `doubts`: in all; None: any."""

    file: str | Rows
    meant: list[Meant]
    home: str = "TW"
    merged: tuple[tuple[int, int, int, int], ...] | list[tuple[int, int, int, int]] = ()
    left: int | None = None
    doubts: int | None = None
    also: dict[str, list[str]] = field(default_factory=dict)


def hold(case: Case) -> None:
    """A list is read as a person reads it."""
    if isinstance(case.file, str):
        read = of_text(case.file, home=case.home)
    else:
        read = of_workbook(("名單", case.file), merged=case.merged, home=case.home)
    assert said(read) == case.meant
    for column, texts in case.also.items():
        assert [getattr(one, column) for one in read.guests] == texts
    assert case.left is None or len(read.left_out) == case.left
    assert case.doubts is None or sum(read.doubts().values()) == case.doubts
