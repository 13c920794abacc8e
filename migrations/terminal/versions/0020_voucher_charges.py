"""Vouchers of value that were sold or topped up here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "voucher_charge",
        sa.Column("txn", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("coupon", sa.Text, nullable=False),
        sa.Column("value", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("voided_at", sa.Integer),
        sa.Column("voided_by", sa.Text),
        sa.PrimaryKeyConstraint("txn", name="pk_voucher_charge"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_voucher_charge_coupon", "voucher_charge", ["coupon"])
    op.create_index("ix_voucher_charge_number", "voucher_charge", ["number"])


def downgrade() -> None:
    op.drop_table("voucher_charge")
