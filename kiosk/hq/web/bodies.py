"""Bodies, in and out, at a pace: whoever sends or takes one too slowly is let go."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from typing import Any

from kiosk.hq.ports import HqSettings
from kiosk.hq.web.seats import Seat
from kiosk.hq.wire.app import WireResponse

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

PIECE = 64 * 1024


class Gone(Exception):
    """The caller hung up."""


class TooLarge(Exception):
    """The body has more bytes than HQ reads of it."""


async def read(receive: Receive, most: int, settings: HqSettings, seat: Seat) -> bytes:
    """A request's whole body. Raises TooLarge, Gone, Crowded, and TimeoutError for one that comes too slowly or has to
    make room."""
    loop = asyncio.get_running_loop()
    began, size = loop.time(), 0
    parts: list[bytes] = []
    async with asyncio.timeout_at(began + settings.body_s) as patience:
        seat.leave = lambda: patience.reschedule(loop.time())
        try:
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    raise Gone
                parts.append(message.get("body", b""))
                size += len(parts[-1])
                if size > most:
                    raise TooLarge
                seat.hold(size)
                if not message.get("more_body", False):
                    return b"".join(parts)
                if not seat.left:
                    patience.reschedule(began + settings.body_s + size / settings.body_rate)
        finally:
            seat.leave = None


async def send_answer(send: Send, answer: WireResponse, settings: HqSettings, seat: Seat, *, close: bool) -> None:
    """Hand an answer over, a long one in pieces. `close`: the connection cannot be used again. Raises TimeoutError
    where nobody takes it, OSError where a file cannot be read."""
    size = len(answer.body) if answer.file is None else len(answer.file.span)
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers.items()]
    if answer.status != 204:
        headers.append((b"content-length", b"%d" % size))
    if close:
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    if size <= PIECE and answer.file is None:
        await send({"type": "http.response.body", "body": answer.body, "more_body": False})
        return
    loop = asyncio.get_running_loop()
    for piece in _pieces(answer):
        async with asyncio.timeout(settings.answer_piece_s) as patience:
            seat.leave = lambda patience=patience: patience.reschedule(loop.time())
            try:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            finally:
                seat.leave = None
    await send({"type": "http.response.body", "body": b"", "more_body": False})


def _pieces(answer: WireResponse) -> Iterator[bytes]:
    if answer.file is None:
        for start in range(0, len(answer.body), PIECE):
            yield answer.body[start : start + PIECE]
        return
    # opened for each piece: Windows deletes no file that is open, and old snapshots are deleted
    for start in range(answer.file.span.start, answer.file.span.stop, PIECE):
        span = range(start, min(start + PIECE, answer.file.span.stop))
        yield type(answer.file)(answer.file.path, span).read()
