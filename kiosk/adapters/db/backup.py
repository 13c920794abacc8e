"""Backups of the ledger: made while it runs, verified before they count, restored with what they replace kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kiosk.adapters.db import witness
from kiosk.adapters.db.cipher import Disk, RealDisk, translated_faults
from kiosk.adapters.db.layout import Connection
from kiosk.adapters.db.ledger import STAMPS_MOVED
from kiosk.adapters.db.verify import Report, verify
from kiosk.application.ports.faults import LedgerDamaged, LedgerLocked
from kiosk.application.ports.ledger import RESTORED
from kiosk.domain.time import Clock, instant
from kiosk.files import put_in_place

KEEP = 10
"""Backups kept in a folder; the oldest leave first."""

_PARTS = ("", "-wal", "-shm", witness.SUFFIX)
"""What belongs to a ledger file, by what is added to its name."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified backup."""

    path: Path
    facts: int


def back_up(
    path: Path, key: bytes, folder: Path, clock: Clock, *, reason: str = "manual", disk: Disk | None = None
) -> Backup:
    """Copy the ledger at `path` (it may be in use) into `folder` and verify the copy. Raises LedgerFault; nothing is
    left in the folder then."""
    disk = disk or RealDisk()
    with translated_faults():
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"ledger-{_stamp(clock)}-{reason}.db"
        report = _copy(path, target, key, disk, lambda connection: None)
        others = sorted(other for other in folder.glob("ledger-*.db") if other != target)
        for old in others[: max(0, len(others) + 1 - KEEP)]:
            old.unlink()
    return Backup(target, report.facts)


def restore(backup: Path, path: Path, key: bytes, clock: Clock, *, disk: Disk | None = None) -> Report:
    """Put a backup in the place of the ledger. What was there is kept beside it as `….replaced-<time>`.

    The restored ledger asks HQ for a new epoch at its next start (its old one may have moved on), and uses no held
    right until HQ answered. Raises LedgerFault; the ledger must not be in use.
    """
    disk = disk or RealDisk()
    with translated_faults():
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path.with_suffix(".lock"), timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise LedgerLocked(f"close the program that uses {path.name} first") from error
        try:
            report = _copy(backup, _pending(path), key, disk, lambda connection: _mark_restored(connection, clock))
            finish_restore(path, clock)
        finally:
            lock.release()
    return report


def finish_restore(path: Path, clock: Clock) -> None:
    """Put a copy that is ready in the ledger's place. A power cut may come in between, so opening a ledger does this
    too, under the ledger's lock."""
    pending = _pending(path)
    if not pending.exists():
        return
    with translated_faults():
        set_aside(path, f"replaced-{_stamp(clock)}", keep=False)
        put_in_place(pending, path)


def set_aside(path: Path, name: str, *, keep: bool) -> None:
    """Keep the ledger as it is beside itself as `<file>.<name>`; `keep`: a copy of it, so that it stays in place too.
    Raises OSError."""
    for suffix in _PARTS:
        part = path.with_name(path.name + suffix)
        if part.exists():
            aside = path.with_name(f"{path.name}.{name}{suffix}")
            if keep:
                shutil.copyfile(part, aside)
            else:
                put_in_place(part, aside)


def _mark_restored(connection: Connection, clock: Clock) -> None:
    """Have the ledger ask HQ for a new epoch: facts that it does not have may exist."""
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (RESTORED, str(clock.now_ms())))
    connection.execute("DELETE FROM meta WHERE key = ?", (STAMPS_MOVED,))


def _copy(source: Path, target: Path, key: bytes, disk: Disk, change: Callable[[Connection], None]) -> Report:
    """Copy a ledger, verify the copy, change it, and only then give it its name."""
    partial = target.with_name(target.name + ".part")
    try:
        for suffix in ("", "-wal", "-shm", "-journal"):
            partial.with_name(partial.name + suffix).unlink(missing_ok=True)
        report = _verified(source, partial, key, disk)
        with closing(disk.connect(partial, key)) as copy:
            change(copy)
        with partial.open("rb+") as handle:
            os.fsync(handle.fileno())
        put_in_place(partial, target)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            partial.with_name(partial.name + suffix).unlink(missing_ok=True)
    return report


def _verified(source: Path, partial: Path, key: bytes, disk: Disk) -> Report:
    """Copy the file, and say what a check of the copy found. Raises LedgerDamaged when it is not sound."""
    problem: object
    try:
        with translated_faults():
            with closing(disk.connect(source, key, read_only=True)) as old, closing(disk.connect(partial, key)) as copy:
                old.backup(copy)
                # one file, without a WAL beside it
                copy.execute("PRAGMA journal_mode = DELETE").fetchone()
            report = verify(partial, key, disk=disk)
        if report.sound:
            return report
        problem = report.problem
    except LedgerDamaged as fault:
        # too damaged to be checked: not even its list of tables can be read
        problem = fault
    raise LedgerDamaged(f"the backup does not verify: {problem}")


def _pending(path: Path) -> Path:
    return path.with_suffix(".restoring")


def _stamp(clock: Clock) -> str:
    return f"{instant(clock.now_ms()):%Y%m%dT%H%M%S}"
