"""Handheld scanners that are keyboards, wherever the focus is.

An event filter on every window looks at key events where Qt hands them to it, before any shortcut, focus widget
or button sees them. (On the application it would be asked about every event of every widget, some fifteen hundred
for one sale.) Keys of a scan are swallowed whole; a person's keys are given on
unchanged, the first of them up to a tenth of a second late (see `kiosk.domain.scan.keystrokes`).

Input methods: with a Chinese input method switched on in a text field the keys never reach Qt as keys; the
input method eats them and sends its own events. Such events at a scanner's pace are recognised, the
half-made composition is thrown away and a `LayoutMixup` of kind ``input_method`` tells the clerk to switch
to English or the scanner to its serial mode. Widgets that are no text fields switch input methods off by
themselves, so this is rare.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QWindow,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.domain.scan.events import ScanEvent, ScanSource, Symbology
from kiosk.domain.scan.keyboard_layouts import LayoutMixup, MixupKind
from kiosk.domain.scan.keystrokes import (
    Decision,
    Held,
    KeystrokeAssembler,
    KeystrokeSettings,
    Scanned,
    Swallowed,
    Typed,
)

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
_GROUP_SEPARATOR = "\x1d"  # inside GS1 codes; scanners press Ctrl+] for it
_COMPOSITION_EVENTS = 8


def key_time(event: QKeyEvent) -> float:
    """When the operating system saw the key, in seconds; only differences mean something."""
    stamp = event.timestamp()
    return stamp / 1000 if stamp else time.monotonic()


@dataclass(frozen=True, slots=True)
class _HeldKey:
    """A key that is held back, and the window it was meant for."""

    window: QWindow
    press: QKeyEvent
    release: QKeyEvent


class HandheldScanner(QObject):
    """Turns a handheld scanner's keys into scans.

    Signals:
        scanned(ScanEvent): a code was scanned; `symbology` is unknown, scanners do not say.
        mixed_up(LayoutMixup): a scan came in the wrong letters. If it could be repaired, `scanned` follows.
    """

    scanned = Signal(object)
    mixed_up = Signal(object)

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
        self._held: list[_HeldKey] = []
        self._decided: tuple[int, str, int, bool] | None = None
        self._eaten: set[tuple[int, int]] = set()
        self._replaying = False
        self._compositions: list[float] = []
        self._composed = ""
        self._listening = False
        self._field: QObject | None = None
        self._gap = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._gap.timeout.connect(self._after_gap)
        # Keys that queued up behind a busy screen come before the verdict that no key came.
        self._queue_empty = QTimer(self, singleShot=True, interval=0)
        self._queue_empty.timeout.connect(self.settle)

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

    def settle(self) -> None:
        """No further key came: decide about the keys held back."""
        self._gap.stop()
        self._queue_empty.stop()
        if self._compositions:
            self._end_composition()
        if self._assembler.holding:
            self._apply(self._assembler.silence())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if self._replaying or not isinstance(watched, QWindow) or event.type() not in _KEY_EVENTS:
                return False
            if event.type() == QEvent.Type.KeyRelease:
                return self._released(event)
            return self._pressed(watched, event)
        if isinstance(event, QInputMethodEvent):
            return self._composing(event)
        return False

    # -- keys

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        """Decide about a key once, at the first of its two events; True keeps it from everyone else."""
        same = (event.key(), event.text(), event.timestamp())
        if event.type() == QEvent.Type.KeyPress and self._decided is not None and self._decided[:3] == same:
            eat = self._decided[3]
            self._decided = None
        else:
            eat = self._decide(window, event)
            self._decided = (*same, eat) if event.type() == QEvent.Type.ShortcutOverride else None
        identity = _identity(event)
        if eat:
            self._eaten.add(identity)
            event.accept()  # an accepted ShortcutOverride keeps Qt from looking for a shortcut
        else:
            self._eaten.discard(identity)
        return eat

    def _released(self, event: QKeyEvent) -> bool:
        identity = _identity(event)
        if identity not in self._eaten:
            return False
        if not event.isAutoRepeat():
            self._eaten.discard(identity)
        return True

    def _decide(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIER_KEYS:
            return False
        self._gap.stop()
        self._queue_empty.stop()
        char = self._char(event)
        if char is None:
            if self._assembler.holding:
                self._apply(self._assembler.interrupt())
            return False
        *before, now = self._assembler.key(char, self._key_clock(event))
        for decision in before:
            self._apply(decision)
        if isinstance(now, Held):
            self._held.append(_HeldKey(window, _copy(event, press=True), _copy(event, press=False)))
        return self._apply(now)

    def _char(self, event: QKeyEvent) -> str | None:
        """What a scanner could have meant by the key; None for what no scanner presses."""
        if event.isAutoRepeat():
            return None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            char = "\r"
        elif event.key() == Qt.Key.Key_Tab:
            char = "\t"
        else:
            text = event.text()
            command = event.modifiers() & _COMMAND
            if text == _GROUP_SEPARATOR and self._assembler.holding:
                return text
            # Control and Alt together are AltGr on Windows, which types letters.
            if not text or not text.isprintable() or command not in (Qt.KeyboardModifier(0), _COMMAND):
                return None
            return text
        return char if char in self._settings.suffixes and not event.modifiers() & _COMMAND else None

    def _apply(self, decision: Decision) -> bool:
        """Carry a decision out; True if the key that brought it is not to be given on."""
        match decision:
            case Held(for_s):
                self._gap.start(round(for_s * 1000))
                return True
            case Swallowed():
                return True
            case Typed():
                held, self._held = self._held, []
                for key in held:
                    self._replay(key)
                return False
            case Scanned(text, mixup):
                self._held = []
                if mixup is not None:
                    self.mixed_up.emit(mixup)
                if text is not None:
                    self.scanned.emit(
                        ScanEvent(text, Symbology.UNKNOWN, ScanSource.HANDHELD, None, None, self._clock())
                    )
                return True

    def _after_gap(self) -> None:
        self._queue_empty.start()

    def _replay(self, key: _HeldKey) -> None:
        """Give a key on that was held back, as Qt would have: to a shortcut, else to the window."""
        self._replaying = True
        try:
            override = _copy(key.press, kind=QEvent.Type.ShortcutOverride)
            override.ignore()
            QCoreApplication.sendEvent(key.window, override)
            if not override.isAccepted() and _use_shortcut(key.press):
                return
            QCoreApplication.sendEvent(key.window, key.press)
            QCoreApplication.sendEvent(key.window, key.release)
        finally:
            self._replaying = False

    # -- input methods

    def _composing(self, event: QInputMethodEvent) -> bool:
        now = self._clock()
        if self._compositions and now - self._compositions[-1] > self._settings.gap_s:
            self._end_composition()
        self._compositions.append(now)
        self._composed = (self._composed + event.commitString())[: self._settings.max_length]
        self._gap.start(round(self._settings.gap_s * 1000))
        return self._at_scanners_pace()

    def _at_scanners_pace(self) -> bool:
        times = self._compositions
        if len(times) < _COMPOSITION_EVENTS:
            return False
        return median(later - earlier for earlier, later in pairwise(times)) <= self._settings.pace_s

    def _end_composition(self) -> None:
        scanner, received = self._at_scanners_pace(), self._composed
        self._compositions, self._composed = [], ""
        if scanner:
            QGuiApplication.inputMethod().reset()
            self.mixed_up.emit(LayoutMixup(MixupKind.INPUT_METHOD, received))


def _identity(event: QKeyEvent) -> tuple[int, int]:
    # The letter of a key changes with Shift between press and release; its place on the keyboard does not.
    code = event.nativeScanCode()
    return (code, 0) if code else (0, event.key())


def _copy(event: QKeyEvent, *, press: bool = True, kind: QEvent.Type | None = None) -> QKeyEvent:
    if kind is None:
        kind = QEvent.Type.KeyPress if press else QEvent.Type.KeyRelease
    return QKeyEvent(
        kind,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )


def _use_shortcut(event: QKeyEvent) -> bool:
    """Set off the one shortcut that the key stands for in the active window; False if there is none.

    Qt looks shortcuts up before a key event exists and not again when one is sent, so a key that was held
    back needs this. Keys with Ctrl or Alt are never held back and take Qt's own way.
    """
    window = QApplication.activeWindow()
    if window is None:
        return False
    pressed = QKeySequence(event.keyCombination())
    fire: list[Callable[[], None]] = []
    for shortcut in window.findChildren(QShortcut):
        keys = shortcut.keys()
        if shortcut.isEnabled() and pressed in keys and _reaches(shortcut.context(), shortcut.parent()):
            fire.append(shortcut.activated.emit)
    for action in window.findChildren(QAction):
        if action.isEnabled() and pressed in action.shortcuts():
            owners = action.associatedObjects()
            if any(_reaches(action.shortcutContext(), owner) for owner in owners):
                fire.append(action.trigger)
    for button in window.findChildren(QAbstractButton):
        if button.isEnabled() and button.isVisible() and pressed == button.shortcut():
            fire.append(button.animateClick)
    if len(fire) != 1:  # none, or several that Qt would call ambiguous
        return False
    fire[0]()
    return True


def _reaches(context: Qt.ShortcutContext, owner: QObject | None) -> bool:
    """True if a shortcut of `owner` holds where the focus is."""
    if not isinstance(owner, QWidget) or not owner.isVisible():
        return False
    focus = QApplication.focusWidget()
    if context == Qt.ShortcutContext.WidgetShortcut:
        return focus is owner
    if context == Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return focus is not None and (focus is owner or owner.isAncestorOf(focus))
    return True
