"""Backups of the ledger: made while it runs, verified before they count, restored with what they replace kept."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from kiosk.adapters.db.cipher import Disk, RealDisk, translated_faults
from kiosk.adapters.db.verify import Report, verify
from kiosk.application.ports import Clock, LedgerDamaged, LedgerLocked, instant

KEEP = 10
"""Backups kept in a folder; the oldest leave first."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified backup."""

    path: Path
    facts: int


def back_up(
    path: Path, key: bytes, folder: Path, clock: Clock, *, reason: str = "manual", disk: Disk | None = None
) -> Backup:
    """Copy the ledger at `path` (it may be in use) into `folder` and verify the copy. Raises LedgerFault."""
    disk = disk or RealDisk()
    moment = instant(clock.now_ms())
    target = folder / f"ledger-{moment:%Y%m%dT%H%M%S}-{reason}.db"
    partial = target.with_suffix(".part")
    with translated_faults():
        folder.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with closing(disk.connect(path, key, read_only=True)) as source, closing(disk.connect(partial, key)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE").fetchone()
        report = verify(partial, key, disk=disk)
        if not report.sound:
            partial.unlink()
            raise LedgerDamaged(f"the backup does not verify: {report.problem}")
        with partial.open("rb+") as handle:
            os.fsync(handle.fileno())
        partial.replace(target)
        for old in sorted(folder.glob("ledger-*.db"))[:-KEEP]:
            old.unlink()
    return Backup(target, report.facts)


def restore(backup: Path, path: Path, key: bytes, clock: Clock, *, disk: Disk | None = None) -> Report:
    """Put a backup in the place of the ledger. What was there is kept beside it as `….replaced-<time>`.

    The restored ledger asks HQ for a new epoch at its next start (its old one may have moved on), and uses no held
    right until HQ answered. Raises LedgerFault; the ledger must not be in use.
    """
    disk = disk or RealDisk()
    with translated_faults():
        lock = FileLock(path.with_suffix(".lock"), timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise LedgerLocked(f"close the program that uses {path.name} first") from error
        try:
            report = verify(backup, key, disk=disk)
            if not report.sound:
                raise LedgerDamaged(f"the backup does not verify: {report.problem}")
            partial = path.with_suffix(".restoring")
            partial.unlink(missing_ok=True)
            with (
                closing(disk.connect(backup, key, read_only=True)) as source,
                closing(disk.connect(partial, key)) as copy,
            ):
                source.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE").fetchone()
                copy.execute(
                    "INSERT OR REPLACE INTO meta (key, value) VALUES ('restored_at', ?)", (str(clock.now_ms()),)
                )
            stamp = f"{datetime.fromtimestamp(clock.now_ms() / 1000, UTC):%Y%m%dT%H%M%S}"
            for suffix in ("", "-wal", "-shm"):
                old = path.with_name(path.name + suffix)
                if old.exists():
                    old.replace(path.with_name(f"{path.name}.replaced-{stamp}{suffix}"))
            partial.replace(path)
        finally:
            lock.release()
    return report
