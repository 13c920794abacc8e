"""What the checkout is told from outside, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.time import Clock
from kiosk.ui.documents.receipt_output import ReceiptOutput


def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class CardTools:
    """What greeting cards need from outside. `photograph` takes a photo, which comes (JPEG) on any thread; None: there
    is no camera. `simplified`: traditional characters as simplified ones."""

    photograph: Callable[[Callable[[bytes], None]], None] | None
    simplified: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class CheckoutSettings:
    """Settings of one checkout station. Times in milliseconds unless said otherwise.

    `verdict_min`: a success stays at least this long before a scan that came meanwhile begins the next visit.
    `enter_guard`: a second Enter within this time of a confirmation is a bounce. `recent`: sales in the list.
    `categories`: goods categories for which an amount can always be keyed in.
    """

    clock: Clock
    verdict_min: int = 900
    enter_guard: int = 400
    recent: int = 20
    categories: tuple[str, ...] = ()
    receipts: ReceiptOutput | None = None
    cards: CardTools | None = None
    slips: Path | None = None
    """The folder of books of paper slips."""
    rescan: Callable[[], None] = _nothing
    """Forget what is in view of the camera, so that the same code counts again (the key "Rescan")."""
