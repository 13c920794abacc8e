"""What is used up of limits, and what is left of totals, under the names that limits have now."""

from __future__ import annotations

from collections import Counter

import sqlalchemy as sa
from alembic import op

from kiosk.domain.campaigns.limit_keys import newest_key

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SHARED = sa.table("shared", sa.column("key", sa.Text), sa.column("value", sa.Integer))
_OF_PEERS = sa.table(
    "peer_count", sa.column("key", sa.Text), sa.column("device", sa.Text), sa.column("value", sa.Integer)
)


def upgrade() -> None:
    """As the facts say, read anew: two limits that once stood at one place are counted apart by their names already."""
    connection = op.get_bind()
    for table in (_SHARED, _OF_PEERS):
        counts: Counter[tuple[str, str | None]] = Counter()
        stale: set[str] = set()
        for row in connection.execute(sa.select(table)).mappings().all():
            name = newest_key(row["key"])
            if name != row["key"]:
                stale.add(row["key"])
                counts[name, row.get("device")] += row["value"]
        for key in sorted(stale):
            connection.execute(sa.delete(table).where(table.c.key == key))
        for (name, device), value in sorted(counts.items(), key=str):
            of_device = {} if device is None else {"device": device}
            connection.execute(sa.insert(table).values(key=name, value=value, **of_device))


def downgrade() -> None:
    """The names stay: an older program counts anew under its own."""
