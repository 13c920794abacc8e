"""Reading a terminal's files without owning them: for checks, backups and auditors, also while it works on them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from kiosk.adapters.db.cipher import Disk, RealDisk, translated_faults
from kiosk.adapters.db.unreadable import RowReader
from kiosk.application.ports.faults import LedgerDamaged, WrongKey
from kiosk.domain.journal import facts
from kiosk.domain.journal.facts import Fact
from kiosk.protocol.key_trust import is_vouched_for
from kiosk.protocol.rows import KeyRow, TerminalRow


def opened(path: Path, key: bytes, disk: Disk | None) -> closing[Any]:
    """A read-only DB-API connection, to be used in a with statement. Raises WrongKey when the key does not fit or the
    first page is damaged, LedgerFault when the file cannot be read."""
    with translated_faults():
        connection = (disk or RealDisk()).connect(path, key, read_only=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        connection.close()
        if getattr(error, "sqlite_errorname", "") != "SQLITE_NOTADB":
            with translated_faults():
                raise
        # a damaged first page and a wrong key look the same to the cipher
        raise WrongKey("the key does not open the file, or its first page is damaged") from error
    return closing(connection)


def newest_facts(path: Path, key: bytes, count: int, *, disk: Disk | None = None) -> list[tuple[Fact, bytes]]:
    """The last `count` facts with their hashes, oldest first. Nothing is checked. Raises LedgerFault."""
    with opened(path, key, disk) as connection, translated_faults():
        rows = connection.execute("SELECT bytes, hash FROM fact ORDER BY place DESC LIMIT ?", (count,)).fetchall()
    try:
        return [(facts.decode(raw), bytes(chained)) for raw, chained in reversed(rows)]
    except facts.FactError as error:
        raise LedgerDamaged(str(error)) from error


def token_keys(
    reference: Path, key: bytes, *, disk: Disk | None = None
) -> tuple[Sequence[KeyRow], Sequence[TerminalRow]]:
    """HQ's token keys as they lie in `ref.db`, and the terminals' keys that they vouch for; the file is left as it is
    also where it is broken, and what cannot be read is left out. Raises LedgerFault."""
    with opened(reference, key, disk) as connection, translated_faults():
        rows = connection.execute("SELECT id, data FROM key ORDER BY id").fetchall()
        # a file of an earlier version has no such table
        known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'terminal'").fetchone()
        theirs = connection.execute("SELECT id, data FROM terminal ORDER BY id").fetchall() if known else []
    reader = RowReader()
    keys = [row for name, data in rows if (row := reader.read("key", name, data, KeyRow)) is not None]
    terminals = [reader.read("terminal", name, data, TerminalRow) for name, data in theirs]
    return keys, [row for row in terminals if row is not None and is_vouched_for(row, keys)]
