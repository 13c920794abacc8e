"""Shares of points can be called back from a terminal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("lease") as table:
        table.add_column(
            sa.Column(
                "recalled_at",
                sa.BigInteger(),
                nullable=True,
                comment="the device was asked to give it back, and has not answered",
            )
        )


def downgrade() -> None:
    with op.batch_alter_table("lease") as table:
        table.drop_column("recalled_at")
