"""The chain's name, logo and colour, as papers wear them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.domain.texts import LocalText

BLACK = "#000000"
MOST_LOGO = 72_000
"""Bytes of a logo: as text in a row it takes a third more, and a row stays below 100 kB."""
LEAST_CONTRAST = 4.5
"""Of letters on white paper (WCAG 2.2, success criterion 1.4.3)."""
_PAGES = re.compile(r"(?:https://|http://(?:localhost|127\.0\.0\.1)(?=[:/]))[!-~]{1,90}/p/", re.ASCII)
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Brand:
    """What HQ published. `logo`: a PNG of at most MOST_LOGO bytes, empty for none; `colour`: "#rrggbb" in small
    letters, dark enough to be read on white. `unwanted`: words that no card carries which customers write
    (`unwanted_words`). `pages`: where phones open papers at HQ, "https://…/p/"; empty: nowhere."""

    name: LocalText
    logo: bytes = b""
    colour: str = BLACK
    unwanted: tuple[str, ...] = ()
    pages: str = ""


def is_logo(data: bytes) -> bool:
    """Whether it may be a brand's logo: nothing, or a PNG that is not too long."""
    return not data or (data.startswith(_PNG) and len(data) <= MOST_LOGO)


def is_pages(url: str) -> bool:
    """Whether papers may be opened below it: nowhere, or by TLS (or on this machine)."""
    return not url or _PAGES.fullmatch(url) is not None


def is_colour(text: str) -> bool:
    """Whether it is "#rrggbb"."""
    return _COLOUR.fullmatch(text) is not None


def contrast(colour: str) -> float:
    """Contrast ratio of "#rrggbb" to white, 1 to 21 (WCAG 2.2, "relative luminance")."""
    return 1.05 / (_luminance(_parts(colour)) + 0.05)


def readable(colour: str) -> str:
    """The colour, darkened as far as it takes to be read on white; of the same hue. ValueError for what is none."""
    if not is_colour(colour):
        raise ValueError(colour)
    parts = _parts(colour)
    share = 1.0
    found = colour
    while contrast(found) < LEAST_CONTRAST:
        share -= 0.02
        found = "#" + "".join(f"{int(part * share):02x}" for part in parts)
    return found


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(parts: tuple[int, int, int]) -> float:
    red, green, blue = (_linear(part / 255) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
