"""What the shell is told from outside, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.domain.time import Clock
from kiosk.ui.shell.sounds import Silence, SoundPlayer

if TYPE_CHECKING:
    from kiosk.domain.scan.scanner_learning import Learned
    from kiosk.ui.shell.handheld import HandheldScanner


@dataclass(frozen=True, slots=True)
class ScannerDesk:
    """The handheld scanner, to be learned. `keep` writes what was learned where the next start finds it; False when it
    cannot."""

    handheld: HandheldScanner
    keep: Callable[[Learned], bool]


@dataclass(frozen=True, slots=True)
class ShellSettings:
    """Settings of the window, whatever station is in it.

    `idle_lock_s`: lock after so many seconds without a key, click or scan (0: never). `clock_tolerance_ms`: HQ's clock
    may differ by this much before it is said. `scanner`: the handheld scanner, to be learned; None where there is no
    keyboard to listen to.
    """

    clock: Clock
    idle_lock_s: int = 180
    clock_tolerance_ms: int = 120_000
    sounds: SoundPlayer = field(default_factory=Silence)
    scanner: ScannerDesk | None = None
