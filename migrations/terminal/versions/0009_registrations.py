"""Who registered here, and who they are until HQ has it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "enrolled",
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("referrer", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("member", name="pk_enrolled"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_enrolled_at", "enrolled", ["at"])
    op.create_index("ix_enrolled_form", "enrolled", ["form"])
    op.create_table(
        "person",
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("told_at", sa.Integer),
        sa.PrimaryKeyConstraint("member", name="pk_person"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_person_phone", "person", ["phone"])


def downgrade() -> None:
    for table in ("person", "enrolled"):
        op.drop_table(table)
