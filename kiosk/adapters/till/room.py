"""Room for the till beside programs that connect and say nothing, or nothing whole."""

from __future__ import annotations

import time
from types import MethodType
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError

CONNECTIONS = 200
"""At a time; of more the one that has kept us waiting longest is closed, so that a new one is always let in. Windows
looks at 512 sockets at most."""
HALF_S = 10
"""Seconds in which a connection has to send its first, or a begun, request whole."""
IDLE_S = 60
"""Seconds for which a connection is kept that has asked before, and may again."""


def keep_room(server: Any) -> None:
    """Have a server of waitress' close connections that keep it waiting. It has one time-out for those that idle and
    those that never end a request, and a drop of it is as good as a request."""
    room = _Room(server)
    usual = server.handle_accept

    def handle_accept(self: Any) -> None:
        usual()
        room.make(time.time())

    def maintenance(self: Any, now: float) -> None:
        room.tidy(now)

    server.handle_accept = MethodType(handle_accept, server)
    server.maintenance = MethodType(maintenance, server)
    server.channel_class = _Channel


class _Parser(HTTPRequestParser):  # type: ignore[misc]
    def parse_header(self, header_plus: bytes) -> None:
        """A number of more digits than Python reads is a mistake of who sent it, like any other."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:
            raise ParsingError("a header holds no number") from error


class _Channel(HTTPChannel):  # type: ignore[misc]
    parser_class = _Parser


class _Room:
    def __init__(self, server: Any) -> None:
        self._server = server
        self._since: dict[Any, tuple[Any, float]] = {}
        """Channel → the request that it has begun (None: it has sent none yet), and since when we wait for it."""

    def tidy(self, now: float) -> None:
        """Close who is over its time."""
        for channel, since in self._waited_for(now):
            if since < now - HALF_S:
                channel.will_close = True
        for channel in self._server.active_channels.values():
            if not channel.requests and channel.last_activity < now - IDLE_S:
                channel.will_close = True

    def make(self, now: float) -> None:
        """Close the one that we have waited for longest, when there are too many."""
        excess = len(self._server.active_channels) - CONNECTIONS
        if excess > 0:
            for channel, _ in sorted(self._waited_for(now), key=lambda one: one[1])[:excess]:
                channel.handle_close()

    def _waited_for(self, now: float) -> list[tuple[Any, float]]:
        channels = list(self._server.active_channels.values())
        before, self._since = self._since, {}
        for channel in channels:
            silent = channel.request is None and channel.last_activity == channel.creation_time
            if channel.requests or (channel.request is None and not silent):
                continue
            known = before.get(channel)
            same = known is not None and known[0] is channel.request
            first = channel.creation_time if channel.request is None else now
            self._since[channel] = (channel.request, known[1] if same and known is not None else first)
        return [(channel, since) for channel, (_, since) in self._since.items()]
