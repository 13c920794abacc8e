"""How far members' histories have been counted (`Mark`), in memory: whoever has thousands of sales is counted on from
there. A mark holds while nothing changed before it, in the rules, in HQ's row of the member or in the stores' clocks;
then, after a start, and in every process of HQ for the first time, a history is counted from its beginning.
"""

from __future__ import annotations

from collections.abc import Hashable

from sqlalchemy import func, select

from kiosk.domain.campaigns.judged_again import Reckoned, reckon
from kiosk.domain.campaigns.shared import Shared
from kiosk.hq.context import Context
from kiosk.hq.newest import Kept
from kiosk.hq.projections import histories
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import bucket_state
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, member_fact, published

BEHIND = 64
"""Happenings that stay behind a new mark: what other tills tell late is mostly younger."""
WORTH = 256
"""A shorter history, or stretch since the mark, is counted as it is."""
_PRIME = 1_000_003


def recounted(context: Context, tx: Tx, shared: Shared, member: str) -> tuple[Reckoned, int]:
    """What the rules give a member, by everything that is known, and the stamp of the newest happening that stands (0
    when there is none)."""
    engine = context.rules.of(tx)
    basis = (engine, _basis(tx, member))
    kept = context.marks.get(member)
    found: Reckoned | None = None
    if kept is not None and kept.basis == basis and kept.before == _until(tx, member, kept.mark.stamp):
        events = histories.events_of(tx, member, after=kept.mark.stamp)
        found = reckon(engine, shared, member, events, kept.mark, BEHIND)
    if found is None:
        events = histories.events_of(tx, member)
        found = reckon(engine, shared, member, events, None, BEHIND)
        assert found is not None  # from the beginning there is always something to say
    if found.mark is not None and len(events) >= WORTH:
        context.marks.put(member, Kept(found.mark, basis, _until(tx, member, found.mark.stamp)))
    newest = found.last.order[0] if found.last is not None else 0
    return found, newest


def _basis(tx: Tx, member: str) -> Hashable:
    """What a history is judged by, besides its facts and the rules."""
    row = select(published.c.store, published.c.rev).where(published.c.subject == "members", published.c.id == member)
    return (tuple(tuple(one) for one in tx.execute(row).all()), bucket_state(tx, Bucket(CHAIN, "stores")).head)


def _until(tx: Tx, member: str, stamp: int) -> Hashable:
    """Which facts belong to a member up to a stamp, in short: of facts, nothing but their being there can change."""
    sums = (func.sum(column % _PRIME) for column in (member_fact.c.hlc, member_fact.c.epoch, member_fact.c.seq))
    query = select(func.count(), *sums).where(member_fact.c.member == member, member_fact.c.hlc <= stamp)
    return tuple(int(value or 0) for value in tx.execute(query).one())
