"""How somebody at a self-service station wants it: larger letters, stronger contrast, lower, calmer, spoken. Chosen for
a session and forgotten with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

CONTRAST = "contrast"
"""The skin of the strongest contrast: 7:1 for what is written, 4.5:1 for what marks a control."""


class Letters(StrEnum):
    """Sizes of what is written."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"

    @property
    def factor(self) -> float:
        """What sizes of the type scale are multiplied by."""
        return {Letters.NORMAL: 1.0, Letters.LARGE: 1.2, Letters.LARGEST: 1.4}[self]


@dataclass(frozen=True, slots=True)
class Comfort:
    """What was chosen; as it stands here, nothing was."""

    letters: Letters = Letters.NORMAL
    contrast: bool = False
    """The skin with the strongest contrast."""
    reach: bool = False
    """Controls in the lower part of a tall screen, for who sits in a wheelchair or is small."""
    calm: bool = False
    """Nothing moves."""
    speech: bool = False
    """What stands there and what has the focus is spoken."""

    def switched(self, name: str) -> Comfort:
        """With one of contrast, reach, calm, speech the other way round. KeyError when it is none of them."""
        switches = {"contrast": self.contrast, "reach": self.reach, "calm": self.calm, "speech": self.speech}
        change: dict[str, Any] = {name: not switches[name]}
        return replace(self, **change)
