"""Journals of other terminals in this ledger, and what follows from them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "peer_fact",
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hlc", sa.Integer, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("device", "epoch", "seq", name="pk_peer_fact"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_peer_fact_device_hlc", "peer_fact", ["device", "hlc"])
    op.create_table(
        "peer_cursor",
        sa.Column("peer", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("peer", "device", "epoch", name="pk_peer_cursor"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "peer_sale",
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("txn", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("voided_at", sa.Integer),
        sa.Column("voided_by", sa.Text),
        sa.Column("void_reason", sa.Text),
        sa.Column("returned", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("device", "txn", name="pk_peer_sale"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "peer_member_fact",
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("member", "device", "epoch", "seq", name="pk_peer_member_fact"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "peer_count",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("value", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", "device", name="pk_peer_count"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("peer_count", "peer_member_fact", "peer_sale", "peer_cursor", "peer_fact"):
        op.drop_table(table)
