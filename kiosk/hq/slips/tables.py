"""Read models of paper slips (`projections/slips.py`): books, slips that were keyed in, numbers that were declared.

Times are ms since 1970, UTC; money in minor units.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, String, Table
from sqlalchemy.types import TypeEngine

metadata = MetaData()

_ID = String(64)


def _key(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]] = _ID) -> Column[Any]:
    return Column(name, kind, primary_key=True, autoincrement=False, nullable=False)


slip_book = Table(
    "slip_book",
    metadata,
    _key("store"),
    _key("book"),
    Column("device", _ID, nullable=False, comment="who made it; hq: HQ"),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("rule", _ID, nullable=False),
    Column("template", _ID, nullable=False),
    Column("off", BigInteger, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("uses", Integer, nullable=False),
    Column("most", BigInteger, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("actor", _ID, nullable=False),
    Index("ix_slip_book_book", "book"),
    comment="books that are out: HQ's and the terminals'",
)

slip_use = Table(
    "slip_use",
    metadata,
    _key("store"),
    _key("book"),
    _key("number", BigInteger),
    _key("txn"),
    Column("device", _ID, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False, comment="as written on the slip"),
    Column("keyed", BigInteger, nullable=False),
    Column("by", _ID, nullable=False, comment="who wrote it"),
    Column("actor", _ID, nullable=False, comment="who keyed it in"),
    Column("off", BigInteger, nullable=False),
    Index("ix_slip_use_book", "book"),
    Index("ix_slip_use_txn", "store", "txn"),
    comment="slips that were keyed in, each time; `store`: where",
)

slip_said = Table(
    "slip_said",
    metadata,
    _key("store"),
    _key("book"),
    _key("device"),
    _key("hlc", BigInteger),
    _key("first", BigInteger),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("what", String(16), nullable=False, comment="unused or lost"),
    Column("at", BigInteger, nullable=False),
    Column("actor", _ID, nullable=False),
    Index("ix_slip_said_book", "book"),
    comment="numbers that were declared",
)
