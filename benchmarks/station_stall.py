"""How long the screen's thread stands still while 100,000 members arrive and 200 sales are redeemed.

usage: python -m benchmarks.station_stall [--members 100000] [--quick] [--json FILE]

A real station, offscreen, syncs with the real HQ on loopback. A timer in the GUI thread fires every millisecond; the
time between two of its ticks, less that millisecond, is a stall, whatever caused it: the station's own work on the
screen, another thread that holds Python's lock, or other programs on the machine ("own": the most processor time that
the GUI thread itself spent between two ticks). Meanwhile four sales a second are
redeemed (scan, amount, Enter, next) and the members arrive, in two ways:

pull      HQ publishes them while the station works; they come in pages, each applied and committed by itself.
snapshot  the daily comparison with HQ finds a difference, so the bucket is fetched anew: one signed file, unpacked and
          copied into ref.db.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from benchmarks.common import percentile, write_json
from benchmarks.station_common import CLERK, PIN, STORE, Place, let_qt_work, publish_members, shop, usable_coupons

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot  # isort: skip  (offscreen is set first)
from PySide6.QtGui import QKeyEvent

from kiosk.adapters.db.cipher import RealDisk
from kiosk.adapters.db.reference import SqlReference
from kiosk.application.staff.outcomes import SignedIn
from kiosk.bootstrap import open_terminal
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.installation import key_store, ledger_key
from kiosk.station import Station, application
from kiosk.ui.stations.checkout.machine import Phase

Coupon = tuple[str, str, str]
"""(card number of its member, id, signed code)"""

AMOUNT = 50_000
PACE_S = 0.25
"""A sale every so often: far quicker than any till, slow enough that the screen also has nothing to do now and then."""
BUCKET = f"store/{STORE}/members"


class Heart(QObject):
    """Beats in the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.stalls: list[float] = []
        self.own: list[float] = []
        self._last, self._cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(1)

    @Slot()
    def _on_beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self.stalls.append(max(0.0, 1000 * (now - self._last) - 1))
        self.own.append(1000 * (cpu - self._cpu))
        self._last, self._cpu = now, cpu

    def taken(self) -> dict[str, Any]:
        """The figures since the last time, in ms."""
        stalls, self.stalls = self.stalls, []
        own, self.own = self.own, []
        return {
            "beats": len(stalls),
            "median": round(percentile(stalls, 0.5), 2),
            "p99": round(percentile(stalls, 0.99), 1),
            "p99.9": round(percentile(stalls, 0.999), 1),
            "longest": round(max(stalls), 1),
            "own work, longest": round(max(own), 1),
        }


