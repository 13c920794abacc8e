"""Scanners on a serial line (or USB pretending to be one): no keyboard, so no layouts and no focus to get
wrong."""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from kiosk.domain.scan.events import CameraStatus, ScanEvent, ScanSource, Symbology

log = logging.getLogger(__name__)


PARITIES = {"none": "N", "even": "E", "odd": "O", "mark": "M", "space": "S"}
_ANY_END = re.compile(rb"[\r\n\t\x03]")
_STX = b"\x02"


@dataclass(frozen=True, slots=True)
class SerialSettings:
    """How the scanner is set up.

    `port`: "COM3", "/dev/ttyACM0". `suffix` ends a scan; a line feed after a carriage return is never part
    of the next. Without a suffix CR, LF, Tab or ETX does, whichever comes, or a pause of `pause_s`. `prefix` is cut off
    where it is there; without a suffix an STX is too. `parity`: a key of `PARITIES`. Scans longer than `max_bytes` are
    dropped up to the next end. Raises ValueError for what no line can be set to.
    """

    port: str
    baud: int = 9600
    suffix: bytes = b"\r"
    prefix: bytes = b""
    max_bytes: int = 4096
    parity: str = "none"
    data_bits: int = 8
    stop_bits: int = 1
    pause_s: float = 0.2

    def __post_init__(self) -> None:
        if self.baud < 1:
            raise ValueError(f"{self.baud} is no speed of a serial line")
        if self.parity not in PARITIES:
            raise ValueError(f"parity {self.parity!r} is none of {', '.join(PARITIES)}")
        if self.data_bits not in (7, 8) or self.stop_bits not in (1, 2):
            raise ValueError("a scanner sends 7 or 8 data bits and 1 or 2 stop bits")


class SerialFramer:
    """Cuts a stream of bytes into scans."""

    def __init__(self, settings: SerialSettings) -> None:
        self._settings = settings
        self._pending = b""
        self._too_long = False

    def feed(self, data: bytes) -> list[str]:
        """Take bytes as they come; return the texts of the scans that are complete, empty ones left out."""
        stream = self._pending + data
        *whole, self._pending = stream.split(self._settings.suffix) if self._settings.suffix else _ANY_END.split(stream)
        texts = []
        for scan in whole:
            text = self._text(scan)
            if text and not self._too_long:
                texts.append(text)
            self._too_long = False
        if len(self._pending) > self._settings.max_bytes:
            self._too_long = True
            # What may be the beginning of a suffix is kept.
            self._pending = self._pending[-max(1, len(self._settings.suffix)) :]
        return texts

    def pause(self) -> list[str]:
        """Nothing came for a while: without a suffix, that ends a scan too."""
        if self._settings.suffix or not self._pending:
            return []
        text, self._pending = self._text(self._pending), b""
        dropped, self._too_long = self._too_long, False
        return [text] if text and not dropped else []

    def _text(self, scan: bytes) -> str:
        if self._settings.suffix == b"\r":
            scan = scan.removeprefix(b"\n")
        if len(scan) > self._settings.max_bytes:
            return ""
        if not self._settings.suffix:
            scan = scan.removeprefix(_STX)
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

    port: Any = serial.Serial(
        settings.port,
        settings.baud,
        bytesize=settings.data_bits,
        parity=PARITIES[settings.parity],
        stopbits=settings.stop_bits,
        timeout=settings.pause_s,
        exclusive=None,
    )
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

    on_scan and on_status (`STARTING`, `READY`, `LOST`) run on that thread. A port that is missing or goes away is tried
    again with growing pauses until it is back.
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
                data = port.read(self._settings.max_bytes)
                for text in framer.feed(data) if data else framer.pause():
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
