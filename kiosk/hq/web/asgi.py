"""HQ on the web: an ASGI application around `WireApp`. The work is done on threads; only waiting is asynchronous."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import asynccontextmanager

import msgspec
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.web.openapi import document
from kiosk.hq.web.waiting import Waiter, Waiting
from kiosk.hq.wire.app import WireResponse
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import Problem

_READERS = 4
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


class HqWeb:
    """The application (`app`) and its waiting room. `close_waiting` lets every long poll go, before a shutdown."""

    def __init__(self, hq: Headquarters) -> None:
        self._hq = hq
        self._waiting = Waiting()
        one_writer = hq.database.engine.dialect.name == "sqlite"
        self._writers = ThreadPoolExecutor(1 if one_writer else _READERS, "hq-write")
        self._readers = ThreadPoolExecutor(_READERS, "hq-read")
        self._openapi = msgspec.json.encode(document())
        hq.database.on_change(self._waiting.tell)
        routes = [
            Route("/openapi.json", self._document),
            Route("/{path:path}", self._any, methods=_METHODS),
        ]
        self.app = Starlette(routes=routes, lifespan=self._life)

    def close_waiting(self) -> None:
        """Answer everybody who waits. On the event loop's thread."""
        self._waiting.close()

    @asynccontextmanager
    async def _life(self, _app: Starlette) -> AsyncIterator[None]:
        self._waiting.start()
        yield
        self._waiting.close()
        self._writers.shutdown()
        self._readers.shutdown()

    async def _document(self, _request: Request) -> Response:
        return Response(self._openapi, media_type=wire.JSON)

    async def _any(self, request: Request) -> Response:
        try:
            body = await _bounded_body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return self._too_large()
        headers = dict(request.headers)
        with self._waiting.waiter() as waiter:
            answer = await self._answer(request, headers, body, waiter)
        return Response(answer.body, answer.status, headers=dict(answer.headers))

    async def _answer(self, request: Request, headers: dict[str, str], body: bytes, waiter: Waiter) -> WireResponse:
        """The answer, after waiting for a better one as long as the first one asks for."""
        loop = asyncio.get_running_loop()
        method, path = request.method, request.url.path
        threads: Executor = self._writers if self._hq.wire.writes(method, path) else self._readers
        answer = await loop.run_in_executor(threads, self._hq.wire.handle, method, path, headers, body)
        deadline = loop.time() + answer.hold_ms / 1000
        while answer.hold_ms and await waiter.wait(answer.topics, deadline - loop.time()):
            answer = await loop.run_in_executor(threads, self._hq.wire.handle, method, path, headers, body)
        return answer

    def _too_large(self) -> Response:
        now = self._hq.context.clock.now_ms()
        said = wire.encode(Problem(type="body_too_large", title="at most 8 MB", time=now), wire.JSON)
        # what is still on its way is not read: the connection cannot be used again
        return Response(said, 413, media_type=wire.JSON, headers={"connection": "close"})


async def _bounded_body(request: Request) -> bytes | None:
    """The body, or None when it is larger than HQ reads."""
    said = request.headers.get("content-length", "0")
    if said.isdigit() and int(said) > wire.MAX_BODY:
        return None
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > wire.MAX_BODY:
            return None
        parts.append(part)
    return b"".join(parts)
