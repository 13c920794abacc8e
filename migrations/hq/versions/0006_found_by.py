"""What members and their coupons are found by, wherever they are at home; made of the rows that are published."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_AT_ONCE = 1_000


def upgrade() -> None:
    op.create_table(
        "found_by",
        sa.Column("store", sa.String(length=64), autoincrement=False, nullable=False),
        sa.Column("subject", sa.String(length=80), autoincrement=False, nullable=False),
        sa.Column("word", sa.String(length=140), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=140), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("store", "subject", "word", "id", name=op.f("pk_found_by")),
        comment="what published members and coupons are found by (kiosk/hq/rows/found_by.py)",
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_found_by_store_subject_id"), "found_by", ["store", "subject", "id"])
    op.create_index(op.f("ix_redemption_member"), "redemption", ["member"])
    published = sa.table("published", *(sa.column(name) for name in ("store", "subject", "id", "data")))
    found_by = sa.table("found_by", *(sa.column(name) for name in ("store", "subject", "word", "id")))
    connection = op.get_bind()
    wanted = sa.select(published.c.subject, published.c.id, published.c.data).where(
        published.c.subject.in_(("members", "coupons")), published.c.data.is_not(None)
    )
    made: set[tuple[str, str, str]] = set()
    for subject, row_id, data in connection.execute(wanted):
        made.update((subject, word, row_id) for word in _words(subject, data))
    rows = [{"store": "*", "subject": subject, "word": word, "id": row_id} for subject, word, row_id in sorted(made)]
    for at in range(0, len(rows), _AT_ONCE):
        connection.execute(sa.insert(found_by), rows[at : at + _AT_ONCE])


def _words(subject: str, data: str) -> list[str]:
    """As HQ's code says it at this revision; a row that cannot be read is found by nothing."""
    try:
        row: Any = json.loads(data)
        if subject == "members":
            pairs = [("card", row.get("card_no")), ("phone", row.get("phone"))]
        else:
            pairs = [("owner", row["coupon"].get("member"))]
    except (ValueError, KeyError, AttributeError, TypeError):
        return []
    words = (f"{kind}/{value}" for kind, value in pairs if isinstance(value, str) and value)
    return [word for word in words if len(word) <= 140]


def downgrade() -> None:
    op.drop_index(op.f("ix_redemption_member"), table_name="redemption")
    op.drop_index(op.f("ix_found_by_store_subject_id"), table_name="found_by")
    op.drop_table("found_by")
