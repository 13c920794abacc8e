"""HQ's words on registrations: a review, a merge, an erasure. They are journalled, and everybody whom they concern is
counted anew at once: what was given for a registration that counts for nothing comes back, what waited for an approval
is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from kiosk.domain.journal.facts import Fact
from kiosk.hq.campaigns import recount
from kiosk.hq.context import Context
from kiosk.hq.journalling import append
from kiosk.hq.leases.commands import HQ
from kiosk.hq.rebuild import state
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import member_fact


def say(context: Context, tx: Tx, kind: str, body: Mapping[str, Any]) -> Fact:
    """Journal `registration.reviewed`, `members.merged` or `member.erased`, and count. While read models are derived
    anew nobody is counted; that is done with a push after it. Raises ProjectionError on a body that does not fit."""
    made = append(context, tx, kind, body)
    if not state.behind(context, tx):
        mine = (member_fact.c.device == HQ) & (member_fact.c.hlc == made.hlc)
        members = tx.execute(select(member_fact.c.member).where(mine).order_by(member_fact.c.member)).scalars().all()
        recount.count(context, tx, members)
    return made
