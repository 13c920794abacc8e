"""What the self-service station is told from outside, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QImage

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.time import Clock


def _unknown(_campaign: Campaign) -> str:
    return ""


def _none() -> Sequence[tuple[str, QImage]]:
    return ()


@dataclass(frozen=True, slots=True)
class SelfServiceSettings:
    """`idle_s`: seconds without a hand until everything of the customer is gone; `warn_s`: so many before that they are
    asked whether they are still there; `slide_s`: seconds that a campaign stands in the attract loop; `language`: what
    the station speaks when nobody has chosen, None: what it was started with. `fingerprint`: of a campaign's rules as
    they are posted, hex. `pictures`: those of the attract loop, by the names of their files."""

    clock: Clock
    idle_s: int = 60
    warn_s: int = 15
    slide_s: int = 8
    language: str | None = None
    fingerprint: Callable[[Campaign], str] = _unknown
    pictures: Callable[[], Sequence[tuple[str, QImage]]] = _none
