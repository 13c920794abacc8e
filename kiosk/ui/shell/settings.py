"""What the shell is told from outside, once."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.domain.time import Clock
from kiosk.ui.shell.sounds import Silence, SoundPlayer


@dataclass(frozen=True, slots=True)
class ShellSettings:
    """Settings of the window, whatever station is in it.

    `idle_lock_s`: lock after so many seconds without a key, click or scan (0: never). `clock_tolerance_ms`: HQ's clock
    may differ by this much before it is said.
    """

    clock: Clock
    idle_lock_s: int = 180
    clock_tolerance_ms: int = 120_000
    sounds: SoundPlayer = field(default_factory=Silence)
