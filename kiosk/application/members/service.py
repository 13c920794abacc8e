"""What a station may ask about members."""

from __future__ import annotations

from kiosk.application.context import Context, here
from kiosk.application.members.outcomes import MembersFound
from kiosk.application.members.views import member_view
from kiosk.domain.members.found import FEWEST_DIGITS

FOUND_AT_MOST = 20


class MembersService:
    """Implements `MembersApi`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def find_members(self, text: str) -> MembersFound:
        """Members by phone digits, card number or part of a name, masked."""
        _identity, store = self._context.ledger.run(lambda tx: here(self._context, tx))
        now = self._context.now()
        found = self._context.reference.find_members(text, FOUND_AT_MOST, store.id)
        members = tuple(member_view(member, (), now, store.zone, proven=False) for member in found.members)
        return MembersFound(members, found.total, digits_needed=FEWEST_DIGITS if found.too_short else 0)
