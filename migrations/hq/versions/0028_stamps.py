"""Facts of a device by their stamps: no two have the same."""

from __future__ import annotations

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_fact_stamped", "fact", ["store", "device", "hlc"])


def downgrade() -> None:
    op.drop_index("ix_fact_stamped", "fact")
