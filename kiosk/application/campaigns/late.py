"""Histories for a start that is in a hurry: the engine behind them is the largest part of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from kiosk.application.campaigns.histories import Campaigns, Histories
    from kiosk.application.ports.reference import Reference


class BeginsCampaigns(Protocol):
    """What gives a use case its campaigns."""

    def begin(self, *args: Any, **named: Any) -> Campaigns:
        """As `Histories.begin`."""


class LateHistories:
    """`Histories` that are imported and made when a use case wants them first. Used on the ledger's thread only."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._made: Histories | None = None

    def begin(self, *args: Any, **named: Any) -> Campaigns:
        """What one use case works with, in one transaction."""
        if self._made is None:
            from kiosk.application.campaigns.histories import Histories

            self._made = Histories(self._reference)
        return self._made.begin(*args, **named)
