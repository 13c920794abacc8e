"""Who registered at this terminal, and, until HQ has it, who they are.

`enrolled` follows from facts. `person` does not: it is what the facts commit to, and can be erased.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from kiosk.adapters.db.layout import Connection, metadata, place
from kiosk.adapters.db.state.rows import Rows, State
from kiosk.application.ports.registration import Enrolled, KeptPerson, RegistrationState
from kiosk.domain.facts import changes
from kiosk.domain.journal.facts import Fact
from kiosk.domain.members.facts import MemberEnrolled

# the first registration of a member counts
enrolled = Table(
    "enrolled",
    metadata,
    Column("member", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("at", Integer, nullable=False),  # ms by HQ's clock
    Column("actor", Text, nullable=False),
    Column("referrer", Text, nullable=False),  # "": nobody, or it does not count
    Column("form", Text, nullable=False),
    Index("ix_enrolled_at", "at"),
    Index("ix_enrolled_form", "form"),
    sqlite_with_rowid=False,
)

# kept as it came: no fact could bring it back once it is erased
person = Table(
    "person",
    metadata,
    Column("member", Text, primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("phone", Text, nullable=False),
    Column("at", Integer, nullable=False),  # of the fact, ms by HQ's clock
    Column("told_at", Integer),  # when HQ said that it has it
    Index("ix_person_phone", "phone"),
    sqlite_with_rowid=False,
)


def _enrol(connection: Connection, fact: Fact, change: MemberEnrolled) -> None:
    connection.execute(
        "INSERT INTO enrolled (member, place, at, actor, referrer, form) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (member) DO NOTHING",
        (
            change.member,
            place(fact.epoch, fact.seq),
            fact.corrected_ms,
            fact.actor,
            change.referrer,
            change.form,
        ),
    )


def _moved(connection: Connection, before: Fact, carried: Fact) -> None:
    old, new = place(before.epoch, before.seq), place(carried.epoch, carried.seq)
    for change in changes(before):
        if isinstance(change, MemberEnrolled):
            connection.execute(
                "UPDATE enrolled SET place = ? WHERE member = ? AND place = ?", (new, change.member, old)
            )


STATE = State(tables=(enrolled,), carry={MemberEnrolled: _enrol}, moved=_moved)

_COLUMNS = "SELECT member, at, actor, referrer, form FROM enrolled"
_PERSON = "SELECT member, salt, data, at, told_at FROM person"


class RegistrationRows(Rows, RegistrationState):
    """Reads and keeps them."""

    def enrolled(self, member: str) -> Enrolled | None:
        row = self._connection.execute(f"{_COLUMNS} WHERE member = ?", (member,)).fetchone()
        return Enrolled(*row) if row else None

    def enrolled_since(self, at_ms: int) -> Sequence[Enrolled]:
        rows = self._connection.execute(f"{_COLUMNS} WHERE at >= ? ORDER BY at, member", (at_ms,))
        return [Enrolled(*row) for row in rows]

    def form_used(self, form: str) -> Enrolled | None:
        row = self._connection.execute(f"{_COLUMNS} WHERE form = ? AND form != '' LIMIT 1", (form,)).fetchone()
        return Enrolled(*row) if row else None

    def keep_person(self, kept: KeptPerson, phone: str) -> None:
        self._connection.execute(
            "INSERT INTO person (member, salt, data, phone, at, told_at) VALUES (?, ?, ?, ?, ?, ?)",
            (kept.member, kept.salt, kept.data, phone, kept.at_ms, kept.told_at_ms),
        )

    def person(self, member: str) -> KeptPerson | None:
        row = self._connection.execute(f"{_PERSON} WHERE member = ?", (member,)).fetchone()
        return _kept(row) if row else None

    def people(self) -> Sequence[KeptPerson]:
        return [_kept(row) for row in self._connection.execute(f"{_PERSON} ORDER BY at, member")]

    def people_with(self, phone: str) -> Sequence[KeptPerson]:
        rows = self._connection.execute(f"{_PERSON} WHERE phone = ? ORDER BY at, member", (phone,))
        return [_kept(row) for row in rows]

    def people_untold(self, limit: int) -> Sequence[KeptPerson]:
        rows = self._connection.execute(f"{_PERSON} WHERE told_at IS NULL ORDER BY at, member LIMIT ?", (limit,))
        return [_kept(row) for row in rows]

    def date_person(self, member: str, at_ms: int) -> None:
        self._connection.execute("UPDATE person SET at = ? WHERE member = ?", (at_ms, member))

    def told_person(self, member: str, at_ms: int) -> None:
        self._connection.execute("UPDATE person SET told_at = ? WHERE member = ?", (at_ms, member))

    def erase_person(self, member: str) -> None:
        self._connection.execute("DELETE FROM person WHERE member = ?", (member,))


def _kept(row: tuple[str, bytes, bytes, int, int | None]) -> KeptPerson:
    return KeptPerson(row[0], bytes(row[1]), bytes(row[2]), int(row[3]), row[4])
