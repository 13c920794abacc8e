"""What a new member takes home: their code, and what they were given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, DocumentKind, Pair, Qr, Rule, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import bullets, document, head, heading
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class WelcomeSlip:
    """`member`: the masked name; `code`: the member's pass (KM1). `gifts`: the welcome pack, each in words; `until`:
    when the pack ends (UTC, excluded)."""

    store: LocalText
    zone: str
    at: datetime
    member: str
    code: str
    gifts: tuple[LocalText, ...] = ()
    until: datetime | None = None
    clerk: str = ""


@dataclass(frozen=True, slots=True)
class WelcomeSlipWords(PaperWords):
    """`hello` holds "{name}", `until` "{day}"."""

    title: str
    hello: str
    show: str
    gifts: str
    until: str
    clerk: str
    keep: str


def lay_out(slip: WelcomeSlip, words: WelcomeSlipWords, brand: Brand | None = None) -> Document:
    """The welcome slip."""
    return document(DocumentKind.WELCOME_SLIP, words.language, words.title, _blocks(slip, words, brand), brand=brand)


def _blocks(slip: WelcomeSlip, words: WelcomeSlipWords, brand: Brand | None) -> Iterator[AnyBlock]:
    yield from head(slip.store, words.language, brand)
    yield heading(words.title)
    yield Text(words.say(words.hello, name=personal(slip.member)), align=Align.CENTRE)
    yield Qr(slip.code, words.show, mm=32)
    yield Rule()
    if gifts := bullets(gift.get(words.language) for gift in slip.gifts):
        yield Text(words.gifts, bold=True)
        yield from gifts
        yield Text(words.say(words.until, day=words.last_day(slip.until, slip.zone)), Size.SMALL, pale=True)
        yield Rule()
    yield Text(words.keep, Size.SMALL, pale=True)
    yield Pair(words.clerk, slip.clerk, Size.SMALL, pale=True)
    yield Text(words.when(slip.at, slip.zone), Size.SMALL, pale=True)
