"""What a desk has in memory of the events it opened: all that was heard of them, and how far it has listened."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.domain.guests.attendance import Attendance
from kiosk.domain.scan.events import ScanEvent


@dataclass(slots=True)
class Roll:
    """One event's. `heard`: words and newest stamp by device, of the ledger's; `told`, `rev`: what HQ told, up to
    where; `undone`: transactions of the ledger that were undone by then."""

    attendance: Attendance
    heard: dict[str, tuple[int, int]] = field(default_factory=dict)
    told: int = -1
    rev: int = 0
    undone: int = 0


class Rolls:
    """By event. Used within transactions of the ledger alone, so by one thread at a time. `pictured`: the last code of
    the camera by which somebody came in, transactions of the ledger that were undone by then, and what was said."""

    def __init__(self) -> None:
        self.pictured: tuple[ScanEvent, int, object] | None = None
        self._rolls: dict[str, Roll] = {}

    def get(self, event: str) -> Roll | None:
        """What is in memory."""
        return self._rolls.get(event)

    def put(self, event: str, roll: Roll) -> Roll:
        """In place of what was."""
        self._rolls[event] = roll
        return roll
