"""States of the sheets by which a manager sets the terminal up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from kiosk.demo.checkout.pad_states import tap
from kiosk.demo.checkout.stage import Stage
from kiosk.demo.store.people import PIN
from kiosk.domain.scan.burst_shape import Stroke
from kiosk.ui.shell.offline_sheet import OfflineSheet
from kiosk.ui.shell.scanner_sheet import CODE, ScannerSheet


def open_scanner_sheet(stage: Stage) -> ScannerSheet:
    """Ctrl F9, the scanner, the manager's PIN."""
    stage.key(Qt.Key.Key_F9, modifiers=Qt.KeyboardModifier.ControlModifier)
    tap(stage, "scanner_learn")
    stage.type(PIN)
    stage.key(Qt.Key.Key_Return)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, ScannerSheet)
    return sheet


def scan_of(text: str, gap: float) -> list[Stroke]:
    """The keys of a scanner, `gap` seconds apart."""
    return [Stroke(char, 1 + gap * at, at, up=1 + gap * (at + 0.4), end=char in "\r\t") for at, char in enumerate(text)]


def _set_up(stage: Stage) -> None:
    stage.basket()
    stage.key(Qt.Key.Key_F9, modifiers=Qt.KeyboardModifier.ControlModifier)


def _scanner_refused(stage: Stage) -> None:
    stage.sign_in(4)
    sheet = open_scanner_sheet(stage)
    for _ in range(3):
        sheet.on_watched(scan_of("A1234567\r", 0.004))
    stage.settle()


def _scanner_slow(stage: Stage) -> None:
    """One whose short codes would stay as digits."""
    stage.sign_in(4)
    sheet = open_scanner_sheet(stage)
    for _ in range(3):
        sheet.on_watched(scan_of(CODE, 0.08))
    stage.settle()
    stage.handheld.unsure.emit()
    stage.settle()


def open_offline_sheet(stage: Stage) -> OfflineSheet:
    """Ctrl F9, what may be lost, the manager's PIN."""
    stage.key(Qt.Key.Key_F9, modifiers=Qt.KeyboardModifier.ControlModifier)
    tap(stage, "offline_loss")
    stage.type(PIN)
    stage.key(Qt.Key.Key_Return)
    sheet = stage.window.overlay.sheet
    assert isinstance(sheet, OfflineSheet)
    return sheet


def _offline_loss(stage: Stage) -> None:
    stage.sign_in(4)
    open_offline_sheet(stage)


SETTING_UP_STATES: dict[str, Callable[[Stage], None]] = {
    "set_up": _set_up,
    "scanner_refused": _scanner_refused,
    "scanner_slow": _scanner_slow,
    "offline_loss": _offline_loss,
}
