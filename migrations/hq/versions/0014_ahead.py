"""Terminals whose stamps lay far before HQ's clock."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    words = "the latest time it stamped anything with that lay far before HQ's clock"
    op.add_column("device", sa.Column("ahead_at", sa.BigInteger(), nullable=True, comment=words))


def downgrade() -> None:
    op.drop_column("device", "ahead_at")
