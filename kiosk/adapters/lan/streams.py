"""Frames on a connection, bounded in size and in time whatever the other side does."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Sequence

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
            reader, writer = await asyncio.open_connection(
                host, port, ssl=tls, server_hostname="", limit=_BUFFER, ssl_handshake_timeout=TLS_S
            )
    except TimeoutError as error:
        raise Silent from error
    return Stream(reader, writer)


async def answer(accepted: socket.socket, tls: ssl.SSLContext) -> Stream:
    """Take up a connection that was accepted. Raises OSError."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=_BUFFER, loop=loop)
    protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.connect_accepted_socket(lambda: protocol, accepted, ssl=tls, ssl_handshake_timeout=TLS_S)
    return Stream(reader, asyncio.StreamWriter(transport, protocol, reader, loop))
