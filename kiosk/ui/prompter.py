"""Reads aloud, for whoever wants it: what is announced, and what has the focus. Who speaks is wired outside
(kiosk/adapters/speech)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from kiosk.ui.voice import Voice


class Speech(Protocol):
    """Speaks, and returns at once."""

    def say(self, text: str, language: str, now: bool = False) -> None:
        """`now`: instead of what is being spoken. Never blocks, never raises for want of a voice."""

    def hush(self) -> None:
        """Break off."""

    def close(self) -> None:
        """Let the voice go."""


class Prompter(QObject):
    """Speaks while it is on."""

    def __init__(self, voice: Voice, language: Callable[[], str]) -> None:
        super().__init__()
        self._language = language
        self._speech: Speech | None = None
        self.on = False
        voice.said.connect(self._on_said)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def able(self) -> bool:
        """Whether this machine can speak."""
        return self._speech is not None

    def use(self, speech: Speech | None) -> None:
        """Speak with this from now on."""
        self._speech = speech

    def turn(self, on: bool) -> None:
        """Speak, or be quiet at once."""
        if on != self.on:
            self.on = on
            if not on and self._speech is not None:
                self._speech.hush()

    def _say(self, words: str, now: bool) -> None:
        if self.on and self._speech is not None and words:
            self._speech.say(words, self._language(), now)

    def _on_said(self, words: str, now: bool) -> None:
        self._say(words, now)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.on and new is not None:
            self._say(described(new), True)


def described(widget: QWidget) -> str:
    """What is said of a widget that gets the focus: its name, what is in it, what is said about it."""
    name = widget.accessibleName()
    if not name and isinstance(widget, QAbstractButton):
        name = widget.text()
    held = ""
    if isinstance(widget, QLineEdit) and widget.echoMode() is QLineEdit.EchoMode.Normal:
        held = widget.text()
    elif isinstance(widget, QPlainTextEdit):
        held = widget.toPlainText()
    return ". ".join(part for part in (name, held, widget.accessibleDescription()) if part)
