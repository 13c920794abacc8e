"""How guests liked an event, as they said on HQ's page: a score, and words that can be erased. No fact holds either."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, select, tuple_

from kiosk.domain.guests.event import Guest
from kiosk.hq.guests.tables import guest_remark, guest_score
from kiosk.hq.store.database import Tx


@dataclass(frozen=True, slots=True)
class Feedback:
    """A guest's last answer: 0 to 10, and words ("": none, or erased). `at`: ms since 1970, UTC."""

    event: str
    guest: str
    score: int
    at: int
    text: str = field(default="", repr=False)


def put(tx: Tx, store: str, said: Feedback) -> None:
    """Keep an answer in place of the one before, and of its words."""
    row: dict[str, Any] = {"store": store, "event": said.event, "guest": said.guest, "at": said.at}
    tx.upsert(guest_score, [{**row, "score": said.score}])
    if said.text:
        tx.upsert(guest_remark, [{**row, "text": said.text}])
        return
    mine = (guest_remark.c.store == store) & (guest_remark.c.event == said.event)
    tx.execute(delete(guest_remark).where(mine, guest_remark.c.guest == said.guest))


def answered(tx: Tx, store: str, event: str, guest: str) -> bool:
    """Whether a guest has said anything."""
    mine = (guest_score.c.store == store) & (guest_score.c.event == event) & (guest_score.c.guest == guest)
    return tx.execute(select(guest_score.c.at).where(mine)).first() is not None


def of_event(tx: Tx, store: str, event: str) -> list[Feedback]:
    """All answers, the newest first."""
    return _read(tx, (guest_score.c.store == store) & (guest_score.c.event == event))


def of_guests(tx: Tx, guests: Iterable[Guest]) -> list[Feedback]:
    """What these said, of whatever events."""
    ids = sorted({(one.event, one.id) for one in guests})
    return _read(tx, tuple_(guest_score.c.event, guest_score.c.guest).in_(ids)) if ids else []


def _read(tx: Tx, wanted: Any) -> list[Feedback]:
    same = (guest_remark.c.store == guest_score.c.store) & (guest_remark.c.event == guest_score.c.event)
    same &= guest_remark.c.guest == guest_score.c.guest
    query = select(guest_score, guest_remark.c.text).outerjoin(guest_remark, same).where(wanted)
    rows = tx.execute(query.order_by(guest_score.c.at.desc(), guest_score.c.event, guest_score.c.guest))
    return [Feedback(row.event, row.guest, row.score, row.at, row.text or "") for row in rows]
