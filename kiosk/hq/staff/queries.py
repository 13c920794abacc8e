"""Staff as HQ has published them, and what was done about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import select

from kiosk.domain.journal.facts import decode
from kiosk.domain.staff.facts import STAFF_CHANGED, StaffChanged
from kiosk.domain.staff.roles import Role, StaffMember
from kiosk.hq.leases.commands import HQ_ITSELF
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, fact, published

SUBJECT = "staff"


@dataclass(frozen=True, slots=True)
class StaffSeen:
    """One person, without anything that lets somebody in. `stores` None: every store. From `valid_from` (inclusive)
    until `valid_until` (exclusive), None meaning open."""

    id: str
    name: str
    role: Role
    stores: tuple[str, ...] | None
    active: bool
    has_pin: bool
    has_badge: bool
    valid_from: datetime | None
    valid_until: datetime | None


@dataclass(frozen=True, slots=True)
class StaffDone:
    """Something that HQ did about a person, at `at` (ms); the other fields as in `StaffChanged`."""

    at: int
    staff: str
    what: str
    by: str
    role: str
    stores: tuple[str, ...] | None


def seen(person: StaffMember) -> StaffSeen:
    """What may be shown of them."""
    return StaffSeen(
        person.id, person.name, person.role, person.stores, person.active,
        person.pin_hash is not None, person.badge_id is not None, person.valid_from, person.valid_until,
    )  # fmt: skip


def people(tx: Tx) -> dict[str, StaffMember]:
    """Everybody of the chain by id, in the order of ids."""
    query = select(published.c.id, published.c.data).where(published.c.subject == SUBJECT)
    rows = tx.execute(query.where(published.c.data.is_not(None)).order_by(published.c.id, published.c.rev))
    decoder = msgspec.json.Decoder(StaffMember)
    return {row.id: decoder.decode(row.data) for row in rows}


def places_of(tx: Tx, staff: str) -> set[str]:
    """The stores whose terminals know this person."""
    query = select(published.c.store).where(published.c.subject == SUBJECT, published.c.id == staff)
    return set(tx.execute(query.where(published.c.data.is_not(None))).scalars())


def done(tx: Tx, staff: str | None = None) -> list[StaffDone]:
    """What HQ's journal says of everybody, or of one person, by time."""
    query = select(fact.c.raw).where(
        fact.c.store == CHAIN, fact.c.device == HQ_ITSELF.device, fact.c.kind == str(STAFF_CHANGED)
    )
    found = []
    for raw in tx.execute(query.order_by(fact.c.epoch, fact.c.seq)).scalars():
        one = decode(bytes(raw))
        body = msgspec.convert(one.body, StaffChanged)
        if staff in (None, body.staff):
            found.append(StaffDone(one.at, body.staff, body.what, body.by, body.role, body.stores))
    return found
