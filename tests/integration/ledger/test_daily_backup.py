"""Yesterday's backup exists because somebody made it yesterday."""

from __future__ import annotations

from pathlib import Path

from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.upkeep import EVERY_MS, DailyBackup
from kiosk.adapters.db.verify import verify
from kiosk.application.ports.ledger import Identity
from kiosk.domain.journal.kinds import TERMINAL_STARTED
from tests.fakes import ManualClock

KEY = b"k" * 32


def test_a_backup_a_day_verified_and_journalled(tmp_path: Path) -> None:
    clock = ManualClock()
    path, folder = tmp_path / "ledger.db", tmp_path / "backups"
    ledger = open_ledger(path, KEY, clock)
    try:
        ledger.run(lambda tx: tx.begin_epoch(Identity("d", "T1", "s", 1, "http://hq"), "enrolled"))
        upkeep = DailyBackup(ledger, path, KEY, folder, clock)
        assert upkeep.look()
        assert not upkeep.look()
        clock.advance(EVERY_MS)
        assert upkeep.look()
        backups = sorted(folder.glob("ledger-*-daily.db"))
        assert len(backups) == 2
        # the second holds the fact of the first
        assert [verify(backup, KEY).facts for backup in backups] == [1, 2]
        assert ledger.run(lambda tx: tx.append(TERMINAL_STARTED, "system", {})).seq == 4
    finally:
        ledger.close()
