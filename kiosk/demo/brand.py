"""The demo chain's brand."""

from __future__ import annotations

from functools import lru_cache

from kiosk.demo.pictures import logo
from kiosk.domain.documents.brand import Brand
from kiosk.domain.texts import LocalText

COLOUR = "#0e6b5b"


@lru_cache(maxsize=1)
def brand() -> Brand:
    """Its name, its leaf and its green."""
    return Brand(LocalText("青禾生活", "青禾生活", "Qinghe Living"), logo(), COLOUR)
