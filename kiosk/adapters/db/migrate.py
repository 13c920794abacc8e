"""Opens a ledger at the newest schema: migrates at start, after a verified backup.

Alembic takes half a second to import, so it is only loaded when there is something to migrate.
"""

from __future__ import annotations

import logging
from pathlib import Path

from sqlalchemy import Connection

from kiosk import paths
from kiosk.adapters.db.backup import back_up, finish_restore, set_aside
from kiosk.adapters.db.cipher import Disk, RealDisk, open_engine, translated_faults
from kiosk.adapters.db.ledger import STAMPS_MOVED, LedgerTransaction, SqlLedger
from kiosk.adapters.db.verify import missing
from kiosk.adapters.db.witness import Seen
from kiosk.application.ports.faults import LedgerTooNew
from kiosk.application.ports.ledger import RESTORED
from kiosk.domain.journal.kinds import LEDGER_SHORT
from kiosk.domain.time import Clock, instant

log = logging.getLogger(__name__)


def open_ledger(path: Path, key: bytes, clock: Clock, *, disk: Disk | None = None, threaded: bool = True) -> SqlLedger:
    """The ledger at `path`, created or migrated as needed. Raises LedgerFault."""
    disk = disk or RealDisk()
    with translated_faults():
        path.parent.mkdir(parents=True, exist_ok=True)
    lost: list[Seen] = []

    def prepare() -> None:
        finish_restore(path, clock)
        lost.extend(_set_aside_when_short(path, key, clock, disk))
        _migrate(path, key, clock, disk)

    ledger = SqlLedger(path, key, clock, disk=disk, threaded=threaded, prepare=prepare)
    if lost:
        try:
            ledger.run(lambda tx: _note_loss(tx, lost[0], clock))
        except BaseException:
            ledger.close()
            raise
    return ledger


def _set_aside_when_short(path: Path, key: bytes, clock: Clock, disk: Disk) -> list[Seen]:
    """When facts that were durable are gone, keep the files as they are before SQLite tidies them."""
    seen = missing(path, key, disk=disk)
    if seen is None:
        return []
    log.error("facts that were durable are missing: the journal had fact %d of epoch %d", seen.seq, seen.epoch)
    with translated_faults():
        set_aside(path, f"short-{instant(clock.now_ms()):%Y%m%dT%H%M%S}", keep=True)
    return [seen]


def _note_loss(tx: LedgerTransaction, seen: Seen, clock: Clock) -> None:
    """Go on, but as after a restore: no held right until HQ gave a new epoch. HQ and auditors read why."""
    tx.set_meta(RESTORED, str(clock.now_ms()))
    tx.drop_meta(STAMPS_MOVED)
    if tx.head.epoch:
        tx.append(LEDGER_SHORT, "system", {"epoch": seen.epoch, "seq": seen.seq, "hash": seen.hash.hex()})


def _migrate(path: Path, key: bytes, clock: Clock, disk: Disk) -> None:
    engine = open_engine(path, key, disk=disk)
    try:
        with translated_faults(), engine.connect() as connection:
            with connection.begin():
                found = revision(connection)
            newest = head()
            if found == newest:
                return
            if found is not None:
                if found not in known_revisions():
                    raise LedgerTooNew(f"the ledger is at revision {found}, this program knows {newest}")
                back_up(path, key, path.parent / "backups", clock, reason=f"before-{newest}", disk=disk)
            upgrade(connection, newest)
    finally:
        engine.dispose()


def revision(connection: Connection) -> str | None:
    """The schema revision of an open ledger, None for an empty file."""
    table = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").first()
    if table is None:
        return None
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return str(row[0]) if row else None


def head() -> str:
    """The newest revision under migrations/terminal, by the names of the scripts (which begin with it)."""
    return max(script.name.partition("_")[0] for script in (location() / "versions").glob("[0-9]*.py"))


def known_revisions() -> frozenset[str]:
    """Every revision under migrations/terminal."""
    from alembic.script import ScriptDirectory

    return frozenset(script.revision for script in ScriptDirectory(str(location())).walk_revisions())


def location() -> Path:
    """migrations/terminal"""
    return paths.migrations() / "terminal"


def upgrade(connection: Connection, target: str) -> None:
    """Run the migrations up to `target` in one transaction."""
    from alembic import command

    with connection.begin():
        command.upgrade(_config(connection), target)


def downgrade(connection: Connection, target: str) -> None:
    """Run the migrations down to `target` in one transaction."""
    from alembic import command

    with connection.begin():
        command.downgrade(_config(connection), target)


def _config(connection: Connection):  # type: ignore[no-untyped-def]  # alembic's type, imported late
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(location()))
    config.attributes["connection"] = connection
    return config
