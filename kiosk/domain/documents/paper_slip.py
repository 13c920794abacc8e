"""A slip of manual redemption (M30): numbered and signed beforehand, filled in by hand when everything is down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, DocumentKind, Field, Qr, Rule, Side, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.composing import bullets, document
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class PaperSlip:
    """`number` as people read it; `code`: its signed token (KS1). `offer`: what it gives; good from `since` until
    `until` (UTC, excluded) in the store it was made for."""

    store: LocalText
    zone: str
    number: str
    code: str
    offer: LocalText
    since: datetime | None
    until: datetime | None
    conditions: tuple[LocalText, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperSlipWords(PaperWords):
    """`number` holds "{number}", `until` "{day}", `span` "{first}" and "{last}"."""

    title: str
    number: str
    until: str
    span: str
    dated: str
    time: str
    amount: str
    member: str
    clerk: str
    signature: str
    keep: str


def lay_out(slip: PaperSlip, words: PaperSlipWords, brand: Brand | None = None) -> Document:
    """One slip; a book puts several on a page."""
    title = words.say(words.number, number=slip.number)
    return document(DocumentKind.PAPER_SLIP, words.language, title, _blocks(slip, words, brand), brand=brand)


def _blocks(slip: PaperSlip, words: PaperSlipWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language, zone = words.language, slip.zone
    chain = "" if brand is None else brand.name.get(language)
    first, last = words.day(slip.since, zone), words.last_day(slip.until, zone)
    told: list[AnyBlock] = [
        Text(chain, Size.SMALL, accent=True),
        Text(slip.store.get(language), Size.SMALL),
        Text(words.title, bold=True),
        Text(words.say(words.number, number=slip.number), Size.LARGE, bold=True),
        Text(slip.offer.get(language), bold=True, accent=True),
        Text(words.say(words.span, first=first, last=last) if first and last else words.say(words.until, day=last)),
        *bullets((one.get(language) for one in slip.conditions), size=Size.SMALL),
    ]
    yield Side(tuple(told), (Qr(slip.code, mm=26),), (3, 2))
    yield Side((Field(words.dated),), (Field(words.time),))
    yield Side((Field(words.amount),), (Field(words.clerk),))
    yield Field(words.member)
    yield Field(words.signature)
    yield Text(words.keep, Size.SMALL, pale=True, align=Align.LEFT)
    yield Rule()
