"""Handheld scanners that are keyboards, wherever the focus is.

An event filter on every window looks at key events where Qt hands them to it, before any shortcut, focus widget
or button sees them. (On the application it would be asked about every event of every widget, some fifteen hundred
for one sale.) Whose keys they are is judged by `kiosk.domain.scan.keystrokes`: a scan's are swallowed whole, a
person's are given on unchanged, each some 35 ms late, and what was given on for the time being is taken back when it
turns out to be a scan. A key that is held down repeats nothing but Backspace, arrows and the like.

Scanners that type by Alt and the number block: the characters are put together here.

Input methods: with a Chinese input method switched on in a text field some keys never reach Qt as keys; the input
method eats them and sends its own events. They count as keys of the same run. A scan in which an input method took
part is no code, whatever got through: all of it is thrown away, and a `LayoutMixup` of kind ``input_method`` says so.
Where no text is wanted the input method is switched off.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from kiosk.domain.scan.alt_codes import PAUSE_S, AltCode
from kiosk.domain.scan.burst_shape import BEGINS
from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.scan.keyboard_layouts import MixupKind
from kiosk.domain.scan.keystrokes import (
    Decision,
    Dropped,
    Held,
    KeystrokeAssembler,
    KeystrokeSettings,
    Scanned,
    Swallowed,
    Typed,
    Unsure,
)
from kiosk.ui.shell.held_key import HeldKey, identity_of
from kiosk.ui.shell.provisional import Restore, decides_at_once, remember, switch_input_method, takes_text

_KEY_EVENTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_MODIFIER_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_CONTROL = {"\x1d": "\x1d", "\r": "\r", "\n": "\r", "\t": "\t"}
"""What scanners press Ctrl and a key for: the separator inside GS1 codes, and ends."""
_ETX = "\x03"
"""Ctrl C ends a scan, too, but only one that is a scanner's for sure."""
_REPEATABLE = frozenset(
    {
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
BLOCK = {
    Qt.Key.Key_Insert: "0",
    Qt.Key.Key_End: "1",
    Qt.Key.Key_Down: "2",
    Qt.Key.Key_PageDown: "3",
    Qt.Key.Key_Left: "4",
    Qt.Key.Key_Clear: "5",
    Qt.Key.Key_Right: "6",
    Qt.Key.Key_Home: "7",
    Qt.Key.Key_Up: "8",
    Qt.Key.Key_PageUp: "9",
    **{Qt.Key(Qt.Key.Key_0 + digit): str(digit) for digit in range(10)},
}
"""The digits of the number block, whether NumLock is on or not."""


def types_nothing(event: QKeyEvent) -> bool:
    """Whether the key is a digit's of the number block and means a movement, since Num Lock is off."""
    on_block = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    return on_block and Qt.Key(event.key()) in BLOCK and not event.text().isdigit()


def key_time(event: QKeyEvent) -> float:
    """When the operating system saw the key, in seconds; only differences mean something."""
    stamp = event.timestamp()
    return stamp / 1000 if stamp else time.monotonic()


class KeyWatch(Protocol):
    """Who has the scanner's keys to itself for a while (`ScanWatch`)."""

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the key is to be given to it, and to nobody else."""

    def press(self, event: QKeyEvent) -> None:
        """A key that it wants went down."""

    def release(self, event: QKeyEvent) -> None:
        """Any key was let go."""


class HandheldScanner(QObject):
    """Turns a handheld scanner's keys into scans.

    Signals:
        scanned(ScanEvent): a code was scanned; `symbology` is unknown, scanners do not say.
        mixed_up(LayoutMixup): a scan came in the wrong letters. If it could be repaired, `scanned` follows.
        unsure(): typed or scanned, nobody can tell; the keys stand where they went, but their Enter was not given on.
        unreadable(): a scan that is no text; nothing of it was given on.
    """

    scanned = Signal(object)
    mixed_up = Signal(object)
    unsure = Signal()
    unreadable = Signal()

    def __init__(
        self,
        settings: KeystrokeSettings | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        key_clock: Callable[[QKeyEvent], float] = key_time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings or KeystrokeSettings()
        self._assembler = KeystrokeAssembler(self._settings)
        self._clock = clock
        self._key_clock = key_clock
        self._held: list[HeldKey] = []
        self._decided: tuple[int, str, int, bool] | None = None
        self._eaten: set[tuple[int, int]] = set()
        self._replaying = False
        self._alt: AltCode | None = None
        self._alt_held: list[HeldKey] = []
        self._echo = ""
        self._given: list[Restore] = []
        self._last_key = (0.0, 0.0)
        self._listening = False
        self._field: QObject | None = None
        self._watch: KeyWatch | None = None
        self._gap = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._gap.timeout.connect(self._after_gap)
        # Keys that queued up behind a busy screen come before the verdict that no key came.
        self._queue_empty = QTimer(self, singleShot=True, interval=0)
        self._queue_empty.timeout.connect(self._decide_in_silence)

    def install(self, app: QApplication) -> None:
        """Listen to all windows of the application, also to those that come later."""
        self._listening = True
        app.focusWindowChanged.connect(self._listen_to_windows)
        app.focusObjectChanged.connect(self._listen_to_field)
        self._listen_to_windows()
        self._listen_to_field(app.focusObject())

    def remove(self, app: QApplication) -> None:
        """Stop listening; keys held back are given on."""
        if self._listening:
            self._listening = False
            app.focusWindowChanged.disconnect(self._listen_to_windows)
            app.focusObjectChanged.disconnect(self._listen_to_field)
            for window in QGuiApplication.allWindows():
                window.removeEventFilter(self)
            self._listen_to_field(None)
        self.settle()

    @Slot()
    def _listen_to_windows(self) -> None:
        # Keys go to the window that has the focus, and it was given that before its first key.
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)

    @Slot(QObject)
    def _listen_to_field(self, field: QObject | None) -> None:
        """An input method sends its events straight to whatever has the focus."""
        if self._field is not None and shiboken6.isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = field
        if field is not None:
            field.installEventFilter(self)
            switch_input_method(field)

    @property
    def settings(self) -> KeystrokeSettings:
        """How scanners here are known by."""
        return self._settings

    def use(self, settings: KeystrokeSettings) -> None:
        """Know scanners by these from now on."""
        self.settle()
        self._settings, self._assembler = settings, KeystrokeAssembler(settings)

    def watch(self, watch: KeyWatch | None) -> None:
        """From now on the keys that `watch` wants are for it alone, until it is None again."""
        self.settle()
        self._watch = watch

    def settle(self) -> None:
        """No further key came: decide about all keys held back or given on for the time being."""
        self._stop()
        self._give_up_alt()
        while self._assembler.waiting:
            self._apply(self._assembler.silence())
        self._stop()

    def _stop(self) -> None:
        self._gap.stop()
        self._queue_empty.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if self._replaying or not isinstance(watched, QWindow) or event.type() not in _KEY_EVENTS:
                return False
            if self._watch is not None:
                return self._watched(self._watch, event)
            if event.type() == QEvent.Type.KeyRelease:
                return self._released(event)
            return self._pressed(watched, event)
        if isinstance(event, QInputMethodEvent):
            return self._composing(event)
        return False

    # -- keys

    def _watched(self, watch: KeyWatch, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            watch.release(event)
            return False  # it may be of a key that was pressed before
        if event.key() in _MODIFIER_KEYS or not watch.wants(event):
            return False
        if event.type() == QEvent.Type.KeyPress:
            watch.press(event)
        event.accept()
        return True

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        """Decide about a key once, at the first of its two events; True keeps it from everyone else."""
        same = (event.key(), event.text(), event.timestamp())
        if event.type() == QEvent.Type.KeyPress and self._decided is not None and self._decided[:3] == same:
            eat = self._decided[3]
            self._decided = None
        else:
            eat = self._decide(window, event)
            self._decided = (*same, eat) if event.type() == QEvent.Type.ShortcutOverride else None
        identity = identity_of(event)
        if eat:
            self._eaten.add(identity)
            event.accept()  # an accepted ShortcutOverride keeps Qt from looking for a shortcut
        else:
            self._eaten.discard(identity)
        return eat

    def _released(self, event: QKeyEvent) -> bool:
        identity = identity_of(event)
        if not event.isAutoRepeat():
            if event.key() == Qt.Key.Key_Alt:
                self._finish_alt(event)
            for decision in self._assembler.release(identity, self._key_clock(event)):
                self._apply(decision)
        if identity not in self._eaten:
            return False
        if not event.isAutoRepeat():
            self._eaten.discard(identity)
        return True

    def _decide(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIER_KEYS:
            return False
        if event.isAutoRepeat():
            self._settle_held()
            return event.key() not in _REPEATABLE
        at = self._key_clock(event)
        self._last_key = (at, self._clock())
        if self._alt_digit(window, event, at):
            return True
        char = self._char(event)
        if self._echo and char == self._echo and self._assembler.waiting:
            self._echo = ""  # Windows puts the character together as well
            return True
        self._echo = ""
        if char is None:  # Ctrl or Alt and a key, with nothing before it
            self._settle_held()
            return False
        return self._feed(char, at, HeldKey.of(window, event))

    def _feed(self, char: str, at: float, key: HeldKey | None) -> bool:
        self._stop()
        assembled = key is None
        code = None if key is None else identity_of(key.press)
        presses = char == " " and key is not None and not takes_text(QApplication.focusWidget())
        *before, now = self._assembler.key(char, at, code, assembled=assembled, presses=presses)
        for decision in before:
            self._apply(decision)
        if isinstance(now, Held) and key is not None:
            self._held.append(key)
        return self._apply(now)

    def _char(self, event: QKeyEvent) -> str | None:
        """What a scanner could have meant by the key: empty where it writes nothing, None where it is nobody's but a
        person's."""
        command = event.modifiers() & _COMMAND
        text = event.text()
        if command == Qt.KeyboardModifier.ControlModifier and text in _CONTROL and self._in_burst():
            return _CONTROL[text]
        if command == Qt.KeyboardModifier.ControlModifier and text == BEGINS and not self._assembler.is_burst:
            return BEGINS
        if command == Qt.KeyboardModifier.ControlModifier and text == _ETX and self._is_scanners():
            return "\r"
        # Control and Alt together are AltGr on Windows, which types letters.
        if command not in (Qt.KeyboardModifier(0), _COMMAND):
            return "" if self._assembler.is_burst else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            char = "\t" if event.key() == Qt.Key.Key_Tab else "\r"
            return char if char in self._settings.suffixes and not command else ""
        return text if text and text.isprintable() else ""

    def _in_burst(self) -> bool:
        return self._assembler.waiting or self._assembler.just_ended(self._last_key[0])

    def _is_scanners(self) -> bool:
        return self._assembler.is_burst or self._assembler.just_ended(self._last_key[0])

    def _settle_held(self) -> None:
        self._give_up_alt()
        if self._assembler.waiting:
            self._stop()
            self._apply(self._assembler.interrupt())

    def _apply(self, decision: Decision) -> bool:
        """Carry a decision out; True if the key that brought it is not to be given on."""
        match decision:
            case Held(for_s):
                self._gap.start(round(for_s * 1000))
                return True
            case Swallowed():
                return True
            case Dropped(for_s):
                self._held = []
                if for_s:
                    self._gap.start(round(for_s * 1000))
                return True
            case Typed(_, wait_s):
                held, self._held = self._held, []
                for key in held:
                    if wait_s:
                        self._given.append(remember())
                    self._replay(key)
                if wait_s:
                    self._gap.start(round(wait_s * 1000))
                elif not self._assembler.waiting:
                    self._given = []
                return False
            case Unsure():
                given, self._held, self._given = self._given, [], []
                if given and decides_at_once():
                    given[0]()
                self.unsure.emit()
                return True
            case Scanned():
                self._on_scanned(decision)
                return True

    def _on_scanned(self, scan: Scanned) -> None:
        given, self._held, self._given = self._given, [], []
        if scan.mixup is not None and scan.mixup.kind is MixupKind.INPUT_METHOD:
            QGuiApplication.inputMethod().reset()
            back = len(given)
        else:
            back = scan.back
        if back and given:
            given[-min(back, len(given))]()
        if scan.mixup is not None:
            self.mixed_up.emit(scan.mixup)
        if scan.text:
            self.scanned.emit(ScanEvent(scan.text, Symbology.UNKNOWN, ScanSource.HANDHELD, None, None, self._clock()))
        elif scan.mixup is None:
            self.unreadable.emit()

    @Slot()
    def _after_gap(self) -> None:
        self._queue_empty.start()

    @Slot()
    def _decide_in_silence(self) -> None:
        self._give_up_alt()
        if self._assembler.waiting:
            self._apply(self._assembler.silence())

    def _replay(self, key: HeldKey) -> None:
        """Give a key on that was held back, as Qt would have."""
        self._replaying = True
        try:
            key.give_on()
        finally:
            self._replaying = False

    # -- Alt and the number block

    def _alt_digit(self, window: QWindow, event: QKeyEvent, at: float) -> bool:
        """Hold a digit back that is pressed with Alt, until it is clear whether it is part of a character."""
        digit = BLOCK.get(Qt.Key(event.key()))
        if digit is None or event.modifiers() & _COMMAND != Qt.KeyboardModifier.AltModifier:
            self._give_up_alt()
            return False
        code = self._alt = self._alt or AltCode()
        if not code.press(digit, at):
            self._replay_alt()
        self._alt_held.append(HeldKey.of(window, event))
        self._stop()
        self._gap.start(round(PAUSE_S * 1000))
        return True

    def _finish_alt(self, event: QKeyEvent) -> None:
        code, self._alt = self._alt, None
        char = code.finish() if code is not None else ""
        if not char:
            held, self._alt_held = self._alt_held, []
            for key in held:
                self._feed("", self._last_key[0], key)
            return
        self._alt_held = []
        end = {"\r": "\r", "\n": "\r", "\t": "\t"}.get(char, char)
        self._last_key = (self._key_clock(event), self._clock())
        self._feed(end, self._last_key[0], None)
        self._echo = char

    def _give_up_alt(self) -> None:
        if self._alt is not None:
            self._alt = None
            self._replay_alt()

    def _replay_alt(self) -> None:
        held, self._alt_held = self._alt_held, []
        for key in held:
            self._replay(key)

    # -- input methods

    def _composing(self, event: QInputMethodEvent) -> bool:
        text = event.commitString() or event.preeditString()
        if not text and not event.replacementLength() and not self._assembler.waiting:
            return False  # the field got the focus, or lost it
        at, seen = self._last_key
        self._last_key = (at + self._clock() - seen, self._clock())
        self._stop()
        if not self._assembler.waiting:
            self._given = []
        self._given.append(remember())
        for decision in self._assembler.composed(event.commitString(), self._last_key[0]):
            self._apply(decision)
        self._gap.start(round(self._settings.stumble_s * 1000))
        return self._assembler.is_burst
