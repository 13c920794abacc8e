"""Whole numbers have 64 bits on PostgreSQL too, also in read models and in those that are being derived beside them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_NARROW = sa.text(
    "SELECT table_schema, table_name, column_name FROM information_schema.columns JOIN information_schema.tables "
    "USING (table_schema, table_name) WHERE data_type = 'integer' AND table_type = 'BASE TABLE' "
    "AND (table_schema = 'public' OR left(table_schema, 3) = 'hq_') ORDER BY 1, 2"
)


def upgrade() -> None:
    """In each table at once: PostgreSQL writes it anew. SQLite holds 64 bits in every INTEGER."""
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    tables: dict[tuple[str, str], list[str]] = {}
    for schema, table, column in connection.execute(_NARROW):
        tables.setdefault((schema, table), []).append(column)
    quoted = connection.dialect.identifier_preparer.quote
    for (schema, table), columns in tables.items():
        changes = ", ".join(f"ALTER COLUMN {quoted(column)} TYPE BIGINT" for column in columns)
        op.execute(sa.text(f"ALTER TABLE {quoted(schema)}.{quoted(table)} {changes}"))


def downgrade() -> None:
    """Wider columns hold all that narrow ones do."""
