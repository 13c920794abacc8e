"""Sounds that go with verdicts. Who plays them is wired outside (kiosk/adapters/sounds.py)."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Sound(StrEnum):
    """The stems of the files in resources/sounds."""

    OK = "ok"
    REFUSED = "refused"
    ATTENTION = "attention"
    TICK = "tick"
    """A field passes the pointer, a light moves on."""
    TURN = "turn"
    """The knob of a capsule machine, packets that begin to fall."""
    POP = "pop"
    """Something opens."""
    WON = "won"
    CONSOLED = "consoled"
    """The draw gave nothing but thanks."""
    AGAIN = "again"
    """A guest is in already."""
    LATER = "later"
    """Another day, another session, another event."""
    UNKNOWN = "unknown"
    """Nobody on the list."""
    BLOCKED = "blocked"
    ASK = "ask"
    """A question is answered first."""
    OUT = "out"
    """Somebody leaves."""


PLAYFUL = frozenset({Sound.TICK, Sound.TURN, Sound.POP, Sound.WON, Sound.CONSOLED})
"""Those of draws: they accompany what is played and are no verdict."""


class SoundPlayer(Protocol):
    """Plays a short sound at once and returns at once."""

    def play(self, sound: str) -> None:
        """`sound`: a value of Sound. Never blocks, never raises for want of an audio device."""


class Silence:
    """No sound at all: for tests, screenshots and muted stations."""

    def play(self, sound: str) -> None:
        """Nothing."""


class Speaker:
    """Plays sounds unless it is muted."""

    def __init__(self, player: SoundPlayer) -> None:
        self._player = player
        self.muted = False

    def play(self, sound: Sound) -> None:
        """At once, or not at all."""
        if not self.muted:
            self._player.play(sound.value)
