"""Guests of events: what desks said of them, and, beside the facts, who walked in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_made",
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("stamp", sa.Integer, nullable=False),
        sa.Column("definition", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("event", "device", name="pk_event_made"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "guest_said",
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("guest", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("stamp", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("event", "guest", "device", "stamp", name="pk_guest_said"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_guest_said_event_device_stamp", "guest_said", ["event", "device", "stamp"])
    op.create_table(
        "guest_heard",
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("event", "device", name="pk_guest_heard"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "guest_kept",
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("guest", sa.Text, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("told_at", sa.Integer),
        sa.PrimaryKeyConstraint("event", "guest", name="pk_guest_kept"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_guest_kept_told_at", "guest_kept", ["told_at"])
    op.create_table(
        "guest_text",
        sa.Column("commitment", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("guest", sa.Text, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("told_at", sa.Integer),
        sa.PrimaryKeyConstraint("commitment", name="pk_guest_text"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_guest_text_event_guest", "guest_text", ["event", "guest"])


def downgrade() -> None:
    for table in ("guest_text", "guest_kept", "guest_heard", "guest_said", "event_made"):
        op.drop_table(table)
