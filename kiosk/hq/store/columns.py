"""What all tables of HQ have in common: how they are named, and that their keys begin with the store."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, Column, Integer, MetaData, String
from sqlalchemy.types import TypeEngine

CHAIN: Final = "*"
"""The store of what belongs to the whole chain."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = String(64)
"""Of anything that has an id."""
WHOLE = BigInteger().with_variant(Integer(), "sqlite")
"""A whole number of 64 bits, also where few are expected: terminals may say any, and an INTEGER of PostgreSQL holds 32.
SQLite holds 64 in its own."""


def key(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]] = ID) -> Column[Any]:
    """A part of a primary key."""
    return Column(name, kind, primary_key=True, autoincrement=False, nullable=False)


def of_fact(*, device: str | None = "") -> tuple[Column[Any], ...]:
    """The place of the fact that a row tells: whose, of which epoch, where in the journal, when. `device`: a comment on
    whose; None where that, and the stamp, are parts of the key."""
    epoch, seq = Column("epoch", WHOLE, nullable=False), Column("seq", BigInteger, nullable=False)
    if device is None:
        return epoch, seq
    whose: Column[Any] = Column("device", ID, nullable=False, comment=device or None)
    return whose, epoch, seq, Column("hlc", BigInteger, nullable=False)
