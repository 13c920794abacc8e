"""What no font of this machine has: told by its number, as "[U+2B74F 2A6A5]", not as boxes that say nothing.

Which fonts there are is the machine's business (`packages.debian` names those of Debian; Windows brings its own), so
what can be drawn is asked of Qt, once for each character.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""What has no picture of its own: ends of lines, spaces, marks of direction, joiners."""
_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
"""Of no use between numbers."""
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x180F))
"""They choose between pictures of what stands before them."""

_drawn: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
"""Characters that were found, by families: at once what a lookup of each would take long for."""


def legible(text: str, font: QFont) -> str:
    """The text as it can be read in this font and those that stand in for it. On any thread."""
    if text.isascii():
        return text
    families = tuple(font.families())
    if _drawn[families].issuperset(text):
        return text
    missing = {sign for sign in set(text) if not (sign.isascii() or drawable(sign, families))}
    _drawn[families].update(set(text) - missing)
    if not missing:
        return text
    joined = "".join(sign for sign in text if sign not in _JOINERS)
    parts = groupby(joined, key=missing.__contains__)
    return "".join(_numbers(signs) if lacking else "".join(signs) for lacking, signs in parts)


def _numbers(signs: Iterable[str]) -> str:
    return f"[U+{' '.join(f'{ord(sign):04X}' for sign in signs)}]"


@lru_cache(maxsize=16384)
def drawable(sign: str, families: tuple[str, ...]) -> bool:
    """Whether a character can be drawn by one of the families or by any font of the system. Where there is no font at
    all, nothing is said to be missing."""
    if unicodedata.category(sign) in _UNSEEN or any(ord(sign) in range_ for range_ in _SELECTORS):
        return True
    if not QFontDatabase.families():
        return True
    asked = QFont()
    asked.setFamilies(list(families))
    # asks the fonts that stand in, too
    return QFontMetrics(asked).inFontUcs4(ord(sign))
