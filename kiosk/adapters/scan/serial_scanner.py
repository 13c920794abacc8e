"""Scanners on a serial line (or USB pretending to be one): no keyboard, so no layouts and no focus to get
wrong."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from kiosk.domain.scan.events import CameraStatus, ScanEvent, ScanSource, Symbology

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SerialSettings:
    """How the scanner is set up.

    `port`: "COM3", "/dev/ttyACM0". `suffix` ends a scan; a line feed after a carriage return is never part
    of the next. `prefix` is cut off where it is there. Scans longer than `max_bytes` are dropped up to the
    next suffix.
    """

    port: str
    baud: int = 9600
    suffix: bytes = b"\r"
    prefix: bytes = b""
    max_bytes: int = 4096

    def __post_init__(self) -> None:
        if not self.suffix:
            raise ValueError("a serial scan has to end with something")


class SerialFramer:
    """Cuts a stream of bytes into scans."""

    def __init__(self, settings: SerialSettings) -> None:
        self._settings = settings
        self._pending = b""
        self._too_long = False

    def feed(self, data: bytes) -> list[str]:
        """Take bytes as they come; return the texts of the scans that are complete, empty ones left out."""
        *whole, self._pending = (self._pending + data).split(self._settings.suffix)
        texts = []
        for scan in whole:
            text = self._text(scan)
            if text and not self._too_long:
                texts.append(text)
            self._too_long = False
        if len(self._pending) > self._settings.max_bytes:
            self._too_long = True
            # What may be the beginning of a suffix is kept.
            self._pending = self._pending[-len(self._settings.suffix) :]
        return texts

    def _text(self, scan: bytes) -> str:
        if self._settings.suffix == b"\r":
            scan = scan.removeprefix(b"\n")
        if len(scan) > self._settings.max_bytes:
            return ""
        scan = scan.removeprefix(self._settings.prefix)
        try:
            return scan.decode("utf-8")
        except UnicodeDecodeError:
            return scan.decode("latin-1")  # every byte is a letter there: nothing gets lost


class Port(Protocol):
    """What is needed of `serial.Serial`."""

    def read(self, size: int = 1) -> bytes:
        """Up to `size` bytes; fewer, or none, when the time-out is over. Raises OSError when it is gone."""

    def close(self) -> None:
        """Let go of the port."""


def open_port(settings: SerialSettings) -> Port:
    """Open the port. Raises OSError (`serial.SerialException` is one)."""
    import serial

    port: Any = serial.Serial(settings.port, settings.baud, timeout=0.2, exclusive=None)
    return _Available(port)


class _Available:
    """A port whose `read` returns what is there instead of waiting for all of `size`."""

    def __init__(self, port: Any) -> None:
        self._port = port

    def read(self, size: int = 1) -> bytes:
        waiting = min(size, max(1, int(self._port.in_waiting)))
        data: bytes = self._port.read(waiting)
        return data

    def close(self) -> None:
        self._port.close()


class SerialScanner:
    """Reads a serial scanner in a thread of its own and reports scans; reconnects by itself.

    on_scan and on_status (`STARTING`, `READY`, `LOST`) run on that thread.
    """

    def __init__(
        self,
        settings: SerialSettings,
        *,
        on_scan: Callable[[ScanEvent], None],
        on_status: Callable[[CameraStatus], None] = lambda _status: None,
        open_port: Callable[[SerialSettings], Port] = open_port,
        retry_s: Sequence[float] = (0.25, 0.5, 1.0, 2.0, 5.0),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._on_scan = on_scan
        self._on_status = on_status
        self._open_port = open_port
        self._retry_s = tuple(retry_s)
        self._clock = clock
        self._stopping = threading.Event()
        self._status: CameraStatus | None = None
        self._thread = threading.Thread(target=self._run, name="serial scanner", daemon=True)

    def start(self) -> None:
        """Start reading; returns at once."""
        self._thread.start()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Stop and wait; False if the driver hangs."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._set_status(CameraStatus.STARTING)
        tries = 0
        while not self._stopping.is_set():
            try:
                port = self._open_port(self._settings)
            except OSError as error:
                if tries == 0:
                    log.warning("serial scanner does not open: %s", error)
            else:
                self._set_status(CameraStatus.READY)
                tries = 0
                self._read(port)
            if not self._stopping.is_set():
                self._set_status(CameraStatus.LOST)
                self._stopping.wait(self._retry_s[min(tries, len(self._retry_s) - 1)])
                tries += 1

    def _read(self, port: Port) -> None:
        framer = SerialFramer(self._settings)
        try:
            while not self._stopping.is_set():
                for text in framer.feed(port.read(self._settings.max_bytes)):
                    self._report(text)
        # pyserial lets a TypeError through when the port goes away in the middle of a read.
        except (OSError, TypeError) as error:
            log.warning("serial scanner lost: %s", error)
        finally:
            port.close()

    def _report(self, text: str) -> None:
        scan = ScanEvent(text, Symbology.UNKNOWN, ScanSource.SERIAL, None, None, self._clock())
        try:
            self._on_scan(scan)
        except Exception:
            log.exception("a listener of the serial scanner failed")

    def _set_status(self, status: CameraStatus) -> None:
        if status is not self._status:
            self._status = status
            self._on_status(status)
