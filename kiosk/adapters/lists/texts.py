"""Text files: CSV and its kin with any separator, and tables of a web page that was saved as a workbook."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterator

from kiosk.adapters.lists.cards import are_cards, rows_of_addresses, rows_of_cards
from kiosk.adapters.lists.encodings import Decoded, decode
from kiosk.adapters.lists.web_pages import is_web_page, tables
from kiosk.domain.lists.book import Book, Row, Sheet, Trouble, UnreadableList
from kiosk.domain.lists.columns import match

SEPARATORS = (",", ";", "\t", "|", "，", "、", "^")
_TOLD_BY = 200
_LONGEST_CELL = 1 << 20
_LINES_IN_A_CELL = 40
_HEAD = 1 << 16
_GAP = re.compile(r"(?<=\S)(?:[ \u3000]{2,})(?=\S)")
_OTHER = re.compile(r"\s*(?:BEGIN:V(?!CARD)[A-Z]+\s|\{\s*[\"}]|\[\s*[\[{])")
"""Calendars, JSON: people may be in them, but no rows."""
_WRAPPED = re.compile(r'\s*"(?:[^"]|"")*"\s*')
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_text(data: bytes) -> Book:
    """The sheets of a text file. Raises UnreadableList."""
    decoded = decode(data)
    text = decoded.text
    if not text.strip():
        raise UnreadableList(Trouble.EMPTY)
    if _is_binary(text) or _OTHER.match(text):
        raise UnreadableList(Trouble.NOT_A_LIST)
    text = text.replace("\0", "")
    if are_cards(text):
        return _of_rows("vcard", rows_of_cards(text), decoded)
    if addresses := rows_of_addresses(text):
        return _of_rows("mail", addresses, decoded)
    if is_web_page(text):
        return Book("html", tables(text), decoded.encoding, "", decoded.broken)
    said = _SAID.match(text)
    text = _unwrapped(text[said.end() :] if said else text)
    separator = said[1] if said else _separator(text)
    if _GAP.search(text) and not any(separator in line for line in text[:_HEAD].splitlines()):
        # columns that were drawn with spaces
        text, separator = _GAP.sub("\t", text), "\t"
    rows = _rows(text, separator)
    kind = "tsv" if separator == "\t" else "csv"
    return Book(kind, (Sheet("", lambda: iter(rows), len(rows)),), decoded.encoding, separator, decoded.broken)


def _of_rows(kind: str, rows: list[Row], decoded: Decoded) -> Book:
    return Book(kind, (Sheet("", lambda: iter(rows), len(rows)),), decoded.encoding, "", decoded.broken)


def _unwrapped(text: str) -> str:
    """Lines each of which stands in quotation marks as a whole, as a program writes that took them for one cell."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or not all(map(_WRAPPED.fullmatch, lines)) or not any("," in line for line in lines):
        return text
    return "\n".join(line.strip()[1:-1].replace('""', '"') for line in lines)


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
