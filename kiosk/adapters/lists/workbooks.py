"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS), read by calamine. Formulas give the value that was saved with them; dates
count from 1900 or 1904 as the workbook says."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

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
_PANIC = "PanicException"
MOST_CELLS = 1 << 26
"""Places between the first and the last cell of a sheet: the library makes room for each of them, and ends the program
where it cannot."""
_MOST_ROWS = 1 << 20
_WIDE = re.compile(rb"""\sr=["']([A-Z]{2,3})\d""")
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(data: bytes) -> Book:
    """The sheets of a workbook. Raises UnreadableList."""
    unsaved: dict[str, _Unsaved] = {}
    kind = "xls"
    if data.startswith(b"PK"):
        kind, unsaved = _look_inside(data)
    elif _ENCRYPTED in data[: 1 << 20]:
        raise UnreadableList(Trouble.LOCKED)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = tuple(
            _sheet(workbook.get_sheet_by_name(one.name), one.visible is not SheetVisibleEnum.Visible, unsaved)
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


def _sheet(sheet: CalamineSheet, hidden: bool, unsaved: dict[str, _Unsaved]) -> Sheet:
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

    formulas = unsaved.get(sheet.name, {})
    said_in: dict[int, list[tuple[int, str]]] = {}
    for (row, column), said in formulas.items():
        if said is not None:
            said_in.setdefault(row, []).append((column, said))
    unknown = frozenset(place for place, said in formulas.items() if said is None)
    return Sheet(sheet.name, rows, height, merged, hidden, unknown)


def _look_inside(data: bytes) -> tuple[str, dict[str, _Unsaved]]:
    """What kind of workbook it is, and where formulas stand that nobody has reckoned. Raises UnreadableList."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = {one.filename: one.file_size for one in parts.infolist()}
            if sum(names.values()) > LARGEST_UNPACKED:
                raise UnreadableList(Trouble.TOO_LARGE)
            if "content.xml" in names:
                return "ods", {}
            if not any(name.startswith("xl/") for name in names):
                raise UnreadableList(Trouble.NOT_A_LIST)
            return "xlsx", _unsaved(parts)
    except (zipfile.BadZipFile, zlib.error, LookupError, ValueError, EOFError, OSError, RuntimeError) as error:
        raise UnreadableList(Trouble.DAMAGED, str(error)) from error


def _unsaved(parts: zipfile.ZipFile) -> dict[str, _Unsaved]:
    found: dict[str, _Unsaved] = {}
    files = {one.filename for one in parts.infolist() if _SHEET_PART.fullmatch(one.filename)}
    for name, file in _files_of_sheets(parts).items():
        text = parts.read(file) if file in files else b""
        if _places(text) > MOST_CELLS:
            raise UnreadableList(Trouble.TOO_LARGE, name)
        if b"<f" in text:
            found[name] = {
                (int(row) - 1, _column(letters)): _own_text(formula) for letters, row, formula in _FORMULA.findall(text)
            }
    return found


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
