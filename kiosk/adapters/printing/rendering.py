"""What a printer's language is written by."""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.documents.blocks import Document


class Renderer(Protocol):
    """Documents in a printer's language."""

    def render(self, document: Document) -> bytes:
        """What the printer is sent for it."""
