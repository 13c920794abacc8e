"""Books of paper slips, the slips that were keyed in, and what was declared of others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    numbers = ("off", "first", "last", "uses", "most", "made", "since", "until")
    op.create_table(
        "slip_book",
        sa.Column("book", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("store", "rule", "template")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in numbers),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("public", "actor")),
        sa.PrimaryKeyConstraint("book", name="pk_slip_book"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "slip_use",
        sa.Column("book", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("txn", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("keyed", sa.Integer, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("off", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("book", "number", "txn", name="pk_slip_use"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_slip_use_txn", "slip_use", ["txn"])
    op.create_table(
        "slip_said",
        sa.Column("book", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("book", "number", name="pk_slip_said"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("slip_said", "slip_use", "slip_book"):
        op.drop_table(table)
