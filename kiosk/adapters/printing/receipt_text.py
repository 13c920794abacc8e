"""Receipts as plain text for narrow printers: 32 columns on 58 mm paper, 48 on 80 mm."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.documents.receipt import Receipt, ReceiptWords, wall_time
from kiosk.files import write_whole

COLUMNS_58_MM = 32
COLUMNS_80_MM = 48

_NEVER_FIRST = frozenset("，。、；：！？）》」』】”’…—～,.;:!?)%")
"""Punctuation that must not begin a line (after W3C, "Requirements for Chinese Text Layout", line breaking)."""


def width(text: str) -> int:
    """Columns that `text` takes on a printer with a Chinese font.

    By Unicode's East Asian Width (UAX #11): wide and full-width characters take two, marks that sit on another none.
    Ambiguous ones count two, as Big5 and GB18030 fonts draw them: a line may come out short, never too long.
    """
    return sum(_cells(character) for character in text)


def render_text(receipt: Receipt, words: ReceiptWords, columns: int = COLUMNS_58_MM) -> str:
    """The receipt in lines of at most `columns` columns (at least 16), each ended by a newline."""
    if columns < 16:
        raise ValueError(f"a receipt needs 16 columns, not {columns}")
    return "".join(f"{line.rstrip()}\n" for line in _lines(receipt, words, columns))


def write_text(receipt: Receipt, words: ReceiptWords, path: Path, columns: int = COLUMNS_58_MM) -> None:
    """The receipt as a UTF-8 file. OSError when it cannot be written; then nothing is changed."""
    write_whole(path, render_text(receipt, words, columns).encode())


def _lines(receipt: Receipt, words: ReceiptWords, columns: int) -> Iterator[str]:
    rule = "-" * columns
    yield from _centred(receipt.store.get(words.language), columns)
    if receipt.voided is not None:
        yield "*" * columns
        when = wall_time(receipt.voided.at, receipt.zone)
        yield from _centred(words.voided.format(time=when, clerk=receipt.voided.clerk), columns)
        yield "*" * columns
    yield from _pair(wall_time(receipt.at, receipt.zone), receipt.terminal, columns)
    yield from _wrapped(words.number.format(number=receipt.number), columns)
    yield from _pair(words.clerk, receipt.clerk, columns)
    if receipt.member:
        yield from _pair(words.member, receipt.member, columns)
    yield rule
    for what, how_much in words.pairs(receipt):
        yield from _pair(what, how_much, columns)
    yield rule
    yield from _pair(words.to_pay, words.money(receipt.total, receipt.currency), columns)
    if receipt.saved:
        yield from _pair(words.saved, words.money(receipt.saved, receipt.currency), columns)
    yield rule
    heading, *rewards = words.rewards(receipt) or ("",)
    if rewards:
        yield from _wrapped(heading, columns)
        for reward in rewards:
            yield from (f"  {line}" for line in _wrapped(reward, columns - 2))
        yield rule
    if receipt.unsent:
        yield from _centred(words.unsent, columns)
    yield from _centred(words.thanks, columns)


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def _pair(left: str, right: str, columns: int) -> Iterator[str]:
    """Left and right of one line; where both do not fit, the right one goes to the right of the next line."""
    if width(left) + 1 + width(right) <= columns:
        yield left + " " * (columns - width(left) - width(right)) + right
        return
    yield from _wrapped(left, columns)
    for line in _wrapped(right, columns):
        yield " " * (columns - width(line)) + line


def _centred(text: str, columns: int) -> Iterator[str]:
    for line in _wrapped(text, columns):
        yield " " * ((columns - width(line)) // 2) + line


def _wrapped(text: str, columns: int) -> Iterator[str]:
    """Lines of at most `columns` columns: broken at spaces, beside wide characters, and inside words too long for a
    line."""
    line = ""
    for piece in _pieces(text):
        if width(line) + width(piece) <= columns:
            line += piece
            continue
        if line.strip():
            yield line.rstrip()
        line = piece.lstrip()
        while width(line) > columns:
            cut = _fitting(line, columns)
            yield line[:cut]
            line = line[cut:]
    if line.strip():
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Runs of text between which a line may be broken."""
    piece = ""
    for character in " ".join(text.split()):
        wide_edge = piece != "" and (_cells(character) == 2 or _cells(piece[-1]) == 2)
        after_space = piece.endswith(" ") and character != " "
        if (wide_edge or after_space) and character not in _NEVER_FIRST and _cells(character) > 0:
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _fitting(text: str, columns: int) -> int:
    """How many characters of `text` fit into `columns`."""
    used = 0
    for index, character in enumerate(text):
        used += _cells(character)
        if used > columns:
            return index
    return len(text)
