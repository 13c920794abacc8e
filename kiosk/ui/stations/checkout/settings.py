"""What the checkout is told from outside, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.domain.time import Clock
from kiosk.ui.documents.receipt_output import ReceiptOutput
from kiosk.ui.shell.sounds import Silence, SoundPlayer


def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class CheckoutSettings:
    """Settings of one checkout station. Times in milliseconds unless said otherwise.

    `idle_lock_s`: lock after so many seconds without a key, click or scan (0: never). `verdict_min`: a success stays
    at least this long before a scan that came meanwhile begins the next visit. `enter_guard`: a second Enter within
    this time of a confirmation is a bounce. `clock_tolerance`: HQ's clock may differ by this much before it is said.
    `categories`: goods categories for which an amount can always be keyed in. `remember_language`: told of a switch.
    """

    clock: Clock
    idle_lock_s: int = 180
    verdict_min: int = 900
    enter_guard: int = 400
    clock_tolerance: int = 120_000
    recent: int = 20
    categories: tuple[str, ...] = ()
    sounds: SoundPlayer = field(default_factory=Silence)
    receipts: ReceiptOutput | None = None
    rescan: Callable[[], None] = _nothing
    """Forget what is in view of the camera, so that the same code counts again (the key "Rescan")."""
