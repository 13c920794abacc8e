"""A page by which a manager sees whether a printer is set up well: sizes, scripts, width, code, cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Barcode,
    Column,
    Document,
    DocumentKind,
    Pair,
    Picture,
    Qr,
    Rule,
    Size,
    Table,
    Text,
)
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.composing import document, head, heading, section
from kiosk.domain.documents.scale import SCALE_MM, scale_png
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText

SCRIPTS = ("繁體中文：會員優惠券，滿千送百", "简体中文：会员优惠券，满千送百", "English: member coupons, 100 off")
"""Each language in its own script: whoever reads it sees whether it came out."""
RARE = "囧 峯 喆 堃 㵟 𠮷 𡃁 · ｱｲｳ é ñ ü € ★"
"""What a printer's own font is likely to lack: rare names, half-width kana, accents, signs beyond the first plane."""


@dataclass(frozen=True, slots=True)
class TestPage:
    """`printer`: its name; `paper`, `dpi`, `speaks`: how it is set up, in words. `at` is UTC. `code`: what the QR
    symbol carries, so that a scanner can be held to it."""

    __test__ = False  # no test of pytest's

    store: LocalText
    zone: str
    at: datetime
    printer: str
    paper: str
    dpi: int
    speaks: str
    code: str = "TEST-PAGE-0123456789"


@dataclass(frozen=True, slots=True)
class TestPageWords(PaperWords):
    """`scale` holds "{mm}"; `edges` says what to look for at the two edges."""

    __test__ = False

    title: str
    printer: str
    paper: str
    dpi: str
    speaks: str
    sizes: str
    small: str
    body: str
    large: str
    huge: str
    bold: str
    pale: str
    inverse: str
    scripts: str
    rare: str
    width: str
    scale: str
    edges: str
    columns: str
    left: str
    right: str
    code: str
    cut: str


def lay_out(page: TestPage, words: TestPageWords, brand: Brand | None = None) -> Document:
    """The page."""
    title = f"{words.title} {page.printer}"
    return document(DocumentKind.TEST_PAGE, words.language, title, _blocks(page, words, brand), brand=brand)


def _blocks(page: TestPage, words: TestPageWords, brand: Brand | None) -> Iterator[AnyBlock]:
    yield from head(page.store, words.language, brand)
    yield heading(words.title)
    yield Pair(words.printer, page.printer)
    yield Pair(words.paper, page.paper)
    yield Pair(words.dpi, words.count(page.dpi))
    yield Pair(words.speaks, page.speaks)
    yield Text(words.when(page.at, page.zone), Size.SMALL, pale=True)
    yield Rule()
    yield from section(words.width, _width(words))
    yield from section(words.sizes, _sizes(words))
    yield from section(words.scripts, [*(Text(one) for one in SCRIPTS), Pair(words.rare, RARE)])
    yield from section(words.columns, _columns(words))
    yield from section(words.code, [Qr(page.code, page.code, mm=26), Barcode("TEST-0123456789")])
    yield Rule(torn=True)
    yield Text(words.cut, Size.SMALL, align=Align.CENTRE)


def _width(words: TestPageWords) -> Iterator[AnyBlock]:
    yield Picture(scale_png(), SCALE_MM, align=Align.LEFT)
    yield Text(words.say(words.scale, mm=f"{SCALE_MM}"), Size.SMALL)
    yield Pair("|<", ">|")
    yield Text(words.edges, Size.SMALL)


def _sizes(words: TestPageWords) -> Iterator[AnyBlock]:
    for size, name in zip(Size, (words.small, words.body, words.large, words.huge), strict=True):
        yield Text(f"{name} 123 永", size)
    yield Text(f"{words.bold} 123 永", bold=True)
    yield Text(f"{words.pale} 123 永", pale=True)
    yield Text(f"{words.inverse} 123 永", inverse=True)


def _columns(words: TestPageWords) -> Iterator[AnyBlock]:
    yield Text(words.left)
    yield Text(words.right, align=Align.RIGHT)
    columns = (Column("A", 3), Column("B", 2, Align.RIGHT, count=True), Column("C", 2, Align.RIGHT, count=True))
    yield Table(columns, (("1", "9.50", "100"), ("2", "10.00", "9")))
