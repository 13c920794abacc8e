"""What sales are found by: their number, member, amounts and time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_FOUND_BY = ("at", "number", "member", "total", "amount")


def upgrade() -> None:
    op.create_table(
        "sale_key",
        sa.Column("txn", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("member", sa.Text),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("txn", "device", name="pk_sale_key"),
        sqlite_with_rowid=False,
    )
    said = (
        " coalesce(body ->> '$.body.number', 0), body ->> '$.body.member', body ->> '$.body.total',"
        " body ->> '$.body.amount' FROM"
    )
    # this terminal's own come before the next search, in pieces
    op.execute(
        "INSERT INTO sale_key (txn, device, at, number, member, total, amount)"
        f" SELECT txn, device, at, {said}"
        " (SELECT s.txn, s.device, s.at, CAST(f.raw AS TEXT) AS body"
        " FROM peer_sale s JOIN peer_fact f USING (device, epoch, seq))"
    )
    for column in _FOUND_BY:
        op.create_index(f"ix_sale_key_{column}", "sale_key", [column])


def downgrade() -> None:
    op.drop_table("sale_key")
    op.execute("DELETE FROM meta WHERE key = 'sales_keyed'")
