"""A badge that a guest wears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, DocumentKind, Qr, Side, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import document
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class Badge:
    """`name`: as the guest wishes to be called, and typed for the badge; else the masked name. `line`: a company or the
    like; `seat`: table or seat; `code`: the guest's ticket (KT1) for the doors, empty for none."""

    event: LocalText
    name: str
    line: str = ""
    role: LocalText | None = None
    seat: str = ""
    code: str = ""
    vip: bool = False


@dataclass(frozen=True, slots=True)
class BadgeWords(PaperWords):
    """`seat` holds "{seat}"."""

    title: str
    vip: str
    seat: str


def lay_out(badge: Badge, words: BadgeWords, brand: Brand | None = None) -> Document:
    """The badge: the name as large as it fits."""
    title = f"{words.title} {badge.event.get(words.language)}"
    return document(DocumentKind.BADGE, words.language, title, _blocks(badge, words, brand), brand=brand)


def _blocks(badge: Badge, words: BadgeWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language = words.language
    chain = brand.name.get(language) if brand is not None else ""
    yield Text(chain, Size.SMALL, accent=True, align=Align.CENTRE)
    yield Text(badge.event.get(language), Size.SMALL, align=Align.CENTRE)
    yield Text(personal(badge.name), Size.HUGE, bold=True, fit=True, align=Align.CENTRE)
    yield Text(badge.line, align=Align.CENTRE)
    told: list[AnyBlock] = []
    if badge.vip:
        told.append(Text(words.vip, bold=True, inverse=True, align=Align.CENTRE))
    if badge.role is not None:
        told.append(Text(badge.role.get(language), bold=True, align=Align.CENTRE))
    told.append(Text(words.say(words.seat, seat=badge.seat), bold=True, align=Align.CENTRE))
    yield Side(tuple(told), (Qr(badge.code, mm=16),))
