"""Tables of `ledger.db`. Alembic's migrations under migrations/terminal build the same (tests/migrations compares)."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, text

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)

EPOCH_SHIFT = 40
"""A fact's place in the journal: the epoch above these bits, seq in them. One sequential B-tree, no index beside it."""


def place(epoch: int, seq: int) -> int:
    """The key of a fact. `place(epoch, 0)` lies before the first of an epoch, `place(epoch + 1, 0)` behind its last."""
    return (epoch << EPOCH_SHIFT) + seq


def epoch_and_seq(key: int) -> tuple[int, int]:
    """The reverse of `place`."""
    return key >> EPOCH_SHIFT, key & ((1 << EPOCH_SHIFT) - 1)


# facts and sales have a rowid and grow at their end: what a sale costs must not depend on how many there are
fact = Table(
    "fact",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("hlc", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

# what was sold is in the fact at `fact`; `coupons`: JSON array of ids, so that a void finds their uses without an index
sale = Table(
    "sale",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("txn", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("coupons", Text, nullable=False),
    Column("fact", Integer, nullable=False),
    Column("voided_at", Integer),
    Column("voided_by", Text),
    Column("void_reason", Text),
    Column("void_approved_by", Text),
    Index("uq_sale_txn", "txn", unique=True),
)

# minor units, as paid, of goods that came back of a sale that stands otherwise
sale_return = Table(
    "sale_return",
    metadata,
    Column("txn", Text, primary_key=True),
    Column("amount", Integer, nullable=False),
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
    sqlite_with_rowid=False,
)

# members' histories; `templates`: JSON array of those whose coupons the member used in this sale, so that limits per
# member need no index of their own beside this one
member_fact = Table(
    "member_fact",
    metadata,
    Column("member", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("templates", Text),
    sqlite_with_rowid=False,
)

# what is left of leased quantities ("|" + key), and how much of a limit is used up
shared = Table(
    "shared",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Integer, nullable=False),
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
    Index("ix_op_open", "at", "op", sqlite_where=text("verdict IS NULL")),
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

DERIVED = (sale, sale_return, coupon_use, member_fact, shared, op, coupon_right, pin_failure)
"""State that is derived from facts alone: `ledger rebuild --check` makes it anew and compares."""
