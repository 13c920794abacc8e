"""What people at HQ do about staff. Each step is published to the terminals it concerns and told to HQ's journal in one
transaction; PINs come here as hashes, and neither a PIN nor a hash nor a badge's serial is journalled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from kiosk.domain.journal.fit import fit_text
from kiosk.domain.staff.actors import CUSTOMER, SYSTEM, TILL
from kiosk.domain.staff.facts import STAFF_CHANGED, StaffChanged
from kiosk.domain.staff.roles import Role, StaffMember
from kiosk.domain.time import instant
from kiosk.hq.context import Context
from kiosk.hq.journalling import append
from kiosk.hq.projections.projection import store_lock
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, all_rows, publish, rows_there
from kiosk.hq.staff.queries import SUBJECT, people, places_of
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.tokens import issue, keys
from kiosk.protocol.rows import Store

_STORES = Bucket(CHAIN, "stores")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
_TAKEN_WORDS = frozenset({SYSTEM, CUSTOMER, TILL})
_MOST_NAME = 64
_DAY = timedelta(days=1)


class StaffFault(ValueError):
    """It cannot be done; the text says why, to a person."""


@dataclass(frozen=True, slots=True)
class StaffChange:
    """What changes about a person; None: stays as it is. `stores` (): every store. `first_day`, `last_day`: by the
    clock of their store, both included; `ANY_DAY`: no such limit any more."""

    name: str | None = None
    role: Role | None = None
    stores: tuple[str, ...] | None = None
    first_day: date | None = None
    last_day: date | None = None

    @property
    def empty(self) -> bool:
        """Nothing changes."""
        return self == StaffChange()


ANY_DAY = date.min


def add(context: Context, tx: Tx, staff: str, change: StaffChange, by: str) -> StaffMember:
    """Somebody new, without PIN and badge. `change` names them, their role and stores. Raises StaffFault."""
    known = _begin(tx)
    if not _ID.fullmatch(staff) or staff in _TAKEN_WORDS:
        raise StaffFault(f"'{staff}' cannot be a staff id: letters, digits, '.', '_' and '-', at most 32")
    if staff in known:
        # journals name people by it, for good
        raise StaffFault(f"{staff} is {known[staff].name} already; ids are not given twice")
    if change.name is None or change.role is None or change.stores is None:
        raise StaffFault("somebody new needs a name, a role and stores")
    blank = StaffMember(staff, change.name, change.role, change.stores or None)
    return _put(context, tx, _changed(tx, blank, change), "added", by)


def change(context: Context, tx: Tx, staff: str, change: StaffChange, by: str) -> StaffMember:
    """Another name, role, stores or days. Raises StaffFault."""
    return _put(context, tx, _changed(tx, _of(_begin(tx), staff), change), "changed", by)


def stop(context: Context, tx: Tx, staff: str, by: str) -> StaffMember:
    """They sign in nowhere any more; PIN and badge are forgotten. The row stays, as journals name them. Raises
    StaffFault."""
    person = _of(_begin(tx), staff)
    if not person.active:
        raise StaffFault(f"{staff} was stopped already")
    return _put(context, tx, replace(person, active=False, pin_hash=None, badge_id=None), "stopped", by)


def start(context: Context, tx: Tx, staff: str, by: str) -> StaffMember:
    """Somebody who was stopped works again, with a PIN and a badge that are still to come. Raises StaffFault."""
    person = _of(_begin(tx), staff)
    if person.active:
        raise StaffFault(f"{staff} was not stopped")
    return _put(context, tx, replace(person, active=True), "started", by)


def set_pin(context: Context, tx: Tx, staff: str, pin_hash: str, by: str) -> StaffMember:
    """A new PIN in place of the old one. Raises StaffFault."""
    return _put(context, tx, replace(_working(tx, staff), pin_hash=pin_hash), "pin", by)


def new_badge(context: Context, tx: Tx, staff: str, by: str) -> tuple[StaffMember, str, datetime]:
    """A new badge in place of the old one: its code, and the first instant at which it is no longer good. Raises
    StaffFault."""
    person = _working(tx, staff)
    serial = context.new_id("b", 5)
    now = instant(context.clock.now_ms())
    token = issue.staff_badge(keys.signing(context, tx), context.settings.issuer, staff, serial, now)
    return _put(context, tx, replace(person, badge_id=serial), "badge", by), token, now + issue.BADGE_VALID


def withdraw_badge(context: Context, tx: Tx, staff: str, by: str) -> StaffMember:
    """A badge that was lost: no badge is good, the PIN is. Raises StaffFault."""
    person = _of(_begin(tx), staff)
    if person.badge_id is None:
        raise StaffFault(f"{staff} has no badge")
    return _put(context, tx, replace(person, badge_id=None), "badge_withdrawn", by)


def follow_stores(tx: Tx, stores: Sequence[str], now: int) -> None:
    """Who may work in every store may in those of `stores` that are new."""
    new = set(stores) - rows_there(tx, _STORES, stores, Store).keys()
    everywhere = [person for person in people(tx).values() if person.stores is None] if new else []
    publish(tx, [RowChange(Bucket(store, SUBJECT), one.id, one) for store in sorted(new) for one in everywhere], now)


def _begin(tx: Tx) -> dict[str, StaffMember]:
    tx.hold([store_lock(CHAIN)])  # of two commands at once the second one sees what the first one did
    return people(tx)


def _of(known: dict[str, StaffMember], staff: str) -> StaffMember:
    if staff not in known:
        raise StaffFault(f"no such staff: {staff} (`kiosk hq staff list`)")
    return known[staff]


def _working(tx: Tx, staff: str) -> StaffMember:
    person = _of(_begin(tx), staff)
    if not person.active:
        raise StaffFault(f"{staff} was stopped: `kiosk hq staff start {staff}` first")
    return person


def _changed(tx: Tx, person: StaffMember, change: StaffChange) -> StaffMember:
    known = {store.id: store for store in all_rows(tx, _STORES, Store)}
    if change.name is not None:
        name = change.name.strip()
        if not (name and name.isprintable() and fit_text(name, _MOST_NAME)):
            raise StaffFault(f"a name has 1 to {_MOST_NAME} printable characters")
        person = replace(person, name=name)
    if change.role is not None:
        person = replace(person, role=change.role)
    if change.stores is not None:
        person = replace(person, stores=tuple(dict.fromkeys(change.stores)) or None)
    for store in person.stores or ():
        if store not in known:
            raise StaffFault(f"no such store: {store}")
    zone = ZoneInfo(next((known[one].zone for one in person.stores or sorted(known)), "UTC"))
    if change.first_day is not None:
        person = replace(person, valid_from=_midnight(change.first_day, zone))
    if change.last_day is not None:
        person = replace(person, valid_until=_midnight(change.last_day, zone, after=True))
    if person.valid_from and person.valid_until and person.valid_from >= person.valid_until:
        raise StaffFault("the last day is before the first")
    return person


def _midnight(day: date, zone: ZoneInfo, *, after: bool = False) -> datetime | None:
    if day == ANY_DAY:
        return None
    begins = datetime.combine(day + _DAY if after else day, datetime.min.time(), zone)
    return begins.astimezone(ZoneInfo("UTC"))


def _put(context: Context, tx: Tx, person: StaffMember, what: str, by: str) -> StaffMember:
    """Publish where they may work, and delete where they may not any more."""
    stores = {store.id for store in all_rows(tx, _STORES, Store)}
    here = stores if person.stores is None else set(person.stores)
    changes = [RowChange(Bucket(store, SUBJECT), person.id, person) for store in sorted(here)]
    gone = places_of(tx, person.id) - here
    changes += [RowChange(Bucket(store, SUBJECT), person.id, None) for store in sorted(gone)]
    publish(tx, changes, context.clock.now_ms())
    said = StaffChanged(staff=person.id, what=what, by=by, role=person.role.value, stores=person.stores)
    body: dict[str, Any] = msgspec.to_builtins(said)
    append(context, tx, STAFF_CHANGED, body)
    return person
