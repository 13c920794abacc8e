"""A table on sheets of paper: winners of a draw, prizes that were handed over, what is left of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Column,
    Document,
    DocumentKind,
    Pair,
    Size,
    Space,
    Table,
    Text,
)
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import clean
from kiosk.domain.documents.composing import document, head, heading
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText

_NARROWEST, _WIDEST = 4, 26
_MEASURED = 200


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that is said above the table."""

    label: str
    said: str


@dataclass(frozen=True, slots=True)
class TableSheet:
    """`title`: what it is of; `made`: when (UTC); `notes`: above the table;
    `counts`: columns whose cells are numbers; `fingerprint`: of what was published of a draw, "" where there is none.
    Names in it are masked by whoever makes it, unless it is for the tax office."""

    store: LocalText
    zone: str
    title: LocalText
    made: datetime
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Noted, ...] = ()
    counts: tuple[int, ...] = ()
    fingerprint: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError where a row has another number of cells than there are headings."""
        if not self.headings or any(len(row) != len(self.headings) for row in self.rows):
            raise ValueError("each row has a cell for each heading")


@dataclass(frozen=True, slots=True)
class TableSheetWords(PaperWords):
    """Labels."""

    title: str
    made: str
    lines: str
    fingerprint: str


def lay_out(sheet: TableSheet, words: TableSheetWords, brand: Brand | None = None) -> Document:
    """The table, its headings on each page; columns as wide as what stands in them."""
    title = clean(sheet.title.get(words.language)) or words.title
    return document(DocumentKind.TABLE_SHEET, words.language, title, _blocks(sheet, words, title, brand), brand=brand)


def _blocks(sheet: TableSheet, words: TableSheetWords, title: str, brand: Brand | None) -> Iterator[AnyBlock]:
    yield from head(sheet.store, words.language, brand)
    yield heading(title)
    for one in sheet.notes:
        yield Pair(clean(one.label), clean(one.said)) if clean(one.said) else Text(clean(one.label))
    yield Pair(words.lines, str(len(sheet.rows)))
    yield Pair(words.made, words.when(sheet.made, sheet.zone))
    if sheet.rows:
        yield Space(2)
        columns = zip(sheet.headings, _widths(sheet), strict=True)
        yield Table(
            tuple(
                Column(clean(said), width, Align.RIGHT if at in sheet.counts else Align.LEFT, count=at in sheet.counts)
                for at, (said, width) in enumerate(columns)
            ),
            tuple(tuple(map(clean, row)) for row in sheet.rows),
            lined=True,
        )
    else:
        yield Text(clean(" · ".join(sheet.headings)))
    if clean(sheet.fingerprint):
        yield Text(words.fingerprint, Size.SMALL, pale=True)
        yield Text(clean(sheet.fingerprint), Size.SMALL)


def _widths(sheet: TableSheet) -> list[int]:
    shown = (sheet.headings, *sheet.rows[:_MEASURED])
    return [max(_NARROWEST, min(_WIDEST, max(_width(row[at]) for row in shown))) for at in range(len(sheet.headings))]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text[:_WIDEST])
