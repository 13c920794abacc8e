"""What a station may ask about members."""

from __future__ import annotations

from typing import Protocol

from kiosk.application.members.outcomes import MembersFound, MemberView


class MembersApi(Protocol):
    """Members, masked."""

    def find_members(self, text: str) -> MembersFound:
        """Members by phone digits (last four or more), card number or part of a name, masked: the first 20, and how
        many there are."""

    def find_elsewhere(self, text: str) -> tuple[MemberView, ...] | None:
        """Members of other stores by a whole phone number or a card number, from HQ (bounded wait), masked. None: the
        text is neither, or HQ did not answer."""
