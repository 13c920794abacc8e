"""Photographs of guests: who said that one may be seen, or not."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "photo_judged",
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("photo", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("stamp", sa.Integer, nullable=False),
        sa.Column("shown", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("event", "photo", "device", name="pk_photo_judged"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("photo_judged")
