"""A greeting card that goes with a gift (M21)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Document,
    DocumentKind,
    Frame,
    Picture,
    Side,
    Size,
    Space,
    Text,
)
from kiosk.domain.documents.brand import Brand
from kiosk.domain.documents.cleaning import clean
from kiosk.domain.documents.composing import document, paragraphs
from kiosk.domain.documents.words import PaperWords
from kiosk.domain.texts import LocalText

PHOTO_MM = 56


@dataclass(frozen=True, slots=True)
class GreetingCard:
    """`message`, `to` and `sender` as the customer wrote them: theirs to say, so nothing is masked. `photo`: PNG or
    JPEG, empty for none (then there is a message: ValueError without either); `occasion`: printed large above, from
    the campaign."""

    message: str
    to: str = ""
    sender: str = ""
    occasion: LocalText | None = None
    photo: bytes = b""
    frame: Frame = Frame.PLAIN

    def __post_init__(self) -> None:
        if not clean(self.message) and not self.photo:
            raise ValueError("a card says or shows something")


@dataclass(frozen=True, slots=True)
class GreetingCardWords(PaperWords):
    """`to` and `sender` hold "{name}"; `with_love` names the chain, "{chain}"; `photo`: what the picture is."""

    title: str
    to: str
    sender: str
    with_love: str
    photo: str


def lay_out(card: GreetingCard, words: GreetingCardWords, brand: Brand | None = None) -> Document:
    """The card: the photo on the left, where there is one."""
    blocks = _blocks(card, words, brand)
    return document(DocumentKind.GREETING_CARD, words.language, words.title, blocks, brand=brand, frame=card.frame)


def _blocks(card: GreetingCard, words: GreetingCardWords, brand: Brand | None) -> Iterator[AnyBlock]:
    language = words.language
    if card.occasion is not None:
        yield Text(card.occasion.get(language), Size.HUGE, bold=True, accent=True, align=Align.CENTRE)
        yield Space(2)
    said: tuple[AnyBlock, ...] = (
        Text(words.say(words.to, name=card.to), bold=True),
        *paragraphs(card.message, size=Size.LARGE),
        Text(words.say(words.sender, name=card.sender), bold=True, align=Align.RIGHT),
    )
    yield Side((Picture(card.photo, PHOTO_MM, words.photo),), said)
    if brand is not None:
        yield Space(2)
        chain = words.say(words.with_love, chain=brand.name.get(language))
        yield Text(chain, Size.SMALL, pale=True, align=Align.CENTRE)
