"""Terminals that were shut down in good order: their rights may go elsewhere at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("device") as table:
        table.add_column(
            sa.Column(
                "parked_at",
                sa.BigInteger(),
                nullable=True,
                comment="shut down: it uses no right before it has met HQ again",
            )
        )


def downgrade() -> None:
    with op.batch_alter_table("device") as table:
        table.drop_column("parked_at")
