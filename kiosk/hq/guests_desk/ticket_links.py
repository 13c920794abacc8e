"""Tickets (KT1) in links that guests open on their phones: read, and looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from kiosk.domain.guests.event import Guest, Standing
from kiosk.domain.time import instant
from kiosk.domain.tokens import EventTicketClaims, ReadToken, TokenProblem
from kiosk.hq.context import Context
from kiosk.hq.guests import kept
from kiosk.hq.guests.kept import Kept
from kiosk.hq.store.database import Tx
from kiosk.hq.tokens import keys
from kiosk.protocol.tokens.key_ring import KeyRing, trusted_key
from kiosk.protocol.tokens.parser import TokenReader
from kiosk.protocol.tokens.text_form import MAX_TEXT_CHARS


class Worth(Enum):
    """Why a link leads to nothing: no ticket of ours; an event whose guests are forgotten; a guest who is cancelled."""

    NONE = "none"
    OVER = "over"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Opened:
    """A ticket of ours, its event and guest. `late`: no door reads it any more."""

    code: str = field(repr=False)
    kept: Kept
    guest: Guest
    late: bool


def opened(context: Context, tx: Tx, code: str) -> Opened | Worth:
    """What a link's last part stands for, decoded: a ticket's code may hold a "%" of its own."""
    if len(code) > MAX_TEXT_CHARS:
        return Worth.NONE
    ring = KeyRing(trusted_key(row) for row in keys.key_rows(tx))
    found = TokenReader(ring).read(code, instant(context.clock.now_ms()))
    claims = found.claims
    if not isinstance(claims, EventTicketClaims):
        return Worth.NONE
    late = not isinstance(found, ReadToken)
    if not isinstance(found, ReadToken) and found.problem is not TokenProblem.EXPIRED:
        return Worth.NONE
    event = kept.kept(tx, claims.event)
    if event is None or event.forgotten_at is not None:
        return Worth.OVER
    guest = kept.guest_of(tx, event.store, claims.event, claims.registration)
    if guest is None or guest.standing is Standing.CANCELLED:
        return Worth.CANCELLED
    return Opened(code, event, guest, late)
