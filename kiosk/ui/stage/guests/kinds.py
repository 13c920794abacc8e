"""The scenes of an event, and how each is painted."""

from __future__ import annotations

from typing import Any

from kiosk.ui.stage.guests import layout, photo_layout
from kiosk.ui.stage.guests.scenes import Arrivals, PhotoWall, Programme, Sponsors
from kiosk.ui.stage.kinds import Kind

KINDS: tuple[Kind[Any], ...] = (
    Kind(Arrivals, layout.arrivals),
    Kind(Programme, layout.programme, pages=layout.programme_pages, by_second=True),
    Kind(PhotoWall, photo_layout.photos, pages=photo_layout.photo_pages),
    Kind(Sponsors, layout.sponsors, pages=layout.sponsor_pages),
)
