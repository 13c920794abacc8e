"""How many people an event has, as what was said of its guests gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people. `guests`: of the list and walk-ins who came; `arrived`: people who were ever in; `inside`: now;
    `by_slot`: (start of five minutes in ms since 1970, who came in them), in order; `by_desk`: by device."""

    guests: int = 0
    arrived: int = 0
    inside: int = 0
    walk_ins: int = 0
    doubles: int = 0
    by_tag: Mapping[str, int] = field(default_factory=dict)
    by_session: Mapping[str, int] = field(default_factory=dict)
    by_zone: Mapping[str, int] = field(default_factory=dict)
    by_desk: Mapping[str, int] = field(default_factory=dict)
    by_slot: tuple[tuple[int, int], ...] = ()
