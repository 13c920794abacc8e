"""Printers by their addresses: what is sent, over which way, and what becomes of it."""

from __future__ import annotations

import contextlib
import re
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kiosk.adapters.printing.connections import (
    Connection,
    DeviceConnection,
    Doubtful,
    Patience,
    SerialConnection,
    TcpConnection,
    WindowsPort,
    trouble_of,
)
from kiosk.adapters.printing.conversations import STILL_PRINTS, Conversation, conversation
from kiosk.adapters.printing.escpos import EscPosRenderer
from kiosk.adapters.printing.labels import TsplRenderer, ZplRenderer, pieces
from kiosk.adapters.printing.ports import on_serial_lines, on_usb
from kiosk.adapters.printing.queues import QueueDevice
from kiosk.adapters.printing.rendering import Renderer
from kiosk.application.ports.printing import Device, FoundPrinter, Painter
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.paper import Paper, paper_named
from kiosk.domain.documents.printers import Language, Printer, Reached, Sent, Trouble
from kiosk.files import write_whole

PAGES = "hq:"
"""The address of pages at HQ."""
_TCP = re.compile(r"tcp://(?:\[([0-9a-fA-F:.%]+)\]|([^\s:/\[\]]+))(?::(\d{1,5}))?/?", re.ASCII)
_SERIAL = re.compile(r"serial:([^@\s]+)(?:@(\d{1,7}))?", re.ASCII)
_PORT = 9100
_BAUD = 9600


_RENDERERS: dict[Language, Callable[[Printer, Paper, Painter], Renderer]] = {
    Language.ESCPOS: EscPosRenderer,
    Language.ZPL: ZplRenderer,
    Language.TSPL: TsplRenderer,
}


class PrinterDevices:
    """Opens printers (`Devices`). `system` opens those of the operating system, `system_found` lists them; `pages` are
    HQ's, for phones."""

    def __init__(
        self,
        painter: Painter,
        system: Callable[[Printer], Device] | None = None,
        system_found: Callable[[], Iterable[FoundPrinter]] = tuple,
        patience: Patience | None = None,
        pages: Device | None = None,
    ) -> None:
        self._painter = painter
        self._pages = pages
        self._system = system
        self._system_found = system_found
        self._patience = patience or Patience()

    def found(self) -> tuple[FoundPrinter, ...]:
        """See `Devices`."""
        pages = () if self._pages is None else (FoundPrinter(PAGES, "HQ", Language.PAGE),)
        return (*on_usb(), *on_serial_lines(), *self._system_found(), *pages)

    def open(self, printer: Printer) -> Device:
        """See `Devices`."""
        if printer.language is Language.PAGE:
            if self._pages is None or printer.address != PAGES:
                raise ValueError(f"{printer.address!r} is no page at HQ")
            return self._pages
        if printer.language is Language.SYSTEM:
            if self._system is None:
                raise ValueError(f"{printer.address!r}: no printers of the system are opened here")
            return self._system(printer)
        if (paper := paper_named(printer.paper)) is None:
            raise ValueError(f"no paper is called {printer.paper!r}")
        renderer = _RENDERERS[printer.language](printer, paper, self._painter)
        if printer.address.startswith("system:"):
            return QueueDevice(renderer, _name(printer.address, "system:"), self._patience)
        if printer.address.startswith("file:"):
            return FileDevice(renderer, Path(_name(printer.address, "file:")), printer.language)
        connect = connection_to(printer.address, self._patience)
        talk = conversation(printer.language, self._patience) if printer.tells else None
        return ConnectedDevice(renderer, connect, talk, self._patience)


def connection_to(address: str, patience: Patience) -> Callable[[], Connection]:
    """Makes connections to an address, none of them open yet. ValueError: it has no known form."""
    if found := _TCP.fullmatch(address):
        host, port = found[1] or found[2], int(found[3] or _PORT)
        if 0 < port < 65_536 and _may_be_host(host):
            return lambda: TcpConnection(host, port, patience.connect_s)
    elif found := _SERIAL.fullmatch(address):
        name, baud = found[1], int(found[2] or _BAUD)
        if baud:
            return lambda: WindowsPort(name, baud) if sys.platform == "win32" else SerialConnection(name, baud)
    elif address.startswith("device:"):
        path = _name(address, "device:")
        return lambda: WindowsPort(path, None) if sys.platform == "win32" else DeviceConnection(path)
    raise ValueError(f"{address!r} is no printer's address")


def _may_be_host(name: str) -> bool:
    try:
        name.encode("idna")
    except UnicodeError:
        return False
    return True


def _name(address: str, form: str) -> str:
    name = address.removeprefix(form)
    if not name.strip() or not name.isprintable():
        raise ValueError(f"{address!r} is no printer's address")
    return name


