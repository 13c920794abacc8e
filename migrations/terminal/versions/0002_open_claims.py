"""Find open claims without reading the settled ones: the terminal asks at every start."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_op_open", "op", ["at", "op"], sqlite_where=sa.text("verdict IS NULL"))


def downgrade() -> None:
    op.drop_index("ix_op_open", table_name="op")
