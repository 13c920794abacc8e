"""Printers as the queue sees them. Adapters implement `Device`; whoever paints implements `Painter`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.paper import Paper
from kiosk.domain.documents.printers import Printer, Sent, Trouble


@dataclass(frozen=True, slots=True)
class Dots:
    """A picture in black dots. `rows`: row by row from the top, eight dots a byte, the leftmost in the highest bit,
    1 for black; each row begins a byte, and what is beyond `width` is 0."""

    width: int
    height: int
    rows: bytes

    @property
    def stride(self) -> int:
        """Bytes a row."""
        return (self.width + 7) // 8


class Painter(Protocol):
    """Brings documents into dots. May be called on any thread."""

    def paint(self, document: Document, paper: Paper, dpi: int) -> tuple[Dots, ...]:
        """A picture a page, on a roll one a part between cuts (`PageBreak`). Of a roll what is between its margins (as
        wide as the printer's head reaches, nothing above and below), of a label or sheet the whole. QR symbols and
        barcodes fall on whole dots."""


class Device(Protocol):
    """One printer, used by one thread at a time."""

    def render(self, document: Document) -> bytes:
        """What the printer is sent for it. Touches nothing outside."""

    def send(self, data: bytes, starting: Callable[[], None]) -> Sent:
        """Send one job and say how far it came; never raises for what a printer, a cable or a disk may do. `starting`
        is called once, when the printer was reached and before the first byte goes (that it goes is made durable
        there); what it raises comes through, and no byte has gone then."""

    def status(self) -> Trouble | None:
        """How the printer is; None: well, or it cannot tell."""

    def close(self) -> None:
        """Let go, from any thread: a `send` or `status` under way gives up at once and says how far it came. What is
        asked of the device afterwards reaches nothing."""


class Devices(Protocol):
    """Opens printers by their settings."""

    def open(self, printer: Printer) -> Device:
        """The device of a printer; nothing is reached before it is used. ValueError: an address of no known form."""
