"""Events, and how a desk stands in one."""

from __future__ import annotations

from kiosk.application.context import Context
from kiosk.application.guests.badge import labels_left
from kiosk.application.guests.listen import Desk, events
from kiosk.application.guests.outcomes import DeskState, DeskView, EventView, FoundGuests
from kiosk.application.guests.views import counts_view, event_view, guest_view
from kiosk.application.ports.ledger import LedgerTx
from kiosk.domain.guests.verdict import is_over, is_today

MOST_FOUND = 200


def events_seen(context: Context, tx: LedgerTx) -> tuple[EventView, ...]:
    """Those of today first, then those to come, then what is over, the newest first."""
    now, told = context.now(), context.reference.guests
    views = [
        EventView(one, told.totals(one.id).guests, is_today(one, now), is_over(one, now))
        for one in events(context, tx).values()
    ]
    over = sorted((one for one in views if one.over), key=lambda one: one.event.starts, reverse=True)
    return (*sorted((one for one in views if not one.over), key=_when), *over)


def _when(view: EventView) -> tuple[bool, str, str]:
    return not view.today, view.event.starts.isoformat(), view.event.id


def desk_view(desk: Desk, session: str, zone: str) -> DeskView:
    """An event as a desk has it open: of its sessions and zones those that it has."""
    event = desk.event
    desk.list.prepare(event.id)
    return DeskView(
        event_view(desk),
        session if any(one.id == session for one in event.sessions) else "",
        zone if any(one.id == zone for one in event.zones) else "",
        counts_view(desk),
    )


def desk_state(desk: Desk) -> DeskState:
    """What may have changed by others."""
    return DeskState(desk.attendance.size, counts_view(desk), labels_left(desk.tx), desk.online)


def found_guests(desk: Desk, text: str, limit: int) -> FoundGuests:
    """Whom a text may mean."""
    found = desk.list.search(desk.event.id, text, max(1, min(limit, MOST_FOUND)))
    rows = tuple(guest_view(desk, guest, hits) for guest, hits in found.guests if not desk.state(guest.id).removed)
    return FoundGuests(rows, found.total)
