"""What the station and its watchdog say to each other: lines over a connection on loopback.

The same on every system, unlike pipes that a program inherits. The port and a secret are in the station's environment,
so that nobody else's words count. The station says `opening`, `beating`, `closing`, `fault CODE`; the watchdog says
`stop`. Where the connection ends the other one has ended.
"""

from __future__ import annotations

import hmac
import secrets
import select
import socket
from collections.abc import Mapping, MutableMapping
from contextlib import suppress

VARIABLE = "KIOSK_WATCHED_BY"
PARENT = "KIOSK_WATCHED_FROM"
"""Environment variable: the watchdog's process id."""
_LONGEST = 4_096
_HOST = "127.0.0.1"


class Mouth:
    """The station's end. Says nothing, and hears nothing, where nobody watches."""

    def __init__(self, environment: MutableMapping[str, str]) -> None:
        """Takes the address out of the environment: what the station starts is watched by nobody. Raises OSError when
        the watchdog has gone already."""
        port, _, secret = environment.pop(VARIABLE, "").partition(":")
        self._socket: socket.socket | None = None
        self._heard = b""
        if port:
            self._socket = socket.create_connection((_HOST, int(port)))
            self._socket.sendall(f"hello {secret}\n".encode())
            self._socket.setblocking(False)

    @property
    def watched(self) -> bool:
        """Whether somebody listens."""
        return self._socket is not None

    def say(self, words: str) -> None:
        """One line. A watchdog that does not listen at the moment misses it; the next one counts as much."""
        if self._socket is not None:
            with suppress(OSError):
                self._socket.sendall(f"{words}\n".encode())

    def close(self) -> None:
        """Say nothing more."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def told_to_stop(self) -> bool:
        """Whether the watchdog wants the station to end, or has ended itself."""
        if self._socket is None:
            return False
        try:
            data = self._socket.recv(_LONGEST)
        except BlockingIOError:
            return False
        except OSError:
            data = b""
        self._heard = (self._heard + data)[-_LONGEST:]
        return not data or b"stop\n" in self._heard


class Ear:
    """The watchdog's end: one station at a time, known by the secret."""

    def __init__(self) -> None:
        self._listener = socket.create_server((_HOST, 0), backlog=8)
        self._listener.setblocking(False)
        self._secret = secrets.token_hex(16)
        self._strangers: dict[socket.socket, bytes] = {}
        self._station: socket.socket | None = None
        self._heard = b""

    def environment(self, around: Mapping[str, str]) -> dict[str, str]:
        """For a station that is to be listened to."""
        return {**around, VARIABLE: f"{self._listener.getsockname()[1]}:{self._secret}"}

    def listen(self, for_s: float) -> list[str]:
        """What the station said, after at most so many seconds."""
        sockets = [self._listener, *self._strangers]
        if self._station is not None:
            sockets.append(self._station)
        ready, _, _ = select.select(sockets, [], [], for_s)
        lines: list[str] = []
        for one in ready:
            if one is self._listener:
                with suppress(OSError):
                    stranger, _ = self._listener.accept()
                    stranger.setblocking(False)
                    self._strangers[stranger] = b""
            elif one is self._station:
                lines += self._hear(one)
            else:
                lines += self._meet(one)
        return lines

    def stop(self) -> None:
        """Tell the station to end."""
        if self._station is not None:
            with suppress(OSError):
                self._station.sendall(b"stop\n")

    def let_go(self) -> None:
        """The station has ended; the next one has its own connection."""
        for one in (self._station, *self._strangers):
            if one is not None:
                one.close()
        self._station, self._heard = None, b""
        self._strangers.clear()
        self._secret = secrets.token_hex(16)

    def close(self) -> None:
        """Listen no more."""
        self.let_go()
        self._listener.close()

    def _hear(self, station: socket.socket) -> list[str]:
        data = _received(station)
        if data is None:
            return []
        if not data:  # it has ended, or is about to: the process says how
            station.close()
            self._station = None
            return []
        *lines, self._heard = (self._heard + data).split(b"\n")
        self._heard = self._heard[-_LONGEST:]
        return [line.decode("utf-8", "replace") for line in lines]

    def _meet(self, stranger: socket.socket) -> list[str]:
        """Whoever connects says the secret first, or is hung up on."""
        data = _received(stranger)
        if data is None:
            return []
        said = self._strangers[stranger] + data
        first, end, rest = said.partition(b"\n")
        if not end and data and len(said) < _LONGEST:
            self._strangers[stranger] = said
            return []
        del self._strangers[stranger]
        if not hmac.compare_digest(first, f"hello {self._secret}".encode()) or self._station is not None:
            stranger.close()
            return []
        self._station = stranger
        *lines, self._heard = rest.split(b"\n")
        return [line.decode("utf-8", "replace") for line in lines]


def _received(one: socket.socket) -> bytes | None:
    try:
        return one.recv(_LONGEST)
    except BlockingIOError:
        return None
    except OSError:
        return b""
