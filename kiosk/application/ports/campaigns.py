"""What happened elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.journal.facts import Fact


@dataclass(frozen=True, slots=True)
class ForeignFact:
    """A fact that happened elsewhere. `zone`: IANA name, of `store`."""

    device: str
    store: str
    zone: str
    fact: Fact
