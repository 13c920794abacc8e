"""Terminals that are two: programs that opened sessions, and decisions of people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    with op.batch_alter_table("device") as table:
        table.add_column(
            sa.Column("instance", _ID, nullable=True, comment="the program that opened the last session"),
        )
        table.add_column(sa.Column("instance_at", sa.BigInteger(), nullable=True, comment="when it opened its first"))
        table.add_column(
            sa.Column("waits_since", sa.BigInteger(), nullable=True, comment="copied or held: a person has to decide")
        )
        table.add_column(sa.Column("let_go_at", sa.BigInteger(), nullable=True, comment="a person decided"))
        table.alter_column(
            "state",
            existing_type=sa.String(length=16),
            existing_nullable=False,
            comment="active, quarantined, copied, held or revoked",
        )
    with op.batch_alter_table("chain") as table:
        table.add_column(sa.Column("instance", _ID, nullable=True, comment="the program that told of it last"))
    with op.batch_alter_table("session") as table:
        table.add_column(sa.Column("instance", _ID, nullable=True, comment="the program that opened it"))
    with op.batch_alter_table("enroll_code") as table:
        table.add_column(
            sa.Column(
                "by_hand",
                sa.Integer(),
                nullable=True,
                comment="1: a person asked for it, and the device may come with another key",
            )
        )
    op.create_table(
        "instance",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("device", _ID, autoincrement=False, nullable=False),
        sa.Column("instance", _ID, autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "device", "instance", name=op.f("pk_instance")),
        comment="programs that opened sessions of a device; two in turn are two machines",
    )


def downgrade() -> None:
    op.drop_table("instance")
    for name, columns in (
        ("enroll_code", ("by_hand",)),
        ("session", ("instance",)),
        ("chain", ("instance",)),
        ("device", ("let_go_at", "waits_since", "instance_at", "instance")),
    ):
        with op.batch_alter_table(name) as table:
            for column in columns:
                table.drop_column(column)
