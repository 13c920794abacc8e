"""A station on an offscreen display and the hands at it: scanner, keyboard, mouse. Everything goes through the window
as Qt gives it on, whatever has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.adapters.clock import SystemClock
from kiosk.adapters.scan.frames import FrameSource
from kiosk.application.sync.outcomes import Link
from kiosk.bootstrap import Terminal
from kiosk.domain.refusals import RefusalCode
from kiosk.station import Station
from kiosk.ui.stations.checkout.machine import Phase
from kiosk.ui.stations.checkout.settings import CheckoutSettings
from tests.e2e.shop import CLERK, CLERK_PIN, in_step

ENTER_GUARD_MS = CheckoutSettings(clock=SystemClock()).enter_guard
NO_KEYS = Qt.KeyboardModifier.NoModifier
SCANNER_MS, PERSON_MS = 3, 300
"""Between two keys, by their time stamps."""


Wait = Callable[[Callable[[], bool]], None]


class Hands:
    """Works at a station."""

    def __init__(self, wait: Wait, terminal: Terminal, *, camera: FrameSource | None = None) -> None:
        """`wait` lets Qt work until something has come true."""
        self.station = Station(terminal, "en", source=camera)
        self.window = self.station.window
        self.flow = self.station.checkout.flow
        self.page = self.station.checkout.page
        self.until = wait
        self.verdicts = 0
        self._keys_at = 1_000
        self.station.checkout.verdict_painted.connect(self._on_verdict)
        self.window.painted.connect(self.station.start)
        self.window.show()
        self.window.activateWindow()
        self.until(lambda: bool(self.window.sign_in.entry.buttons))

    def _on_verdict(self) -> None:
        self.verdicts += 1

    def close(self) -> None:
        """Leave."""
        self.station.close()

    # --- devices -------------------------------------------------------------------------------------

    def scan(self, text: str) -> None:
        """A handheld scanner types the text and Enter, faster than a person can."""
        after_ms = PERSON_MS  # a hand takes the scanner first
        for char in text:
            self._key(Qt.Key(ord(char.upper())), char, after_ms)
            after_ms = SCANNER_MS
        self._key(Qt.Key.Key_Return, "\r", SCANNER_MS)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys, at a person's pace by the clock of the keyboard."""
        for key in keys:
            self._key(key, "\r" if key is Qt.Key.Key_Return else "", PERSON_MS)

    def type(self, text: str) -> None:
        """Type digits and letters."""
        for char in text:
            self._key(Qt.Key(ord(char.upper())), char, PERSON_MS)

    def _key(self, key: Qt.Key, char: str, after_ms: int) -> None:
        """A key comes from the system to the window; what has the focus there is Qt's affair."""
        self._keys_at += after_ms
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, NO_KEYS, char)
            event.setTimestamp(self._keys_at)
            QCoreApplication.postEvent(self.window.windowHandle(), event)

    def click(self, widget: QWidget) -> None:
        """Press the left mouse button in the middle of a widget, through the window."""
        self.until(lambda: widget.isVisible() and widget.isEnabled())
        middle = widget.mapTo(self.window, QPoint(widget.width() // 2, widget.height() // 2))
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, NO_KEYS, middle)

    # --- what is done with them ----------------------------------------------------------------------

    def sign_in(self) -> None:
        """As the clerk, by number and PIN."""
        names = [button.person.id for button in self.window.sign_in.entry.buttons if button.person is not None]
        self.type(f"{names.index(CLERK) + 1}{CLERK_PIN}")
        self.press(Qt.Key.Key_Return)
        self.until(lambda: self.window.actor is not None)

    def priced(self, amount: int) -> bool:
        """Whether the visit is priced for an amount (minor units)."""
        visit = self.flow.visit
        return visit is not None and visit.quote.amount == amount

    def priced_member(self) -> bool:
        """Whether a member's visit is priced."""
        return self.flow.visit is not None and self.flow.visit.member is not None

    def clear(self) -> None:
        """Escape until everything is put aside."""
        self.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
        self.until(lambda: self.flow.phase is Phase.ENTRY and self.flow.empty and self.refusal() is None)

    def has_scanned(self, coupon: str) -> bool:
        """Whether a scanned coupon is part of the visit."""
        return self.flow.visit is not None and coupon in self.flow.visit.scanned

    def done(self) -> bool:
        """Whether the sale is redeemed and its verdict was painted."""
        return self.flow.phase is Phase.DONE and self.verdicts > 0

    def next_customer(self) -> None:
        """Enter, once the verdict has stood long enough not to be wiped by a bouncing key."""
        shown = self.station.terminal.clock.mono_ms()
        self.until(lambda: self.station.terminal.clock.mono_ms() - shown > ENTER_GUARD_MS)
        self.press(Qt.Key.Key_Return)
        self.until(lambda: self.flow.phase is Phase.ENTRY and self.flow.empty)
        self.verdicts = 0

    def refusal(self) -> RefusalCode | None:
        """The code of the refusal on the screen."""
        side = self.page.side
        return side.refusal.refusal.code if side.refusal_shown and side.refusal.refusal is not None else None

    def in_step(self) -> bool:
        """Online, and nothing waits."""
        return in_step(self.station.terminal.service.sync_status())

    def link(self) -> Link:
        """How HQ is reached."""
        return self.station.terminal.service.sync_status().link

    def badge(self) -> str:
        """What the badge in the header says."""
        return self.window.header.badge.text()

    def used(self) -> list[tuple[str, str]]:
        """(coupon, txn) of what the verdict on screen says was redeemed."""
        redemption = self.flow.redemption
        assert redemption is not None
        return [(line.coupon, redemption.sale.txn) for line in redemption.sale.lines]
