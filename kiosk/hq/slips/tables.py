"""Read models of paper slips (`projections/slips.py`): books, slips that were keyed in, numbers that were declared.

Times are ms since 1970, UTC; money in minor units.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, MetaData, String, Table

from kiosk.hq.store.columns import ID, WHOLE, key, of_fact

metadata = MetaData()

slip_book = Table(
    "slip_book",
    metadata,
    key("store"),
    key("book"),
    *of_fact(device="who made it; hq: HQ"),
    Column("rule", ID, nullable=False),
    Column("template", ID, nullable=False),
    Column("off", BigInteger, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("uses", WHOLE, nullable=False),
    Column("most", BigInteger, nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("actor", ID, nullable=False),
    Index("ix_slip_book_book", "book"),
    comment="books that are out: HQ's and the terminals'",
)

slip_use = Table(
    "slip_use",
    metadata,
    key("store"),
    key("book"),
    key("number", BigInteger),
    key("txn"),
    *of_fact(),
    Column("at", BigInteger, nullable=False, comment="as written on the slip"),
    Column("keyed", BigInteger, nullable=False),
    Column("by", ID, nullable=False, comment="who wrote it"),
    Column("actor", ID, nullable=False, comment="who keyed it in"),
    Column("off", BigInteger, nullable=False),
    Index("ix_slip_use_book", "book"),
    Index("ix_slip_use_txn", "store", "txn"),
    comment="slips that were keyed in, each time; `store`: where",
)

slip_said = Table(
    "slip_said",
    metadata,
    key("store"),
    key("book"),
    key("device"),
    key("hlc", BigInteger),
    key("first", BigInteger),
    *of_fact(device=None),
    Column("last", BigInteger, nullable=False),
    Column("what", String(16), nullable=False, comment="unused or lost"),
    Column("at", BigInteger, nullable=False),
    Column("actor", ID, nullable=False),
    Index("ix_slip_said_book", "book"),
    comment="numbers that were declared",
)
