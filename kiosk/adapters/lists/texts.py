"""Text files: CSV and its kin with any separator, and tables of a web page that was saved as a workbook."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from kiosk.adapters.lists.encodings import decode
from kiosk.domain.lists.book import Book, Row, Sheet, Trouble, UnreadableList
from kiosk.domain.lists.columns import match

SEPARATORS = (",", ";", "\t", "|", "，", "、", "^")
_TOLD_BY = 200
_LONGEST_CELL = 1 << 20
_LINES_IN_A_CELL = 40
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_WEB_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<table|<head|<meta|<style)", re.IGNORECASE)


def read_text(data: bytes) -> Book:
    """The sheets of a text file. Raises UnreadableList."""
    decoded = decode(data)
    text = decoded.text
    if not text.strip():
        raise UnreadableList(Trouble.EMPTY)
    if _is_binary(text):
        raise UnreadableList(Trouble.NOT_A_LIST)
    text = text.replace("\0", "")
    if _WEB_PAGE.match(text):
        return Book("html", _tables(text), decoded.encoding, "", decoded.broken)
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    separator = said[1] if said else _separator(text)
    rows = _rows(text, separator)
    kind = "tsv" if separator == "\t" else "csv"
    return Book(kind, (Sheet("", lambda: iter(rows), len(rows)),), decoded.encoding, separator, decoded.broken)


def _is_binary(text: str) -> bool:
    head = text[:4096]
    odd = sum(1 for one in head if one < " " and one not in "\t\r\n\f\x1a\0") + head.count("\ufffd")
    return odd > len(head) // 8


def _rows(text: str, separator: str) -> list[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        read = list(csv.reader(_kept(lines), delimiter=separator))
        if not any(cell.count("\n") > _LINES_IN_A_CELL for row in read for cell in row):
            return list(read)
    except csv.Error:
        pass
    # a quotation mark that nobody closed: each line is a row by itself
    return [[cell.strip('"') for cell in line.split(separator)] for line in lines]


def _kept(lines: list[str]) -> Iterator[str]:
    return (f"{line}\n" for line in itertools.chain(lines[:-1], lines[-1:] if lines[-1] else []))


def _separator(text: str) -> str:
    """The separator that makes the most even table of the first lines; headings it makes readable weigh more."""
    head = "\n".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n", _TOLD_BY)[:_TOLD_BY])
    return max(SEPARATORS, key=lambda one: (_even(head, one), -SEPARATORS.index(one)))


def _even(head: str, separator: str) -> float:
    rows = [row for row in _rows(head, separator) if any(row)]
    widths = Counter(len(row) for row in rows)
    if not widths:  # nothing but separators
        return 0.0
    width, often = max(widths.items(), key=lambda one: (one[1], one[0]))
    known = max((sum(1 for cell in row if isinstance(cell, str) and match(cell)) for row in rows[:60]), default=0)
    return (often / len(rows) if width > 1 else 0.0) + (known if known > 1 else 0)


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._depth = 0
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self._close()
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables:
            self._close()
            if not self.tables[-1]:
                self.tables[-1].append([])
            span = dict(attrs).get("colspan") or "1"
            self._cell, self._span = [], int(span) if span.isdigit() and len(span) < 4 else 1
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._close()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _close(self) -> None:
        if self._cell is not None:
            self.tables[-1][-1] += ["".join(self._cell).strip(), *[""] * (self._span - 1)]
        self._cell = None


def _tables(text: str) -> tuple[Sheet, ...]:
    parser = _Tables()
    parser.feed(text)
    parser.close()
    named = [(f"{number}", rows) for number, rows in enumerate(parser.tables, 1) if rows]
    return tuple(_web_sheet(name, rows) for name, rows in named)


def _web_sheet(name: str, rows: list[list[str]]) -> Sheet:
    return Sheet(name, lambda: iter(rows), len(rows))
