"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS), read by calamine. Formulas give the value that was saved with them; dates
count from 1900 or 1904 as the workbook says."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from kiosk.domain.lists.book import Area, Book, Row, Sheet, Trouble, UnreadableList

LARGEST_UNPACKED = 1 << 30
"""Bytes of all parts of a workbook once unpacked; a bomb is none of ours."""
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f(?:\s[^>]*)?(?:/>|>([^<]*)</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_SAYS_ITS_TEXT = re.compile(r'(?:HYPERLINK\((?:"[^"]*"|[A-Z0-9$]+)\s*[,;]\s*)?"((?:[^"]|"")*)"\)?')
"""A formula whose value stands in it: a text, or a link with its text."""
_Unsaved = dict[tuple[int, int], str | None]
"""Formulas that were saved without a value: row and column → the text that stands in the formula itself, if any."""


class _Inside(NamedTuple):
    """What a workbook's own text says of its sheets, by their names, and the library does not."""

    unsaved: Mapping[str, _Unsaved] = MappingProxyType({})
    hidden: Mapping[str, frozenset[int]] = MappingProxyType({})


_PANIC = "PanicException"
_ROW = re.compile(rb"<(?:[a-z]+:)?row\b([^>]*)>")
_NUMBERED = re.compile(rb"""\sr=["'](\d{1,7})["']""")
_NOT_SHOWN = re.compile(rb"""\shidden=["'](?:1|true)["']""")
_ODS_TABLE = re.compile(rb"<table:table\b([^>]*)>(.*?)</table:table>", re.DOTALL)
_ODS_ROW = re.compile(rb"<table:table-row\b([^>]*)>")
_ODS_REPEATED = re.compile(rb"""\stable:number-rows-repeated=["'](\d{1,7})["']""")
_ODS_NOT_SHOWN = re.compile(rb"""\stable:visibility=["'](?:filter|collapse)["']""")
"""Of rows: hidden by a filter, in a group that is closed, or by hand."""
MOST_CELLS = 1 << 26
"""Places between the first and the last cell of a sheet: the library makes room for each of them, and ends the program
where it cannot."""
_MOST_ROWS = 1 << 20
_WIDE = re.compile(rb"""\sr=["']([A-Z]{2,3})\d""")
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(data: bytes) -> Book:
    """The sheets of a workbook. Raises UnreadableList."""
    inside = _Inside()
    kind = "xls"
    if data.startswith(b"PK"):
        kind, inside = _look_inside(data)
    elif _ENCRYPTED in data[: 1 << 20]:
        raise UnreadableList(Trouble.LOCKED)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = tuple(
            _sheet(workbook.get_sheet_by_name(one.name), one.visible is not SheetVisibleEnum.Visible, inside)
            for one in workbook.sheets_metadata
            if one.typ is SheetTypeEnum.WorkSheet
        )
    except PasswordError as error:
        raise UnreadableList(Trouble.LOCKED) from error
    except (CalamineError, ValueError, OSError) as error:
        raise UnreadableList(Trouble.DAMAGED, str(error)) from error
    except BaseException as error:
        # a panic of the library's is no Exception, and means no more than that it met what it did not expect
        if type(error).__name__ != _PANIC:
            raise
        raise UnreadableList(Trouble.DAMAGED) from error
    return Book(kind, sheets)


def _sheet(sheet: CalamineSheet, hidden: bool, inside: _Inside) -> Sheet:
    start = sheet.start
    height = sheet.end[0] + 1 if start is not None and sheet.end is not None else 0
    merged: tuple[Area, ...] = tuple(
        (first[0], first[1], last[0], last[1]) for first, last in sheet.merged_cell_ranges or ()
    )

    def rows() -> Iterator[Row]:
        if start is None:
            return
        for index, row in enumerate(sheet.iter_rows()):
            for column, said in said_in.get(index, ()):
                row += [""] * (column + 1 - len(row))
                row[column] = said
            yield row

    formulas = inside.unsaved.get(sheet.name, {})
    said_in: dict[int, list[tuple[int, str]]] = {}
    for (row, column), said in formulas.items():
        if said is not None:
            said_in.setdefault(row, []).append((column, said))
    unknown = frozenset(place for place, said in formulas.items() if said is None)
    return Sheet(sheet.name, rows, height, merged, hidden, unknown, inside.hidden.get(sheet.name, frozenset()))


def _look_inside(data: bytes) -> tuple[str, _Inside]:
    """What kind of workbook it is, where formulas stand that nobody has reckoned, and which rows are hidden. Raises
    UnreadableList."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = {one.filename: one.file_size for one in parts.infolist()}
            if sum(names.values()) > LARGEST_UNPACKED:
                raise UnreadableList(Trouble.TOO_LARGE)
            if "content.xml" in names:
                return "ods", _Inside(hidden=_hidden_in_ods(parts.read("content.xml")))
            if not any(name.startswith("xl/") for name in names):
                raise UnreadableList(Trouble.NOT_A_LIST)
            return "xlsx", _in_sheets(parts)
    except (zipfile.BadZipFile, zlib.error, LookupError, ValueError, EOFError, OSError, RuntimeError) as error:
        raise UnreadableList(Trouble.DAMAGED, str(error)) from error


def _in_sheets(parts: zipfile.ZipFile) -> _Inside:
    found: dict[str, _Unsaved] = {}
    hidden: dict[str, frozenset[int]] = {}
    files = {one.filename for one in parts.infolist() if _SHEET_PART.fullmatch(one.filename)}
    for name, file in _files_of_sheets(parts).items():
        text = parts.read(file) if file in files else b""
        if _places(text) > MOST_CELLS:
            raise UnreadableList(Trouble.TOO_LARGE, name)
        if b"<f" in text:
            found[name] = {
                (int(row) - 1, _column(letters)): _own_text(formula) for letters, row, formula in _FORMULA.findall(text)
            }
        if b"hidden=" in text:
            hidden[name] = _hidden_rows(text)
    return _Inside(found, hidden)


def _hidden_rows(text: bytes) -> frozenset[int]:
    """Rows of a sheet's XML that are not shown, from 0. A row that does not say its number follows the one before."""
    rows, at = set(), -1
    for found in _ROW.finditer(text):
        numbered = _NUMBERED.search(found[1])
        at = int(numbered[1]) - 1 if numbered else at + 1
        if _NOT_SHOWN.search(found[1]):
            rows.add(at)
    return frozenset(rows)


def _hidden_in_ods(text: bytes) -> dict[str, frozenset[int]]:
    """The same of every sheet of an ODS: there a row may stand for many."""
    if b"table:visibility=" not in text:
        return {}
    sheets = {}
    for table in _ODS_TABLE.finditer(text):
        rows: set[int] = set()
        at = 0
        for found in _ODS_ROW.finditer(table[2]):
            repeated = _ODS_REPEATED.search(found[1])
            end = min(at + (int(repeated[1]) if repeated else 1), _MOST_ROWS)
            if _ODS_NOT_SHOWN.search(found[1]):
                rows.update(range(at, end))
            at = end
        sheets[html.unescape(_attribute(table[1].decode("utf-8", "replace"), "table:name"))] = frozenset(rows)
    return sheets


def _places(text: bytes) -> int:
    """Rows by columns of a sheet, at most: looked at closely only where it is wide."""
    wide = max((_column(found[1]) for found in _WIDE.finditer(text)), default=25) + 1
    if wide * _MOST_ROWS <= MOST_CELLS:
        return 0
    rows = [int(found[2]) for found in _PLACE.finditer(text)]
    return (max(rows, default=0) - min(rows, default=0) + 1) * wide


def _files_of_sheets(parts: zipfile.ZipFile) -> dict[str, str]:
    """The file of each sheet, by its name, as the workbook's own list and its relations say."""
    try:
        listed = parts.read("xl/workbook.xml").decode("utf-8", "replace")
        related = parts.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    except KeyError:
        return {}
    targets: dict[str, str] = {}
    for one in re.findall(r"<Relationship\s[^>]*>", related):
        relation, target = _attribute(one, "Id"), _attribute(one, "Target")
        targets[relation] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return {
        html.unescape(_attribute(one, "name")): targets.get(_attribute(one, "r:id"), "")
        for one in re.findall(r"<sheet\s[^>]*>", listed)
    }


def _own_text(formula: bytes) -> str | None:
    said = _SAYS_ITS_TEXT.fullmatch(html.unescape(formula.decode("utf-8", "replace")).strip())
    return said[1].replace('""', '"') if said is not None else None


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return found[1] if found else ""


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + letter - 64
    return place - 1
