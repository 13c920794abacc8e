"""Frames on a connection, bounded in size and in time whatever the other side does."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Sequence
from typing import Any

from kiosk.protocol.lan import LENGTH_BYTES, Frame, FrameError, packed, unpacked

TLS_S = 3.0
"""Most that the TLS handshake may take."""
FRAME_S = 10.0
"""Most that a frame may take once it has begun, and that the other may leave what it is sent unread."""
_BUFFER = 64 * 1024


class Silent(Exception):
    """The other side says nothing, or says it too slowly, or does not listen."""


class Stream:
    """One connection, over TLS."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._sending = asyncio.Lock()

    @property
    def certificate(self) -> bytes:
        """What the called end showed, in DER; empty at that end."""
        tls: ssl.SSLObject = self._writer.get_extra_info("ssl_object")
        return tls.getpeercert(binary_form=True) or b""

    async def read(self, most: int, idle_s: float) -> Frame:
        """The next frame. Raises Silent, FrameError, OSError, EOFError."""
        try:
            async with asyncio.timeout(idle_s):
                first = await self._reader.readexactly(1)
            async with asyncio.timeout(FRAME_S):
                length = int.from_bytes(first + await self._reader.readexactly(LENGTH_BYTES - 1), "big")
                if length > most:
                    raise FrameError(f"a frame of {length} bytes")
                return unpacked(await self._reader.readexactly(length))
        except TimeoutError as error:
            raise Silent from error

    async def send(self, frames: Sequence[Frame]) -> None:
        """All of them, in order. Raises Silent, OSError."""
        async with self._sending:
            try:
                for frame in frames:
                    self._writer.write(packed(frame))
                    async with asyncio.timeout(FRAME_S):
                        await self._writer.drain()
            except TimeoutError as error:
                raise Silent from error

    def drop(self) -> None:
        """End it at once, whatever is on its way."""
        transport = self._writer.transport
        # a server's transport says nothing of what was cut off in the middle of TLS
        transport.abort()


async def call(host: str, port: int, tls: ssl.SSLContext, patience_s: float) -> Stream:
    """Call a desk; TLS stands then. Raises OSError, Silent."""
    try:
        async with asyncio.timeout(patience_s):
            return await _over_tls(await _connected(host, port), tls, called=False)
    except TimeoutError as error:
        raise Silent from error


async def answer(accepted: socket.socket, tls: ssl.SSLContext) -> Stream:
    """Take up a connection that was accepted. Raises OSError."""
    return await _over_tls(accepted, tls, called=True)


async def _connected(host: str, port: int) -> socket.socket:
    """To the first of its addresses that answers."""
    refused: OSError = ConnectionError(f"{host} has no address")
    for family, kind, protocol, _, address in await _addresses(host, port):
        calling = socket.socket(family, kind, protocol)
        try:
            calling.setblocking(False)
            await asyncio.get_running_loop().sock_connect(calling, address)
        except OSError as error:
            calling.close()
            refused = error
        except BaseException:
            calling.close()
            raise
        else:
            return calling
    raise refused


async def _addresses(host: str, port: int) -> list[Any]:
    """What is no name is not asked for on a thread of its own."""
    try:
        return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except socket.gaierror:
        return await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)


async def _over_tls(connected: socket.socket, tls: ssl.SSLContext, *, called: bool) -> Stream:
    """Owns the socket from now on.

    A handshake of asyncio's that is cancelled leaves its transport open (seen with CPython 3.11: `close` of a TLS
    transport does nothing before the handshake has begun, and waits for the other end once it is over). So it is never
    cancelled: where it is not wanted any more the line is cut, with which it fails and clears everything away.
    """
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=_BUFFER, loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    shaking = loop.create_task(_shake_hands(loop, protocol, connected, tls, called))
    try:
        transport = await asyncio.shield(shaking)
    except asyncio.CancelledError:
        with contextlib.suppress(OSError):  # the other end was faster
            connected.shutdown(socket.SHUT_RDWR)
        while not shaking.done():
            with contextlib.suppress(asyncio.CancelledError):  # it is being cancelled already
                await asyncio.wait((shaking,))
        if shaking.exception() is None:
            shaking.result().abort()
        raise
    return Stream(reader, asyncio.StreamWriter(transport, protocol, reader, loop))


async def _shake_hands(
    loop: asyncio.AbstractEventLoop,
    protocol: asyncio.StreamReaderProtocol,
    connected: socket.socket,
    tls: ssl.SSLContext,
    called: bool,
) -> asyncio.Transport:
    """Raises OSError; the socket is closed then."""
    try:
        if called:
            transport, _ = await loop.connect_accepted_socket(
                lambda: protocol, connected, ssl=tls, ssl_handshake_timeout=TLS_S
            )
        else:
            transport, _ = await loop.create_connection(
                lambda: protocol, sock=connected, ssl=tls, server_hostname="", ssl_handshake_timeout=TLS_S
            )
    except OSError:
        connected.close()
        raise
    return transport
