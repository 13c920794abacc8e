"""Campaigns: who was touched by what, coupons that campaigns gave, leases, overruns, daily sweeps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "due_member",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("member", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "member", "device", name=op.f("pk_due_member")),
        comment="members about whom something arrived from a device since their rewards were counted",
    )
    op.create_table(
        "lease",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=200), autoincrement=False, nullable=False),
        sa.Column("granted", sa.BigInteger(), nullable=False, comment="what is out of the whole, used or not"),
        sa.Column("used", sa.BigInteger(), nullable=False, comment="by the device's facts"),
        sa.Column("owed", sa.BigInteger(), nullable=False, comment="taken back, and the device has not been told"),
        sa.PrimaryKeyConstraint("store", "device", "key", name=op.f("pk_lease")),
    )
    with op.batch_alter_table("lease", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lease_key"), ["key"], unique=False)

    op.create_table(
        "lease_holder",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "device", name=op.f("pk_lease_holder")),
    )
    op.create_table(
        "lease_op",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("op", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("granted", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "device", "op", name=op.f("pk_lease_op")),
    )
    op.create_table(
        "member_fact",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("member", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("hlc", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "member", "hlc", "device", name=op.f("pk_member_fact")),
        comment="which facts belong to a member's history; a fact carried into another epoch is the same",
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("member_fact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_member_fact_member"), ["member"], unique=False)

    op.create_table(
        "overrun",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("reward", sa.String(length=300), autoincrement=False, nullable=False),
        sa.Column("member", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("ref", sa.String(length=200), nullable=False),
        sa.Column("given", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("found_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True, comment="what arrived later explains it"),
        sa.PrimaryKeyConstraint("store", "reward", name=op.f("pk_overrun")),
        comment="what terminals gave though the rules, knowing everything, would not have",
    )
    op.create_table(
        "quantity",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=200), autoincrement=False, nullable=False),
        sa.Column("campaign", sa.String(length=64), nullable=False),
        sa.Column("whole", sa.BigInteger(), nullable=False),
        sa.Column(
            "left", sa.BigInteger(), nullable=False, comment="not leased out; below zero after an edition with less"
        ),
        sa.PrimaryKeyConstraint("store", "key", name=op.f("pk_quantity")),
        comment="stock, budgets and totals of campaigns; whole = left + the sum of all leases",
    )
    op.create_table(
        "referral",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("member", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("referrer", sa.String(length=64), nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("store", "member", name=op.f("pk_referral")),
        comment="who recommended a member, for sales at terminals that do not know it",
    )
    op.create_table(
        "goods_back",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("txn", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("hlc", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "txn", "hlc", "device", name=op.f("pk_goods_back")),
        comment="parts of sales that came back; like a void one may arrive before its sale",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reward_coupon",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("coupon", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("hlc", sa.BigInteger(), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("back", sa.Integer(), nullable=False, comment="1: taken back"),
        sa.PrimaryKeyConstraint("store", "coupon", name=op.f("pk_reward_coupon")),
        comment="the latest word of any journal on a coupon that a campaign gave, whatever the order of arrival",
    )
    op.create_table(
        "shared_count",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(length=200), autoincrement=False, nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "key", name=op.f("pk_shared_count")),
        comment="how much of a limit by household, clerk, device or day is used up, by everybody's facts",
    )
    op.create_table(
        "sweep",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), nullable=False, comment="ordinal, by the store's clock"),
        sa.Column("after", sa.String(length=64), nullable=False, comment="members up to this id have been looked at"),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("store", name=op.f("pk_sweep")),
    )


def downgrade() -> None:
    op.drop_table("sweep")
    op.drop_table("shared_count")
    op.drop_table("reward_coupon")
    op.drop_table("goods_back")
    op.drop_table("referral")
    op.drop_table("quantity")
    op.drop_table("overrun")
    with op.batch_alter_table("member_fact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_member_fact_member"))

    op.drop_table("member_fact")
    op.drop_table("lease_op")
    op.drop_table("lease_holder")
    with op.batch_alter_table("lease", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lease_key"))

    op.drop_table("lease")
    op.drop_table("due_member")
