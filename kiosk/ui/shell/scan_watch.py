"""Whole scans of a handheld scanner, key by key: what `kiosk scanner learn` and the shell's sheet learn from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.domain.scan.alt_codes import AltCode
from kiosk.domain.scan.burst_shape import Stroke
from kiosk.ui.shell.handheld import BLOCK, key_time
from kiosk.ui.shell.held_key import identity_of

PAUSE_MS = 600
"""A scan is over when no key has come for so long."""
_ENDS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}


class ScanWatch(QObject):
    """Give it the keys; it makes scans of them.

    Signals:
        scanned(list[Stroke]): a scan is over.
    """

    scanned = Signal(object)

    def __init__(self, *, key_clock: Callable[[QKeyEvent], float] = key_time, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key_clock = key_clock
        self._run: list[Stroke] = []
        self._alt: AltCode | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.end_scan)

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the key is, or may be, a scanner's: one that writes something, Enter, Tab, or any within a scan. By
        itself Esc, or a key with Ctrl, is a hand's."""
        return bool(self._run) or self._alt_digit(event) is not None or bool(_char(event))

    def press(self, event: QKeyEvent) -> None:
        """A key went down."""
        if event.isAutoRepeat():
            return
        digit = self._alt_digit(event)
        if digit is not None:
            self._alt = self._alt or AltCode()
            self._alt.press(digit, self._key_clock(event))
            self._pause.start()
            return
        char = _char(event)
        if char:
            self._add(Stroke(char, self._key_clock(event), identity_of(event), end=char in "\r\t"))

    def release(self, event: QKeyEvent) -> None:
        """A key was let go."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Alt and self._alt is not None:
            char, self._alt = self._alt.finish().replace("\n", "\r"), None
            if char:
                self._add(Stroke(char, self._key_clock(event), assembled=True, end=char in "\r\t"))
            return
        for stroke in reversed(self._run):
            if stroke.code == identity_of(event) and stroke.up is None:
                stroke.up = self._key_clock(event)
                break

    def end_scan(self) -> None:
        """No key came for a while."""
        self._pause.stop()
        run, self._run, self._alt = self._run, [], None
        if run:
            self.scanned.emit(run)

    def _add(self, stroke: Stroke) -> None:
        before = self._run[-1] if self._run else None
        if before is not None and before.assembled and not stroke.assembled and stroke.char == before.char:
            return  # Windows puts the character together as well
        self._run.append(stroke)
        self._pause.start()

    def _alt_digit(self, event: QKeyEvent) -> str | None:
        pressed = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
        return BLOCK.get(Qt.Key(event.key())) if pressed == Qt.KeyboardModifier.AltModifier else None


def _char(event: QKeyEvent) -> str:
    text = _ENDS.get(Qt.Key(event.key()), event.text())
    return text if text in ("\r", "\t") or text.isprintable() else ""
