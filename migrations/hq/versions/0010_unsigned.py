"""Coupons of terminals that wait for HQ's own count, and how many were signed without it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    op.create_table(
        "unsigned_coupon",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("coupon", _ID, autoincrement=False, nullable=False),
        sa.Column("device", _ID, autoincrement=False, nullable=False),
        sa.Column("at_store", _ID, nullable=False, comment="the device's"),
        sa.Column("home", _ID, nullable=False),
        sa.Column("member", _ID, nullable=False),
        sa.Column("reward", sa.String(length=300), nullable=False),
        sa.Column("granted", sa.Text(), nullable=False, comment="JSON of the reward"),
        sa.Column("data", sa.Text(), nullable=False, comment="JSON of the coupon, without a signature"),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False, comment="1: the device may use it already"),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("refused_at", sa.BigInteger(), nullable=True, comment="a person decided"),
        sa.PrimaryKeyConstraint("store", "coupon", "device", name=op.f("pk_unsigned_coupon")),
        comment="coupons that terminals made beyond what is signed at once; signed when HQ's own count confirms them",
    )
    op.create_index("ix_unsigned_coupon_store_member", "unsigned_coupon", ["store", "member"], unique=False)
    op.create_table(
        "signed_at_once",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("device", _ID, autoincrement=False, nullable=False),
        sa.Column("rule", sa.String(length=200), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), nullable=False, comment="days since 1970, UTC, by HQ's clock"),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "device", "rule", name=op.f("pk_signed_at_once")),
        comment="coupons of a terminal that HQ signed on its last day without counting for itself",
    )


def downgrade() -> None:
    op.drop_table("signed_at_once")
    op.drop_index("ix_unsigned_coupon_store_member", table_name="unsigned_coupon")
    op.drop_table("unsigned_coupon")
