"""What came back of a sale, where it is known: articles, or amounts of categories."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sale_back",
        sa.Column("txn", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("goods", sa.Text, nullable=False),
        sa.Column("less", sa.Text, nullable=False),
        sa.Column("vouchers", sa.Text, nullable=False),
        sa.Column("till", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("txn", "place", name="pk_sale_back"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("sale_back")
