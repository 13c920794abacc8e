"""Tickets of batch draws as HQ has them in published lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class HeldTickets:
    """A member's tickets in one list: `first` to `first + count - 1`. `at`: the draw's time; `mh`: what the list is
    known by, hex; `code`: signed, with salt and path, by which they check it."""

    draw: str
    seq: int
    name: LocalText
    at: datetime
    mh: str
    first: int
    count: int
    code: str


class TicketsAtHq(Protocol):
    """HQ, asked for a member's tickets."""

    def held_tickets(self, member: str) -> Sequence[HeldTickets] | None:
        """The newest draw first. None: no answer in time."""


class NoTicketsAtHq(TicketsAtHq):
    """A terminal without HQ."""

    def held_tickets(self, member: str) -> Sequence[HeldTickets] | None:
        """Nothing."""
        return None
