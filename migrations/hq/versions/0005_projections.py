"""Read models: how far each of them has got. None is known to be whole: all are derived once more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "projection",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False, comment="of the rows that are there; 0: not whole yet"),
        sa.Column(
            "done", sa.BigInteger(), nullable=False, comment="facts applied by the derivation that goes on, or went"
        ),
        sa.Column("total", sa.BigInteger(), nullable=False, comment="facts it has to apply"),
        sa.PrimaryKeyConstraint("store", "name", name=op.f("pk_projection")),
        comment="how far each read model has got (kiosk/hq/projections)",
    )


def downgrade() -> None:
    op.drop_table("projection")
