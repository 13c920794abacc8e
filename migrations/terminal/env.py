"""Alembic for the terminal's ledger. kiosk/adapters/db/migrate.py hands over an open, keyed connection."""

from __future__ import annotations

from alembic import context

from kiosk.adapters.db.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most things in place
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
