"""From a frame with a coupon to a success on the screen, durable in the encrypted ledger.

usage: python -m benchmarks.station_verdict [--visits 200] [--quick] [--json FILE]

A real station, offscreen, over the real HQ on loopback; its camera gives 30 frames a second of 1280×720, decoded by the
camera's thread. The till has pushed the amount; the coupon says who its member is, so that one code brings the member,
their coupons and the price. Measured at each visit, in milliseconds:

frame → coupon shown    from handing over the first frame that shows the coupon's code (in a hand: tilted, out of focus,
                        noisy) until the window has painted the list with the coupon. The decoder may still be busy with
                        the frame before, and may need a second frame: that time is in it.
Enter → verdict         from the key at the window until the success was painted. The ledger (WAL, synchronous=FULL,
                        SQLCipher) has committed the sale by then: a success is only shown for what is durable.
frame → verdict         the first and the last of these, with Enter pressed in the moment in which the coupon was
                        recognised: everything but the person.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.common import spread, write_json
from benchmarks.station_common import CLERK, PIN, Place, let_qt_work, shop, usable_coupons

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot  # isort: skip  (offscreen is set first)
from PySide6.QtGui import QKeyEvent

from kiosk.adapters.scan.frames import HandedFrames, read_picture
from kiosk.adapters.scan.passes import GrayImage
from kiosk.application.members.outcomes import CouponView
from kiosk.application.staff.outcomes import SignedIn
from kiosk.bootstrap import open_terminal
from kiosk.cli.run import peak_memory_mb
from kiosk.demo.camera_frames import empty_frame, write_frames
from kiosk.station import Station, application
from kiosk.ui.stations.checkout.machine import Phase

FRAME_MS = 33
AMOUNT = 120_000


class Bench(QObject):
    """Gives frames and keys to a station and notes when what was painted."""

    def __init__(self, station: Station, camera: HandedFrames) -> None:
        super().__init__()
        self.station = station
        self.window = station.window
        self.flow = station.checkout.flow
        self._camera = camera
        self._empty = empty_frame()
        self._seen: list[GrayImage] = []
        self._at_once = False
        self.frames = 0
        self.handed = self.recognised = self.shown = self.entered = self.verdict = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_frame)
        self._timer.start(FRAME_MS)
        self.flow.coupon_added.connect(self._on_coupon)
        station.checkout.verdict_painted.connect(self._on_verdict)
        station.checkout.page.coupons.installEventFilter(self)

    @Slot()
    def _on_frame(self) -> None:
        if not self._seen:
            self._camera.hand(self._empty)
            return
        if not self.handed:
            self.handed = time.perf_counter()
        self._camera.hand(self._seen[self.frames % len(self._seen)])
        self.frames += 1

    @Slot(object)
    def _on_coupon(self, _coupon: CouponView) -> None:
        self._seen = []
        self.recognised = time.perf_counter()
        if self._at_once:
            self.press_enter()

    @Slot()
    def _on_verdict(self) -> None:
        self.verdict = time.perf_counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.recognised and not self.shown:
            QTimer.singleShot(0, self._on_shown)  # when this round of painting is over
        return False

    @Slot()
    def _on_shown(self) -> None:
        if not self.shown:
            self.shown = time.perf_counter()

    def press_enter(self) -> None:
        """As the system would."""
        self.entered = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
            QCoreApplication.postEvent(self.window.windowHandle(), event)

    def visit(self, pictures: list[GrayImage], *, at_once: bool) -> None:
        """A whole visit. `at_once`: Enter as soon as the coupon is recognised; else when it is shown and priced."""
        flow = self.flow
        for digit in str(AMOUNT // 100):
            flow.key_amount(digit)
        let_qt_work(lambda: flow.visit is not None and flow.visit.quote.amount == AMOUNT)
        self.frames = 0
        self.handed = self.recognised = self.shown = self.entered = self.verdict = 0.0
        self._at_once = at_once
        self._seen = pictures
        if not at_once:
            let_qt_work(lambda: self.shown > 0 and flow.visit is not None and bool(flow.visit.scanned))
            self.press_enter()
        let_qt_work(lambda: self.verdict > 0)
        assert flow.phase is Phase.DONE
        assert flow.redemption is not None

    def next_customer(self) -> None:
        """Put the verdict away."""
        self.station.checkout.page.success.next.click()
        let_qt_work(lambda: self.flow.phase is Phase.ENTRY and self.flow.empty)


def opened(place: Place) -> tuple[Station, HandedFrames]:
    """A station at which the clerk is signed in, in step with HQ."""
    application()
    camera = HandedFrames()
    station = Station(open_terminal(place.settings), "zh_TW", source=camera)
    station.window.painted.connect(station.start)
    station.window.show()
    answer = station.terminal.service.sign_in(CLERK, PIN)
    assert isinstance(answer, SignedIn)
    station.window.sign_in.signed_in.emit(answer.actor)
    let_qt_work(lambda: station.terminal.service.sync_status().link == "online")
    return station, camera


def measure(place: Place, visits: int) -> dict[str, Any]:
    """The three figures, in milliseconds."""
    station, camera = opened(place)
    try:
        bench = Bench(station, camera)
        coupons = usable_coupons(station.terminal)
        if len(coupons) < 2 * visits:
            raise RuntimeError(f"{len(coupons)} coupons are not enough for {2 * visits} visits")
        shown, pressed, whole, frames = [], [], [], []
        for number, (_card, _coupon, token) in enumerate(coupons[: 2 * visits]):
            files = write_frames(token, place.folder / "frames", "hand", count=3, seed=number)
            pictures = [picture for path in files if (picture := read_picture(path)) is not None]
            bench.visit(pictures, at_once=number % 2 == 1)
            if number % 2 == 1:
                whole.append(1000 * (bench.verdict - bench.handed))
            else:
                shown.append(1000 * (bench.shown - bench.handed))
                pressed.append(1000 * (bench.verdict - bench.entered))
            frames.append(bench.frames)
            bench.next_customer()
    finally:
        station.close()
    return {
        "visits": 2 * visits,
        "frame to coupon shown ms": spread(shown),
        "Enter to verdict ms": spread(pressed),
        "frame to verdict ms": spread(whole),
        "read from the first frame": round(sum(n == 1 for n in frames) / len(frames), 3),
        "peak_mb": round(peak_memory_mb(), 1),
    }


def main(argv: Sequence[str] | None = None) -> dict[str, Any]:
    """Print the table and return the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--visits", type=int, default=200, help="of each kind")
    parser.add_argument("--quick", action="store_true", help="40 of each kind")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name, shop(Path(name), members=2_000) as place:
        figures = measure(place, 40 if args.quick else args.visits)
    print(f"{'':26}{'count':>7}{'median':>8}{'p95':>8}{'p99':>8}{'max':>8}")
    for label, row in figures.items():
        if isinstance(row, dict):
            print(f"{label:26}" + "".join(f"{row[key]:>{7 if key == 'count' else 8}}" for key in row))
    print(f"read from the first frame: {figures['read from the first frame']:.0%}; peak memory {figures['peak_mb']} MB")
    write_json(args.json, figures)
    return figures


if __name__ == "__main__":
    main()
