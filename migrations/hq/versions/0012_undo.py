"""What a terminal did is undone: how far that has got, and what is still to be mended."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    op.create_table(
        "undo",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("device", _ID, autoincrement=False, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False, comment="what HQ was told from then on"),
        sa.Column("state", sa.String(length=16), nullable=False, comment="marking, deriving, mending, done or redoing"),
        sa.Column("epoch", sa.Integer(), nullable=False, comment="up to this fact it has been gone through"),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("facts", sa.BigInteger(), nullable=False, comment="so many are undone"),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("store", "device", name=op.f("pk_undo")),
        comment="terminals of which what they did is undone",
    )
    op.create_table(
        "undo_todo",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("device", _ID, autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=16), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=200), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("store", "device", "what", "key", name=op.f("pk_undo_todo")),
        comment="what rested on facts that are undone, and has to be mended once read models are derived without them",
    )


def downgrade() -> None:
    op.drop_table("undo_todo")
    op.drop_table("undo")
