"""Bars of buttons: however large the letters are wanted, they stand beside each other, whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.basics import restyle

BAR_STYLES = ("s_strong", "touch_word_2", "touch_word_3")
"""The largest that fits is taken, for all of a bar."""


def fit_bar(parts: Sequence[QWidget], room: int, gap: int) -> bool:
    """Give what stands beside each other in a bar the largest type for which there is room, in logical pixels. False
    when there is none even for the smallest."""
    shown = [part for part in parts if not part.isHidden()]
    for style in BAR_STYLES:
        for part in parts:
            restyle(part, type=style)
        if sum(part.sizeHint().width() for part in shown) + gap * (len(shown) - 1) <= room:
            return True
    return False
