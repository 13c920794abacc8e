"""What a station may ask about members."""

from __future__ import annotations

from kiosk.application.context import Context, here
from kiosk.application.members.outcomes import MembersFound, MemberView
from kiosk.application.members.views import member_view
from kiosk.application.ports.lookups import Ask
from kiosk.application.sync.outcomes import Link
from kiosk.domain.members.card import MemberCard, parse_card
from kiosk.domain.members.found import FEWEST_DIGITS
from kiosk.domain.members.vouched import Vouched
from kiosk.domain.members.whole_phone import whole_phone
from kiosk.domain.stores import Store

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

    def find_elsewhere(self, text: str) -> tuple[MemberView, ...] | None:
        """Members of other stores, from HQ."""
        context = self._context
        _identity, store = context.ledger.run(lambda tx: here(context, tx))
        asks = _asks(text, store)
        if not asks or context.sync_status().link is not Link.ONLINE:
            return None
        told = [context.lookups.look_up(ask) for ask in asks]
        if None in told:
            return None
        members = {member.id: member for one in told if one is not None for member in one.members}
        now = context.now()
        return tuple(
            member_view(member, (), now, store.zone, proven=False, vouched=Vouched.HQ)
            for member in members.values()
            if context.reference.member(member.id) is None
        )


def _asks(text: str, store: Store) -> list[Ask]:
    """What HQ can be asked with a text: a number may be a phone as well as a card."""
    asks = []
    phone = whole_phone(text, store.currency)
    if phone is not None:
        asks.append(Ask(phone=phone))
    card = parse_card(text)
    if isinstance(card, MemberCard):
        asks.append(Ask(card=card.number))
    return asks
