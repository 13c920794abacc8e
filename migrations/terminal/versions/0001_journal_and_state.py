"""Journal, sales, coupon uses, online claims, rights, PIN failures, staff, settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fact",
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("hlc", sa.Integer, nullable=False),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_fact"),
    )
    op.create_table(
        "sale",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("txn", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("coupons", sa.Text, nullable=False),
        sa.Column("fact", sa.Integer, nullable=False),
        sa.Column("voided_at", sa.Integer),
        sa.Column("voided_by", sa.Text),
        sa.Column("void_reason", sa.Text),
        sa.Column("void_approved_by", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_sale"),
    )
    op.create_index("uq_sale_txn", "sale", ["txn"], unique=True)
    op.create_table(
        "coupon_use",
        sa.Column("coupon", sa.Text, nullable=False),
        sa.Column("txn", sa.Text, nullable=False),
        sa.Column("template", sa.Text, nullable=False),
        sa.Column("member", sa.Text),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("value", sa.Integer, nullable=False),
        sa.Column("right", sa.Text, nullable=False),
        sa.Column("op", sa.Text),
        sa.PrimaryKeyConstraint("coupon", "txn", name="pk_coupon_use"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_coupon_use_member_template", "coupon_use", ["member", "template"])
    op.create_table(
        "op",
        sa.Column("op", sa.Text, nullable=False),
        sa.Column("coupon", sa.Text, nullable=False),
        sa.Column("txn", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("verdict", sa.Text),
        sa.PrimaryKeyConstraint("op", name="pk_op"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "coupon_right",
        sa.Column("coupon", sa.Text, nullable=False),
        sa.Column("uses", sa.Integer, nullable=False),
        sa.Column("fence", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("coupon", name="pk_coupon_right"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pin_failure",
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("last_at", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("staff", name="pk_pin_failure"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("meta", "staff", "pin_failure", "coupon_right", "op", "coupon_use", "sale", "fact"):
        op.drop_table(table)
