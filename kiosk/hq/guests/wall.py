"""Photographs that guests sent, and their votes, as HQ keeps them beside the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, func, select, update

from kiosk.hq.context import Context
from kiosk.hq.guests.tables import guest_photo, photo_vote
from kiosk.hq.rows import snapshot_files
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, chunks, publish
from kiosk.hq.store.database import Tx

SUBJECTS = ("photos", "photo_marks")


@dataclass(frozen=True, slots=True)
class Sent:
    """A photograph as a guest sent it. `name`: as the event shows names in a room; `agreed`: version of the words that
    they agreed to; `at`: ms; `picture`, `small`: JPEG."""

    photo: str
    guest: str
    name: str
    at: int
    agreed: str
    picture: bytes = field(repr=False)
    small: bytes = field(repr=False)


def _of(table: Any, store: str, event: str) -> Any:
    return (table.c.store == store) & (table.c.event == event)


def put(tx: Tx, store: str, event: str, sent: Sent) -> None:
    """Keep it. Whoever keeps one has the store's terminals told of it (`projections.photos.tell`)."""
    row = {"store": store, "event": event, "photo": sent.photo, "guest": sent.guest, "name": sent.name, "at": sent.at}
    tx.upsert(guest_photo, [{**row, "agreed": sent.agreed, "picture": sent.picture, "small": sent.small}])


def of_event(tx: Tx, store: str, event: str) -> list[tuple[str, str, str, int]]:
    """(photo, guest, name, at) of all, the newest first."""
    table = guest_photo.c
    query = select(table.photo, table.guest, table.name, table.at).where(_of(guest_photo, store, event))
    return [tuple(row) for row in tx.execute(query.order_by(table.at.desc(), table.photo))]


def picture(tx: Tx, photo: str, *, small: bool) -> tuple[str, str, bytes] | None:
    """(store, event, JPEG) of a photograph of any event."""
    column = guest_photo.c.small if small else guest_photo.c.picture
    query = select(guest_photo.c.store, guest_photo.c.event, column).where(guest_photo.c.photo == photo).limit(1)
    row = tx.execute(query).one_or_none()
    return None if row is None else (row[0], row[1], bytes(row[2]))


def count(tx: Tx, store: str, event: str, guest: str | None = None) -> int:
    """How many there are, or are a guest's."""
    mine = _of(guest_photo, store, event)
    if guest is not None:
        mine &= guest_photo.c.guest == guest
    return int(tx.execute(select(func.count()).select_from(guest_photo).where(mine)).scalar_one())


def vote_of(tx: Tx, store: str, event: str, guest: str) -> str | None:
    """For which a guest votes; "": that one is gone; None: they never voted."""
    mine = _of(photo_vote, store, event) & (photo_vote.c.guest == guest)
    found = tx.execute(select(photo_vote.c.photo).where(mine)).scalar()
    return None if found is None else str(found)


def put_vote(tx: Tx, store: str, event: str, guest: str, photo: str, at: int) -> None:
    """A guest votes for a photograph, and for no other any more."""
    tx.upsert(photo_vote, [{"store": store, "event": event, "guest": guest, "photo": photo, "at": at}])


def forget(context: Context, tx: Tx, store: str, event: str, guests: Sequence[str] | None = None) -> None:
    """Photographs of these guests are gone, here and at terminals (None: of all, and all votes)."""
    photos = []
    for piece in chunks(guests) if guests is not None else [None]:
        mine = _of(guest_photo, store, event)
        if piece is not None:
            mine &= guest_photo.c.guest.in_(piece)
        photos += list(tx.execute(select(guest_photo.c.photo).where(mine)).scalars())
    remove(context, tx, store, event, photos)
    if guests is None:
        tx.execute(delete(photo_vote).where(_of(photo_vote, store, event)))


def remove(context: Context, tx: Tx, store: str, event: str, photos: Sequence[str]) -> None:
    """These are gone. Who voted for one has voted: only for what may change."""
    if not photos:
        return
    for piece in chunks(photos):
        tx.execute(delete(guest_photo).where(_of(guest_photo, store, event), guest_photo.c.photo.in_(piece)))
        gone = _of(photo_vote, store, event) & photo_vote.c.photo.in_(piece)
        tx.execute(update(photo_vote).where(gone).values(photo=""))
    changes = [RowChange(Bucket(store, subject), f"{event}/{one}", None) for subject in SUBJECTS for one in photos]
    publish(tx, changes, context.clock.now_ms())
    snapshot_files.forget(context.folder, tx, Bucket(store, "photos"))
