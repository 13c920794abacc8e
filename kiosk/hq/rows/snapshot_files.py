"""Where snapshots of buckets lie, and how all that hold somebody's data go."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete, func, select

from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import snapshot


def path_of(folder: Path, sha256: str) -> Path:
    """A snapshot's file."""
    return folder / f"{sha256}.sqlite.zst"


def forget(folder: Path, tx: Tx, place: Bucket) -> None:
    """No snapshot of this bucket stays; whoever wants one gets a new one, and whoever is reading one asks again."""
    mine = (snapshot.c.store == place.store) & (snapshot.c.subject == place.subject)
    names = list(tx.execute(select(snapshot.c.sha256).where(mine)).scalars())
    tx.execute(delete(snapshot).where(mine))
    for name in names:
        if tx.execute(select(func.count()).where(snapshot.c.sha256 == name)).scalar_one() == 0:
            path_of(folder, name).unlink(missing_ok=True)
