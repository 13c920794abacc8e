"""A real HTTP server on 127.0.0.1 in front of the real HQ, which can be told to misbehave, request by request."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from kiosk.adapters.sync.transport import HqAnswer, RequestsTransport

Handle = Callable[[str, str, Mapping[str, str], bytes], Any]
Trick = Callable[["Exchange"], None]


class Exchange(BaseHTTPRequestHandler):
    """One request, with what a trick needs to answer it."""

    protocol_version = "HTTP/1.1"
    server: _Server
    timeout = 20
    body = b""

    def hand_over(self) -> HqAnswer:
        """Let HQ do it."""
        answer = self.server.handle(self.command, self.path, dict(self.headers.items()), self.body)
        return HqAnswer(answer.status, answer.headers, answer.body)

    def reply(self, status: int, headers: Mapping[str, str], body: bytes, *, length: int | None = None) -> None:
        """Send an answer; `length` when the header shall say something else than the truth."""
        self.server.seen.append((self.command, self.path, status))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        if length is not None and length != len(body):
            self.close_connection = True

    def _serve(self) -> None:
        self.body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        trick = self.server.trick_for(self.path)
        try:
            if trick is not None:
                trick(self)
                return
            answer = self.hand_over()
            self.reply(answer.status, answer.headers, answer.body)
        except ConnectionError:
            self.close_connection = True  # the terminal did not wait for it

    do_GET = do_POST = _serve  # noqa: N815  (names the base class looks for)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, handle: Handle) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.handle = handle
        self.tricks: list[tuple[str, Trick]] = []
        self.seen: list[tuple[str, str, int]] = []
        self._lock = threading.Lock()

    def trick_for(self, path: str) -> Trick | None:
        with self._lock:
            for place, (prefix, trick) in enumerate(self.tricks):
                if path.startswith(prefix):
                    del self.tricks[place]
                    return trick
        return None


class LocalHq:
    """The server. `play` tricks on it, once each, on the next requests below a path."""

    def __init__(self, handle: Handle) -> None:
        self._server = _Server(handle)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        self._released = threading.Event()
        self._transports: list[RequestsTransport] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def seen(self) -> list[tuple[str, str, int]]:
        """(method, path, status) of every answer that was sent."""
        return self._server.seen

    def transport(self) -> RequestsTransport:
        """A way to it."""
        made = RequestsTransport(self.url)
        self._transports.append(made)
        return made

    def play(self, path: str, *tricks: Trick) -> None:
        self._server.tricks += [(path, trick) for trick in tricks]

    def play_after(self, path: str, good: int, trick: Trick) -> None:
        """Let so many requests below a path through, and play the trick on all that follow."""

        def through(exchange: Exchange) -> None:
            answer = exchange.hand_over()
            exchange.reply(answer.status, answer.headers, answer.body)

        self.play(path, *[through] * good, *[trick] * 50)

    def too_slow(self, exchange: Exchange) -> None:
        """HQ does it, but answers when nobody listens any more."""
        answer = exchange.hand_over()
        self._released.wait(20)
        exchange.reply(answer.status, answer.headers, answer.body)

    def silent(self, exchange: Exchange) -> None:
        """HQ hears nothing of it, and nobody answers."""
        self._released.wait(20)
        exchange.close_connection = True

    def stop_playing(self) -> None:
        """What was to be played is not."""
        self._server.tricks.clear()

    def release(self) -> None:
        """Slow answers are sent now."""
        self._released.set()

    def close(self) -> None:
        self.release()
        for transport in self._transports:
            transport.close()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def status(code: int, body: bytes = b"oops", content_type: str = "text/plain", **headers: str) -> Trick:
    """Answer without asking HQ."""
    return lambda exchange: exchange.reply(code, {"Content-Type": content_type, **headers}, body)


def half(exchange: Exchange) -> None:
    """HQ does it; half of the answer arrives."""
    answer = exchange.hand_over()
    exchange.reply(answer.status, answer.headers, answer.body[: len(answer.body) // 2], length=len(answer.body))


def nothing(exchange: Exchange) -> None:
    """HQ does it; the connection breaks before the answer."""
    exchange.hand_over()
    exchange.close_connection = True


def twice(exchange: Exchange) -> None:
    """The request reaches HQ twice, as a proxy that tries again does it."""
    exchange.hand_over()
    answer = exchange.hand_over()
    exchange.reply(answer.status, answer.headers, answer.body)


def changed(change: Callable[[HqAnswer], HqAnswer]) -> Trick:
    """HQ does it; the answer is changed on the way."""

    def trick(exchange: Exchange) -> None:
        answer = change(exchange.hand_over())
        exchange.reply(answer.status, answer.headers, answer.body)

    return trick
