"""What the desk is told from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.time import Clock

STAYS_MS = 8_000
"""How long a welcome stays: longer, and it would be taken for the next guest's."""
POLL_MS = 2_000
"""Between two looks at what other desks have done."""


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """`fresh_id`: names what is made here. `stays_ms`: 0: a verdict stays until the next. `poll_ms`: 0: nobody looks by
    themselves."""

    clock: Clock
    fresh_id: Callable[[], str]
    stays_ms: int = STAYS_MS
    poll_ms: int = POLL_MS
