"""What a manager may do at a station that is for customers, once the door is open."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """One way through the door."""

    SET_UP = "set_up"
    LEAVE = "leave"
