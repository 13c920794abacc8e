"""What all tables of `ledger.db` have in common. Alembic's migrations under migrations/terminal build the same tables
(tests/migrations compares)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import MetaData

Connection = Any
"""A DB-API connection of sqlcipher3 (or sqlite3, where state is made anew in memory).

What runs in every sale is plain SQL on the driver's own connection: SQLAlchemy's share of each statement (35 µs) costs
more than SQLite's.
"""

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)
"""Complete once `tables` is imported."""

EPOCH_SHIFT = 40
"""A fact's place in a journal: the epoch above these bits, seq in them. One sequential B-tree, no index beside it."""


def place(epoch: int, seq: int) -> int:
    """The key of a fact. `place(epoch, 0)` lies before the first of an epoch, `place(epoch + 1, 0)` behind its last."""
    return (epoch << EPOCH_SHIFT) + seq


def epoch_and_seq(key: int) -> tuple[int, int]:
    """The reverse of `place`."""
    return key >> EPOCH_SHIFT, key & ((1 << EPOCH_SHIFT) - 1)
