"""Ways to a printer: TCP, a serial line, a device file. Each gives up after a time, says how many bytes were taken, and
lets go at once when another thread closes it."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import socket
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from kiosk.domain.documents.printers import Trouble


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a printer is waited for, in seconds: until it is reached; for an answer; for the next byte to be taken;
    for a job to come out when it says in between that it is well; between two questions whether it did; for the end of
    a connection to a printer that says nothing."""

    connect_s: float = 4.0
    answer_s: float = 2.0
    stall_s: float = 10.0
    come_out_s: float = 120.0
    poll_s: float = 0.5
    end_s: float = 3.0


class Ended(OSError):
    """The other side has ended the connection, or this one was closed."""


class Doubtful(OSError):
    """Bytes may have been taken or not."""


class Connection(Protocol):
    """One way to a printer. Every fault is an OSError."""

    def open(self) -> None:
        """Reach the printer."""

    def write(self, data: bytes, within: float) -> int:
        """Hand over some of `data`; how many bytes were taken, 0 when none was for `within` seconds."""

    def read(self, within: float) -> bytes:
        """What the printer has said, waited for at most so many seconds; b"" for nothing."""

    def finish(self, within: float) -> None:
        """End it properly behind a job. Raises where the printer has not taken all."""

    def interrupt(self) -> None:
        """Have whoever waits get Ended, now or the next time. The only one that another thread may call."""

    def close(self) -> None:
        """Let go."""


def trouble_of(error: OSError) -> Trouble:
    """What a fault of the way means to people."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT if sys.platform != "win32" else errno.ENOSPC, errno.EFBIG):
        return Trouble.FULL
    said = str(error)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EROFS) or any(
        words in said for words in ("PermissionError", "Access is denied", "exclusively lock")
    ):
        return Trouble.FORBIDDEN
    return Trouble.UNREACHABLE


class _Waiting:
    """Waits for a file descriptor, or for being interrupted."""

    def __init__(self) -> None:
        self._bell, self._ear = socket.socketpair()
        self._interrupted = threading.Event()

    def __del__(self) -> None:
        self._bell.close()
        self._ear.close()

    def _wait(self, within: float, *, reads: Any = None, writes: Any = None) -> bool:
        """Whether it is ready. Raises Ended when interrupted."""
        readers = [self._ear] if reads is None else [self._ear, reads]
        writers = [] if writes is None else [writes]
        # Windows says of a connection that could not be made that it is exceptional, and not that it is ready
        ready, able, odd = select.select(readers, writers, writers, within)
        if self._interrupted.is_set():
            raise Ended(errno.ECONNABORTED, "interrupted")
        return bool(able or odd or (reads is not None and reads in ready))

    def interrupt(self) -> None:
        """See `Connection`."""
        self._interrupted.set()
        self._bell.send(b"x")


class TcpConnection(_Waiting):
    """A printer in the network."""

    def __init__(self, host: str, port: int, connect_s: float) -> None:
        super().__init__()
        self._where = (host, port)
        self._connect_s = connect_s
        self._socket: socket.socket | None = None

    def open(self) -> None:
        """See `Connection`."""
        fault: OSError = OSError(errno.EHOSTUNREACH, "no address")
        for family, kind, proto, _, address in socket.getaddrinfo(*self._where, type=socket.SOCK_STREAM):
            made = socket.socket(family, kind, proto)
            try:
                made.setblocking(False)
                begun = made.connect_ex(address)
                if begun not in (0, errno.EINPROGRESS, errno.EWOULDBLOCK, 10035):
                    raise OSError(begun, os.strerror(begun))
                if not self._wait(self._connect_s, writes=made):
                    raise OSError(errno.ETIMEDOUT, "not reached in time")
                if failed := made.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                    raise OSError(failed, os.strerror(failed))
                made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as error:
                made.close()
                if self._interrupted.is_set():
                    raise
                fault = error
                continue
            self._socket = made
            return
        raise fault

    def write(self, data: bytes, within: float) -> int:
        """See `Connection`."""
        made = self._made()
        if not self._wait(within, writes=made):
            return 0
        with contextlib.suppress(BlockingIOError):
            return made.send(data)
        return 0

    def read(self, within: float) -> bytes:
        """See `Connection`."""
        made = self._made()
        if not self._wait(within, reads=made):
            return b""
        with contextlib.suppress(BlockingIOError):
            if not (said := made.recv(4096)):
                raise Ended(errno.ECONNRESET, "ended by the printer")
            return said
        return b""

    def finish(self, within: float) -> None:
        """See `Connection`. A printer that was broken off resets the connection; most others end it too."""
        self._made().shutdown(socket.SHUT_WR)
        until = time.monotonic() + within
        while (left := until - time.monotonic()) > 0:
            try:
                if not self.read(left):
                    return
            except Ended:
                if self._interrupted.is_set():
                    raise
                return

    def close(self) -> None:
        """See `Connection`."""
        made, self._socket = self._socket, None
        if made is not None:
            made.close()

    def _made(self) -> socket.socket:
        if (made := self._socket) is None:
            raise Ended(errno.ECONNABORTED, "closed")
        return made


class _FileConnection(_Waiting):
    """A printer behind a file descriptor that does not block."""

    def __init__(self) -> None:
        super().__init__()
        self._file: int | None = None

    def write(self, data: bytes, within: float) -> int:
        """See `Connection`."""
        file = self._made()
        if not self._wait(within, writes=file):
            return 0
        with contextlib.suppress(BlockingIOError):
            return os.write(file, data[:4096])
        return 0

    def read(self, within: float) -> bytes:
        """See `Connection`."""
        file = self._made()
        if not self._wait(within, reads=file):
            return b""
        with contextlib.suppress(BlockingIOError):
            if said := os.read(file, 4096):
                return said
        self._wait(min(within, 0.02))  # such a file may be ready and have nothing
        return b""

    def finish(self, within: float) -> None:
        """See `Connection`. What is under way when a USB printer's file is closed is lost: it is ready when that has
        gone."""
        if not self._wait(within, writes=self._made()):
            raise Doubtful(errno.ETIMEDOUT, "not all was taken")

    def close(self) -> None:
        """See `Connection`."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)

    def _made(self) -> int:
        if self._file is None:
            raise Ended(errno.ECONNABORTED, "closed")
        return self._file


