"""Desks of one store that talk to each other over the hall's network, without HQ: how it stands, for the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class DeskLink(StrEnum):
    """How another desk is reached."""

    TOGETHER = "together"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Desk:
    """Another desk, as this one knows it.

    `last_seen`: when something was last heard of it; None: not since this program started. `behind`: facts of this
    terminal's that it is not known to have. `missing`: facts of its own that are not here yet. `clock_ahead_ms`: its
    clock minus ours (None: not known). `trouble`: "" or why its facts do not come in: `fork` (it was set back, and goes
    on with other facts than are here, until HQ was met), `unreadable`, `not_vouched` (HQ's word for its key is not here
    yet, or was withdrawn), `too_many`."""

    device: str
    name: str
    link: DeskLink
    last_seen: datetime | None = None
    behind: int = 0
    missing: int = 0
    clock_ahead_ms: int | None = None
    trouble: str = ""

    @property
    def in_step(self) -> bool:
        """Reached, and both have all that the other one journalled."""
        return self.link is DeskLink.TOGETHER and not self.behind and not self.missing and not self.trouble


@dataclass(frozen=True, slots=True)
class LanStatus:
    """`on`: this terminal speaks to others. `port`: where it listens. `desks`: in order of their names, those that were
    met since the program started or are known from before. `trouble`: "" or what is wrong: `port_taken` (it listens at
    another port than its settings say), `no_key`, `fault` (it speaks to nobody)."""

    on: bool = False
    port: int = 0
    desks: Sequence[Desk] = ()
    trouble: str = ""

    @property
    def together(self) -> int:
        """How many desks stand together, this one among them; 1 when it is alone."""
        return 1 + sum(desk.link is DeskLink.TOGETHER for desk in self.desks)


class Lan(Protocol):
    """The desk-to-desk network of this terminal."""

    def status(self) -> LanStatus:
        """How it stands; cheap, from any thread."""

    def on_change(self, listener: Callable[[LanStatus], None]) -> None:
        """Call `listener` (on the network's thread) when the status changes."""

    def on_news(self, listener: Callable[[], None]) -> None:
        """Call `listener` (on the network's thread) when facts of other desks have come in; they are durable."""


class NoLan(Lan):
    """A terminal that talks to no other."""

    def status(self) -> LanStatus:
        """Off."""
        return LanStatus()

    def on_change(self, listener: Callable[[LanStatus], None]) -> None:
        """Never called."""

    def on_news(self, listener: Callable[[], None]) -> None:
        """Never called."""
