"""Long histories of members who moved are told bit by bit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    words = "JSON of where the history has been told up to; empty: not begun"
    op.create_table(
        "retelling",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("member", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("after", sa.Text(), nullable=False, comment=words),
        sa.PrimaryKeyConstraint("store", "member", name=op.f("pk_retelling")),
        comment="members who have moved, and whose history is too long to be told in one transaction",
    )


def downgrade() -> None:
    op.drop_table("retelling")
