"""Sealed tapes of wheels, and the slots of them that were taken."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wheel_lease",
        sa.Column("lease", sa.Text, nullable=False),
        sa.Column("campaign", sa.Text, nullable=False),
        sa.Column("wheel", sa.Text, nullable=False),
        sa.Column("op", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("signature", sa.Text, nullable=False),
        sa.Column("beacon", sa.Text, nullable=False),
        sa.Column("root", sa.Text, nullable=False),
        sa.Column("root_signature", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("opened", sa.Integer, nullable=False),
        sa.Column("stamp", sa.Integer, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("boot", sa.Text, nullable=False),
        sa.Column("mono", sa.Integer, nullable=False),
        sa.Column("closed", sa.Integer, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("lease", name="pk_wheel_lease"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_wheel_lease_closed", "wheel_lease", ["closed"])
    op.create_table(
        "wheel_slot",
        sa.Column("lease", sa.Text, nullable=False),
        sa.Column("j", sa.Integer, nullable=False),
        sa.Column("wheel", sa.Text, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("stamp", sa.Integer, nullable=False),
        sa.Column("shown", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("lease", "j", name="pk_wheel_slot"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_wheel_slot_member", "wheel_slot", ["member", "stamp"])
    op.create_index("ix_wheel_slot_stamp", "wheel_slot", ["stamp"])
    op.create_index("ix_wheel_slot_shown", "wheel_slot", ["shown"])


def downgrade() -> None:
    op.drop_table("wheel_slot")
    op.drop_table("wheel_lease")
