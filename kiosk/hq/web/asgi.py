"""HQ on the web: an ASGI application around `WireApp`. The work is done on threads; only waiting is asynchronous.

The head of a request is judged before its body is read (`wire/gate.py`); bodies and answers go at a pace (`bodies.py`),
so many at a time of each device (`seats.py`). What there is of a request when HQ answers without having read it whole
is not read any more: the connection is closed.
"""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import msgspec

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.reply import Reply, problem
from kiosk.hq.web import bodies
from kiosk.hq.web.bodies import Gone, Receive, Send, TooLarge
from kiosk.hq.web.openapi import document
from kiosk.hq.web.seats import Crowded, Seat, Seats
from kiosk.hq.web.waiting import Waiter, Waiting
from kiosk.hq.wire.app import WireResponse
from kiosk.hq.wire.gate import Admitted, address_of
from kiosk.hq.wire.routes import too_large
from kiosk.protocol.wire import encoding as wire

_READERS = 4
_DOCUMENT = "/openapi.json"


@dataclass(frozen=True, slots=True)
class _Head:
    """What is known of a request before its body."""

    method: str
    path: str
    headers: dict[str, str]
    address: str
    query: str = ""

    @property
    def bodiless(self) -> bool:
        """No body follows."""
        return self.headers.get("content-length", "0") == "0" and "transfer-encoding" not in self.headers


class HqWeb:
    """The application (`app`) and its waiting room. `close_waiting` lets every long poll go, before a shutdown."""

    def __init__(self, hq: Headquarters) -> None:
        self._hq = hq
        self._settings = hq.context.settings
        self._waiting = Waiting()
        self._seats = Seats(self._settings)
        one_writer = hq.database.engine.dialect.name == "sqlite"
        self._writers = ThreadPoolExecutor(1 if one_writer else _READERS, "hq-write")
        self._readers = ThreadPoolExecutor(_READERS, "hq-read")
        self._openapi = WireResponse(200, {"content-type": wire.JSON}, msgspec.json.encode(document()))
        hq.database.on_change(self._waiting.tell)

    async def app(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """ASGI 3."""
        if scope["type"] == "lifespan":
            await self._life(receive, send)
        elif scope["type"] == "http":
            await self._serve(self._head(scope), receive, send)

    def close_waiting(self) -> None:
        """Answer everybody who waits. On the event loop's thread."""
        self._waiting.close()

    async def _life(self, receive: Receive, send: Send) -> None:
        await receive()
        self._waiting.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self._waiting.close()
        self._writers.shutdown()
        self._readers.shutdown()
        await send({"type": "lifespan.shutdown.complete"})

    def _head(self, scope: MutableMapping[str, Any]) -> _Head:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        client = scope.get("client")
        peer = str(client[0]) if client else ""
        address = address_of(peer, headers.get("x-forwarded-for", ""), behind_proxy=self._settings.behind_proxy)
        query = scope.get("query_string", b"").decode("latin-1")
        return _Head(scope["method"], scope["path"], headers, address, query)

    async def _serve(self, head: _Head, receive: Receive, send: Send) -> None:
        try:
            if head.method == "GET" and head.path == _DOCUMENT:
                with self._seats.seat("") as seat:
                    await bodies.send_answer(send, self._openapi, self._settings, seat, close=not head.bodiless)
                return
            admitted = await self._admitted(head)
            if isinstance(admitted, Reply):
                with self._seats.seat("") as seat:
                    refused = self._hq.wire.refuse(head.method, head.path, head.headers, admitted)
                    await bodies.send_answer(send, refused, self._settings, seat, close=not head.bodiless)
                return
            await self._seated(head, admitted, receive, send)
        except (Gone, TimeoutError, OSError):
            # whoever hung up, or takes nothing, is told nothing more: the server closes what was not finished
            return

    async def _admitted(self, head: _Head) -> Admitted | Reply:
        said = self._hq.wire.gate.at_once(head.method, head.path, head.headers, head.address)
        if said is not None:
            return said
        look = self._hq.wire.looked_up
        return await asyncio.get_running_loop().run_in_executor(
            self._readers, look, head.method, head.path, head.headers
        )

    async def _seated(self, head: _Head, admitted: Admitted, receive: Receive, send: Send) -> None:
        try:
            with self._seats.seat(admitted.device) as seat, self._waiting.waiter() as waiter:
                read = await self._body(head, admitted, receive, seat)
                if isinstance(read, Reply):
                    answer = self._hq.wire.refuse(head.method, head.path, head.headers, read)
                else:
                    answer = await self._answer(head, admitted, read, waiter, seat)
                closing = isinstance(read, Reply)
                await bodies.send_answer(send, answer, self._settings, seat, close=closing)
        except Crowded as crowd:
            with self._seats.seat("") as seat:
                answer = self._hq.wire.refuse(head.method, head.path, head.headers, self._no_room(crowd))
                await bodies.send_answer(send, answer, self._settings, seat, close=not head.bodiless)

    async def _body(self, head: _Head, admitted: Admitted, receive: Receive, seat: Seat) -> bytes | Reply:
        if head.bodiless:
            return b""
        most, now = admitted.route.body, self._hq.context.clock.now_ms()
        try:
            return await bodies.read(receive, most, self._settings, seat)
        except Gone:  # or a body that ends before it says so, from somebody who still listens
            return problem(400, "malformed", "the body ended early", now)
        except TooLarge:
            return problem(413, "body_too_large", too_large(most), now)
        except TimeoutError:
            return problem(408, "too_slow", "the body came too slowly", now)

    async def _answer(self, head: _Head, admitted: Admitted, body: bytes, waiter: Waiter, seat: Seat) -> WireResponse:
        """The answer, after waiting for a better one as long as the first one asks for."""
        loop = asyncio.get_running_loop()
        handle = self._hq.wire.handle

        def work() -> WireResponse:
            return handle(
                head.method, head.path, head.headers, body, files=True, query=head.query, address=head.address
            )

        threads: Executor = self._writers if admitted.route.writes else self._readers
        answer = await loop.run_in_executor(threads, work)
        deadline = loop.time() + answer.hold_ms / 1000
        seat.leave = waiter.close
        while answer.hold_ms and await waiter.wait(answer.topics, deadline - loop.time()):
            answer = await loop.run_in_executor(threads, work)
        seat.leave = None
        return answer

    def _no_room(self, crowd: Crowded) -> Reply:
        now = self._hq.context.clock.now_ms()
        if crowd.whole:
            return problem(503, "busy", "too much is being sent to HQ at once", now)
        return problem(429, "too_many", "too many requests of this device at once", now)
