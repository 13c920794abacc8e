"""Alembic for HQ, configured in code: `upgrade` runs whenever HQ starts.

Alembic is only loaded when there is something to migrate: every `kiosk hq` command would wait for it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from kiosk import paths
from kiosk.hq.store.database import Database

if TYPE_CHECKING:
    from alembic.config import Config


def config() -> Config:
    """Alembic's configuration without an ini file."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", (paths.migrations() / "hq").as_posix())
    return settings


@cache
def head() -> str:
    """The newest revision this program knows, by the names of the scripts (which begin with it)."""
    scripts = (paths.migrations() / "hq" / "versions").glob("[0-9]*.py")
    return max(script.name.partition("_")[0] for script in scripts)


def current(database: Database) -> str | None:
    """The database's revision; None before the first."""
    with database.read() as tx:
        if not inspect(tx.connection).has_table("alembic_version"):
            return None
        found = tx.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)


def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the database to `revision`, in one transaction."""
    if revision == "head" and current(database) == head():
        return
    from alembic import command

    with database.write() as tx:
        settings = config()
        settings.attributes["connection"] = tx.connection
        command.upgrade(settings, revision)


def downgrade(database: Database, revision: str) -> None:
    """Take the database back to `revision`."""
    from alembic import command

    with database.write() as tx:
        settings = config()
        settings.attributes["connection"] = tx.connection
        command.downgrade(settings, revision)
