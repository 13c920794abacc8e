"""What `kiosk campaign check` says, in the product's three languages: sentences are looked up by their English."""

from __future__ import annotations

from typing import Protocol

from kiosk.adapters.campaigns.words.of_findings import FINDINGS
from kiosk.adapters.campaigns.words.of_goods import GOODS
from kiosk.adapters.campaigns.words.of_law import LAW
from kiosk.adapters.campaigns.words.of_publishing import PUBLISHING
from kiosk.adapters.campaigns.words.of_reading import READING
from kiosk.adapters.campaigns.words.of_rehearsals import REHEARSED
from kiosk.adapters.campaigns.words.of_slips import SLIPS
from kiosk.adapters.campaigns.words.of_things import THINGS
from kiosk.domain.findings import filled
from kiosk.domain.texts import LocalText

ENGLISH = "en"
SENTENCES = {**FINDINGS, **GOODS, **LAW, **PUBLISHING, **READING, **REHEARSED, **SLIPS}
"""English → 繁體, 简体; {names} stand for arguments."""
_TRANSLATED = "what"
"""The argument that is a word of ours; all others are the file's."""


class Said(Protocol):
    """A finding of the check or a problem of the reader."""

    @property
    def text(self) -> str: ...
    @property
    def args(self) -> tuple[tuple[str, str], ...]: ...


def in_words(said: Said, language: str) -> str:
    """The sentence in `language` (one of LANGUAGES); a sentence that has no translation in English."""
    chinese = SENTENCES.get(said.text)
    if language == ENGLISH or chinese is None:
        return filled(said.text, said.args)
    args = tuple((name, thing(value, language) if name == _TRANSLATED else value) for name, value in said.args)
    return filled(LocalText(*chinese, said.text).get(language), args)


def thing(english: str, language: str) -> str:
    """A kind of thing in the file: "coupon", "draw", …"""
    chinese = THINGS.get(english)
    return english if chinese is None else LocalText(*chinese, english).get(language)
