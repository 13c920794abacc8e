"""`POST /v1/pull`: rows of a terminal's buckets after its cursors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import select

from kiosk.hq.context import Caller, Context
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows.buckets import Bucket, readable_by
from kiosk.hq.rows.publish import BucketState, bucket_states, current_revision
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import published
from kiosk.protocol.wire.limits import PULL_BYTES
from kiosk.protocol.wire.messages import BucketPage, Hints, PullAnswer, PullRequest, Row, SnapshotNeeded


def pull(context: Context, tx: Tx, caller: Caller, request: PullRequest) -> Reply:
    """Pages in the order of the cursors, `limit` rows in all; a bucket with news for which no room was left has an
    empty page with `more`, one without news has none unless it is to be compared. Deletions are always told, even to a
    cursor of 0: a restored ledger may believe in rights that were taken back."""
    now = context.clock.now_ms()
    settings = context.settings
    readable = readable_by(caller.store, caller.device)
    if request.device != caller.device or not request.cursors.keys() <= readable.keys():
        return problem(403, "not_yours", "a terminal pulls its own buckets", now)
    if request.limit < 1 or request.wait < 0 or any(not 0 <= at < 2**63 for at in request.cursors.values()):
        return problem(400, "malformed", "limit, wait or cursor out of range", now)
    newest = current_revision(tx)
    totals = bucket_states(tx, [readable[name] for name in request.cursors])
    states = {name: totals[readable[name]] for name in request.cursors}
    cursors = {
        # rows of a future that HQ has lost: where there is no snapshot, everything is told again
        name: 0 if cursor > newest and readable[name].in_ledger else cursor
        for name, cursor in request.cursors.items()
    }
    stale = tuple(
        name
        for name, cursor in cursors.items()
        if cursor > newest
        or cursor < states[name].pruned
        or (cursor == 0 and states[name].rows > settings.snapshot_above and not readable[name].in_ledger)
    )
    if stale:
        return Reply(410, SnapshotNeeded(buckets=stale, time=now))
    left = min(request.limit, settings.pull_rows)
    pages: list[BucketPage] = []
    for name, cursor in cursors.items():
        if cursor < states[name].head or name in request.compare:
            page = _page(tx, readable[name], cursor, left, states[name])
            left -= len(page.rows)
            pages.append(page)
    if not pages:
        hold = min(request.wait, settings.pull_wait_s) * 1000
        # a device's own rights also stand for its revocation, even when it waits for other buckets
        topics = frozenset({*request.cursors, f"device/{caller.device}/rights"})
        return Reply(204, hold_ms=hold, topics=topics)
    return Reply(200, PullAnswer(pages=tuple(pages), time=now, hints=Hints(pull_after=settings.pull_after)))


def _page(tx: Tx, place: Bucket, cursor: int, limit: int, state: BucketState) -> BucketPage:
    if limit == 0:
        return BucketPage(bucket=place.name, rows=(), cursor=cursor, more=True)
    query = (
        select(published.c.id, published.c.rev, published.c.data)
        .where(published.c.store == place.store, published.c.subject == place.subject, published.c.rev > cursor)
        .order_by(published.c.rev)
        .limit(limit)
    )
    rows = tuple(_within(Row(id=row.id, rev=row.rev, data=row.data) for row in tx.execute(query)))
    at = rows[-1].rev if rows else state.head
    more = at < state.head
    return BucketPage(
        bucket=place.name,
        rows=rows,
        cursor=at,
        more=more,
        count=None if more else state.rows,
        checksum=None if more else state.checksum,
    )


def _within(rows: Iterable[Row]) -> Iterator[Row]:
    """As many as an answer holds, one at least: rows with pictures are long."""
    room = PULL_BYTES
    for row in rows:
        size = len(row.data or "")
        if room < PULL_BYTES and size > room:
            return
        room -= size
        yield row
