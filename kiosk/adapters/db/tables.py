"""Tables of `ledger.db`. Alembic's migrations under migrations/terminal build the same (tests/migrations compares)."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)

fact = Table(
    "fact",
    metadata,
    Column("epoch", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("hlc", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

sale = Table(
    "sale",
    metadata,
    Column("txn", Text, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("voided_at", Integer),
    Column("voided_by", Text),
    Column("void_reason", Text),
    Column("void_approved_by", Text),
    Index(None, "number"),
    sqlite_with_rowid=False,
)

coupon_use = Table(
    "coupon_use",
    metadata,
    Column("coupon", Text, primary_key=True),
    Column("txn", Text, primary_key=True),
    Column("template", Text, nullable=False),
    Column("member", Text),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("value", Integer, nullable=False),
    Column("right", Text, nullable=False),
    Column("op", Text),
    Index(None, "member", "template"),
    Index(None, "txn"),
    sqlite_with_rowid=False,
)

op = Table(
    "op",
    metadata,
    Column("op", Text, primary_key=True),
    Column("coupon", Text, nullable=False),
    Column("txn", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("verdict", Text),
    sqlite_with_rowid=False,
)

coupon_right = Table(
    "coupon_right",
    metadata,
    Column("coupon", Text, primary_key=True),
    Column("uses", Integer, nullable=False),
    Column("fence", Integer, nullable=False),
    sqlite_with_rowid=False,
)

pin_failure = Table(
    "pin_failure",
    metadata,
    Column("staff", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

staff = Table(
    "staff",
    metadata,
    Column("id", Text, primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("data", Text, nullable=False),
    sqlite_with_rowid=False,
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

DERIVED = (sale, coupon_use, op, coupon_right, pin_failure)
"""State that is derived from facts alone: `ledger rebuild --check` makes it anew and compares."""
