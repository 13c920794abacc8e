"""Rows that terminals pull: every change gets the next revision of one counter for the whole chain.

`publish` only collects: the rows get their revisions in one place, at the very end of the transaction (`number`).
Whoever numbers holds the counter's row until commit, so revisions become visible in their order and a cursor never
jumps over a row that was still being written (sync.md, "Cursors"). What publishes nothing never takes that lock.
Reading rows by the functions here shows what the transaction has collected.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import bindparam, delete, select, update

from kiosk.domain.digest import MODULUS, row_digest
from kiosk.hq.rows import found_by
from kiosk.hq.rows.buckets import RIGHTS, Bucket
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, bucket, published, revision
from kiosk.protocol.rows import decode_row, encode_row

T = TypeVar("T")
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row to put, or (with `row` None) to delete. `again`: give it a new revision even if it is the same, or a row to
    delete that was never there: terminals are told all the same."""

    bucket: Bucket
    id: str
    row: object | None
    again: bool = False


def chunks(items: Iterable[T], size: int = _CHUNK) -> Iterator[list[T]]:
    """Pieces short enough for one IN list."""
    iterator = iter(items)
    while piece := list(islice(iterator, size)):
        yield piece


_COLLECTED = "rows"


_Change = tuple[str | None, bool]
"""JSON of a row (None: to be deleted), and whether it is told again."""


def _collected(tx: Tx) -> dict[Bucket, dict[str, _Change]]:
    found: dict[Bucket, dict[str, _Change]] = tx.notes.setdefault(_COLLECTED, {})
    return found


def _lock(tx: Tx) -> int:
    """Become the only one who numbers rows until commit; the revision so far."""
    tx.insert_new(revision, [{"store": CHAIN, "value": 0}])
    found = tx.execute(select(revision.c.value).where(revision.c.store == CHAIN).with_for_update()).scalar_one()
    return int(found)


def current_revision(tx: Tx) -> int:
    """The last revision given; 0 before the first."""
    return int(tx.execute(select(revision.c.value).where(revision.c.store == CHAIN)).scalar() or 0)


def publish(tx: Tx, changes: Iterable[RowChange], now: int) -> None:
    """Have these changes carried out when the transaction ends; of two changes of a row the later one counts. Unchanged
    rows keep their revision."""
    rows = _collected(tx)
    for change in changes:  # written here: what cannot be written is the fault of whoever publishes it
        data = None if change.row is None else encode_row(change.row).decode()
        rows.setdefault(change.bucket, {})[change.id] = (data, change.again)
    if rows:
        tx.at_end(_COLLECTED, lambda tx: number(tx, now), last=True)


def number(tx: Tx, now: int) -> int:
    """Give the collected rows their revisions. Happens by itself at the end. Gives the number of rows that changed."""
    rows = _collected(tx)
    if not rows:
        return 0
    start = at = _lock(tx)
    for place, changes in rows.items():
        at = _publish_bucket(tx, place, changes, at, now)
    rows.clear()
    if at != start:
        tx.execute(update(revision).where(revision.c.store == CHAIN).values(value=at))
    return at - start


def _publish_bucket(tx: Tx, place: Bucket, rows: dict[str, _Change], at: int, now: int) -> int:
    old: dict[str, Any] = {}
    for ids in chunks(rows):
        query = select(published.c.id, published.c.rev, published.c.data).where(_in(place), published.c.id.in_(ids))
        old.update({row.id: row for row in tx.execute(query)})
    writes: list[dict[str, Any]] = []
    count = checksum = 0
    for row_id, (data, again) in rows.items():
        before = old.get(row_id)
        if not again and data == (None if before is None else before.data):
            continue
        at += 1
        if before is not None and before.data is not None:
            count, checksum = count - 1, checksum - row_digest(row_id, before.rev)
        if data is not None:
            count, checksum = count + 1, checksum + row_digest(row_id, at)
        writes.append(_row(place, row_id, at, data, now))
    if writes:
        tx.upsert(published, writes)
        found_by.follow(tx, place.subject, {row["id"]: row["data"] for row in writes})
        _account(tx, place, count, checksum, at)
        tx.touch(place.name)
    return at


def _row(place: Bucket, row_id: str, rev: int, data: str | None, now: int) -> dict[str, Any]:
    return {
        "store": place.store,
        "subject": place.subject,
        "id": row_id,
        "rev": rev,
        "data": data,
        "changed_at": now,
    }


def _in(place: Bucket) -> Any:
    return (published.c.store == place.store) & (published.c.subject == place.subject)


def _account(tx: Tx, place: Bucket, count: int, checksum: int, head: int) -> None:
    state = bucket_state(tx, place)
    tx.upsert(
        bucket,
        [
            {
                "store": place.store,
                "subject": place.subject,
                "rows": state.rows + count,
                "checksum": (state.checksum + checksum) % MODULUS,
                "head": head,
                "pruned": state.pruned,
            }
        ],
    )


@dataclass(frozen=True, slots=True)
class BucketState:
    """A bucket's totals: rows that exist, their checksum, the highest revision, the highest forgotten one."""

    rows: int = 0
    checksum: int = 0
    head: int = 0
    pruned: int = 0


_TOTALS = select(bucket.c.rows, bucket.c.checksum, bucket.c.head, bucket.c.pruned)
_STATE = _TOTALS.where(bucket.c.store == bindparam("at_store"), bucket.c.subject == bindparam("at_subject"))
_STATES = _TOTALS.add_columns(bucket.c.store, bucket.c.subject).where(
    bucket.c.store.in_(bindparam("stores", expanding=True)),
    bucket.c.subject.in_(bindparam("subjects", expanding=True)),
)
"""Made once: every pull of every terminal asks."""


