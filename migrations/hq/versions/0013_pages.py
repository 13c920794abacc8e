"""Papers that a phone opens by a code."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    op.create_table(
        "page",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("page", _ID, autoincrement=False, nullable=False),
        sa.Column("device", _ID, nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False, comment="JSON of blocks"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="nobody opens it any more"),
        sa.PrimaryKeyConstraint("store", "page", name=op.f("pk_page")),
        comment="papers that a phone opens by a code instead of paper, for a while",
    )
    op.create_index("ix_page_page", "page", ["page"], unique=True)
    op.create_index("ix_page_until", "page", ["until"], unique=False)
    op.create_index("ix_page_store_device_at", "page", ["store", "device", "at"], unique=False)


def downgrade() -> None:
    for name in ("ix_page_store_device_at", "ix_page_until", "ix_page_page"):
        op.drop_index(name, table_name="page")
    op.drop_table("page")
