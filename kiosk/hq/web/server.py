"""Serving HQ with granian, in this process."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any

from granian._granian import SocketHolder
from granian.constants import Interfaces
from granian.server.embed import Server

from kiosk.hq import logs
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.web.asgi import HqWeb
from kiosk.listening import listening

_QUIET = {"version": 1, "disable_existing_loggers": False, "loggers": {"_granian": {"level": "ERROR"}}}
_READY_WITHIN_S = 30.0
_LET_GO_S = 0.1


_LOOK_S = 0.2
"""Between two looks whether somebody wants HQ to stop."""


class _OnOurSocket(Server):
    """granian on a socket that we have bound: it would bind without exclusive use, and say of a taken port that it
    serves."""

    def __init__(self, bound: socket.socket, *words: object, **named: object) -> None:
        super().__init__(*words, **named)  # type: ignore[arg-type]
        self._bound = bound

    def _init_shared_socket(self) -> None:
        self._bound.setblocking(False)
        self._bound.listen(self.backlog)
        made: Any = SocketHolder  # whose type hints know neither of the two ways
        handle = self._bound.detach()
        self._shd: Any = made(handle) if sys.platform == "win32" else made(handle, False, self.backlog)
        self._sfd = self._shd.get_fd()
        self._ssp: Any = None


class HqServer:
    """One HQ on one address. `serve` runs on the caller's event loop, `start`/`stop` use a thread of their own."""

    def __init__(self, hq: Headquarters, host: str = "127.0.0.1", port: int = 0) -> None:
        self.host = host
        self.port = port
        self._hq = hq
        self._web = HqWeb(hq)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: Server | None = None
        self._thread: threading.Thread | None = None
        self._failed: BaseException | None = None

    @property
    def url(self) -> str:
        """Where terminals reach it; with port 0 known once it serves."""
        return f"http://{self.host}:{self.port}"

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
            websockets=False,
            log_enabled=False,
            log_dictconfig=_QUIET,
        )
        serving = asyncio.create_task(self._server.serve())
        told = asyncio.create_task(self._tell_ready(ready))
        ending = threading.Event()
        behind = threading.Thread(target=self._catch_up, args=(ending,), name="hq-derive")
        behind.start()
        try:
            await serving
            # granian's own thread reports its end before it has let go of its Python objects
            await asyncio.sleep(_LET_GO_S)
        finally:
            told.cancel()
            ending.set()
            behind.join()

    def _catch_up(self, ending: threading.Event) -> None:
        """Derive in the background what another version of the program left. A fault is logged: terminals are served
        all the same, and the next start tries again."""
        try:
            self._hq.catch_up(ending.is_set)
        except Exception as fault:  # noqa: BLE001  (the last line of defence of a thread of its own)
            logs.logger().error("read_models", error=type(fault).__name__)

    async def _tell_ready(self, ready: Callable[[], None]) -> None:
        async with asyncio.timeout(_READY_WITHIN_S):
            while True:
                try:
                    reader, writer = await asyncio.open_connection(self.host, self.port)
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
