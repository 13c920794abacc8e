"""What people call one character: a letter with its marks, a sign with the form that is meant, an emoji of several."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_FLAGS = range(0x1F1E6, 0x1F200)
_SKINS = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_VOWELS_AND_TAILS = range(0x1160, 0x1200)
"""Of Hangul, behind the consonant that begins a syllable."""


def characters(text: str) -> list[str]:
    """`text` in characters as they are seen; together they are `text`."""
    found: list[str] = []
    for one in text:
        if found and (_belongs(one) or found[-1].endswith(_JOINER) or _is_flag(found[-1], one)):
            found[-1] += one
        else:
            found.append(one)
    return found


def _belongs(one: str) -> bool:
    """To what stands before it, and is nothing by itself."""
    code = ord(one)
    if code < 0x300:
        return False
    marks = unicodedata.category(one).startswith("M")  # variation selectors among them
    return marks or one == _JOINER or any(code in some for some in (_SKINS, _TAGS, _VOWELS_AND_TAILS))


def _is_flag(before: str, one: str) -> bool:
    return len(before) == 1 and ord(before) in _FLAGS and ord(one) in _FLAGS
