"""Free words of a survey: whoever writes may write anything, also who they are. So a fact only commits to them, and
terminal and HQ keep them beside their journals, where they can be erased (as `domain.registration.person`)."""

from __future__ import annotations

import unicodedata

from kiosk.domain.commitments import SALT_BYTES as SALT_BYTES
from kiosk.domain.commitments import commitment_of
from kiosk.domain.documents.cleaning import clean

LONGEST = 500
"""Characters (code points in NFC)."""


def read_remark(text: str) -> str:
    """The words as they are kept: one line in NFC, nothing that hides or reorders, at most `LONGEST` characters."""
    return clean(unicodedata.normalize("NFC", clean(text[: 40 * LONGEST])))[:LONGEST].rstrip()


def commitment(salt: bytes, text: str) -> str:
    """What a fact says of words: hex SHA-256 of `salt` (32 bytes) and their UTF-8. Raises ValueError for another salt,
    and for half a surrogate pair."""
    return commitment_of(salt, text.encode())
