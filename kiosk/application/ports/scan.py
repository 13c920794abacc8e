"""Reading what was scanned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from kiosk.application.ports.slips import SlipKey
from kiosk.domain.members.card import MemberCard
from kiosk.domain.scan.events import Symbology
from kiosk.domain.tokens import ReadToken, TokenRefusal


class CodeReader(Protocol):
    """Says what a scanned text is and whether it can be believed."""

    def read(self, text: str, symbology: Symbology, at: datetime) -> ReadToken | TokenRefusal | MemberCard:
        """Never raises, whatever was scanned."""

    def read_slip(
        self, text: str, symbology: Symbology, at: datetime, keys: Sequence[SlipKey]
    ) -> ReadToken | TokenRefusal | MemberCard:
        """The same; the `keys` of terminals are believed where they sign paper slips."""
