"""Staff as HQ published them, and wrong PINs."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, Integer, Table, Text

from kiosk.adapters.db.layout import Connection, metadata
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.adapters.db.unreadable import RowReader
from kiosk.application.ports.staff import StaffState
from kiosk.domain.journal.facts import Fact
from kiosk.domain.staff.facts import PinCleared, PinFailed
from kiosk.domain.staff.roles import StaffMember

_ROWS = RowReader()
"""One for all transactions: what cannot be read is said once."""

pin_failure = Table(
    "pin_failure",
    metadata,
    Column("staff", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# HQ's rows, not derived: nobody could sign in without them, so they lie in the ledger and not in ref.db
staff = Table(
    "staff",
    metadata,
    Column("id", Text, primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("data", Text, nullable=False),
    sqlite_with_rowid=False,
)


def _fail(connection: Connection, _fact: Fact, change: PinFailed) -> None:
    connection.execute(
        "INSERT INTO pin_failure (staff, failures, last_at) VALUES (?, 1, ?)"
        " ON CONFLICT (staff) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at",
        (change.staff, change.at),
    )


def _clear(connection: Connection, _fact: Fact, change: PinCleared) -> None:
    connection.execute("DELETE FROM pin_failure WHERE staff = ?", (change.staff,))


STATE = State(tables=(pin_failure,), carry={PinFailed: _fail, PinCleared: _clear})


class StaffRows(Rows, StaffState):
    """Reads them, and takes what HQ publishes."""

    def pin_failures(self, staff: str) -> tuple[int, int | None]:
        row = self._connection.execute("SELECT failures, last_at FROM pin_failure WHERE staff = ?", (staff,)).fetchone()
        return (row[0], row[1]) if row else (0, None)

    def staff(self) -> Sequence[StaffMember]:
        rows = self._connection.execute("SELECT id, data FROM staff ORDER BY id")
        found = [_ROWS.read("staff", row[0], row[1], StaffMember) for row in rows]
        return [member for member in found if member is not None]

    def staff_member(self, staff: str) -> StaffMember | None:
        row = self._connection.execute("SELECT data FROM staff WHERE id = ?", (staff,)).fetchone()
        return _ROWS.read("staff", staff, row[0], StaffMember) if row else None

    def put_staff(self, rows: Sequence[tuple[str, int, str]], deleted: Sequence[str]) -> None:
        """Staff rows (id, revision, JSON) as HQ published them, and ids that are gone."""
        for row in rows:
            self._connection.execute(
                "INSERT INTO staff (id, rev, data) VALUES (?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, data = excluded.data",
                row,
            )
        for staff_id in deleted:
            self._connection.execute("DELETE FROM staff WHERE id = ?", (staff_id,))
