"""How much of a coupon a use took: of a voucher of value more than one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("coupon_use", sa.Column("units", sa.Integer, nullable=False, server_default="1"))


def downgrade() -> None:
    op.drop_column("coupon_use", "units")
