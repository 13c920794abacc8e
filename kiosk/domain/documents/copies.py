"""A reprint says that it is one."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from kiosk.domain.documents.blocks import Align, AnyBlock, Document, PageBreak, Size, Text
from kiosk.domain.documents.words import PaperWords


@dataclass(frozen=True, slots=True)
class CopyWords(PaperWords):
    """Both hold "{n}": `head` stands above all, `foot` below."""

    head: str
    foot: str


def copy_of(document: Document, number: int, words: CopyWords) -> Document:
    """The document as its `number`th copy, each piece of it marked at head and foot; 0: the first print, as it is. The
    drawer stays closed. ValueError for a number below 0. To be given the first print, not a copy of it."""
    if number < 0:
        raise ValueError(number)
    if number == 0:
        return document
    n = f"{number:,}"
    head = Text(words.say(words.head, n=n), Size.LARGE, bold=True, inverse=True, align=Align.CENTRE)
    foot = Text(words.say(words.foot, n=n), Size.SMALL, bold=True, align=Align.CENTRE)
    title = f"{document.title} ({words.say(words.head, n=n)})"
    blocks: list[AnyBlock] = [head]
    for block in document.blocks:
        blocks += [foot, block, head] if isinstance(block, PageBreak) else [block]
    return replace(document, title=title, blocks=(*blocks, foot), drawer=False)
