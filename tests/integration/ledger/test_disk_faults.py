"""Full disks, read-only folders, failing writes: a clear fault, nothing acknowledged that is not there, and work goes
on when there is room again."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from kiosk.adapters.db import cipher
from kiosk.adapters.db.backup import back_up
from kiosk.adapters.db.cipher import RealDisk, check_version, fault_of
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.ports.faults import (
    LedgerDamaged,
    LedgerFault,
    LedgerFull,
    LedgerReadOnly,
    SqliteTooOld,
    WrongKey,
)
from tests.fakes import ManualClock
from tests.integration.ledger.samples import KEY, enrolled, open_at, raw, sell


def _error(code: int, name: str) -> sqlcipher.OperationalError:
    error = sqlcipher.OperationalError(name)
    error.sqlite_errorcode = code
    error.sqlite_errorname = name
    return error


class FailingDisk(RealDisk):
    """Every statement, commit and rollback that may write counts; number `fuse` fails, before it is done or after."""

    def __init__(self, error: Callable[[], Exception], *, done: bool = False) -> None:
        self.error = error
        self.done = done
        self.fuse = -1
        self.failed = 0

    def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
        connection = super().connect(path, key, read_only=read_only)
        return connection if read_only else _Failing(connection, self)

    def count(self, what: Callable[[], Any]) -> Any:
        if self.fuse != 0:
            self.fuse -= self.fuse > 0
            return what()
        self.fuse = -1
        self.failed += 1
        if self.done:
            what()
        raise self.error()


class _Failing:
    def __init__(self, connection: Any, disk: FailingDisk) -> None:
        self._connection = connection
        self._disk = disk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: str, values: Any = ()) -> Any:
        if statement.startswith("SELECT"):
            return self._connection.execute(statement, values)
        return self._disk.count(lambda: self._connection.execute(statement, values))

    def commit(self) -> None:
        self._disk.count(self._connection.commit)

    def rollback(self) -> None:
        self._disk.count(self._connection.rollback)


ERRORS: dict[str, tuple[Callable[[], Exception], type[LedgerFault]]] = {
    "full": (lambda: _error(13, "SQLITE_FULL"), LedgerFull),
    "write": (lambda: _error(778, "SQLITE_IOERR_WRITE"), LedgerFault),
    "sync": (lambda: _error(1034, "SQLITE_IOERR_FSYNC"), LedgerFault),
    "system": (lambda: OSError(errno.ENOSPC, "no space left"), LedgerFull),
    "read-only": (lambda: _error(8, "SQLITE_READONLY"), LedgerReadOnly),
}


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("kind", ERRORS)
def test_no_write_that_fails_loses_or_invents_a_sale(path: Path, kind: str, done: bool) -> None:
    error, fault = ERRORS[kind]
    disk = FailingDisk(error, done=done)
    ledger = enrolled(path, disk=disk)
    acknowledged: list[str] = []
    refused: list[str] = []
    for fuse in range(50):
        txn = f"x{fuse}"
        # spread over some ten sales: every statement of one fails in turn
        disk.fuse = fuse % 10 if fuse % 3 else fuse // 3
        try:
            sell(ledger, txn, f"c{fuse}")
        except fault:
            refused.append(txn)
        else:
            acknowledged.append(txn)
        disk.fuse = -1
        _agree(ledger, path)
    assert disk.failed >= 20
    assert len(refused) >= 20
    sell(ledger, "at last", "c-last")
    ledger.close()
    connection = raw(path)
    there = [txn for (txn,) in connection.execute("SELECT txn FROM sale ORDER BY number")]
    connection.close()
    # a commit that failed after it was done is there, and the use case finds it under its txn when asked again
    assert set(acknowledged) <= set(there) if done else there == [*acknowledged, "at last"]
    assert len(there) == len(set(there))
    assert verify(path, KEY).sound
    assert rebuild(path, KEY).differences == {}


def _agree(ledger: SqlLedger, path: Path) -> None:
    """What the ledger says is what the file says."""
    here = ledger.run(lambda tx: (tx.head.seq, tx.meta("acked")))
    connection = raw(path)
    (count,) = connection.execute("SELECT count(*) FROM fact").fetchone()
    (acked,) = connection.execute("SELECT value FROM meta WHERE key = 'acked'").fetchone()
    connection.close()
    assert here == (count, acked)
    assert ledger.head.seq == count


class SmallDisk(RealDisk):
    """A file that may not grow beyond so many pages: SQLite itself says that the disk is full."""

    def __init__(self) -> None:
        self.connections: list[Any] = []

    def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
        connection = super().connect(path, key, read_only=read_only)
        self.connections.append(connection)
        return connection

    def limit(self, pages: int) -> None:
        self.connections[-1].execute(f"PRAGMA max_page_count = {pages}").fetchone()


def test_a_full_disk_is_said_and_work_goes_on_when_there_is_room(path: Path) -> None:
    disk = SmallDisk()
    ledger = enrolled(path, disk=disk)
    (pages,) = disk.connections[-1].execute("PRAGMA page_count").fetchone()
    disk.limit(pages + 3)
    done: list[str] = []

    def sell_on() -> None:
        for number in range(1000):
            sell(ledger, f"x{number}", f"c{number}")
            done.append(f"x{number}")

    with pytest.raises(LedgerFull):
        sell_on()
    assert 0 < len(done) < 1000
    for _ in range(3):
        with pytest.raises(LedgerFull):
            ledger.run(lambda tx: tx.put_staff([("s-1", 1, "x" * 20_000)], []))
    _agree(ledger, path)
    assert ledger.run(lambda tx: [sale.txn for sale in tx.recent_sales(1000)]) == done[::-1]
    disk.limit(100_000)
    sell(ledger, "again", "c-again")
    ledger.close()
    report = verify(path, KEY)
    assert (report.sound, report.facts) == (True, len(done) + 2)
    assert rebuild(path, KEY).differences == {}


LIMITED = """
import resource, signal, sys
from pathlib import Path
from kiosk.application.ports.faults import LedgerFault
from tests.integration.ledger.samples import open_at, sell
path = Path(sys.argv[1])
ledger = open_at(path)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = (path.parent / "ledger.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 150_000, resource.RLIM_INFINITY))
done, faults = 0, 0
for number in range(200):
    try:
        sell(ledger, f"x{number}", f"c{number}")
        done += 1
        print(f"x{number}")
    except LedgerFault as fault:
        faults += 1
        if faults == 5:
            break
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
sell(ledger, "again", "c-again")
print("again")
ledger.close()
print(f"faults {faults}", file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit on the size of a file")
def test_a_file_that_may_not_grow_is_said_and_work_goes_on_afterwards(path: Path) -> None:
    enrolled(path).close()
    result = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path.cwd(),
        encoding="utf-8",
    )
    done = result.stdout.split()
    assert result.stderr.strip() == "faults 5"
    assert len(done) > 5
    ledger = open_at(path)
    assert ledger.run(lambda tx: [sale.txn for sale in tx.recent_sales(1000)]) == done[::-1]
    ledger.close()
    assert verify(path, KEY).sound
    assert rebuild(path, KEY).differences == {}


def test_a_backup_that_finds_no_room_leaves_no_half_file(ledger: SqlLedger, path: Path, clock: ManualClock) -> None:
    sell(ledger, "x1", "c1")

    class Full(RealDisk):
        def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
            connection = super().connect(path, key, read_only=read_only)
            if path.name != "ledger.db":
                connection.execute("PRAGMA max_page_count = 5").fetchone()
            return connection

    folder = path.parent / "backups"
    with pytest.raises(LedgerFull):
        back_up(path, KEY, folder, clock, disk=Full())
    assert list(folder.iterdir()) == []


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from kiosk.application.ports.faults import LedgerReadOnly
from tests.integration.ledger.samples import open_at, sell
import kiosk.adapters.db.migrate
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    open_at(Path(sys.argv[1]))
except LedgerReadOnly as fault:
    print(fault.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders of Windows have no such rights")
@pytest.mark.parametrize("mode", ["folder", "file"])
def test_what_cannot_be_written_is_said(mode: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    path = folder / "ledger.db"
    enrolled(path).close()
    # the folders above belong to whoever runs the tests, so they have to let another user through
    for parent in (*(one for one in folder.parents if one.owner() == folder.owner() and one != Path("/")), folder):
        parent.chmod(parent.stat().st_mode | 0o055)
    if mode == "folder":
        folder.chmod(0o555)
    else:
        folder.chmod(0o777)
        path.with_suffix(".lock").unlink(missing_ok=True)
        path.chmod(0o444)
    try:
        result = subprocess.run(
            [sys.executable, "-c", UNPRIVILEGED, str(path)],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path.cwd(),
            encoding="utf-8",
        )
    finally:
        folder.chmod(0o755)
    assert result.stdout.strip() == "ledger_read_only", result.stderr
    open_at(path).close()


def test_an_old_library_is_refused(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    for version in ((3, 51, 2), (3, 7, 0), (2, 99, 99)):
        with pytest.raises(SqliteTooOld):
            check_version(version)
    check_version((3, 51, 3))
    check_version((3, 52, 0))
    assert sqlcipher.sqlite_version_info >= cipher.OLDEST_SQLITE
    monkeypatch.setattr(sqlcipher, "sqlite_version_info", (3, 46, 1))
    with pytest.raises(SqliteTooOld) as caught:
        open_ledger(path, KEY, ManualClock())
    assert "3.46.1" in str(caught.value)
    assert not path.exists()


def test_every_errors_fault() -> None:
    faults = {
        (13, ""): LedgerFull,
        (8, ""): LedgerReadOnly,
        (264, ""): LedgerReadOnly,
        (14, ""): LedgerReadOnly,
        (11, ""): LedgerDamaged,
        (267, ""): LedgerDamaged,
        (26, ""): WrongKey,
        (10, ""): LedgerFault,
    }
    for (code, name), fault in faults.items():
        assert type(fault_of(_error(code, name))) is fault
    assert type(fault_of(OSError(errno.ENOSPC, ""))) is LedgerFull
    assert type(fault_of(OSError(errno.EROFS, ""))) is LedgerReadOnly
    assert type(fault_of(OSError(errno.EIO, ""))) is LedgerFault
    assert os.strerror(errno.EIO) in str(fault_of(OSError(errno.EIO, os.strerror(errno.EIO))))
