"""What each book of paper slips takes of what was set aside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    op.create_table(
        "slip_out",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("book", _ID, autoincrement=False, nullable=False),
        sa.Column("rule", _ID, nullable=False),
        sa.Column("holder_store", _ID, nullable=False),
        sa.Column("holder", _ID, nullable=False, comment="out of whose share it was taken"),
        sa.Column("out", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "book", name=op.f("pk_slip_out")),
        comment="what each book takes of what was set aside for its rule: uses that happened, and those that may",
    )


def downgrade() -> None:
    op.drop_table("slip_out")
