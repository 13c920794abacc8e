"""Tables into files: XLSX for people, CSV for programs. Nothing in them is a formula or a link."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from kiosk.domain.lists.tables import OutTable, as_text
from kiosk.files import write_whole

_MOST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST_CELL = 32_767
_WIDEST = 60
_MEASURED = 400


def write_csv(path: Path, table: OutTable, separator: str = ",") -> None:
    """One table, in UTF-8 with its mark, which spreadsheet programs of every language open as it is. OSError when it
    cannot be written; then nothing is changed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow([as_text(one) for one in table.headings])
    writer.writerows([as_text(cell) for cell in row] for row in table.rows)
    write_whole(path, b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace"))


def write_xlsx(path: Path, tables: Sequence[OutTable]) -> None:
    """A sheet a table: headings stay in view and can be filtered by. OSError when it cannot be written."""
    write_whole(path, xlsx_bytes(tables))


def xlsx_bytes(tables: Sequence[OutTable]) -> bytes:
    """The workbook."""
    import xlsxwriter  # a terminal may never write one

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(made, {**options, "remove_timezone": True})
    bold = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    names: set[str] = set()
    for table in tables:
        sheet = workbook.add_worksheet(_sheet_name(table.name, names))
        for column, heading in enumerate(table.headings):
            sheet.write_string(0, column, _plain(heading), bold)
        for index, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                match cell:
                    case None | "":
                        continue
                    case bool():
                        sheet.write_boolean(index, column, cell)
                    case int() | float():
                        sheet.write_number(index, column, cell)
                    case datetime():
                        sheet.write_datetime(index, column, cell.replace(tzinfo=None), moment)
                    case date():
                        sheet.write_datetime(index, column, cell, day)
                    case _:
                        sheet.write_string(index, column, _plain(cell))
        for column, heading in enumerate(table.headings):
            cells = [heading, *(as_text(row[column]) for row in table.rows[:_MEASURED] if column < len(row))]
            sheet.set_column(column, column, min(_WIDEST, 2 + max(map(_width, cells))))
        sheet.freeze_panes(1, 0)
        if table.headings and table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
    workbook.close()
    return made.getvalue()


def _plain(text: str) -> str:
    return _NOT_IN_XML.sub("", text)[:_LONGEST_CELL]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text[:_WIDEST])


def _sheet_name(wanted: str, names: set[str]) -> str:
    """A name that a workbook may have, once in it."""
    base = _NOT_IN_A_NAME.sub(" ", _plain(wanted)).strip()[:_MOST_NAME] or "1"
    name, number = base, 1
    while name.casefold() in names:
        number += 1
        name = f"{base[: _MOST_NAME - 1 - len(str(number))]} {number}"
    names.add(name.casefold())
    return name
