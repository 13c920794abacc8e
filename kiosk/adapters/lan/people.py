"""Guests whom desks added: who they are goes to other desks with the facts that commit to them, and is kept in the same
transaction. Nobody asks for it later: whoever was erased does not come back from a desk that has not heard of it yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.adapters.db.guest_people import keep
from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.adapters.db.reference import SqlReference
from kiosk.application.ports.guests import KeptGuest
from kiosk.domain.facts import ProjectionError, changes
from kiosk.domain.guests.event import Guest
from kiosk.domain.guests.facts import AddedBody, GuestSaid
from kiosk.domain.guests.person import commitment_of
from kiosk.domain.journal import facts
from kiosk.protocol.lan import PEOPLE_BYTES, Person

_SPEAK_OF_THEM = (b'"guest.added"', b'"guests.listed"')


class People:
    """Of this terminal's ledger and `ref.db`."""

    def __init__(self, reference: SqlReference | None = None) -> None:
        """`reference`: where their rows stand beside HQ's."""
        self._reference = reference

    def known(self, tx: LedgerTransaction, raws: Sequence[bytes]) -> tuple[Person, ...]:
        """To whom these facts commit, as far as they are known here."""
        found: list[Person] = []
        size = 0
        for event, guest, committed in _commitments(raws):
            kept = tx.kept_guest(event, guest)
            if kept is None or not kept.data or commitment_of(kept.salt, kept.data) != committed:
                continue  # HQ has told it, they were erased, or a later word says who they are
            size += len(kept.data) + 200
            if size > PEOPLE_BYTES:
                break
            found.append(Person(event, guest, kept.salt, kept.data, kept.at_ms))
        return tuple(found)

    def keep(self, tx: LedgerTransaction, people: Sequence[Person], raws: Sequence[bytes]) -> Sequence[Guest]:
        """Keep those to whom the facts that came along commit; the rows to put."""
        if not people:
            return ()
        meant = {(event, guest) for event, guest, _committed in _commitments(raws)}
        sent = (KeptGuest(p.event, p.guest, p.salt, p.data, p.at) for p in people if (p.event, p.guest) in meant)
        return keep(tx, sent)[0]

    def put(self, rows: Sequence[Guest]) -> None:
        """They are durable in the ledger: put their rows, where HQ's are not there."""
        if rows and self._reference is not None:
            self._reference.guests.put(rows)


def _commitments(raws: Sequence[bytes]) -> list[tuple[str, str, str]]:
    """(event, guest, commitment) of everybody whom facts add to a list."""
    found = []
    for raw in raws:
        if not any(word in raw for word in _SPEAK_OF_THEM):
            continue
        try:
            said = changes(facts.decode(raw))
        except (facts.FactError, ProjectionError):
            continue
        for one in said:
            if isinstance(one, GuestSaid) and isinstance(one.said, AddedBody) and one.said.person:
                found.append((one.event, one.guest, one.said.person))
    return found
