"""Words of customers, until HQ has them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "remark",
        sa.Column("commitment", sa.Text, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("commitment", name="pk_remark"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("remark")
