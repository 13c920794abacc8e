"""What a station may ask about members."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.members.outcomes import MemberView


class MembersApi(Protocol):
    """Members, masked."""

    def find_members(self, text: str) -> tuple[MemberView, ...]:
        """Members by phone digits (last four or more), card number or part of a name, at most 20, masked."""
