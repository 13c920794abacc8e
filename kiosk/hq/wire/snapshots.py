"""Snapshots: a whole bucket as one immutable, compressed SQLite file with a signed manifest.

A file's name is its SHA-256, so it never changes and a download can be resumed with Range at any time. A snapshot is
made again only when many rows have changed since the last one: the terminal pulls the rest from its cursor.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
import zstandard
from sqlalchemy import Row, delete, func, select

from kiosk.files import write_whole
from kiosk.hq.context import Caller, Context
from kiosk.hq.reply import Piece, Reply, problem
from kiosk.hq.rows.buckets import Bucket, readable_by
from kiosk.hq.rows.publish import bucket_state
from kiosk.hq.rows.snapshot_files import path_of
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import published, snapshot
from kiosk.hq.tokens import keys
from kiosk.hq.wire.routes import SNAPSHOT_FILES
from kiosk.protocol import signed_texts
from kiosk.protocol.wire.messages import SnapshotManifest

_KEPT = 2
_LEVEL = 6
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
"""Positions of more digits are beyond every file, and beyond what a number may be read from."""


def manifest(context: Context, tx: Tx, caller: Caller, name: str) -> Reply:
    """`GET /v1/snapshots/{bucket}`."""
    now = context.clock.now_ms()
    place = readable_by(caller.store, caller.device).get(name)
    if place is None:
        return problem(403, "not_yours", "a terminal takes its own buckets", now)
    found = _latest(tx, place)
    made = None if found is not None and _fresh_enough(context, tx, place, found) else _made(tx, place)
    # packing takes seconds for a large bucket: it reads one state of the database, and nobody waits for it to write
    with context.database.write() as writing:
        if made is not None:
            found = _keep(context, writing, place, made, now)
        key = keys.signing(context, writing)
    assert found is not None
    text = signed_texts.snapshot(name, found.cursor, found.rows, found.sha256)
    answer = SnapshotManifest(
        bucket=name,
        cursor=found.cursor,
        rows=found.rows,
        size=found.size,
        sha256=found.sha256,
        path=SNAPSHOT_FILES + found.sha256,
        key_id=key.key_id,
        signature=keys.sign(key, text),
        time=now,
    )
    return Reply(200, answer)


def _latest(tx: Tx, place: Bucket) -> Row[Any] | None:
    query = select(snapshot).where(snapshot.c.store == place.store, snapshot.c.subject == place.subject)
    return tx.execute(query.order_by(snapshot.c.cursor.desc()).limit(1)).first()  # type: ignore[no-any-return]


def _fresh_enough(context: Context, tx: Tx, place: Bucket, found: Row[Any]) -> bool:
    """Good while its file is there, no deletion after it was forgotten, and the rest is a short pull."""
    state = bucket_state(tx, place)
    if found.cursor < state.pruned or not path_of(context.folder, found.sha256).is_file():
        return False
    if int(found.cursor) >= state.head:
        return True
    newer = select(func.count()).where(
        published.c.store == place.store, published.c.subject == place.subject, published.c.rev > found.cursor
    )
    # a cursor of 0 stands for "nothing", so a snapshot of an empty bucket would be asked for again and again
    return bool(found.cursor) and int(tx.execute(newer).scalar_one()) <= max(100, found.rows // 10)


@dataclass(frozen=True, slots=True)
class _Made:
    cursor: int
    rows: int
    packed: bytes


def _made(tx: Tx, place: Bucket) -> _Made:
    state = bucket_state(tx, place)
    query = (
        select(published.c.id, published.c.rev, published.c.data)
        .where(published.c.store == place.store, published.c.subject == place.subject, published.c.data.is_not(None))
        .order_by(published.c.id)
    )
    return _Made(state.head, state.rows, _packed(tuple(row) for row in tx.execute(query)))


def _keep(context: Context, tx: Tx, place: Bucket, made: _Made, now: int) -> Row[Any] | None:
    sha256 = hashlib.sha256(made.packed).hexdigest()
    write_whole(path_of(context.folder, sha256), made.packed)
    row = {"store": place.store, "subject": place.subject, "cursor": made.cursor, "sha256": sha256}
    tx.upsert(snapshot, [{**row, "rows": made.rows, "size": len(made.packed), "made_at": now}])
    _forget_old(context, tx, place)
    return _latest(tx, place)


def _packed(rows: Iterable[tuple[str, int, str]]) -> bytes:
    """The rows as a compressed SQLite file. The same rows give the same bytes."""
    with tempfile.TemporaryDirectory(prefix="kiosk-snapshot-") as folder:
        path = Path(folder) / "rows.sqlite"
        connection = sqlcipher3.dbapi2.connect(str(path), isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("BEGIN")
            connection.execute("CREATE TABLE row(id TEXT PRIMARY KEY, rev INTEGER NOT NULL, data TEXT NOT NULL)")
            connection.executemany("INSERT INTO row VALUES (?, ?, ?)", rows)
            connection.execute("COMMIT")
        finally:
            connection.close()
        return zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(path.read_bytes())


def _forget_old(context: Context, tx: Tx, place: Bucket) -> None:
    """Keep the newest two: a download of the last one may still be going on."""
    mine = (snapshot.c.store == place.store) & (snapshot.c.subject == place.subject)
    rows = tx.execute(select(snapshot).where(mine).order_by(snapshot.c.cursor.desc())).all()
    for row in rows[_KEPT:]:
        tx.execute(delete(snapshot).where(mine, snapshot.c.cursor == row.cursor))
        if tx.execute(select(func.count()).where(snapshot.c.sha256 == row.sha256)).scalar_one() == 0:
            path_of(context.folder, row.sha256).unlink(missing_ok=True)


def part(context: Context, tx: Tx, caller: Caller, sha256: str, wanted: str | None) -> Reply:
    """`GET /v1/snapshot-files/{sha256}`: the file, or the one range of it that is asked for (RFC 9110, 14)."""
    now = context.clock.now_ms()
    readable = readable_by(caller.store, caller.device).values()
    rows = tx.execute(select(snapshot.c.store, snapshot.c.subject).where(snapshot.c.sha256 == sha256)).all()
    if not any(Bucket(row.store, row.subject) in readable for row in rows):
        return problem(404, "no_such_file", "ask for the manifest again", now)
    path = path_of(context.folder, sha256)
    if not path.is_file():
        return problem(404, "no_such_file", "ask for the manifest again", now)
    size = path.stat().st_size
    headers = {"accept-ranges": "bytes", "etag": f'"{sha256}"', "cache-control": "private, immutable"}
    span = _span(wanted, size)
    if span is None:
        return Reply(200, file=Piece(path, range(size)), headers=headers)
    if not span:
        return Reply(416, raw=b"", headers={**headers, "content-range": f"bytes */{size}"})
    said = {**headers, "content-range": f"bytes {span.start}-{span.stop - 1}/{size}"}
    return Reply(206, file=Piece(path, span), headers=said)


def _span(wanted: str | None, size: int) -> range | None:
    """The bytes asked for; None: all of them (no range, or one not understood, which is ignored); empty: none such."""
    match = _RANGE.fullmatch(wanted.strip()) if wanted else None
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    end = min(size, int(last) + 1) if last else size
    if last and int(last) < int(first):
        return None
    return range(min(int(first), size), end)
