"""What to do with a phone that is held to the camera, from what the camera sees: nobody stands beside to say it."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import numpy.typing as npt

from kiosk.domain.scan.events import Outline

_EVERY = 8
"""Every so manieth row and column is looked at."""
_DARK, _BRIGHT = 28, 245
_GLARE = 0.10
"""So much of the picture white: a screen or a card that mirrors a lamp."""
_MOVES = 14.0
"""Mean difference to the picture before, of 255."""
_SMALL = 0.14
"""Of the picture's width: a code this small is hardly read."""
_SKEW = 1.55
"""The longer of two opposite sides to the shorter: the phone is tilted away."""
_EDGE = 0.01


class Hint(StrEnum):
    """What to say."""

    HOLD_UP = "hold_up"
    CLOSER = "closer"
    AWAY = "away"
    HOLD_STILL = "hold_still"
    TILT = "tilt"
    BRIGHTER = "brighter"
    SEEN = "seen"


class Guide:
    """Looks at one picture after the other."""

    def __init__(self) -> None:
        self._before: npt.NDArray[np.int16] | None = None

    def look(self, gray: npt.NDArray[np.uint8], outline: Outline | None) -> Hint:
        """`gray`: rows of the picture; `outline`: of a code that was found in it, in its pixels."""
        small = gray[::_EVERY, ::_EVERY].astype(np.int16)
        before, self._before = self._before, small
        if outline is not None:
            return of_outline(outline, gray.shape[1], gray.shape[0])
        if small.mean() < _DARK:
            return Hint.BRIGHTER
        if (small > _BRIGHT).mean() > _GLARE:
            return Hint.TILT
        if before is not None and before.shape == small.shape and np.abs(small - before).mean() > _MOVES:
            return Hint.HOLD_STILL
        return Hint.HOLD_UP

    def forget(self) -> None:
        """Nothing of a picture is kept."""
        self._before = None


def of_outline(outline: Outline, width: int, height: int) -> Hint:
    """What a code's place in a picture of `width` × `height` pixels says."""
    sides = [_length(outline[at], outline[(at + 1) % 4]) for at in range(4)]
    if min(sides) <= 0:
        return Hint.HOLD_UP
    if any(max(one, other) / min(one, other) > _SKEW for one, other in ((sides[0], sides[2]), (sides[1], sides[3]))):
        return Hint.TILT
    if max(sides) < _SMALL * width:
        return Hint.CLOSER
    edge = _EDGE * width
    if any(x < edge or y < edge or x > width - edge or y > height - edge for x, y in outline):
        return Hint.AWAY
    return Hint.SEEN


def _length(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(np.hypot(one[0] - other[0], one[1] - other[1]))
