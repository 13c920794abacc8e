"""What any station may ask of its terminal."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo


class TerminalApi(Protocol):
    """Who this terminal is, and how HQ is reached."""

    def terminal(self) -> TerminalInfo:
        """Who this terminal is."""

    def sync_status(self) -> SyncStatus:
        """For the badge; cheap, may be called from any thread."""
