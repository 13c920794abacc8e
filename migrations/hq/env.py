"""Alembic for HQ. kiosk/hq/store/migrate.py hands over an open connection in a transaction of its own."""

from __future__ import annotations

from alembic import context

from kiosk.hq.draws import wheel_tables as wheel_tables
from kiosk.hq.store import people as people
from kiosk.hq.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most things in place
    transaction_per_migration=False,
)
context.run_migrations()
