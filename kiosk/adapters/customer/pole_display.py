"""Pole displays: two lines of twenty characters for the customer, on a serial line (or USB pretending to be one)."""

from __future__ import annotations

import logging
import threading
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

log = logging.getLogger(__name__)

COLUMNS = 20
PROTOCOLS = ("escpos", "cd5220")
CODE_PAGES = ("ascii", "gb18030", "big5")

Line = tuple[str, str]
"""Words left, and a figure right."""


@dataclass(frozen=True, slots=True)
class PoleSettings:
    """How the display is set up. `protocol`: "escpos" (Epson's, which most others know: clear with FF, then forty
    characters) or "cd5220" (ESC Q A and ESC Q B). `code_page`: of what it can show. Raises ValueError for what no
    line can be set to."""

    port: str
    baud: int = 9600
    protocol: str = "escpos"
    code_page: str = "ascii"

    def __post_init__(self) -> None:
        if self.baud < 1:
            raise ValueError(f"{self.baud} is no speed of a serial line")
        if self.protocol not in PROTOCOLS:
            raise ValueError(f"protocol {self.protocol!r} is none of {', '.join(PROTOCOLS)}")
        if self.code_page not in CODE_PAGES:
            raise ValueError(f"code page {self.code_page!r} is none of {', '.join(CODE_PAGES)}")


class Port(Protocol):
    """What is needed of `serial.Serial`."""

    def write(self, data: bytes, /) -> int | None:
        """Raises OSError when the display is gone or takes nothing."""

    def close(self) -> None:
        """Let go of the port."""


def open_port(settings: PoleSettings) -> Port:
    """Open the port. Raises OSError (`serial.SerialException` is one)."""
    import serial

    port: Any = serial.Serial(settings.port, settings.baud, write_timeout=2.0)
    return port  # type: ignore[no-any-return]


def one_line(line: Line, code_page: str = "ascii") -> bytes:
    """Exactly COLUMNS bytes, which are the columns of every code page that poles have. The figure stands right and is
    never cut; words are, between characters. What the code page lacks is a "?", and nothing of a text is a command."""
    words, figure = _encoded(line[0], code_page), b"".join(_encoded(line[1], code_page))
    room = COLUMNS - len(figure) - (1 if figure else 0)
    left = b""
    for sign in words:
        if len(left) + len(sign) > room:
            break
        left += sign
    return (left.ljust(COLUMNS - len(figure)) + figure)[-COLUMNS:]


def _encoded(text: str, code_page: str) -> list[bytes]:
    signs = []
    for sign in text:
        if unicodedata.category(sign)[0] in "CM" or unicodedata.category(sign) in ("Zl", "Zp"):
            continue
        made = sign.encode(code_page, errors="replace")
        # four bytes of GB 18030 are beyond every display, and each would be another character there
        signs.append(made if len(made) <= 2 else b"?")
    return signs


def message(upper: Line, lower: Line, settings: PoleSettings) -> bytes:
    """What is sent for two lines: everything that stood there before is gone."""
    first, second = (one_line(line, settings.code_page) for line in (upper, lower))
    if settings.protocol == "cd5220":
        return b"\x1bQA" + first + b"\r" + b"\x1bQB" + second + b"\r"
    return b"\x0c" + first + second


class PoleDisplay:
    """Shows the newest lines, from a thread of its own: a display that hangs or is unplugged holds nobody up, and has
    the lines of the moment when it is back."""

    def __init__(
        self,
        settings: PoleSettings,
        *,
        open_port: Callable[[PoleSettings], Port] = open_port,
        retry_s: Sequence[float] = (0.25, 0.5, 1.0, 2.0, 5.0),
    ) -> None:
        self._settings, self._open_port, self._retry_s = settings, open_port, tuple(retry_s)
        self._changed = threading.Condition()
        self._wanted: tuple[Line, Line] | None = None
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="pole display", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def show(self, upper: Line, lower: Line) -> None:
        """Show these; returns at once. May be called on any thread."""
        with self._changed:
            self._wanted = (upper, lower)
            self._changed.notify()

    def stop(self, timeout_s: float = 3.0) -> bool:
        """Stop and wait; False if the driver hangs."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        tries = 0
        while not self._stopping:
            try:
                port = self._open_port(self._settings)
            except OSError as error:
                if tries == 0:
                    log.warning("the pole display does not open: %s", error)
            else:
                if self._feed(port):
                    tries = 0
            with self._changed:
                if not self._stopping:
                    self._changed.wait_for(lambda: self._stopping, self._retry_s[min(tries, len(self._retry_s) - 1)])
            tries += 1

    def _feed(self, port: Port) -> bool:
        """Until the end, or until the display is gone; whether it took anything."""
        shown: tuple[Line, Line] | None = None
        try:
            port.write(b"\x1b@")  # both protocols: as after switching it on
            while True:
                with self._changed:
                    self._changed.wait_for(lambda last=shown: self._stopping or self._wanted != last)  # type: ignore[misc]
                    if self._stopping:
                        return True
                    wanted = self._wanted
                if wanted is not None:
                    port.write(message(*wanted, self._settings))
                shown = wanted
        except OSError as error:
            log.warning("the pole display is gone: %s", error)
            return shown is not None
        finally:
            port.close()
