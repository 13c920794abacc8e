"""How much of a coupon a use took, and what came back onto vouchers of value."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)


def upgrade() -> None:
    op.add_column(
        "redemption",
        sa.Column(
            "units", sa.BigInteger(), nullable=False, server_default="1", comment="of a voucher of value: minor units"
        ),
    )
    op.create_table(
        "voucher_refund",
        sa.Column("store", _ID, autoincrement=False, nullable=False),
        sa.Column("coupon", _ID, autoincrement=False, nullable=False),
        sa.Column("txn", _ID, autoincrement=False, nullable=False),
        sa.Column("hlc", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device", _ID, nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("store", "coupon", "txn", "hlc", name=op.f("pk_voucher_refund")),
        comment="what came back onto a voucher of value of what it had paid; `store`: where",
    )
    op.create_index("ix_voucher_refund_coupon", "voucher_refund", ["coupon"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_voucher_refund_coupon", table_name="voucher_refund")
    op.drop_table("voucher_refund")
    op.drop_column("redemption", "units")
