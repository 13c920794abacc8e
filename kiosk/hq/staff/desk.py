"""Staff, for the people at HQ: every step in a transaction of its own."""

from __future__ import annotations

from datetime import datetime

from kiosk.domain.staff.roles import StaffMember
from kiosk.hq.context import Context
from kiosk.hq.staff import commands, queries
from kiosk.hq.staff.commands import StaffChange
from kiosk.hq.staff.queries import StaffDone, StaffSeen


class StaffDesk:
    """`by`: whose command it is, as HQ's computer knows them. Everything but the lists raises StaffFault when it cannot
    be done."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def everybody(self) -> list[StaffSeen]:
        """All of the chain, also those who were stopped."""
        with self._context.database.read() as tx:
            return [queries.seen(person) for person in queries.people(tx).values()]

    def done(self, staff: str | None = None) -> list[StaffDone]:
        """What HQ's journal says of everybody, or of one person."""
        with self._context.database.read() as tx:
            return queries.done(tx, staff)

    def add(self, staff: str, change: StaffChange, by: str) -> StaffMember:
        """Somebody new, without PIN and badge."""
        with self._context.database.write() as tx:
            return commands.add(self._context, tx, staff, change, by)

    def change(self, staff: str, change: StaffChange, by: str) -> StaffMember:
        """Another name, role, stores or days."""
        with self._context.database.write() as tx:
            return commands.change(self._context, tx, staff, change, by)

    def stop(self, staff: str, by: str) -> StaffMember:
        """They sign in nowhere any more."""
        with self._context.database.write() as tx:
            return commands.stop(self._context, tx, staff, by)

    def start(self, staff: str, by: str) -> StaffMember:
        """Somebody who was stopped works again."""
        with self._context.database.write() as tx:
            return commands.start(self._context, tx, staff, by)

    def set_pin(self, staff: str, pin_hash: str, by: str) -> StaffMember:
        """A new PIN, as its argon2id hash."""
        with self._context.database.write() as tx:
            return commands.set_pin(self._context, tx, staff, pin_hash, by)

    def new_badge(self, staff: str, by: str) -> tuple[StaffMember, str, datetime]:
        """A new badge: its code, and until when it is good."""
        with self._context.database.write() as tx:
            return commands.new_badge(self._context, tx, staff, by)

    def withdraw_badge(self, staff: str, by: str) -> StaffMember:
        """No badge is good any more."""
        with self._context.database.write() as tx:
            return commands.withdraw_badge(self._context, tx, staff, by)
