"""`kiosk self-test`: does this installation work? Run on the frozen build, and by support on a till.

Everything happens in a temporary folder, with an HQ on loopback; the till's own data are not touched.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.cli import self_checks
from kiosk.config import Settings, with_data_dir
from kiosk.hq_process import enroll_code, start_hq, stop_hq

STORE = "self-test"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `self-test` to the command line."""
    subparsers.add_parser("self-test", help="check that this installation works; touches no data")


def run(args: argparse.Namespace) -> int:
    """0 when every check passed, 1 when one failed."""
    # no screen is needed, and none must be disturbed
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform == "win32":  # where Qt looks for the system's fonts by itself only when it shows windows
        os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "Fonts")))
    failed = 0
    with tempfile.TemporaryDirectory(prefix="kiosk-self-test-") as folder:
        for check in CHECKS:
            begun = time.monotonic()
            try:
                place = Path(folder) / check.__name__
                place.mkdir()
                said = check(place)
                print(f"ok    {check.__name__:<17} {said} ({time.monotonic() - begun:.1f} s)", flush=True)
            except Exception as fault:  # noqa: BLE001  (one failed check must not hide the others)
                failed += 1
                print(f"FAIL  {check.__name__:<17} {type(fault).__name__}: {fault}", flush=True)
    return 1 if failed else 0


def ledger(folder: Path) -> str:
    """Open a ledger, migrate it, verify it."""
    from kiosk.adapters.clock import SystemClock
    from kiosk.adapters.db.migrate import head, open_ledger
    from kiosk.adapters.db.verify import verify

    path, key = folder / "ledger.db", os.urandom(32)
    open_ledger(path, key, SystemClock()).close()
    report = verify(path, key)
    if not report.sound:
        raise RuntimeError(report.problem)
    return f"encrypted ledger at revision {head()}"


def screen_and_sync(folder: Path) -> str:
    """Start HQ with one store on loopback, enroll, paint the checkout, wait until it is in step with HQ."""
    from kiosk.bootstrap import open_terminal
    from kiosk.enrolment import enroll
    from kiosk.station import Station, application

    one_store(folder / "hq")
    process, url = start_hq(folder / "hq")
    try:
        settings = replace(with_data_dir(Settings(folder, folder), folder / "terminal"), camera="", sounds=False)
        identity = enroll(settings, url, enroll_code(folder / "hq", STORE))
        app = application()
        station = Station(open_terminal(settings), "zh_TW")
        try:
            station.window.whole.connect(station.start)
            station.window.show()
            deadline = time.monotonic() + 30
            while time.monotonic() < deadline:
                app.processEvents()
                status = station.terminal.service.sync_status()
                if status.link == "online" and status.queue == 0 and not station.window.grab().isNull():
                    return f"{identity.terminal_name} painted its checkout and is in step with HQ"
            raise RuntimeError(f"not in step with HQ: {status}")
        finally:
            station.close()
    finally:
        stop_hq(process, folder / "hq")


def one_store(folder: Path) -> None:
    """HQ's data of a chain with a single store."""
    from kiosk.cli.hq import open_hq
    from kiosk.domain.stores import Store
    from kiosk.domain.texts import LocalText
    from kiosk.hq.rows.buckets import Bucket
    from kiosk.hq.rows.publish import RowChange
    from kiosk.hq.store.schema import CHAIN

    hq = open_hq(folder)
    try:
        store = Store(STORE, LocalText("自我測試", "自我测试", "Self-test"), "Asia/Taipei", "TWD", "")
        hq.publish([RowChange(Bucket(CHAIN, "stores"), STORE, store)])
    finally:
        hq.database.close()


CHECKS: tuple[Callable[[Path], str], ...] = (
    self_checks.commands,
    ledger,
    self_checks.secrets,
    self_checks.names,
    self_checks.time_zones,
    self_checks.decoder,
    self_checks.camera,
    self_checks.sounds,
    self_checks.https,
    self_checks.desks,
    self_checks.beacons,
    self_checks.languages,
    self_checks.paper,
    self_checks.screen_plugins,
    screen_and_sync,
    self_checks.nothing_forbidden,
)
"""What `kiosk self-test` looks at, in this order. Each gets a folder that it may write to, says what it found, and
raises what is wrong."""
