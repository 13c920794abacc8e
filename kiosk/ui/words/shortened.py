"""A text that is cut where it would be too wide, between what the eye takes for characters."""

from __future__ import annotations

import unicodedata

from kiosk.domain.members.characters import characters


def shortened(text: str, wide: int) -> str:
    """`text`, or its beginning and "…". `wide`: of how many Latin letters at most; a Chinese one is two."""
    used = at = fits = 0
    for one in characters(text):
        used += 2 if unicodedata.east_asian_width(one[0]) in "WF" else 1
        at += len(one)
        if used > wide:
            return f"{text[:fits]}…"
        if used < wide:
            fits = at
    return text
