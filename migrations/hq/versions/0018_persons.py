"""Who registered, beside the facts that commit to it; registrations that somebody looks at."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("member", _ID, autoincrement=False, nullable=False),
        sa.Column("salt", sa.LargeBinary(length=32), nullable=False),
        sa.Column(
            "data", sa.LargeBinary(), nullable=False, comment="canonical JSON of the person, as the fact commits to it"
        ),
        sa.Column("card_no", sa.String(length=32), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when HQ was told"),
        sa.PrimaryKeyConstraint("store", "member", name=op.f("pk_person")),
        comment="who registered; what can be erased, since no fact holds it",
    )
    op.create_index("ix_person_member", "person", ["member"], unique=False)
    op.create_table(
        "review",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("member", _ID, autoincrement=False, nullable=False),
        sa.Column("home", _ID, nullable=False, comment="the store"),
        sa.Column("state", sa.String(length=16), nullable=False, comment="waiting, asked, approved or rejected"),
        sa.Column("reasons", sa.Text(), nullable=False, comment="JSON: why somebody looks"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False, comment="in a person's words; goes with the person"),
        sa.PrimaryKeyConstraint("store", "member", name=op.f("pk_review")),
        comment="registrations that somebody at HQ looks at, and what they said",
    )
    op.create_index("ix_review_state_at", "review", ["state", "at"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_review_state_at", table_name="review")
    op.drop_table("review")
    op.drop_index("ix_person_member", table_name="person")
    op.drop_table("person")
