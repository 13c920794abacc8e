"""Registrations that somebody at HQ looks at: put into the queue by what finds something."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import select, update

from kiosk.domain.registration.policy import DEFAULT_POLICY, RegistrationPolicy, Review
from kiosk.domain.registration.reviewing import Suspicion
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import published_row
from kiosk.hq.store.database import Tx
from kiosk.hq.store.people import review
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import REGISTRATION_ID

POLICY = Bucket(CHAIN, "registration")


def policy(tx: Tx) -> RegistrationPolicy:
    """How the chain registers."""
    return published_row(tx, POLICY, REGISTRATION_ID, RegistrationPolicy) or DEFAULT_POLICY


def consider(tx: Tx, member: str, store: str, reasons: Iterable[str], at: int) -> None:
    """Somebody looks at this registration, if the chain wants that for these reasons. `at` (ms): when it was found.
    What was approved is looked at again for a new reason; what was rejected stays so."""
    wanted = policy(tx).review
    found = set(reasons) | ({Suspicion.EVERYBODY.value} if wanted is Review.ALL else set())
    if wanted is Review.NONE or not found:
        return
    mine = (review.c.store == CHAIN) & (review.c.member == member)
    row = tx.execute(select(review).where(mine)).one_or_none()
    if row is None:
        said = {"store": CHAIN, "member": member, "home": store, "state": "waiting", "at": at, "note": ""}
        tx.insert_new(review, [{**said, "reasons": _json(found), "reason": "", "decided_by": ""}])
        return
    known = set(msgspec.json.decode(row.reasons, type=list[str]))
    if found <= known:
        return
    state = "waiting" if row.state == "approved" else row.state
    tx.execute(update(review).where(mine).values(reasons=_json(known | found), state=state))


def _json(reasons: set[str]) -> str:
    return msgspec.json.encode(sorted(reasons)).decode()
