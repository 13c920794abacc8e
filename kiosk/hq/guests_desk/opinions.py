"""How guests liked an event, wherever they said it: on HQ's page, or at a station. Of each the last answer counts."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from kiosk.domain.guests.attendance import Word
from kiosk.domain.guests.opinion import IN_WORDS, Opinion, opinion_of
from kiosk.hq.guests import feedback
from kiosk.hq.guests.feedback import Feedback
from kiosk.hq.guests.tables import guest_text
from kiosk.hq.projections.guests import words_in
from kiosk.hq.store.database import Tx


def of_event(tx: Tx, store: str, event: str) -> list[Feedback]:
    """One answer of each guest, the newest first."""
    at_stations = _said(words_in(tx, store, event))
    mine = (guest_text.c.store == store) & (guest_text.c.event == event) & (guest_text.c.question == IN_WORDS)
    rows = tx.execute(select(guest_text.c.commitment, guest_text.c.text).where(mine)) if at_stations else ()
    texts = {row.commitment: row.text for row in rows}
    found = {one.guest: one for one in feedback.of_event(tx, store, event)}
    for guest, said in at_stations.items():
        if guest not in found or found[guest].at < said.at:
            found[guest] = Feedback(event, guest, said.score, said.at, texts.get(said.words, ""))
    return sorted(found.values(), key=lambda one: (-one.at, one.guest))


def answered(tx: Tx, store: str, event: str, guest: str) -> bool:
    """Whether a guest has said anything, anywhere."""
    return feedback.answered(tx, store, event, guest) or opinion_of(words_in(tx, store, event, guest)) is not None


def _said(words: Iterable[Word]) -> dict[str, Opinion]:
    by_guest: dict[str, list[Word]] = {}
    for word in words:
        by_guest.setdefault(word.said.guest, []).append(word)
    found = {guest: opinion_of(said) for guest, said in by_guest.items()}
    return {guest: said for guest, said in found.items() if said is not None}
