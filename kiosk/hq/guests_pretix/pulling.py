"""Pulling a check-in list: who is on it is on the event's list, who is not any more is cancelled."""

from __future__ import annotations

from sqlalchemy import select

from kiosk.domain.guests.from_list import PREFIX_BYTES, list_ids, plan
from kiosk.domain.guests.from_pretix import pretix_guests
from kiosk.domain.registration.phones import country_of
from kiosk.hq.context import Context
from kiosk.hq.guests import kept
from kiosk.hq.guests.tables import guest_kept
from kiosk.hq.guests_desk.events import seen
from kiosk.hq.guests_desk.lists import Taken, take
from kiosk.hq.guests_pretix.api import Pretix
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import published_row
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import Store

BY = "pretix"


def pull(context: Context, api: Pretix, event: str) -> Taken:
    """Bring the whole list. Nothing is taken before all of it is here. Raises PretixFault, EventsFault."""
    products = api.products()
    orders = {str(one.get("code")): one for one in api.orders()}
    positions = list(api.positions())
    with context.database.read() as tx:
        found = seen(tx, event)
        store = published_row(tx, Bucket(CHAIN, "stores"), found.store, Store)
        home = country_of(store.currency) if store is not None else ""
        mine = (guest_kept.c.store == found.store) & (guest_kept.c.event == event)
        walk_ins = set(tx.execute(select(guest_kept.c.guest).where(mine)).scalars())
        # whom a desk added is on no list of pretix's, and is not gone from it
        known = [one for one in kept.guests_of(tx, found.store, event) if one.id not in walk_ins]
    guests = pretix_guests(found.event, positions, products, orders, home)
    made = plan(found.event, guests, known, list_ids(context.random.bytes(PREFIX_BYTES)), standing=True)
    return take(context, made, BY, whole=True)
