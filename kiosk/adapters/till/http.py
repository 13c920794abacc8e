"""The till bridge over HTTP, for programs of this machine only.

It listens on 127.0.0.1. A page in a browser can reach that address too, also under a name of its own that resolves
there; so the Host header has to be this machine's, the token is asked for, and nothing is ever allowed to another
origin.
"""

from __future__ import annotations

import hmac
import logging
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec
from waitress import wasyncore
from waitress.server import create_server

from kiosk.adapters.till.actions import Action, Answered, perform, problem
from kiosk.adapters.till.openapi import document
from kiosk.adapters.till.room import CONNECTIONS, IDLE_S, keep_room
from kiosk.application.till.bridge import TillBridge
from kiosk.listening import listening
from kiosk.protocol import till as m

LOOPBACK = "127.0.0.1"
DOCUMENT = "/openapi.json"
ROUTES: tuple[tuple[str, re.Pattern[str], Action], ...] = (
    ("PUT", re.compile(r"/v1/transactions/([^/]+)"), Action.BASKET),
    ("GET", re.compile(r"/v1/transactions/([^/]+)"), Action.STATE),
    ("POST", re.compile(r"/v1/transactions/([^/]+)/paid"), Action.PAID),
    ("POST", re.compile(r"/v1/transactions/([^/]+)/returned"), Action.RETURNED),
    ("POST", re.compile(r"/v1/transactions/([^/]+)/charged"), Action.CHARGED),
    ("POST", re.compile(r"/v1/transactions/([^/]+)/cancelled"), Action.CANCELLED),
)

_HOST = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?", re.IGNORECASE)
_THREADS = 4
_READ_AT_MOST = 4 * m.MAX_BODY
"""A body up to here is read and refused in JSON; a larger one is refused by the server before it is read."""

_STATUS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    421: "Misdirected Request",
    422: "Unprocessable Content",
    500: "Internal Server Error",
    503: "Service Unavailable",
}

log = logging.getLogger(__name__)

# It warns of every request that waits for another; a till's requests come in turn and are meant to.
logging.getLogger("waitress.queue").setLevel(logging.ERROR)

Headers = list[tuple[str, str]]
StartResponse = Callable[[str, Headers], Any]


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    body: bytes
    content_type: str = m.JSON
    headers: tuple[tuple[str, str], ...] = ()


class TillApp:
    """The WSGI application."""

    def __init__(self, bridge: TillBridge, token: str) -> None:
        self._bridge = bridge
        self._token = token.encode("ascii")
        self._document = msgspec.json.encode(document())

    def __call__(self, environ: Mapping[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        try:
            reply = self._reply(environ)
        except Exception:
            log.exception("the till bridge failed")
            reply = _said(problem("fault", "the terminal made a mistake; its log says which", 500))
        headers = [
            ("Content-Type", reply.content_type),
            ("Content-Length", str(len(reply.body))),
            ("Cache-Control", "no-store"),
            *reply.headers,
        ]
        start_response(f"{reply.status} {_STATUS[reply.status]}", headers)
        return [reply.body]

    def _reply(self, environ: Mapping[str, Any]) -> _Reply:
        if not _HOST.fullmatch(environ.get("HTTP_HOST", "")):
            return _said(problem("wrong_host", "this machine answers to localhost only", 421))
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if path == DOCUMENT and method == "GET":
            return _Reply(200, self._document)
        if not self._allowed(environ.get("HTTP_AUTHORIZATION", "")):
            said = _said(problem("unauthorized", "the till's token is missing or wrong", 401))
            return _Reply(said.status, said.body, said.content_type, (("WWW-Authenticate", 'Bearer realm="till"'),))
        fitting = [(verb, found, action) for verb, route, action in ROUTES if (found := route.fullmatch(path))]
        if not fitting:
            return _said(problem("not_found", "there is nothing here", 404))
        for verb, found, action in fitting:
            if verb == method:
                return self._perform(environ, action, found[1])
        allow = ", ".join(verb for verb, _, _ in fitting)
        said = _said(problem("wrong_method", f"{path} takes {allow}", 405))
        return _Reply(said.status, said.body, said.content_type, (("Allow", allow),))

    def _allowed(self, header: str) -> bool:
        kind, _, shown = header.partition(" ")
        # headers arrive as latin-1; in constant time, so that the token cannot be guessed letter by letter
        return hmac.compare_digest(shown.strip().encode("latin-1"), self._token) and kind.lower() == "bearer"

    def _perform(self, environ: Mapping[str, Any], action: Action, till: str) -> _Reply:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        kind = environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
        if length > m.MAX_BODY:
            return _said(problem("body_too_large", f"at most {m.MAX_BODY} bytes", 413))
        if length and kind != m.JSON:
            return _said(problem("wrong_content_type", f"a body is {m.JSON}", 415))
        return _said(perform(self._bridge, action, till, environ["wsgi.input"].read(length)))


def _said(answered: Answered) -> _Reply:
    kind = m.PROBLEM_JSON if isinstance(answered.message, m.Problem) else m.JSON
    later = (("Retry-After", "1"),) if answered.status == 503 else ()
    return _Reply(answered.status, msgspec.json.encode(answered.message), kind, later)


class TillServer:
    """The application on a port, in threads of its own."""

    def __init__(self, bridge: TillBridge, token: str, port: int) -> None:
        """`port` 0: a free one. Raises OSError when the port is taken."""
        self._socket = listening(LOOPBACK, port)
        self.port: int = self._socket.getsockname()[1]
        self._watched: dict[int, Any] = {}
        self._server = create_server(
            TillApp(bridge, token),
            map=self._watched,
            sockets=[self._socket],
            threads=_THREADS,
            max_request_body_size=_READ_AT_MOST,
            ident=None,
            backlog=CONNECTIONS,
            # never reached: `keep_room` has let others go by then
            connection_limit=2 * CONNECTIONS,
            channel_timeout=IDLE_S,
            cleanup_interval=1,
        )
        keep_room(self._server)
        self._thread = threading.Thread(target=self._server.run, name="till-bridge", daemon=True)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def close(self) -> None:
        """Let what is under way finish, end the threads, free the port."""
        self._server.task_dispatcher.shutdown()
        if self._thread.is_alive():
            # the loop ends when it has nothing left to watch, which only its own thread may arrange
            self._server.trigger.pull_trigger(partial(wasyncore.close_all, self._watched))
            self._thread.join()
        else:
            wasyncore.close_all(self._watched)
