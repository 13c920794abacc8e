"""Reading a terminal's own journal, newest first, in pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from kiosk.domain.journal.facts import Fact


class Place(NamedTuple):
    """Where a fact stands in its terminal's journal."""

    epoch: int
    seq: int


class JournalReading(Protocol):
    """What a transaction can tell of its journal. Facts that were carried into a new epoch are told once, there."""

    def newest_before(self, stamp: int) -> Place | None:
        """The newest fact with a smaller stamp; None when there is none."""

    def facts_from(self, start: Place, limit: int) -> Sequence[Fact]:
        """This fact and those before it, newest first. Empty when there is no such place."""

    def fact_at(self, place: Place) -> tuple[Fact, bytes] | None:
        """A fact and its link of the chain."""

    def first_stamp(self) -> int:
        """The stamp of the oldest fact, 0 before the first."""
