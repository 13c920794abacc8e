"""What a station is connected to, by its settings: camera, scanner, pole display, sounds, printers, files.

Each is loaded when it is wanted: a start waits for none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.application.sync.outcomes import TerminalInfo
from kiosk.config import Settings
from kiosk.ui.prompter import Speech
from kiosk.ui.shell.sounds import Silence, SoundPlayer

if TYPE_CHECKING:
    from kiosk.adapters.customer.pole_display import PoleDisplay
    from kiosk.adapters.scan.frames import FrameSource
    from kiosk.adapters.scan.serial_scanner import SerialSettings
    from kiosk.application.ports.printing import Device, Devices, FoundPrinter
    from kiosk.application.sales.outcomes import SaleView
    from kiosk.domain.documents.printers import Printer
    from kiosk.ui.documents.receipt_files import ReceiptFiles


def camera_source(settings: Settings) -> FrameSource | None:
    """The camera, None where there is none."""
    from kiosk.adapters.scan.frames import source_from

    return source_from(settings.camera) if settings.camera else None


def pole_display(settings: Settings) -> PoleDisplay:
    """The pole display on its serial line."""
    from kiosk.adapters.customer.pole_display import PoleDisplay, PoleSettings

    return PoleDisplay(
        PoleSettings(settings.pole_port, settings.pole_baud, settings.pole_protocol, settings.pole_code_page)
    )


def serial_line(settings: Settings) -> SerialSettings:
    """How the serial scanner is set."""
    from kiosk.adapters.scan.serial_scanner import SerialSettings

    return SerialSettings(
        port=settings.serial_port,
        baud=settings.serial_baud,
        suffix=settings.serial_suffix.encode("latin-1"),
        prefix=settings.serial_prefix.encode("latin-1"),
        parity=settings.serial_parity,
        data_bits=settings.serial_data_bits,
        stop_bits=settings.serial_stop_bits,
    )


def speech(settings: Settings) -> Speech | None:
    """What this machine can speak with, None where it cannot or must not."""
    if not settings.speech:
        return None
    from kiosk.adapters.speech.speaking import system_speech

    return system_speech()


def sound_player(settings: Settings) -> SoundPlayer:
    """Sounds, or none."""
    if not settings.sounds:
        return Silence()
    from kiosk.adapters.sounds import DeviceSounds

    return DeviceSounds()


class LazyDevices:
    """Printers; what speaks to them, and what paints for them, is loaded when the first one is opened."""

    def __init__(self, pages: Callable[[], Device] | None = None) -> None:
        self._pages = pages

    def open(self, printer: Printer) -> Device:
        """The device of a printer."""
        return self._devices.open(printer)

    def found(self) -> tuple[FoundPrinter, ...]:
        """Printers on this machine's ports, and its system's."""
        return self._devices.found()

    @cached_property
    def _devices(self) -> Devices:
        from kiosk.adapters.printing.devices import PrinterDevices
        from kiosk.ui.documents.painting import DotsPainter
        from kiosk.ui.documents.system_printers import SystemPrinter, system_printers

        return PrinterDevices(DotsPainter(), SystemPrinter, system_printers, pages=self._pages and self._pages())


class LazyReceipts:
    """Receipts into files; loaded when the first one is wanted."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def save_pdf(self, sale: SaleView, terminal: TerminalInfo, language: str) -> Path:
        """Write the receipt as PDF and say where."""
        return self._files().save_pdf(sale, terminal, language)

    def save_text(self, sale: SaleView, terminal: TerminalInfo, language: str) -> Path:
        """Write it as plain text and say where."""
        return self._files().save_text(sale, terminal, language)

    def _files(self) -> ReceiptFiles:
        from kiosk.adapters.printing.receipt_text import write_text
        from kiosk.ui.documents.receipt_files import ReceiptFiles

        return ReceiptFiles(self._settings.receipts_dir, write_text)
