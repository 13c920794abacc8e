"""A list of guests to sign by hand, when there is no desk or no power."""

from __future__ import annotations

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
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import document, head, heading
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText

MOST_BLANK = 500


@dataclass(frozen=True, slots=True)
class Guest:
    """`name`: masked, because the sheet lies open; `phone_end`: the last digits of the phone (at most four), which tell
    two guests of one name apart; `guests`: who comes along."""

    name: str
    phone_end: str = ""
    seat: str = ""
    guests: int = 0

    def __post_init__(self) -> None:
        if len(self.phone_end) > 4:
            raise ValueError("a sign-in sheet shows no more than four digits of a phone")


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """`blank`: empty lines behind the guests (at most MOST_BLANK), for those who come unannounced; `printed`: when
    (UTC)."""

    store: LocalText
    zone: str
    event: LocalText
    starts: datetime
    ends: datetime | None
    printed: datetime
    guests: tuple[Guest, ...] = ()
    place: LocalText | None = None
    blank: int = 10

    def __post_init__(self) -> None:
        if not 0 <= self.blank <= MOST_BLANK:
            raise ValueError(f"{self.blank} empty lines")


@dataclass(frozen=True, slots=True)
class SignInSheetWords(PaperWords):
    """Labels and headings; `privacy` stands at the foot."""

    title: str
    begins: str
    where: str
    announced: str
    printed: str
    line: str
    name: str
    phone_end: str
    seat: str
    guests: str
    time: str
    signature: str
    privacy: str


def lay_out(sheet: SignInSheet, words: SignInSheetWords, brand: Brand | None = None) -> Document:
    """The sheet: lines high enough to sign on, headings on each page."""
    title = f"{words.title} {sheet.event.get(words.language)}"
    return document(DocumentKind.SIGN_IN_SHEET, words.language, title, _blocks(sheet, words, brand), brand=brand)


def _blocks(sheet: SignInSheet, words: SignInSheetWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language = words.language
    yield from head(sheet.store, language, brand)
    yield heading(words.title)
    yield Text(sheet.event.get(language), Size.LARGE, bold=True, align=Align.CENTRE)
    yield Pair(words.begins, words.from_to(sheet.starts, sheet.ends, sheet.zone))
    if sheet.place is not None:
        yield Pair(words.where, sheet.place.get(language))
    yield Pair(words.announced, words.count(len(sheet.guests)))
    yield Pair(words.printed, words.when(sheet.printed, sheet.zone))
    yield Space(2)
    columns = (
        Column(words.line, 2, Align.RIGHT, count=True),
        Column(words.name, 8),
        Column(words.phone_end, 4),
        Column(words.seat, 3),
        Column(words.guests, 3, Align.RIGHT, count=True),
        Column(words.time, 4),
        Column(words.signature, 8),
    )
    known = [(personal(one.name), one.phone_end, one.seat, words.count(one.guests)) for one in sheet.guests]
    lines = known + [("", "", "", "")] * sheet.blank
    rows = tuple((str(at), *line, "", "") for at, line in enumerate(lines, 1))
    yield Table(columns, rows, lined=True, tall=True)
    yield Text(words.privacy, Size.SMALL, pale=True)
