"""Texts as they may stand on paper: whatever was typed, nothing of it reorders, hides or breaks what is beside it."""

from __future__ import annotations

import re
import unicodedata

from kiosk.domain.members.masking import mask_phone

FIRST_STRONG, POP = "\u2068", "\u2069"
"""Unicode's isolates (UAX #9): what stands between them has no say in the direction of what is around it."""
_JOINERS = "\u200c\u200d"
_PHONE = re.compile(r"\+?\d(?:[\s().–-]*\d){6,}")
"""Seven digits and more, however they are set apart."""
_RIGHT_TO_LEFT = ("R", "AL", "AN")


def clean(text: str) -> str:
    """One line. Control characters and line ends become spaces, spaces are one; marks that set directions and
    invisible signs go, but for joiners (emoji, Persian), tags (flags) and whole pairs of isolates; half a surrogate
    pair becomes the sign for what is unreadable."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    isolated = _isolates_are_whole(text)
    kept = "".join(_kept(character, isolated) for character in text)
    return " ".join(kept.split())


def personal(text: str) -> str:
    """A person's name, cleaned. Where a phone number stands in it (people type strange things as names), its middle is
    hidden: no paper shows a whole one."""
    return _PHONE.sub(lambda found: mask_phone(_digits(found[0])), clean(text))


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text, each cleaned; empty ones are left out."""
    return tuple(line for line in map(clean, re.split(r"[\n\r\v\f\x85\u2028\u2029]", text)) if line)


def isolated(text: str) -> str:
    """The text cleaned, and between isolates if it is written from right to left: a Hebrew name leaves the numbers
    behind it where they are."""
    bare = clean(text.replace(FIRST_STRONG, "").replace(POP, ""))
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in bare):
        return f"{FIRST_STRONG}{bare}{POP}"
    return bare


def _digits(text: str) -> str:
    digits = "".join(str(unicodedata.digit(character)) for character in text if character.isdecimal())
    return f"+{digits}" if text.startswith("+") else digits


def _kept(character: str, isolated: bool) -> str:
    match unicodedata.category(character):
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cs":
            return "\N{REPLACEMENT CHARACTER}"
        case "Cf":
            tag = "\U000e0020" <= character <= "\U000e007f"
            if character in _JOINERS or tag or (isolated and character in (FIRST_STRONG, POP)):
                return character
            return ""
    return character


def _isolates_are_whole(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == FIRST_STRONG) - (character == POP)
        if depth not in (0, 1):
            return False
    return depth == 0
