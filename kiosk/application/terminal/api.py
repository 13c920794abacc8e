"""What any station may ask of its terminal."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.sync.outcomes import SyncStatus, TerminalInfo
from kiosk.domain.lockdown.ways import Way
from kiosk.domain.stations import StationRole


class TerminalApi(Protocol):
    """Who this terminal is, what it shows, and how HQ is reached."""

    def terminal(self) -> TerminalInfo:
        """Who this terminal is."""

    def switch_station(self, station: StationRole, approved_by: str) -> None:
        """This terminal shows another station from now on, also after a restart. `approved_by`: staff id
        of who gave their PIN for it. Journalled."""

    def open_door(self, way: Way, approved_by: str) -> None:
        """A manager goes this way through the door of a station that is for customers. Journalled. `approved_by`: staff
        id of who gave their PIN or badge for it."""

    def sync_status(self) -> SyncStatus:
        """For the badge; cheap, may be called from any thread."""
