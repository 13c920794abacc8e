"""Ports to listen on. A port that is taken is noticed, on both systems."""

from __future__ import annotations

import errno
import socket
import sys


class PortTaken(OSError):
    """Nobody can listen there now; the text says why, in words for whoever started the program."""


def listening(host: str, port: int) -> socket.socket:
    """A TCP socket bound to `host` (an address or a name) and `port` (0: a free one), not listening yet. Raises
    PortTaken, and OSError when the address is none of this machine's.

    Windows would let another program bind beside us, and hand it what is meant for us; there the port is taken for
    this program alone. Elsewhere a port that was just left can be used again at once.
    """
    family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    made = socket.socket(family, kind, proto)
    try:
        if sys.platform == "win32":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
    except OSError as error:
        made.close()
        why = _WHY.get(error.errno or 0)
        raise (PortTaken(error.errno, why) if why else error) from error
    except BaseException:
        made.close()
        raise
    return made


_TAKEN = "another program listens there"
_NOT_ALLOWED = "the system does not give this port to this program, or another program has it for itself"
_WHY = {
    errno.EADDRINUSE: _TAKEN,
    errno.EACCES: _NOT_ALLOWED,
    10048: _TAKEN,  # Windows says its own numbers: WSAEADDRINUSE
    10013: _NOT_ALLOWED,  # WSAEACCES, its answer where one of the two asked for exclusive use
}
