"""The station dies in every way there is, and its watchdog starts it again: real processes over a real ledger."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kiosk.adapters.db.verify import verify
from kiosk.domain.journal import facts
from kiosk.domain.journal.kinds import PROGRAM_RESTARTED
from kiosk.processes import program
from kiosk.watchdog.deaths import How, read
from kiosk.watchdog.patience import WELL_S
from tests.e2e.hands import Wait
from tests.e2e.shop import ROOT, Shop
from tests.e2e.watched_station import order, said

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stops processes by signals")


@contextmanager
def _watched(shop: Shop, well_s: float = WELL_S) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.e2e.watched_station", "watch", str(shop.folder), str(well_s)]
    with (shop.folder / "watch.log").open("wb") as log, subprocess.Popen(command, cwd=ROOT, stderr=log) as watch:
        try:
            yield watch
        finally:
            if watch.poll() is None:
                watch.kill()


def _station(shop: Shop) -> int:
    """The process id of the station that was painted last."""
    return int(said(shop.folder, "painted")[-1].split()[1])


def _lives(shop: Shop) -> int:
    return len(said(shop.folder, "painted"))


def _alive(pid: int) -> bool:
    with suppress(ProcessLookupError, FileNotFoundError):
        os.kill(pid, 0)
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text("utf-8")
    return False


def _restarts(shop: Shop) -> list[str]:
    """Restarts, as the journal has them."""
    terminal = shop.open()
    try:
        rows = terminal.ledger.run(lambda tx: list(tx.facts_after(1, 0, 10_000)))
    finally:
        terminal.close()
    found = [facts.decode(raw) for _seq, raw, _hash in rows]
    return [str(fact.body["how"]) for fact in found if fact.kind == PROGRAM_RESTARTED]


def test_it_comes_back_however_it_died_and_both_end_together(closed_shop: Shop, wait: Wait) -> None:
    shop = closed_shop
    pids: list[int] = []
    back_after: list[str] = []
    with _watched(shop, well_s=0.5) as watch:
        for lives, death in enumerate(("kill", "stop", "block", "crash"), 1):
            wait(lambda lives=lives: _lives(shop) >= lives)  # type: ignore[misc]
            pids.append(_station(shop))
            died = time.monotonic()
            match death:
                case "kill":
                    os.kill(pids[-1], signal.SIGKILL)
                case "stop":
                    os.kill(pids[-1], signal.SIGSTOP)
                case _:
                    order(shop.folder, death)
            wait(lambda lives=lives: _lives(shop) > lives)  # type: ignore[misc]
            back_after.append(f"{death} {float(said(shop.folder, 'painted')[-1].split()[2]) - died:.1f} s")
        pids.append(_station(shop))
        assert len(set(pids)) == 5
        assert [pid for pid in pids if _alive(pid)] == [pids[-1]], "never two programs on a ledger"
        watch.send_signal(signal.SIGTERM)
        assert watch.wait(60) == 0
    assert not _alive(pids[-1])
    assert read(shop.settings.data_dir) == [], "journalled, and not kept any longer"
    assert _restarts(shop) == [How.CRASHED, How.HUNG, How.HUNG, How.CRASHED]
    report = verify(shop.settings.ledger_path, shop.key())
    assert report.sound, report.problem
    print("on the screen again after", ", ".join(back_after))


def test_who_dies_at_the_start_rests_longer_each_time_and_is_back_once_it_can(closed_shop: Shop, wait: Wait) -> None:
    shop = closed_shop
    order(shop.folder, "die-at-start")
    with _watched(shop) as watch:
        wait(lambda: bool(said(shop.folder, "resting")))
        assert len(read(shop.settings.data_dir)) == 3, "the pause before the fourth is long enough for a page"
        resting = int(said(shop.folder, "resting")[0].split()[1])
        (shop.folder / "order").unlink()
        wait(lambda: _lives(shop) == 1)
        wait(lambda: not _alive(resting))
        order(shop.folder, "leave")
        assert watch.wait(60) == 0, "who leaves in good order is not started again"
    assert len(said(shop.folder, "resting")) == 1


def test_it_dies_with_its_watchdog_and_a_second_watchdog_keeps_away(closed_shop: Shop, wait: Wait) -> None:
    shop = closed_shop
    with _watched(shop) as watch:
        wait(lambda: _lives(shop) == 1)
        with _watched(shop) as second:
            assert second.wait(60) == 2
        assert _alive(_station(shop))
        os.kill(_station(shop), signal.SIGSTOP)
        watch.kill()
        wait(lambda: not _alive(_station(shop)))


def test_a_fault_is_said_and_tried_again_and_the_command_stops_it(closed_shop: Shop, wait: Wait) -> None:
    shop = closed_shop
    keys, away = shop.settings.data_dir / "keystore.json", shop.folder / "away.json"
    keys.rename(away)
    keys.write_text("nonsense", encoding="utf-8")
    with _watched(shop) as watch:
        wait(lambda: bool(read(shop.settings.data_dir)))
        assert {(death.how, death.fault) for death in read(shop.settings.data_dir)} == {
            (How.FAILED, "key_store_damaged")
        }
        away.replace(keys)
        wait(lambda: _lives(shop) == 1)
        stop = [*program(), "run", "--stop", "--data", str(shop.settings.data_dir)]
        assert subprocess.run(stop, cwd=ROOT, capture_output=True, check=False).returncode == 0
        assert watch.wait(60) == 0
