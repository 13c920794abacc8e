"""Words of customers, beside the facts that commit to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    op.create_table(
        "remark",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("commitment", _ID, autoincrement=False, nullable=False),
        sa.Column("member", _ID, nullable=False),
        sa.Column("survey", _ID, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when they were said, by HQ's clock"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("store", "commitment", name=op.f("pk_remark")),
        comment="what members said in words of their own; can be erased, since no fact holds it",
    )
    op.create_index("ix_remark_member", "remark", ["member"], unique=False)
    op.create_index("ix_remark_survey_at", "remark", ["survey", "at"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_remark_survey_at", table_name="remark")
    op.drop_index("ix_remark_member", table_name="remark")
    op.drop_table("remark")
