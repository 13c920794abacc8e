"""What a station may ask about members."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.members.outcomes import MembersFound


class MembersApi(Protocol):
    """Members, masked."""

    def find_members(self, text: str) -> MembersFound:
        """Members by phone digits (last four or more), card number or part of a name, masked: the first 20, and how
        many there are."""
