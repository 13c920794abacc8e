"""Calls for help from stations without staff."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "help_said",
        sa.Column("call", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("terminal", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("call", "what", name="pk_help_said"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_help_said_at", "help_said", ["at"])


def downgrade() -> None:
    op.drop_table("help_said")
