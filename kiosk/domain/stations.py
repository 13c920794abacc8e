"""What a terminal is used for."""

from __future__ import annotations

from enum import StrEnum


class StationRole(StrEnum):
    """One program, several stations: which of them a terminal shows."""

    CHECKOUT = "checkout"
    JOURNAL = "journal"
    SELF_SERVICE = "self_service"
    STAGE = "stage"
    EVENT_DESK = "event_desk"

    @property
    def attended(self) -> bool:
        """Somebody of the store works here, and signs in. Else whoever comes may use it."""
        return self is not StationRole.SELF_SERVICE
