"""The chain's name, logo and colour, as papers wear them."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class Brand:
    """What HQ published. `logo`: a PNG, empty for none; `colour`: "#rrggbb", dark enough to be read on white."""

    name: LocalText
    logo: bytes = b""
    colour: str = "#000000"