class Clerk:
    """Redeems one coupon after the other."""

    def __init__(self, station: Station, coupons: Sequence[Coupon]) -> None:
        self.window = station.window
        self.flow, self.page = station.checkout.flow, station.checkout.page
        self.coupons = iter(coupons)
        self.done = 0

    def redeem(self) -> None:
        """One sale, from the scan to the next customer."""
        _card, coupon, token = next(self.coupons)
        flow = self.flow
        self.window.on_scan(ScanEvent(token, Symbology.QR, ScanSource.HANDHELD, None, None, 0.0))
        for digit in str(AMOUNT // 100):
            flow.key_amount(digit)
        let_qt_work(lambda: flow.visit is not None and coupon in flow.visit.scanned)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
            QCoreApplication.postEvent(self.window.windowHandle(), event)
        side = self.page.side
        let_qt_work(lambda: flow.phase is Phase.DONE or side.refusal_shown or self.window.overlay.sheet is not None)
        if flow.phase is not Phase.DONE:
            raise RuntimeError(f"{coupon}: {side.refusal.refusal or self.window.overlay.sheet}")
        self.done += 1
        self.page.success.next.click()
        let_qt_work(lambda: flow.phase is Phase.ENTRY and flow.empty)

    def redeem_until(self, over: Callable[[], bool], least: int) -> int:
        """Go on until `over`, for `least` sales at least. How many there were."""
        before = self.done
        while not over() or self.done - before < least:
            due = time.perf_counter() + PACE_S
            self.redeem()
            let_qt_work(lambda due=due: time.perf_counter() >= due)  # type: ignore[misc]  # the heart wakes it
        return self.done - before


@contextmanager
def working(place: Place) -> Iterator[Station]:
    """A station with a clerk signed in, that has just been started."""
    application()
    station = Station(open_terminal(place.settings), "zh_TW")
    try:
        station.window.painted.connect(station.start)
        station.window.show()
        answer = station.terminal.service.sign_in(CLERK, PIN)
        assert isinstance(answer, SignedIn)
        station.window.sign_in.signed_in.emit(answer.actor)
        gc.collect()
        gc.freeze()  # as `kiosk run` does after its first paint
        yield station
    finally:
        station.close()


def measure(place: Place, members: int, sales: int) -> dict[str, Any]:
    """Stalls with nothing arriving (for comparison), during the pull, during the snapshot."""
    figures: dict[str, Any] = {"members": members}
    with working(place) as station:
        reference = station.terminal.reference
        let_qt_work(lambda: station.terminal.service.sync_status().link == "online")
        wanted = _members(reference) + members
        coupons = usable_coupons(station.terminal)
        clerk, heart = Clerk(station, coupons), Heart()
        clerk.redeem_until(lambda: True, least=5)
        heart.taken()
        count = clerk.redeem_until(lambda: True, least=sales // 2)
        figures["sales alone"] = {"sales": count} | heart.taken()

        publishing = publish_members(place, members)
        arrival = Arrival(reference, wanted)
        began = time.perf_counter()
        count = clerk.redeem_until(arrival.over.is_set, least=sales)
        took = time.perf_counter() - began
        if publishing.poll() != 0:
            raise RuntimeError("HQ could not publish the members")
        figures["pull"] = {"sales": count, "seconds": round(took, 1)} | heart.taken()

        _spoil(station, place)
        publishing = publish_members(place, 1)
        let_qt_work(lambda: publishing.poll() is not None)
        arrival = Arrival(reference, wanted)
        began = time.perf_counter()
        count = clerk.redeem_until(arrival.over.is_set, least=sales)
        took = time.perf_counter() - began
        figures["snapshot"] = {"sales": count, "seconds": round(took, 1)} | heart.taken()
    figures["p99.9"] = max(figures["pull"]["p99.9"], figures["snapshot"]["p99.9"])
    figures["longest"] = max(figures["pull"]["longest"], figures["snapshot"]["longest"])
    return figures


def _spoil(station: Station, place: Place) -> None:
    """Lose a member behind the station's back, and have the daily comparison with HQ come now."""
    settings = place.settings
    with closing(RealDisk().connect(settings.reference_path, ledger_key(settings, key_store(settings)))) as other:
        other.execute("DELETE FROM member WHERE id = (SELECT max(id) FROM member)")
    station.terminal.ledger.run(lambda tx: tx.drop_meta(f"checked:{BUCKET}"))


class Arrival:
    """Looks, in a thread of its own, whether every member is here."""

    def __init__(self, reference: SqlReference, wanted: int) -> None:
        self._reference = reference
        self._wanted = wanted
        self.over = threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while _members(self._reference) != self._wanted:
            self.over.wait(0.3)
        self.over.set()


def _members(reference: SqlReference) -> int:
    return int(reference._rows("SELECT count(*) FROM member")[0][0])


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the table and return the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--members", type=int, default=100_000)
    parser.add_argument("--sales", type=int, default=200)
    parser.add_argument("--quick", action="store_true", help="20,000 members, 60 sales")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    members, sales = (20_000, 60) if args.quick else (args.members, args.sales)
    with tempfile.TemporaryDirectory() as name, shop(Path(name), members=6_000) as place:
        figures = measure(place, members, sales)
    print(f"{'ms':14}{'sales':>7}{'seconds':>9}{'beats':>8}{'median':>8}{'p99':>8}{'p99.9':>8}{'longest':>9}{'own':>7}")
    for label in ("sales alone", "pull", "snapshot"):
        row = figures[label]
        print(
            f"{label:14}{row['sales']:7}{row.get('seconds', '–'):>9}{row['beats']:8}{row['median']:8}{row['p99']:8}"
            f"{row['p99.9']:8}{row['longest']:9}{row['own work, longest']:7}"
        )
    write_json(args.json, figures)
    return figures


if __name__ == "__main__":
    main()
