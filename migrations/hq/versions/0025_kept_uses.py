"""Uses of coupons that a void does not give back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "redemption",
        sa.Column("kept", sa.Integer(), nullable=False, server_default="0", comment="1: a void does not give it back"),
    )


def downgrade() -> None:
    op.drop_column("redemption", "kept")
