"""What a terminal is used for."""

from __future__ import annotations

from enum import StrEnum


class StationRole(StrEnum):
    """One program, several stations: which of them a terminal shows."""

    CHECKOUT = "checkout"
    JOURNAL = "journal"
    SELF_SERVICE = "self_service"
    STAGE = "stage"
