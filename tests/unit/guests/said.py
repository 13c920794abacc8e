"""A body of every kind of fact about guests, and what each changes."""

from __future__ import annotations

from typing import Any

import msgspec

from kiosk.domain.guests.event import Event
from kiosk.domain.guests.facts import BODIES as OF_GUESTS
from kiosk.domain.guests.facts import (
    DRILL_RUN,
    EVENT_CHANGED,
    EVENT_MADE,
    GUEST_ADDED,
    GUEST_ANSWERED,
    GUEST_BLOCKED,
    GUEST_LEFT,
    GUEST_REFUSED,
    GUEST_SEATED,
    GUEST_SIGNED_IN,
    GUEST_UNBLOCKED,
    GUEST_UNDONE,
    GUEST_WITHDRAWN,
    GUESTS_LISTED,
    AddedBody,
    EventMade,
    GuestSaid,
)
from kiosk.domain.guests.photos import PHOTO_JUDGED, PhotoJudged
from kiosk.domain.journal.registry import Change

OF = {"event": "gala", "guest": "g-1", "turn": 2}
EVENT = {
    "id": "gala",
    "names": {"zh_TW": "週年慶", "zh_CN": "周年庆", "en": "Anniversary"},
    "starts": "2026-09-20T10:00:00Z",
    "ends": "2026-09-20T14:00:00Z",
    "zone": "Asia/Taipei",
}
MADE = {"event": "gala", "definition": EVENT}
ADDED = OF | {"how": "import", "tags": ["vip"], "seat": "3", "plus_ones": 1, "person": "c0"}
BODIES: dict[str, dict[str, Any]] = {
    EVENT_MADE: MADE,
    EVENT_CHANGED: MADE,
    GUESTS_LISTED: {"event": "gala", "list": "L1", "guests": [ADDED, ADDED | {"guest": "g-2"}]},
    GUEST_ADDED: ADDED | {"how": "walk_in", "referrer": "m-2"},
    GUEST_SIGNED_IN: OF | {"people": 2, "how": "ticket", "tags": ["vip"], "desk": "Door 1"},
    GUEST_LEFT: OF | {"people": 1},
    GUEST_UNDONE: OF | {"of": "d-2/1f", "reason": "twice"},
    GUEST_ANSWERED: OF | {"answers": {"food": "veg"}, "texts": {"note": "c1"}},
    GUEST_SEATED: OF | {"seat": "7"},
    GUEST_WITHDRAWN: OF | {"desk": "Door 1"},
    GUEST_BLOCKED: OF | {"reason": "banned"},
    GUEST_UNBLOCKED: OF | {"approved_by": "s-2"},
    GUEST_REFUSED: {"event": "gala", "guest": "g-1", "code": "forged"},
    DRILL_RUN: {"event": "gala", "passed": False, "failed": ["disk"], "p95_ms": 12},
    PHOTO_JUDGED: {"event": "gala", "photo": "p1", "shown": True},
}


def changes_of(kind: str, stamp: int, at: int, actor: str) -> tuple[Change, ...]:
    """What a fact with that body changes."""
    if kind in (EVENT_MADE, EVENT_CHANGED):
        return (EventMade(msgspec.convert(EVENT, Event), stamp),)
    if kind in (GUEST_REFUSED, DRILL_RUN):
        return ()
    if kind == PHOTO_JUDGED:
        return (PhotoJudged("gala", "p1", True, stamp),)
    if kind == GUESTS_LISTED:
        bodies = [msgspec.convert(one, AddedBody) for one in BODIES[kind]["guests"]]
        return tuple(GuestSaid("gala", one.guest, "guest.added", stamp, at, actor, one) for one in bodies)
    return (GuestSaid("gala", "g-1", str(kind), stamp, at, actor, msgspec.convert(BODIES[kind], OF_GUESTS[str(kind)])),)
