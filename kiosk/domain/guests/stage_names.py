"""A guest's name as everybody in the room may read it."""

from __future__ import annotations

from kiosk.domain.guests.event import Mask
from kiosk.domain.members.masking import mask_name


def stage_name(name: str, mask: Mask) -> str:
    """The name under the event's mask: whole, masked, the family name alone, or nothing."""
    match mask:
        case Mask.FULL:
            return name
        case Mask.MASKED:
            return mask_name(name)
        case Mask.FAMILY:
            return family_name(name)
        case _:
            return ""


_TWO = frozenset(
    "歐陽|欧阳|司馬|司马|上官|諸葛|诸葛|夏侯|東方|东方|尉遲|尉迟|皇甫|公孫|公孙|令狐|慕容|司徒|端木|南宮|南宫|張簡|张简".split(
        "|"
    )  # noqa: SIM905
)
"""Family names of two characters."""


def family_name(name: str) -> str:
    """Of a Chinese name its first character, or two; of another its last word."""
    words = name.split()
    if not words:
        return ""
    if name.isascii():
        return words[-1]
    whole = "".join(words)
    return whole[:2] if whole[:2] in _TWO and len(whole) > 2 else whole[:1]