def bucket_state(tx: Tx, place: Bucket) -> BucketState:
    """The totals kept for a bucket."""
    found = tx.execute(_STATE, {"at_store": place.store, "at_subject": place.subject}).one_or_none()
    return BucketState() if found is None else BucketState(*found)


def bucket_states(tx: Tx, places: Collection[Bucket]) -> dict[Bucket, BucketState]:
    """The totals kept for some buckets of few stores."""
    where = {"stores": sorted({one.store for one in places}), "subjects": sorted({one.subject for one in places})}
    kept = {(store, subject): BucketState(*totals) for *totals, store, subject in tx.execute(_STATES, where)}
    return {place: kept.get((place.store, place.subject), BucketState()) for place in places}


def recount(tx: Tx) -> dict[Bucket, tuple[int, int]]:
    """Rows and checksum of every bucket that has rows, from its rows."""
    counted: dict[tuple[str, str], tuple[int, int]] = {}
    query = select(published.c.store, published.c.subject, published.c.id, published.c.rev)
    query = query.where(published.c.data.is_not(None)).execution_options(yield_per=_CHUNK)
    for store, subject, row_id, rev in tx.execute(query):
        count, checksum = counted.get((store, subject), (0, 0))
        counted[store, subject] = count + 1, (checksum + row_digest(row_id, rev)) % MODULUS
    return {Bucket(*place): totals for place, totals in counted.items()}


def published_row(tx: Tx, place: Bucket, row_id: str, row_type: type[T]) -> T | None:
    """One row as published; None if there is none."""
    change = _collected(tx).get(place, {}).get(row_id)
    if change is not None:
        return None if change[0] is None else decode_row(change[0], row_type)
    data = tx.execute(select(published.c.data).where(_in(place), published.c.id == row_id)).scalar()
    return None if data is None else decode_row(data, row_type)


def rows_there(tx: Tx, place: Bucket, ids: Iterable[str], row_type: type[T]) -> dict[str, T]:
    """Rows of a bucket by id, as published; those that are there."""
    wanted, decoder = set(ids), msgspec.json.Decoder(row_type)
    changes = _collected(tx).get(place, {})
    found = {row_id: changes[row_id][0] for row_id in wanted & changes.keys()}
    for piece in chunks(sorted(wanted - changes.keys())):
        query = select(published.c.id, published.c.data).where(_in(place), published.c.id.in_(piece))
        found.update({row.id: row.data for row in tx.execute(query)})
    return {row_id: decoder.decode(data) for row_id, data in found.items() if data is not None}


def rows_from(tx: Tx, place: Bucket, start: str, row_type: type[T]) -> list[T]:
    """Rows of a bucket whose ids begin with `start`, in the order of their ids."""
    changes = {name: data for name, (data, _) in _collected(tx).get(place, {}).items() if name.startswith(start)}
    found = _in(place) & published.c.id.startswith(start, autoescape=True)
    told = {row.id: row.data for row in tx.execute(select(published.c.id, published.c.data).where(found))} | changes
    return [decode_row(data, row_type) for _, data in sorted(told.items()) if data is not None]


def published_rows(tx: Tx, subject: str, ids: Iterable[str], row_type: type[T]) -> dict[str, tuple[str, T]]:
    """Rows of `subject` by id, wherever they live: id → (store, row)."""
    found: dict[str, tuple[str, T]] = {}
    wanted = set(ids)
    decoder = msgspec.json.Decoder(row_type)
    for piece in chunks(sorted(wanted)):
        query = select(published.c.id, published.c.store, published.c.data).where(
            published.c.subject == subject, published.c.id.in_(piece), published.c.data.is_not(None)
        )
        found.update({row.id: (row.store, decoder.decode(row.data)) for row in tx.execute(query)})
    for place, changes in _collected(tx).items():
        if place.subject == subject:
            for row_id in wanted & changes.keys():
                data = changes[row_id][0]
                if data is not None:
                    found[row_id] = (place.store, decoder.decode(data))
                elif row_id in found and found[row_id][0] == place.store:
                    del found[row_id]
    return found


def all_rows(tx: Tx, place: Bucket, row_type: type[T]) -> Sequence[T]:
    """Every row of a bucket, the last changed last."""
    decoder = msgspec.json.Decoder(row_type)
    changes = _collected(tx).get(place, {})
    query = select(published.c.id, published.c.data).where(_in(place), published.c.data.is_not(None))
    kept = [data for row_id, data in tx.execute(query.order_by(published.c.rev)) if row_id not in changes]
    kept += [data for data, _ in changes.values() if data is not None]
    return [decoder.decode(data) for data in kept]


def forget_deletions(tx: Tx, before: int) -> int:
    """Drop deletions made before the instant `before` (ms). Terminals whose cursor is older take a snapshot."""
    _lock(tx)
    in_ledger = (published.c.subject == "staff") | published.c.subject.startswith(RIGHTS)
    old = published.c.data.is_(None) & (published.c.changed_at < before) & ~in_ledger
    places = tx.execute(select(published.c.store, published.c.subject, published.c.rev).where(old)).all()
    highest: dict[tuple[str, str], int] = {}
    for store, subject, rev in places:
        highest[store, subject] = max(rev, highest.get((store, subject), 0))
    for (store, subject), rev in highest.items():
        tx.execute(
            update(bucket)
            .where(bucket.c.store == store, bucket.c.subject == subject, bucket.c.pruned < rev)
            .values(pruned=rev)
        )
    tx.execute(delete(published).where(old))
    return len(places)
