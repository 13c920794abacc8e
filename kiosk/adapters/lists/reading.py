"""A file of rows, whatever it is: a workbook of any spreadsheet program, a text in any encoding, a web page that calls
itself .xls. What it is, its first bytes say, and not its name."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.lists.book import Book, Trouble, UnreadableList
from kiosk.files import read_whole

LARGEST = 200 * 1024 * 1024
"""Bytes of a file; the largest sheet that there can be, with a dozen columns, has half of that."""
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NO_LISTS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"MZ",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"PK\x05\x06",
)


def read_book(path: Path) -> Book:
    """The file's sheets. Raises UnreadableList, and OSError where it cannot be opened."""
    size = path.stat().st_size
    if not size:
        raise UnreadableList(Trouble.EMPTY)
    if size > LARGEST:
        raise UnreadableList(Trouble.TOO_LARGE)
    data = read_whole(path, LARGEST)
    if data.startswith((_ZIP, _OLE)):
        from kiosk.adapters.lists.workbooks import read_workbook  # its library takes a moment

        return read_workbook(data)
    if data.startswith(_NO_LISTS):
        raise UnreadableList(Trouble.NOT_A_LIST)
    from kiosk.adapters.lists.texts import read_text

    return read_text(data)
