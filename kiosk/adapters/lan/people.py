"""Guests whom desks added: who they are, and what guests answered in words, goes to other desks with the facts that
commit to it, and is kept in the same transaction. Nobody asks for it later: whoever was erased does not come back from
a desk that has not heard of it yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.adapters.db.guest_people import keep
from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.adapters.db.reference import SqlReference
from kiosk.application.ports.guests import KeptGuest, KeptText
from kiosk.domain.facts import ProjectionError, changes
from kiosk.domain.guests.event import Guest, QuestionKind
from kiosk.domain.guests.facts import AddedBody, AnsweredBody, GuestSaid
from kiosk.domain.guests.person import commitment_of
from kiosk.domain.journal import facts
from kiosk.protocol.lan import LONGEST_WRITTEN, PEOPLE_BYTES, WRITTEN_BYTES, Person, Written

_ANSWERED = b'"guest.answered"'
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

    def written(self, tx: LedgerTransaction, raws: Sequence[bytes]) -> tuple[Written, ...]:
        """What guests answered in words or with a day, to which these facts commit, as far as it is here. Signatures,
        and what they say of the event afterwards, are HQ's alone."""
        found: list[Written] = []
        size = 0
        for (event, guest, question), committed in _answers(raws).items():
            if not self._is_told(tx, event, question):
                continue
            kept = next((one for one in tx.kept_texts(event, guest) if one.commitment == committed), None)
            if kept is None or not 0 < len(kept.text) <= LONGEST_WRITTEN:
                continue
            size += len(kept.text.encode()) + 300
            if size > WRITTEN_BYTES:
                break
            found.append(Written(event, guest, question, kept.salt, kept.text))
        return tuple(found)

    def keep_written(self, tx: LedgerTransaction, written: Sequence[Written], raws: Sequence[bytes]) -> None:
        """Keep what the facts that came along commit to: this desk tells HQ of it, too, should the other never meet
        HQ again."""
        meant = _answers(raws) if written else {}
        for one in written:
            committed = commitment_of(one.salt, one.text.encode())
            if meant.get((one.event, one.guest, one.question)) == committed:
                tx.keep_text(KeptText(one.event, one.guest, one.question, committed, one.salt, one.text))

    def _is_told(self, tx: LedgerTransaction, event: str, question: str) -> bool:
        """Whether an answer in words of their own goes to other desks."""
        made = self._reference.guests.event(event) if self._reference is not None else None
        made = made or next((one for one in tx.events_made() if one.id == event), None)
        asked = next((one for one in made.questions if one.id == question), None) if made is not None else None
        return asked is not None and asked.kind in (QuestionKind.TEXT, QuestionKind.DATE)

    def put(self, rows: Sequence[Guest]) -> None:
        """They are durable in the ledger: put their rows, where HQ's are not there."""
        if rows and self._reference is not None:
            self._reference.guests.put(rows)


def _answers(raws: Sequence[bytes]) -> dict[tuple[str, str, str], str]:
    """(event, guest, question): the newest commitment to an answer."""
    found: dict[tuple[str, str, str], str] = {}
    for one in _said(raws, (_ANSWERED,)):
        if isinstance(one.said, AnsweredBody):
            found |= {(one.event, one.guest, name): text for name, text in one.said.texts.items() if text}
    return found


def _commitments(raws: Sequence[bytes]) -> list[tuple[str, str, str]]:
    """(event, guest, commitment) of everybody whom facts add to a list."""
    return [
        (one.event, one.guest, one.said.person)
        for one in _said(raws, _SPEAK_OF_THEM)
        if isinstance(one.said, AddedBody) and one.said.person
    ]


def _said(raws: Sequence[bytes], words: Sequence[bytes]) -> Iterator[GuestSaid]:
    """What those facts say of guests in whose bytes one of the words stands; what cannot be read says nothing."""
    for raw in raws:
        if not any(word in raw for word in words):
            continue
        try:
            said = changes(facts.decode(raw))
        except (facts.FactError, ProjectionError):
            continue
        yield from (one for one in said if isinstance(one, GuestSaid))
