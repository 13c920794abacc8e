"""Documents as plain text: for files, for the screen's clipboard, and for what a receipt printer prints in its own
characters. 32 columns are 58 mm of paper, 48 are 80 mm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from kiosk.adapters.printing.columns import aligned, cleaned, paired, set_in, width, wrapped
from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Barcode,
    Column,
    Document,
    Field,
    Keep,
    PageBreak,
    Pair,
    Picture,
    Qr,
    Rule,
    Side,
    Space,
    Table,
    Text,
    Ticks,
)

NARROWEST = 16
_LINE_MM = 4
"""Height of a line of text."""


def plain_text(document: Document, columns: int) -> str:
    """The document in lines of at most `columns` columns, each ended by a newline. ValueError: fewer than 16."""
    if columns < NARROWEST:
        raise ValueError(f"a document needs {NARROWEST} columns, not {columns}")
    return "".join(f"{line.rstrip()}\n" for block in flat(document.blocks) for line in _said(block, columns))


def flat(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """Blocks that only hold others give way to what they hold, one below the other."""
    for block in blocks:
        if isinstance(block, Keep):
            yield from flat(block.blocks)
        elif isinstance(block, Side):
            yield from flat(block.left)
            yield from flat(block.right)
        else:
            yield block


def blank_lines(space: Space) -> int:
    """Lines that stand for nothing of that height."""
    return (max(0, space.mm) + 1) // _LINE_MM


def _said(block: AnyBlock, columns: int) -> Iterator[str]:
    match block:
        case Text(inverse=True):
            yield from ("*" * columns, *text_lines(block, columns), "*" * columns)
        case Qr():
            yield from set_in(block.caption, columns, block.align)
            yield from set_in(block.readable or block.code, columns, block.align)
        case Barcode():
            yield from set_in(block.code, columns, block.align)
        case Picture():
            yield from set_in(block.words, columns, block.align)
        case PageBreak():
            yield "=" * columns
        case Space():
            yield from [""] * blank_lines(block)
        case _:
            yield from text_lines(block, columns)


def text_lines(block: AnyBlock, columns: int) -> Iterator[str]:
    """The lines of a block that is nothing but text; none of another."""
    match block:
        case Text():
            yield from set_in(block.text, columns, block.align)
        case Pair():
            yield from paired(block.left, block.right, columns)
        case Rule(torn=True):
            yield ("- " * columns)[:columns].rstrip()
        case Rule():
            yield "-" * columns
        case Table():
            yield from _table(block, columns)
        case Field():
            yield from _field(block, columns)
        case Ticks():
            yield from set_in(block.label, columns)
            for choice in block.choices:
                for at, line in enumerate(wrapped(choice, columns - 4)):
                    yield f"    {line}" if at else f"[ ] {line}"


def _field(field: Field, columns: int) -> Iterator[str]:
    label = " ".join(cleaned(field.label).split())
    value = " ".join(cleaned(field.value).split())
    if field.boxes:
        yield from set_in(label, columns)
        boxes = [f"[{value[at : at + 1] or ' '}]" for at in range(max(field.boxes, len(value)))]
        line = ""
        for box in boxes:
            if width(line + box) > columns:
                yield line
                line = ""
            line += box
        yield line
    elif value:
        yield from paired(label, value, columns)
    elif width(label) + 8 <= columns:
        yield f"{label} {'_' * (columns - width(label) - 1)}"
    else:
        yield from set_in(label, columns)
        yield "_" * columns


def _table(table: Table, columns: int) -> Iterator[str]:
    widths = _widths(table.columns, columns)
    headings = [column.heading for column in table.columns]
    if not widths or any(width(piece) > room for piece, room in zip(_words(table), widths, strict=True)):
        for row in table.rows:
            for heading, cell in zip(headings, row, strict=False):
                yield from paired(heading, cell, columns)
            yield "-" * columns
        return
    if any(cleaned(heading).strip() for heading in headings):
        yield from _row(table.columns, headings, widths)
        yield "-" * columns
    for row in table.rows:
        yield from _row(table.columns, row, widths)
        if table.lined:
            yield "-" * columns


def _words(table: Table) -> Iterator[str]:
    """The longest word of each column."""
    for at, column in enumerate(table.columns):
        texts = [column.heading, *(row[at] for row in table.rows if at < len(row))]
        words = (piece for text in texts for word in cleaned(text).split() for piece in _unbroken(word))
        yield max(words, key=width, default="")


def _unbroken(word: str) -> Iterator[str]:
    """The parts of a word that no line breaks: a Chinese one may be broken anywhere."""
    part = ""
    for character in word:
        if width(character) == 2:
            yield part
            part = ""
        part += character
    yield part


def _widths(columns: tuple[Column, ...], room: int) -> list[int]:
    """Columns of text for each column of a table, one between each two; none where they are too many."""
    free = room - (len(columns) - 1)
    shares = sum(max(1, column.share) for column in columns)
    if not columns or free < 2 * len(columns):
        return []
    widths = [max(2, free * max(1, column.share) // shares) for column in columns]
    widths[-1] += free - sum(widths)
    return widths if widths[-1] >= 2 else []


def _row(columns: tuple[Column, ...], texts: Iterable[str], widths: list[int]) -> Iterator[str]:
    cells = []
    for column, text, room in zip(columns, texts, widths, strict=False):
        align = Align.RIGHT if column.count else column.align
        cells.append([aligned(line, room, align) for line in wrapped(text, room)])
    for lines in zip_longest(*cells, fillvalue=""):
        yield " ".join(line + " " * (room - width(line)) for line, room in zip(lines, widths, strict=False)).rstrip()
