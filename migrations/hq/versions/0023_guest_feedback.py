"""What guests said of an event afterwards: a score each, and words apart from it, which can be erased."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def _key(name: str) -> sa.Column[Any]:
    return sa.Column(name, _ID, autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "guest_score",
        _key("store"),
        _key("event"),
        _key("guest"),
        sa.Column("score", sa.Integer(), nullable=False, comment="0 to 10: how likely they would recommend it"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "event", "guest", name=op.f("pk_guest_score")),
        comment="how guests liked an event, as they said on HQ's page, the last answer of each",
    )
    op.create_table(
        "guest_remark",
        _key("store"),
        _key("event"),
        _key("guest"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "event", "guest", name=op.f("pk_guest_remark")),
        comment="what guests wrote beside their score; can be erased, since no fact holds it",
    )


def downgrade() -> None:
    op.drop_table("guest_remark")
    op.drop_table("guest_score")
