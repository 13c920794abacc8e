"""Plays complete visits at a real station: camera frames from files, keys into the window, HQ stopped and started.

The script is a generator of things to wait for; a timer in the GUI thread looks whether they came true. Nothing of the
product is replaced: the frames go through the camera's thread, the keys through the window.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.adapters.scan.frames import HandedFrames, read_picture
from kiosk.adapters.scan.passes import GrayImage
from kiosk.application.sync.outcomes import Link
from kiosk.demo.camera_frames import empty_frame, write_frames
from kiosk.station import Station

FRAME_MS = 33
EMPTY_EVERY = 6
"""Of the frames of a counter with nobody at it one in so many is handed over: the rest would show the same."""
TICK_MS = 20
KEY_MS = 130
HELD_MS = 70
"""Between two keys, and how long one is held: a person's pace, which no handheld scanner has."""
PATIENCE_S = 45.0
REST_S = 0.4


@dataclass(frozen=True, slots=True)
class Until:
    """Wait until `come_true`; `what` is said when it does not happen."""

    what: str
    come_true: Callable[[], bool]


@dataclass(slots=True)
class Outcome:
    """What a play did. `redeemed`: (coupon, txn) of every redemption that the station showed as done; `rewards`: ids of
    every reward that it said it gave."""

    redeemed: list[tuple[str, str]] = field(default_factory=list)
    rewards: list[str] = field(default_factory=list)
    pictures: list[Path] = field(default_factory=list)
    receipts: list[Path] = field(default_factory=list)
    problem: str | None = None


class Play(QObject):
    """Runs a script at a station. Call `start`, then the event loop; it ends the loop."""

    def __init__(self, station: Station, camera: HandedFrames, folder: Path, say: Callable[[str], None]) -> None:
        super().__init__()
        self.station = station
        self.window = station.window
        self.outcome = Outcome()
        self._camera = camera
        self._folder = folder
        self._say = say
        self._script: Iterator[Until] = iter(())
        self._waiting: Until | None = None
        self._deadline = 0.0
        self._keys: list[tuple[int, str, Qt.KeyboardModifier]] = []
        self._next_key = 0.0
        self._counter = empty_frame()
        self._seen: list[GrayImage] = []
        self._frame = 0
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._on_frame)
        station.checkout.redeemed.connect(self._on_redeemed)

    def start(self, script: Iterator[Until]) -> None:
        """Begin; the script's generator may call the methods below."""
        self._script = script
        self._frames.start()
        self._tick.start()

    # --- what a script does --------------------------------------------------------------------------

    def hold_up(self, text: str, name: str) -> None:
        """Hold a code in front of the camera."""
        paths = write_frames(text, self._folder / "frames", name)
        pictures = [read_picture(path) for path in paths]
        self._seen = [picture for picture in pictures if picture is not None]
        self._frame = 0

    def take_away(self) -> None:
        """Nothing is in front of the camera."""
        self._seen = []

    def type(self, text: str) -> None:
        """Press keys, a person's way. "\\r" is Enter, "\\x1b" Escape."""
        special = {"\r": Qt.Key.Key_Return, "\x1b": Qt.Key.Key_Escape}
        none = Qt.KeyboardModifier.NoModifier
        self._keys += [(special.get(char, Qt.Key(ord(char.upper()))).value, char, none) for char in text]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key that writes nothing."""
        self._keys.append((key.value, "", modifier))

    @property
    def sheet_shown(self) -> bool:
        """Whether a sheet lies over the page."""
        return self.window.overlay.sheet is not None

    def at_rest(self) -> Until:
        """Wait until the window has had time to lay out and paint what came last."""
        rested = time.monotonic() + REST_S
        return Until("the window came to rest", lambda: time.monotonic() >= rested)

    def picture(self, name: str) -> None:
        """Keep a picture of the window."""
        path = self._folder / "pictures" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(str(path))
        self.outcome.pictures.append(path)
        self._say(f"  picture  {path}")

    def save_receipt(self) -> None:
        """Save the receipt on screen as PDF and as text."""
        redemption = self.station.checkout.flow.redemption
        assert redemption is not None
        from kiosk.station_devices import LazyReceipts

        files = LazyReceipts(self.station.terminal.settings)
        terminal = self.station.terminal.service.terminal()
        for save in (files.save_pdf, files.save_text):
            path = save(redemption.sale, terminal, self.station.i18n.language)
            self.outcome.receipts.append(path)
            self._say(f"  receipt  {path}")

    @property
    def keys_done(self) -> bool:
        """All keys were pressed."""
        return not self._keys

    def link_is(self, link: Link) -> bool:
        """Whether HQ is reached that way."""
        return self.station.terminal.service.sync_status().link is link

    def in_step(self) -> bool:
        """Online, and nothing waits."""
        status = self.station.terminal.service.sync_status()
        return status.link is Link.ONLINE and status.queue == 0

    # --- the machine ---------------------------------------------------------------------------------

    def _on_redeemed(self, redemption: object) -> None:
        shown = self.station.checkout.flow.redemption
        assert shown is not None
        assert shown is redemption
        self.outcome.redeemed += [(line.coupon, shown.sale.txn) for line in shown.sale.lines if not line.rule]
        self.outcome.rewards += [reward.id for reward in shown.sale.rewards]

    def _on_frame(self) -> None:
        self._frame += 1
        if self._seen:
            self._camera.hand(self._seen[self._frame % len(self._seen)])
        elif self._frame % EMPTY_EVERY == 0:
            self._camera.hand(self._counter)

    def _on_tick(self) -> None:
        self._press_next()
        if self._waiting is not None:
            if self._waiting.come_true():
                self._waiting = None
            elif time.monotonic() > self._deadline:
                self._end(f"waited in vain: {self._waiting.what}")
                return
        if self._waiting is None:
            self._waiting = next(self._script, None)
            self._deadline = time.monotonic() + PATIENCE_S
            if self._waiting is None:
                self._end(None)

    def _press_next(self) -> None:
        now = time.monotonic()
        handle = self.window.windowHandle()
        if not self._keys or now < self._next_key or handle is None:
            return
        key, char, modifier = self._keys.pop(0)
        self._next_key = now + KEY_MS / 1000
        for kind, after_ms in ((QEvent.Type.KeyPress, 0), (QEvent.Type.KeyRelease, HELD_MS)):
            event = QKeyEvent(kind, key, modifier, char)
            event.setTimestamp(round(now * 1000) + after_ms)  # as the keyboard has it, however busy the screen is
            QCoreApplication.postEvent(handle, event)

    def _end(self, problem: str | None) -> None:
        self.outcome.problem = problem
        self._tick.stop()
        self._frames.stop()
        QGuiApplication.exit(0 if problem is None else 1)
