"""Badges of guests, and the labels they are printed on."""

from __future__ import annotations

from kiosk.application.documents.setup import read_setup
from kiosk.application.guests.listen import Desk
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.documents.badge import Badge
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.cleaning import clean
from kiosk.domain.documents.routing import route
from kiosk.domain.guests.event import Guest, Seats, TagLook
from kiosk.domain.members.masking import mask_name

_LONGEST_NAME = 80


def badge(desk: Desk, guest: Guest, name: str) -> Badge:
    """What stands on it. `name`: as the guest wishes to be called; without a wish it is masked."""
    event, state = desk.event, desk.state(guest.id)
    own = [one for one in event.tags if one.id in guest.tags]
    vip = any(one.look is TagLook.VIP for one in own)
    role = next((one.names for one in own if one.look is not TagLook.VIP), None)
    seat = (guest.seat if state.seat is None else state.seat) if event.seats is not Seats.NONE else ""
    wished = clean(name).strip()[:_LONGEST_NAME]
    return Badge(
        event.names,
        wished or mask_name(guest.name),
        guest.company,
        role,
        seat,
        guest.codes[0] if guest.codes else "",
        vip,
    )


def labels_left(tx: LedgerTx) -> int | None:
    """Labels that are left for badges; None where nobody counts them."""
    printer = route(read_setup(tx), DocumentKind.BADGE)
    return printer.labels if printer is not None else None