class DeviceConnection(_FileConnection):
    """A printer behind a file of the system, as /dev/usb/lp0."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def open(self) -> None:
        """See `Connection`."""
        flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
        try:
            self._file = os.open(self._path, os.O_RDWR | flags)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EINVAL, errno.EROFS):
                raise
            self._file = os.open(self._path, os.O_WRONLY | flags)


class SerialConnection(_FileConnection):
    """A printer on a serial line, or on USB pretending to be one."""

    def __init__(self, port: str, baud: int) -> None:
        super().__init__()
        self._where = (port, baud)
        self._port: Any = None

    def open(self) -> None:
        """See `Connection`."""
        self._port = _serial_port(*self._where)
        self._file = self._port.fileno()

    def finish(self, within: float) -> None:
        """See `Connection`. Waits for as long as something goes out."""
        left, until = self._left(), time.monotonic() + within
        while left:
            self._wait(min(within, 0.02))
            now = self._left()
            if now < left:
                left, until = now, time.monotonic() + within
            elif time.monotonic() > until:
                raise Doubtful(errno.ETIMEDOUT, "not all was taken")

    def _left(self) -> int:
        if (port := self._port) is None:
            raise Ended(errno.ECONNABORTED, "closed")
        return int(port.out_waiting)

    def close(self) -> None:
        """See `Connection`."""
        port, self._port, self._file = self._port, None, None
        if port is not None:
            port.close()


class WindowsPort:
    """A serial line on Windows, whose ports are no files to wait for; LPT1 and the like too, which answer nothing."""

    def __init__(self, port: str, baud: int | None) -> None:
        self._where = (port, baud)
        self._port: Any = None
        self._interrupted = False

    def open(self) -> None:
        """See `Connection`."""
        port, baud = self._where
        # a port that is no serial line is written to as a file
        self._port = open(port, "wb", buffering=0) if baud is None else _serial_port(port, baud)  # noqa: PTH123, SIM115

    def write(self, data: bytes, within: float) -> int:
        """See `Connection`. Raises Doubtful, since Windows does not say how much was taken in the end."""
        with self._given_up() as port:
            if self._where[1] is not None:
                port.write_timeout = within
            port.write(data[:256])
        return len(data[:256])

    def read(self, within: float) -> bytes:
        """See `Connection`."""
        if self._where[1] is None:
            return b""
        with self._given_up() as port:
            port.timeout = within
            said: bytes = port.read(1)
            return said + port.read(port.in_waiting) if said else b""

    def finish(self, within: float) -> None:
        """See `Connection`. What the system has taken goes out by itself."""

    def interrupt(self) -> None:
        """See `Connection`."""
        self._interrupted = True
        for give_up in ("cancel_read", "cancel_write"):
            getattr(self._port, give_up, lambda: None)()

    def close(self) -> None:
        """See `Connection`."""
        port, self._port = self._port, None
        if port is not None:
            port.close()

    @contextlib.contextmanager
    def _given_up(self) -> Iterator[Any]:
        port = self._port
        if port is None or self._interrupted:
            raise Ended(errno.ECONNABORTED, "interrupted")
        try:
            yield port
        except OSError as error:
            if type(error).__name__ == "SerialTimeoutException":
                raise Doubtful(errno.ETIMEDOUT, str(error)) from error
            raise
        if self._interrupted:
            raise Doubtful(errno.ECONNABORTED, "interrupted")


def _serial_port(port: str, baud: int) -> Any:
    import serial

    # what a printer answers is never XON or XOFF, so that it may hold us up by them
    return serial.Serial(port, baud, timeout=0, write_timeout=0, xonxoff=True, exclusive=True)
