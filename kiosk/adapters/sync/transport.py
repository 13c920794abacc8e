"""How a request reaches HQ. One class for `requests`; the simulator has one without sockets."""

from __future__ import annotations

import errno
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.adapters.sync.tls import WORDS, TlsFault, ca_file_fault, inside, tls_fault
from kiosk.hosts import in_the_open
from kiosk.protocol.wire import encoding as wire

if TYPE_CHECKING:
    import requests

CONNECT_S = 3.0
"""Seconds for a connection, where a request has more."""
_PIECE = 1 << 18


_NO_WAY = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)


class HqUnreachable(Exception):
    """HQ gave no usable answer: no network, a time-out, a 5xx, or bytes that make no sense. Trying again is right."""


class HqNotTrusted(HqUnreachable):
    """HQ cannot be met safely: its certificate is not accepted, or what answers does not speak TLS. The text says why,
    in words for IT; `fault` is the stable code."""

    def __init__(self, fault: TlsFault) -> None:
        super().__init__(f"{WORDS[fault]} [{fault}]")
        self.fault = fault


@dataclass(frozen=True, slots=True)
class HqAnswer:
    """Status, headers (lower-case names) and body of an answer that arrived whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport(Protocol):
    """Sends requests to HQ."""

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout_s: float) -> HqAnswer:
        """One request. Raises HqUnreachable."""

    def download(
        self, path: str, headers: Mapping[str, str], target: Path, *, timeout_s: float, most: int | None = None
    ) -> None:
        """Append to `target` from where it ends (HTTP Range) until the resource is complete. Raises HqUnreachable, also
        when it is of more than `most` bytes; what arrived stays in `target`."""


class RequestsTransport:
    """HTTP by `requests`, one kept-alive session. Not for several threads at once.

    Bodies are taken as they come, in pieces: so much and no more, and not for ever, whatever a server drips or packs.
    Unpacking is `protocol.wire.encoding`'s, which bounds it.
    """

    def __init__(
        self,
        base_url: str,
        *,
        verify: bool | str = True,
        plain_http: bool = False,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`verify`: False, True, or the path of a CA bundle, as `requests` takes it. `plain_http`: HTTP without TLS is
        spoken to other machines too. `seconds`: a monotonic clock."""
        self._base = base_url.rstrip("/")
        self._refused = in_the_open(base_url) and not plain_http
        self._seconds = seconds
        self._verify = verify

    @cached_property
    def _session(self) -> requests.Session:
        """Made by the thread that asks first: a tenth of a start is reading `requests`, and the screen waits for none
        of it."""
        import requests

        session = requests.Session()
        session.verify = self._verify
        session.trust_env = False  # a proxy set for the browser must not see members' data
        return session

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout_s: float) -> HqAnswer:
        """One request, answered whole within about `timeout_s`. Raises HqUnreachable."""
        deadline = self._seconds() + timeout_s
        with self._answer(method, path, {"Accept-Encoding": "zstd", **headers}, body, timeout_s) as answer:
            whole = bytearray()
            for piece in self._pieces(answer, deadline):
                whole += piece
                if len(whole) > wire.MAX_BODY:
                    raise HqUnreachable("the answer is too large")
            received = {name.lower(): value for name, value in answer.headers.items()}
            return HqAnswer(answer.status_code, received, bytes(whole))

    def download(
        self, path: str, headers: Mapping[str, str], target: Path, *, timeout_s: float, most: int | None = None
    ) -> None:
        """Append to `target` until the resource is complete. Raises HqUnreachable, OSError."""
        have = target.stat().st_size if target.exists() else 0
        wanted = {"Accept-Encoding": "identity", **headers} | ({"Range": f"bytes={have}-"} if have else {})
        with self._answer("GET", path, wanted, b"", timeout_s) as answer:
            if answer.status_code == 416:  # nothing is left to fetch
                return
            if answer.status_code not in (200, 206):
                raise HqUnreachable(f"download answered {answer.status_code}")
            with target.open("ab" if answer.status_code == 206 else "wb") as handle:
                for piece in self._pieces(answer, None):
                    handle.write(piece)
                    if most is not None and handle.tell() > most:
                        raise HqUnreachable("more than there was said to be")

    @contextmanager
    def _answer(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes, timeout_s: float
    ) -> Iterator[requests.Response]:
        import requests
        from urllib3.exceptions import HTTPError

        if self._refused:
            raise HqNotTrusted(TlsFault.NOT_ASKED_FOR)
        # `requests` says of a missing file what it says of a full disk
        if (unusable := ca_file_fault(self._verify)) is not None and self._base.startswith("https:"):
            raise HqNotTrusted(unusable)
        try:
            with self._session.request(
                method,
                self._base + path,
                headers=dict(headers),
                data=body or None,
                timeout=(min(timeout_s, CONNECT_S), timeout_s),
                allow_redirects=False,
                stream=True,
            ) as answer:
                yield answer
        except (requests.RequestException, HTTPError) as error:
            if (fault := tls_fault(error)) is not None:
                raise HqNotTrusted(fault) from error
            words = _no_answer(error)
            if (
                self._base.startswith("http:")
                and isinstance(error, requests.ConnectionError)
                and error.response is None
            ):
                # a server that expects TLS hangs up on plain HTTP; so does one that is going down
                hung_up = "aborted" in str(error)
                words += "; if HTTPS is spoken there, the address begins with https://" if hung_up else ""
            raise HqUnreachable(words) from error

    def _pieces(self, answer: requests.Response, deadline: float | None) -> Iterator[bytes]:
        """The body as it arrives, not unpacked. What came before a break is given before the error."""
        while piece := answer.raw.read1(_PIECE, decode_content=False):
            yield piece
            if deadline is not None and self._seconds() > deadline:
                raise HqUnreachable("the answer takes too long")

    def close(self) -> None:
        """Give the connections back."""
        if "_session" in self.__dict__:
            self._session.close()


def _no_answer(error: BaseException) -> str:
    """Why there is no answer, in the words of who has to mend it; the library's own where there are none."""
    import requests

    within = inside(error, set())
    if any(isinstance(one, socket.gaierror) for one in within):
        return "no computer of that name is known here: look at the address, the network and its name server"
    if any(isinstance(one, ConnectionRefusedError) for one in within):
        return "nothing listens there: HQ is not running, or has another port"
    if any(isinstance(one, OSError) and one.errno in _NO_WAY for one in within):
        return "no way leads there from this network"
    if any(isinstance(one, requests.Timeout) for one in within):
        return "no answer in time: a firewall, another address, or HQ is very busy"
    return type(error).__name__
