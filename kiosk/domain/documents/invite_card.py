"""A card that a member hands to a friend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.documents.blocks import AnyBlock, Document, DocumentKind, Frame, Qr, Side, Size, Text
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import personal
from kiosk.domain.documents.composing import bullets, document, head, heading
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class InviteCard:
    """`member`: the masked name of who invites; `code`: their invitation (KI1), good until `until` (UTC, excluded).
    `for_friend`: what the friend gets, each in words; `terms`: what it depends on."""

    store: LocalText
    zone: str
    member: str
    code: str
    until: datetime | None = None
    campaign: LocalText | None = None
    for_friend: tuple[LocalText, ...] = ()
    terms: tuple[LocalText, ...] = ()
    frame: Frame = Frame.NONE


@dataclass(frozen=True, slots=True)
class InviteCardWords(PaperWords):
    """`invites` holds "{name}", `until` "{day}"."""

    title: str
    invites: str
    for_friend: str
    show: str
    until: str


def lay_out(card: InviteCard, words: InviteCardWords, brand: Brand | None = None) -> Document:
    """The invitation: what the friend gets on the left, the code on the right."""
    blocks = _blocks(card, words, brand)
    return document(DocumentKind.INVITE_CARD, words.language, words.title, blocks, brand=brand, frame=card.frame)


def _blocks(card: InviteCard, words: InviteCardWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language = words.language
    yield from head(card.store, language, brand, mm=18)
    yield heading(words.title)
    gifts = bullets(gift.get(language) for gift in card.for_friend)
    told: list[AnyBlock] = [Text(words.say(words.invites, name=personal(card.member)))]
    if card.campaign is not None:
        told.append(Text(card.campaign.get(language), bold=True, accent=True))
    if gifts:
        told += [Text(words.for_friend, bold=True), *gifts]
    last = words.last_day(card.until, card.zone)
    told.append(Text(words.say(words.until, day=last), Size.SMALL, pale=True))
    yield Side(tuple(told), (Qr(card.code, words.show, mm=30),), (3, 2))
    yield from (Text(term.get(language), Size.SMALL, pale=True) for term in card.terms)
