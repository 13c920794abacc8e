"""Tables of a web page that calls itself .xls, and of the one-file XML that spreadsheet programs wrote in 2003."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from kiosk.domain.lists.book import Area, Sheet

_WEB_PAGE = re.compile(
    r"\s*(?:<\?[^>]*\?>\s*)*(?:<!--.*?-->\s*)*(?:<!doctype html|<html|<table|<head|<meta|<style|<(?:ss:)?workbook\b)",
    re.IGNORECASE | re.DOTALL,
)
_MOST_SPANNED = 1000
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})


def is_web_page(text: str) -> bool:
    """Whether a text is such a page."""
    return _WEB_PAGE.match(text[:4096]) is not None


def tables(text: str) -> tuple[Sheet, ...]:
    """The tables of a page, each a sheet."""
    parser = _Tables()
    parser.feed(text)
    parser.close()
    made = [one for one in parser.tables if one.rows]
    return tuple(one.sheet(f"{number}") for number, one in enumerate(made, 1))


class _Table:
    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[list[str]] = []
        self.merged: list[Area] = []
        self._taken: dict[tuple[int, int], bool] = {}

    def row(self, at: int | None) -> None:
        """Another row; `at`: its place, where the file says so."""
        self.rows += [[] for _ in range(min(max(1, (at or 0) - len(self.rows)), _MOST_SPANNED))]

    def cell(self, text: str, at: int | None, across: int, down: int) -> None:
        """The next cell of the row, or the one at a place; over how many columns and rows it stands."""
        if not self.rows:
            self.row(None)
        row, index = self.rows[-1], len(self.rows) - 1
        column = at if at is not None else len(row)
        while at is None and (index, column) in self._taken:
            column += 1
        row += [""] * (column - len(row))
        row += [text, *[""] * (across - 1)]
        if across > 1 or down > 1:
            self.merged.append((index, column, index + down - 1, column + across - 1))
            self._taken |= {(index + more, column + one): True for more in range(1, down) for one in range(across)}

    def sheet(self, name: str) -> Sheet:
        rows, height = self.rows, len(self.rows)
        merged = tuple((top, first, min(bottom, height - 1), last) for top, first, bottom, last in self.merged)
        return Sheet(self.name or name, lambda: iter(rows), height, merged)


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._name = ""
        self._cell: list[str] | None = None
        self._place: tuple[int | None, int, int] = (None, 1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag, said = tag.removeprefix("ss:"), {name.removeprefix("ss:"): value or "" for name, value in attrs}
        if tag == "worksheet":
            self._name = said.get("name", "")
        elif tag == "table":
            self._close()
            self.tables.append(_Table(self._name))
        elif tag in _ROWS and self.tables:
            self._close()
            self.tables[-1].row(_number(said.get("index"), None))
        elif tag in _CELLS and self.tables:
            self._close()
            index = _number(said.get("index"), None)
            across = (
                _number(said.get("colspan"), 1) or 1
                if tag != "cell"
                else 1 + (_number(said.get("mergeacross"), 0) or 0)
            )
            down = (
                _number(said.get("rowspan"), 1) or 1 if tag != "cell" else 1 + (_number(said.get("mergedown"), 0) or 0)
            )
            self._cell, self._place = [], (index - 1 if index else None, across, down)
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag.removeprefix("ss:") in _ROWS | _CELLS | {"table"}:
            self._close()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _close(self) -> None:
        if self._cell is not None:
            self.tables[-1].cell("".join(self._cell).strip(), *self._place)
        self._cell = None


def _number(text: str | None, otherwise: int | None) -> int | None:
    return min(int(text), _MOST_SPANNED) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise
