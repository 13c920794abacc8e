"""Serving HQ with granian, in this process."""

from __future__ import annotations

import asyncio
import signal
import socket
import ssl
import sys
import threading
from collections.abc import Callable
from typing import Any

from granian._granian import SocketHolder
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from kiosk.hq import logs
from kiosk.hq.campaigns.overdue import Overdue
from kiosk.hq.guests_pretix.clock import PretixClock
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.keeping import Keeping
from kiosk.hq.web.asgi import HqWeb
from kiosk.hq.web.certificate import Tls
from kiosk.hq.web.descriptors import raise_limit
from kiosk.hq.worker import Worker
from kiosk.listening import listening

_QUIET = {"version": 1, "disable_existing_loggers": False, "loggers": {"_granian": {"level": "ERROR"}}}
_READY_WITHIN_S = 30.0
_LET_GO_S = 0.1
_ROUND_ENDS_S = 5.0
_LOOK_S = 0.2
"""Between two looks whether somebody wants HQ to stop."""
_BACKLOG = 4_096
"""Connections that the system keeps for us until they are taken; Linux gives 4,096 at most unless told otherwise."""
_HEAD_BYTES = 64 * 1024
"""A connection's buffer: a request's head has to fit in, and what came of its body before it is read."""
_UNTAKEN_MS = 60_000
"""A connection is closed when what HQ has sent is not taken for so long (TCP_USER_TIMEOUT, Linux)."""


class _OnOurSocket(Server):
    """granian on a socket that we have bound: it would bind without exclusive use, and say of a taken port that it
    serves."""

    def __init__(self, bound: socket.socket, *words: object, **named: object) -> None:
        super().__init__(*words, **named)  # type: ignore[arg-type]
        self._bound = bound

    def _init_shared_socket(self) -> None:
        self._bound.setblocking(False)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # what is accepted has it too
            self._bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _UNTAKEN_MS)
        self._bound.listen(self.backlog)
        made: Any = SocketHolder  # whose type hints know neither of the two ways
        handle = self._bound.detach()
        self._shd: Any = made(handle) if sys.platform == "win32" else made(handle, False, self.backlog)
        self._sfd = self._shd.get_fd()
        self._ssp: Any = None


class HqServer:
    """One HQ on one address. `serve` runs on the caller's event loop, `start`/`stop` use a thread of their own."""

    def __init__(self, hq: Headquarters, host: str = "127.0.0.1", port: int = 0, tls: Tls | None = None) -> None:
        self.host = host
        self.port = port
        self._tls = tls
        self._hq = hq
        self._web = HqWeb(hq)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self._failed: BaseException | None = None

    @property
    def url(self) -> str:
        """Where terminals reach it; with port 0 known once it serves."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'http' if self._tls is None else 'https'}://{host}:{self.port}"

    async def serve(self, ready: Callable[[], None]) -> None:
        """Serve until `stop`. `ready` is called once requests are answered. Raises OSError when the port is taken."""
        bound = listening(self.host, self.port)
        self.port = int(bound.getsockname()[1])
        self._loop = asyncio.get_running_loop()
        self._server = _OnOurSocket(
            bound,
            self._web.app,
            address=self.host,
            port=self.port,
            interface=Interfaces.ASGI,
            # HTTP/1.1 alone: granian's way of telling it from HTTP/2 waits for ever for the first bytes
            http=HTTPModes.http1,
            http1_settings=HTTP1Settings(
                header_read_timeout=self._hq.context.settings.idle_s * 1000, max_buffer_size=_HEAD_BYTES
            ),
            websockets=False,
            backlog=_BACKLOG,
            backpressure=self._connections(),
            ssl_cert=None if self._tls is None else self._tls.certificate,
            ssl_key=None if self._tls is None else self._tls.key,
            log_enabled=False,
            log_dictconfig=_QUIET,
        )
        serving = asyncio.create_task(self._server.serve())
        told = asyncio.create_task(self._tell_ready(ready))
        ending = threading.Event()
        behind = threading.Thread(target=self._catch_up, args=(ending,), name="hq-derive")
        behind.start()
        workers = self._workers()
        # daemons: a gateway that keeps one of them waiting keeps HQ from ending for a moment only; what it was handed
        # is tried again
        rounds = [threading.Thread(target=one.run, name=f"hq-{name}", daemon=True) for name, one in workers.items()]
        for thread in rounds:
            thread.start()
        try:
            await serving
            # granian's own thread reports its end before it has let go of its Python objects
            await asyncio.sleep(_LET_GO_S)
        finally:
            told.cancel()
            ending.set()
            for one in workers.values():
                one.end()
            behind.join()
            for thread in rounds:
                thread.join(_ROUND_ENDS_S)

    def _workers(self) -> dict[str, Worker]:
        """What HQ does by itself, each on a thread of its own, by its name."""
        hq = self._hq
        return {postman.channel: postman for postman in hq.messages.postmen()} | {
            "draws": hq.draws.clock(),
            "beacon": hq.wheels.fetcher(),
            "pretix": PretixClock(hq.context),
            "events": hq.events.clock(),
            "points": hq.registration.points_letters(),
            "counting": Overdue(hq.context),
            "keeping": Keeping(hq.context, hq.forget_deletions),
        }

    def _connections(self) -> int:
        """How many there may be at once: never more than there are descriptors for, without which nothing is taken."""
        wanted, room = self._hq.context.settings.connections, raise_limit()
        if room is not None and room < wanted:
            logs.logger().warning("connections", wanted=wanted, room=room)
            return room
        return wanted

    def _catch_up(self, ending: threading.Event) -> None:
        """Derive in the background what another version of the program left. A fault is logged: terminals are served
        all the same, and the next start tries again."""
        try:
            self._hq.catch_up(ending.is_set)
        except Exception as fault:  # noqa: BLE001  (the last line of defence of a thread of its own)
            logs.logger().error("read_models", error=type(fault).__name__)

    async def _tell_ready(self, ready: Callable[[], None]) -> None:
        context = None
        if self._tls is not None:
            # it is ourselves we ask, by an address that the certificate need not name
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        async with asyncio.timeout(_READY_WITHIN_S):
            while True:
                try:
                    reader, writer = await asyncio.open_connection(self.host, self.port, ssl=context)
                    writer.write(b"GET /healthz HTTP/1.1\r\nHost: hq\r\nConnection: close\r\n\r\n")
                    line = await reader.readline()
                    writer.close()
                    if b" 200 " in line:
                        break
                except OSError:
                    await asyncio.sleep(0.02)
        ready()

    def ask_to_stop(self) -> None:
        """End `serve`. From any thread or a signal handler."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stop)

    def _stop(self) -> None:
        self._web.close_waiting()
        if self._server is not None:
            self._server.stop()  # type: ignore[no-untyped-call]

    def start(self) -> None:
        """Serve on a thread; returns when requests are answered. Raises what `serve` raises."""
        ready = threading.Event()

        def run() -> None:
            try:
                asyncio.run(self.serve(ready.set))
            except BaseException as error:  # noqa: BLE001  (handed to the thread that waits)
                self._failed = error
            finally:
                ready.set()

        self._thread = threading.Thread(target=run, name="hq", daemon=True)
        self._thread.start()
        ready.wait()
        if self._failed is not None:
            raise self._failed

    def stop(self) -> None:
        """End serving and wait for it."""
        self.ask_to_stop()
        if self._thread is not None:
            self._thread.join()

    def run(self, ready: Callable[[], None], wanted: Callable[[], bool] = lambda: False) -> None:
        """Serve on this thread until `wanted` says that somebody asked HQ to stop, or a signal does: SIGTERM and
        Ctrl-C; on Windows Ctrl-C and Ctrl-Break, the closing of its console and the end of the session."""

        async def look() -> None:
            while not wanted():
                await asyncio.sleep(_LOOK_S)
            self._stop()

        async def main() -> None:
            if sys.platform == "win32":
                for number in (signal.SIGINT, signal.SIGTERM, signal.SIGBREAK):
                    signal.signal(number, lambda *_: self.ask_to_stop())
            else:
                for number in (signal.SIGINT, signal.SIGTERM):
                    asyncio.get_running_loop().add_signal_handler(number, self._stop)
            looking = asyncio.create_task(look())
            try:
                await self.serve(ready)
            finally:
                looking.cancel()

        asyncio.run(main())
