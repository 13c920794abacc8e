"""Reading what was scanned."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from kiosk.domain.members.card import MemberCard
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import ReadToken, TokenRefusal


class CodeReader(Protocol):
    """Says what a scanned text is and whether it can be believed."""

    def read(self, text: str, symbology: Symbology, at: datetime) -> ReadToken | TokenRefusal | MemberCard:
        """Never raises, whatever was scanned."""