class ConnectedDevice:
    """A printer that bytes are sent to. Without `talk` it is asked nothing. A connection for each job, so that a
    printer that several terminals share is free in between."""

    def __init__(
        self,
        renderer: Renderer,
        connect: Callable[[], Connection],
        talk: Conversation | None,
        patience: Patience,
    ) -> None:
        self._renderer = renderer
        self._connect = connect
        self._talk = talk
        self._patience = patience
        self._lock = threading.Lock()
        self._connection: Connection | None = None
        self._closed = False
        self._broken = False

    def render(self, document: Document) -> bytes:
        """See `Device`."""
        return self._renderer.render(document)

    def pieces(self, data: bytes) -> int:
        """See `Device`."""
        return pieces(data)

    def send(self, data: bytes, starting: Callable[[], None]) -> Sent:
        """See `Device`."""
        connection: Connection | None = None
        try:
            connection = self._opened()
            if self._broken and self._talk is not None:
                self._talk.forget(connection)
            trouble = self._condition(connection)
        except OSError as error:
            self._let_go(connection)
            return Sent(Reached.NOTHING, trouble_of(error))
        try:
            if trouble not in STILL_PRINTS:
                return Sent(Reached.NOTHING, trouble)
            starting()
            sent = self._sent(connection, data)
            self._broken = sent.reached is Reached.PART
            return sent
        finally:
            self._let_go(connection)

    def _sent(self, connection: Connection, data: bytes) -> Sent:
        taken = 0
        try:
            while taken < len(data):
                if not (more := connection.write(data[taken : taken + 65_536], self._patience.stall_s)):
                    self._let_go(connection)
                    return Sent(Reached.PART if taken else Reached.NOTHING, self._why_it_stalls())
                taken += more
            if self._talk is not None:
                return self._talk.outcome(connection)
            connection.finish(self._patience.end_s)
        except Doubtful:
            return Sent(Reached.PART, Trouble.SILENT)
        except OSError as error:
            return Sent(Reached.PART if taken else Reached.NOTHING, trouble_of(error))
        return Sent(Reached.ALL)

    def _why_it_stalls(self) -> Trouble:
        trouble = self.status() if self._talk is not None else None
        return Trouble.SILENT if trouble in STILL_PRINTS or trouble is None else trouble

    def status(self) -> Trouble | None:
        """See `Device`."""
        connection: Connection | None = None
        try:
            connection = self._opened()
            return self._condition(connection)
        except OSError as error:
            return trouble_of(error)
        finally:
            self._let_go(connection)

    def _condition(self, connection: Connection) -> Trouble | None:
        if self._talk is not None:
            return self._talk.condition(connection)
        connection.read(0)  # raises where the printer has ended it already
        return None

    def close(self) -> None:
        """See `Device`."""
        with self._lock:
            self._closed = True
            connection = self._connection
        if connection is not None:
            connection.interrupt()

    def _opened(self) -> Connection:
        connection = self._connect()
        with self._lock:
            if self._closed:
                raise OSError("the printer was let go")
            self._connection = connection
        connection.open()
        return connection

    def _let_go(self, connection: Connection | None) -> None:
        with self._lock:
            under_way, self._connection = self._connection, None
        for each in (connection, under_way):
            if each is not None:
                with contextlib.suppress(OSError):
                    each.close()


class FileDevice:
    """Jobs as files of a folder, numbered: for other programs that print them, and for looking at."""

    def __init__(self, renderer: Renderer, path: Path, language: Language) -> None:
        self._renderer = renderer
        self._path = path
        self._ending = language.value
        self._closed = False

    def render(self, document: Document) -> bytes:
        """See `Device`."""
        return self._renderer.render(document)

    def pieces(self, data: bytes) -> int:
        """See `Device`."""
        return pieces(data)

    def send(self, data: bytes, starting: Callable[[], None]) -> Sent:
        """See `Device`. A file is there whole or not at all."""
        if self._closed or (trouble := self.status()) is not None:
            return Sent(Reached.NOTHING, Trouble.UNREACHABLE if self._closed else trouble)
        starting()
        try:
            write_whole(self._next(), data)
        except OSError as error:
            return Sent(Reached.NOTHING, trouble_of(error))
        return Sent(Reached.ALL)

    def status(self) -> Trouble | None:
        """See `Device`. The folder must be there: a drive that is out is not made up for."""
        return None if self._path.parent.is_dir() else Trouble.UNREACHABLE

    def close(self) -> None:
        """See `Device`."""
        self._closed = True

    def _next(self) -> Path:
        highest = max((number for number in self._numbers()), default=0)
        return self._path.parent / f"{self._path.name}-{highest + 1:06d}.{self._ending}"

    def _numbers(self) -> Iterator[int]:
        numbered = re.compile(re.escape(self._path.name) + r"-(\d{6,})\." + self._ending)
        for file in self._path.parent.iterdir():
            if found := numbered.fullmatch(file.name):
                yield int(found[1])
