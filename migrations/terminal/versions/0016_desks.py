"""Journals of other desks: where they begin, and up to where their desks have signed them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "peer_anchor",
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("device", "epoch", "seq", name="pk_peer_anchor"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "peer_mark",
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("device", "epoch", "seq", name="pk_peer_mark"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("peer_mark")
    op.drop_table("peer_anchor")
