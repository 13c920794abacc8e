"""Sales are found by their ids, wherever they were made: no two are the same one."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_sale_txn"), "sale", ["txn"])


def downgrade() -> None:
    op.drop_index(op.f("ix_sale_txn"), table_name="sale")
