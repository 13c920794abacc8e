"""Raw connections to an HQ, for what no HTTP library would send."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from kiosk.hq.web.server import HqServer
from tests.unit.hq.rig import headquarters


@contextmanager
def serving(folder: Path, settings: HqSettings) -> Iterator[tuple[Headquarters, HqServer]]:
    """HQ on a free port of loopback, in threads of the test's own process."""
    folder.mkdir(exist_ok=True)
    hq = headquarters(folder, settings=settings)
    server = HqServer(hq)
    server.start()
    try:
        yield hq, server
    finally:
        server.stop()
        hq.database.close()


def connected(url: str, *, sends: bytes = b"") -> socket.socket:
    """A connection on which `sends` was sent."""
    parts = urlsplit(url)
    assert parts.hostname is not None
    made = socket.create_connection((parts.hostname, parts.port or 80))
    made.sendall(sends)
    return made


def head(method: str, path: str, *, length: int | None = None, token: str = "", more: str = "") -> bytes:
    """The head of a request, for a body of `length` bytes."""
    said = f"{method} {path} HTTP/1.1\r\nHost: hq\r\n{more}"
    said += "" if length is None else f"Content-Length: {length}\r\n"
    said += f"Authorization: Bearer {token}\r\n" if token else ""
    return f"{said}\r\n".encode("latin-1")


def rest(line: socket.socket) -> bytes:
    """All that comes until HQ closes the connection."""
    found = b""
    with line:
        try:
            while piece := line.recv(1 << 16):
                found += piece
        except ConnectionError:  # what HQ had not read yet makes the system say so
            pass
    return found


def status(line: socket.socket) -> int:
    """Of the answer on a connection that HQ closes after it; 0 where it says nothing."""
    words = rest(line).split(None, 2)
    return int(words[1]) if len(words) > 1 else 0


def told(url: str, sent: bytes) -> bytes:
    """What HQ says to these bytes, after which nothing more comes."""
    line = connected(url)
    with suppress(OSError):  # HQ may have closed the connection already
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
    return rest(line)
