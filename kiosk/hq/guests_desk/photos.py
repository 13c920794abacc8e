"""Guests' photographs, for the people at HQ: looked at, let through, refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.guests.photos import PHOTO_JUDGED, JudgedBody
from kiosk.hq import journalling
from kiosk.hq.context import Context
from kiosk.hq.guests import wall
from kiosk.hq.guests.kept import Kept
from kiosk.hq.guests_desk.events import EventsFault
from kiosk.hq.projections.photos import judged, votes
from kiosk.hq.store.database import Tx


@dataclass(frozen=True, slots=True)
class PhotoSeen:
    """A photograph. `name`: as the event shows names in a room; `at`: ms; `shown`: None: nobody has looked at it."""

    photo: str
    guest: str
    name: str
    at: int
    votes: int
    shown: bool | None


def listed(tx: Tx, held: Kept) -> list[PhotoSeen]:
    """All of an event, the newest first."""
    said, counted = judged(tx, held.store, held.event.id), votes(tx, held.store, held.event.id)
    return [
        PhotoSeen(photo, guest, name, at, counted.get(photo, 0), said[photo][2] if photo in said else None)
        for photo, guest, name, at in wall.of_event(tx, held.store, held.event.id)
    ]


def picture(tx: Tx, held: Kept, photo: str) -> bytes:
    """One's picture. Raises EventsFault."""
    found = wall.picture(tx, photo, small=False)
    if found is None or found[:2] != (held.store, held.event.id):
        raise EventsFault(f"no such photo: {photo}")
    return found[2]


def judge(context: Context, tx: Tx, held: Kept, wanted: Iterable[str], *, shown: bool) -> int:
    """Say of each that everybody may see it, or not; gives of how many that is new. Raises EventsFault where one is not
    there, and says nothing of the others."""
    there = {one.photo: one.shown for one in listed(tx, held)}
    photos = list(dict.fromkeys(wanted))
    missing = next((one for one in photos if one not in there), None)
    if missing is not None:
        raise EventsFault(f"no such photo: {missing}")
    changed = [one for one in photos if there[one] is not shown]
    for photo in changed:
        body = JudgedBody(event=held.event.id, photo=photo, shown=shown)
        journalling.append(context, tx, PHOTO_JUDGED, PHOTO_JUDGED.write(body))
    return len(changed)
