"""Members' histories and shared quantities, for campaigns; what came back of a sale. Limits per member are looked up in
the histories, so the index of coupon uses by member goes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "member_fact",
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("templates", sa.Text),
        sa.PrimaryKeyConstraint("member", "place", name="pk_member_fact"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shared",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_shared"),
        sqlite_with_rowid=False,
    )
    op.execute(
        """
        INSERT INTO member_fact (member, place, templates)
        SELECT body ->> '$.member', place, nullif(
            (SELECT json_group_array(value ->> '$.template') FROM json_each(body, '$.coupons')
             WHERE value ->> '$.member' = body ->> '$.member'), '[]')
        FROM (SELECT f.place, CAST(f.bytes AS TEXT) -> '$.body' AS body FROM sale s JOIN fact f ON f.place = s.fact)
        WHERE body ->> '$.member' IS NOT NULL
        """
    )
    op.drop_index("ix_coupon_use_member_template", table_name="coupon_use")
    op.create_table(
        "sale_return",
        sa.Column("txn", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("txn", name="pk_sale_return"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("sale_return")
    op.create_index("ix_coupon_use_member_template", "coupon_use", ["member", "template"])
    op.drop_table("shared")
    op.drop_table("member_fact")
