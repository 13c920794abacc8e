"""A guest's name as everybody in the room may read it."""

from __future__ import annotations

from kiosk.domain.guests.event import Mask
from kiosk.domain.members.characters import characters
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


_OF_TWO = "歐陽欧阳司馬司马上官諸葛诸葛夏侯東方东方尉遲尉迟皇甫公孫公孙令狐慕容司徒端木南宮南宫張簡张简"
_TWO = frozenset(_OF_TWO[at : at + 2] for at in range(0, len(_OF_TWO), 2))
"""Family names of two characters."""


def family_name(name: str) -> str:
    """Of a Chinese name its first character, or two; of another its last word."""
    words = name.split()
    if not words:
        return ""
    if name.isascii():
        return words[-1]
    letters = characters("".join(words))
    two = "".join(letters[:2])
    return two if two in _TWO and len(letters) > 2 else letters[0]
