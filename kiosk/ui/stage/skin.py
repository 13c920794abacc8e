"""The colours of the big screen: a file of their own, since a room sees them and not the operator's skin."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor

from kiosk import paths

REAL, REHEARSAL = "stage", "stage_rehearsal"
SKINS = (REAL, REHEARSAL)
"""Stems of resources/themes."""

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "ink2", "gold") for ground in ("glow", "middle", "ground")),
    ("on_gold", "gold"),
    ("on_band", "band"),
    ("card_ink", "card"),
)
"""(text, ground) as they meet: WCAG 2.2, 4.5:1."""


@dataclass(frozen=True, slots=True)
class StageSkin:
    """`#RRGGBB` by token."""

    colours: Mapping[str, str]

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """A token as QColor. KeyError when there is no such token."""
        colour = QColor(self.colours[name])
        colour.setAlpha(alpha)
        return colour


@lru_cache(maxsize=len(SKINS))
def stage_skin(name: str) -> StageSkin:
    """One of SKINS."""
    file = paths.resources() / "themes" / f"{name}.toml"
    return StageSkin(tomllib.loads(file.read_text(encoding="utf-8"))["colour"])
