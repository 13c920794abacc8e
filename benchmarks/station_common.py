"""A station to measure: HQ as a process of its own on loopback, an enrolled terminal, its real window offscreen."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from kiosk.bootstrap import Terminal
from kiosk.config import Settings, with_data_dir
from kiosk.demo.chain.hq_folder import start_chain
from kiosk.domain.time import instant
from kiosk.enrolment import enroll
from kiosk.hq_process import enroll_code, stop_hq

STORE, CLERK, PIN = "xinyi", "s-102", "1357"


@dataclass(frozen=True, slots=True)
class Place:
    """Where everything lies, and HQ's address."""

    folder: Path
    settings: Settings
    url: str


@contextmanager
def shop(folder: Path, members: int) -> Iterator[Place]:
    """A running HQ with demo data, and a terminal enrolled with it."""
    settings = replace(with_data_dir(Settings(folder, folder), folder / "terminal"), camera="", sounds=False)
    settings = replace(settings, idle_lock_s=0, language="zh_TW")
    process, url = start_chain(folder / "hq", members=members)
    try:
        enroll(settings, url, enroll_code(folder / "hq", STORE))
        yield Place(folder, settings, url)
    finally:
        stop_hq(process, folder / "hq")


def usable_coupons(terminal: Terminal, template: str = "cash100") -> list[tuple[str, str, str]]:
    """(card number, coupon, signed code) of members of the store who can use such a coupon now."""
    reference, now = terminal.reference, instant(terminal.clock.now_ms())
    found = []
    for member in reference.first_members(10**6):
        for row in reference.coupon_rows(member.id):
            coupon = row.coupon
            usable = reference.revoked_at(coupon.id) is None and coupon.expires > now
            if coupon.template == template and usable:
                found.append((member.card_no, coupon.id, row.token))
                break
    return found


def let_qt_work(come_true: Callable[[], bool]) -> None:
    """Give Qt events until something is so. Raises TimeoutError for what never comes."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    hung = time.monotonic() + 60
    while not come_true():
        if time.monotonic() > hung:
            raise TimeoutError(come_true)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def publish_members(place: Place, count: int) -> subprocess.Popen[bytes]:
    """Begin to publish so many further members of the store at HQ, by a process of its own."""
    command = [sys.executable, "-m", "benchmarks.station_common", str(place.folder / "hq"), str(count)]
    return subprocess.Popen(command)


def _publish(folder: Path, count: int) -> None:
    import random

    from kiosk.cli.hq import open_hq
    from kiosk.demo.chain.build import _member
    from kiosk.hq.rows.buckets import Bucket
    from kiosk.hq.rows.publish import RowChange

    hq = open_hq(folder)
    try:
        from datetime import UTC, datetime

        chance, now = random.Random(7), datetime.now(UTC)
        bucket = Bucket(STORE, "members")
        for first in range(0, count, 5_000):
            changes = []
            for number in range(first, min(first + 5_000, count)):
                member = replace(_member(chance, number % 90_000, now), id=f"m-{1_000_000 + number}", home_store=STORE)
                member = replace(member, card_no=f"99{number:08d}")
                changes.append(RowChange(bucket, member.id, member))
            hq.publish(changes)
    finally:
        hq.database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="publish members at HQ; used by station_stall")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    args = parser.parse_args()
    _publish(args.folder, args.count)
