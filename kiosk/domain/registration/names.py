"""A person's name as it is kept: one line of Unicode text in NFC, from one character to five hundred.

Nobody's name is too short, too long for a form of paper, or written with the wrong characters: rare characters beyond
the basic plane (生僻字) and those of private use areas are kept as they come. What goes is what cannot be seen and does
harm: control characters, marks that set a direction of writing.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.documents.cleaning import FIRST_STRONG, POP, clean
from kiosk.domain.members.phones import digits_typed

LONGEST_NAME = 500
"""Characters (code points in NFC)."""
_LONGEST_TYPED = 40 * LONGEST_NAME
_DIGITS_OF_A_PHONE = 6
_MOST_MARKS = 4
"""Marks upon one character: Vietnamese has two, Tibetan and cantillated Hebrew a few more; a heap of them hides what is
beside it on every screen."""


class NameProblem(StrEnum):
    """Why a text is no name. Stable codes."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    A_NUMBER = "a_number"  # a phone number that got into the wrong field


@dataclass(frozen=True, slots=True)
class NameRead:
    """A name that was typed. `name`: as it is kept, "" when it is none."""

    name: str = field(default="", repr=False)
    problem: NameProblem | None = None


def read_name(text: str) -> NameRead:
    """The name that `text` is."""
    bare = text[:_LONGEST_TYPED].replace(FIRST_STRONG, "").replace(POP, "")
    name = _few_marks(unicodedata.normalize("NFC", clean(bare)))
    if not any(_seen(character) for character in name):
        return NameRead(problem=NameProblem.EMPTY)
    if len(name) > LONGEST_NAME:
        return NameRead(problem=NameProblem.TOO_LONG)
    digits = digits_typed(name)
    if digits is not None and len(digits) >= _DIGITS_OF_A_PHONE:
        return NameRead(problem=NameProblem.A_NUMBER)
    return NameRead(name)


def _seen(character: str) -> bool:
    """Letters, numbers, signs and emoji; not what only changes what is beside it."""
    return unicodedata.category(character)[0] not in "MZC" or unicodedata.category(character) in ("Co", "Cn")


def _few_marks(name: str) -> str:
    if name.isascii():
        return name
    kept, marks = [], 0
    for character in name:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
