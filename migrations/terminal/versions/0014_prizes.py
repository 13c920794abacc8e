"""Prizes that somebody has to get: what was said of them at this terminal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "prize_said",
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("stamp", sa.Integer, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("claim", "stamp", name="pk_prize_said"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_prize_said_member", "prize_said", ["member"])
    op.create_index("ix_prize_said_at", "prize_said", ["at"])


def downgrade() -> None:
    op.drop_table("prize_said")
