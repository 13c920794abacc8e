"""Alembic for HQ, configured in code: `upgrade` runs whenever HQ starts."""

from __future__ import annotations

from functools import cache

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from kiosk import paths
from kiosk.hq.store.database import Database


def config() -> Config:
    """Alembic's configuration without an ini file."""
    settings = Config()
    settings.set_main_option("script_location", (paths.migrations() / "hq").as_posix())
    return settings


@cache
def head() -> str:
    """The newest revision this program knows."""
    newest = ScriptDirectory.from_config(config()).get_current_head()
    assert newest is not None
    return newest


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
    with database.write() as tx:
        settings = config()
        settings.attributes["connection"] = tx.connection
        command.upgrade(settings, revision)


def downgrade(database: Database, revision: str) -> None:
    """Take the database back to `revision`."""
    with database.write() as tx:
        settings = config()
        settings.attributes["connection"] = tx.connection
        command.downgrade(settings, revision)
