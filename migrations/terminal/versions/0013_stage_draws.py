"""Draws that are held on this terminal's stage."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "draw_said",
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("draw", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("rehearsal", sa.Integer, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_draw_said"),
    )
    op.create_index("ix_draw_said_draw_seq", "draw_said", ["draw", "seq"])
    op.create_table(
        "draw_entrant",
        sa.Column("draw", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("i", sa.Integer, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("c", sa.LargeBinary, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("draw", "seq", "i", name="pk_draw_entrant"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("draw_entrant")
    op.drop_table("draw_said")
