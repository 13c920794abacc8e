"""How often a terminal's program was started again is counted without reading every fact."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_THOSE = sa.text("kind = 'program.restarted'")


def upgrade() -> None:
    op.create_index(
        "ix_fact_restarted", "fact", ["store", "device", "at"], sqlite_where=_THOSE, postgresql_where=_THOSE
    )


def downgrade() -> None:
    op.drop_index("ix_fact_restarted", table_name="fact")
