"""A desk on the network: listens, calls others, talks to each that proves to be a desk of this store.

One thread with an event loop; what touches the ledger runs on a second one, so that a slow disk keeps no connection
from being answered. Strangers are few at a time, say little and are soon gone; whoever is known has one connection.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import socket
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, TypeVar

from kiosk.adapters.lan.addresses import Addresses
from kiosk.adapters.lan.certificate import Tls
from kiosk.adapters.lan.exchange import Conversation, Exchange, first_words
from kiosk.adapters.lan.handshake import Handshake, Role, Self, Unwelcome
from kiosk.adapters.lan.streams import TLS_S, Silent, Stream, answer, call
from kiosk.application.ports.faults import LedgerFault
from kiosk.domain.lan.addresses import Address, of_a_lan, plain
from kiosk.domain.time import Clock
from kiosk.protocol.lan import FIRST_FRAMES_MOST, FRAME_MOST, NONCE_BYTES, FrameError

log = logging.getLogger(__name__)

T = TypeVar("T")

HEARTBEAT_S = 1.0
SILENCE_S = 3.0
"""Who says nothing for so long is gone: the network was cut, or the machine."""
CALL_S = 2.0
"""Most that reaching somebody may take: a call that began while the network was cut is given up, and made again."""
STRANGERS_MOST, STRANGERS_OF_ADDRESS = 24, 6
"""Connections that have not proved who they are, at the same time: in all, and from one address."""
LINKS_MOST = 48
FRAMES_A_SECOND = 200
"""Of one desk: what comes faster waits. A hundred facts a frame, nobody honest does."""
_LOOK_S = 0.25
_TURNS = 3
"""What was aborted the loop closes in its next turns."""

_GONE = (OSError, EOFError, Silent, FrameError, LedgerFault)
"""What ends a connection."""


@dataclass(eq=False, slots=True)
class _Link:
    """A connection to a desk that is known. `address`: where that desk listens, as far as is known."""

    peer: str
    role: Role
    stream: Stream
    conversation: Conversation
    address: Address | None
    heard_at: float
    changed: asyncio.Event = field(default_factory=asyncio.Event)


class DeskNode:
    """Use `run` on a thread of its own; `wake` and `stop` may be called from any."""

    def __init__(
        self,
        exchange: Exchange,
        me: Self,
        tls: Tls,
        addresses: Addresses,
        clock: Clock,
        *,
        host: str = "",
        port: int = 0,
        looked: Callable[[Sequence[str], int, str], None] = lambda _linked, _port, _trouble: None,
        news: Callable[[], None] = lambda: None,
        listening: Callable[[int], None] = lambda _port: None,
    ) -> None:
        """`host`: of the interface to listen on, "" for all. `looked`: called on the ledger's second thread, with who
        is linked, the port and what is wrong, whenever that may have changed. `news`: facts of others have come in.
        `listening`: others may call this port now."""
        self._exchange, self._me, self._tls, self._clock = exchange, me, tls, clock
        self.addresses = addresses
        self._host, self._port, self._wanted = host, 0, port
        self._looked, self._news, self._listening = looked, news, listening
        self._trouble = ""
        self._links: dict[str, _Link] = {}
        self._linked: tuple[str, ...] = ()
        self._near: tuple[tuple[str, int, str], ...] = ()
        self._strangers: Counter[str] = Counter()
        self._accepted: set[socket.socket] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._ledger = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lan-ledger")
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._stirred = asyncio.Event()

    # --- from other threads ----------------------------------------------------------------------------

    def wake(self) -> None:
        """There is something new to tell."""
        self._from_outside(self._stir)

    def found(self, host: str, port: int, device: str) -> None:
        """Somebody may be there."""
        self._from_outside(self.addresses.found, (plain(host), port), device)

    def hurry(self) -> None:
        """The network has changed."""
        self._from_outside(self.addresses.hurry)

    def stop(self) -> None:
        """Have `run` end."""
        self._from_outside(self._stop.set)

    def _from_outside(self, work: Callable[..., object], *given: object) -> None:
        try:
            self._loop.call_soon_threadsafe(work, *given)
        except RuntimeError:  # the loop is closed: nobody is there any more
            return

    # --- the loop ----------------------------------------------------------------------------------------

    def run(self) -> None:
        """Until `stop`."""
        try:
            self._loop.run_until_complete(self._run())
        finally:
            self._ledger.shutdown(wait=True)
            self._loop.close()

    async def _run(self) -> None:
        self._spawn(self._listen())
        self._spawn(self._call_others())
        self._spawn(self._look())
        await self._stop.wait()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for accepted in self._accepted:  # nobody had come to them
            accepted.close()
        for _ in range(_TURNS):
            await asyncio.sleep(0)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("the network of desks: %r", error, exc_info=error)

    async def _do(self, work: Callable[..., T], *given: Any) -> T:
        return await self._loop.run_in_executor(self._ledger, work, *given)

    def _stir(self) -> None:
        self._stirred.set()
        for link in self._links.values():
            link.changed.set()

    async def _look(self) -> None:
        """Tell how it stands, at every change and every second; hang up on whom HQ has withdrawn meanwhile."""
        knows = self._me.trust.knows
        while True:
            self._stirred.clear()
            for peer in await self._do(lambda: [one for one in self._linked if not knows(one)]):
                if (link := self._links.get(peer)) is not None:
                    link.stream.drop()
            await self._do(self._looked, self._linked, self._port, self._trouble)
            try:
                async with asyncio.timeout(HEARTBEAT_S):
                    await self._stirred.wait()
            except TimeoutError:
                continue
            await asyncio.sleep(_LOOK_S)  # not at each of a hundred facts

    # --- being called --------------------------------------------------------------------------------

    async def _listen(self) -> None:
        try:
            listening = _server(self._host, self._wanted)
        except OSError as error:
            # desks that find each other go by what is announced; those that go by typed addresses have to be told
            log.info("other desks cannot call this one at port %d: %s", self._wanted, error)
            self._trouble = "port_taken"
            listening = _server(self._host, 0)
        with listening:
            self._port = listening.getsockname()[1]
            self._me = replace(self._me, port=self._port)
            self._stir()
            self._listening(self._port)
            await self._accept(listening)

    async def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                accepted, (host, *_rest) = await self._next_caller(listening)
            except OSError as error:  # no more files, or the caller is gone already
                log.info("a caller was lost: %s", error)
                await asyncio.sleep(_LOOK_S)
                continue
            where = plain(host)
            if self._strangers.total() >= STRANGERS_MOST or self._strangers[where] >= STRANGERS_OF_ADDRESS:
                accepted.close()
                continue
            self._strangers[where] += 1
            self._accepted.add(accepted)
            self._spawn(self._answer(accepted, where))

    async def _next_caller(self, listening: socket.socket) -> tuple[socket.socket, Any]:
        """Whoever calls at the moment in which this desk ends is hung up on, and not forgotten with an open line."""
        waiting = self._loop.create_task(self._loop.sock_accept(listening))
        try:
            return await asyncio.shield(waiting)
        except asyncio.CancelledError:
            await asyncio.sleep(0)
            if waiting.done() and waiting.exception() is None:
                waiting.result()[0].close()
            waiting.cancel()
            raise

    async def _answer(self, accepted: socket.socket, where: str) -> None:
        self._accepted.discard(accepted)
        link: _Link | None = None
        try:
            try:
                stream = await answer(accepted, self._tls.called)
            except BaseException:
                accepted.close()
                raise
            try:
                link = await self._known(stream, Role.CALLED, self._tls.certificate, (where, 0))
            finally:
                if link is None:
                    stream.drop()
        except Unwelcome as error:
            log.info("a caller from %s is not spoken to: %s", where, error)
        except _GONE as error:
            log.debug("a caller from %s: %r", where, error)
        finally:
            self._strangers[where] -= 1
            self._strangers += Counter()  # drops those at nought
        if link is not None:
            await self._talk(link)

    # --- calling ---------------------------------------------------------------------------------------

    async def _call_others(self) -> None:
        while True:
            for address in self.addresses.to_call(self._clock.mono_ms(), self._links):
                self._spawn(self._call(address))
            await asyncio.sleep(_LOOK_S)

    async def _call(self, address: Address) -> None:
        link: _Link | None = None
        unwelcome = itself = False
        try:
            stream = await call(*address, self._tls.caller, CALL_S)
            try:
                shown = sha256(stream.certificate).digest()
                link = await self._known(stream, Role.CALLER, shown, address)
            finally:
                if link is None:
                    stream.drop()
        except Unwelcome as error:
            unwelcome, itself = True, error.code == "itself"
            if not itself:
                log.info("who answers at %s:%d is not spoken to: %s", *address, error)
        except _GONE as error:
            log.debug("%s:%d: %r", *address, error)
        if link is None:
            self.addresses.not_reached(address, self._clock.mono_ms(), unwelcome=unwelcome, itself=itself)
            return
        self.addresses.is_at(address, link.peer)
        await self._talk(link)

    # --- both ------------------------------------------------------------------------------------------

    async def _known(self, stream: Stream, role: Role, certificate: bytes, address: Address) -> _Link | None:
        """Who is at the other end; None for one that is spoken to already. Raises Unwelcome and what ends a
        connection."""
        try:
            async with asyncio.timeout(TLS_S):
                handshake = Handshake(self._me, role, secrets.token_bytes(NONCE_BYTES), certificate)
                await stream.send((handshake.hello,))
                await stream.send((handshake.greeted(await stream.read(FIRST_FRAMES_MOST, TLS_S)),))
                proof = await stream.read(FIRST_FRAMES_MOST, TLS_S)
                hello = await self._do(handshake.proved, proof)
        except TimeoutError as error:
            raise Silent from error
        where = (address[0], hello.port) if role is Role.CALLED else address
        conversation = Conversation(
            self._exchange, hello.device, lambda: self._linked, lambda: self._near, self._told_of
        )
        link = _Link(hello.device, role, stream, conversation, where if where[1] else None, self._loop.time())
        before = self._links.get(link.peer)
        if before is not None:
            if not self._better(link, before):
                self.addresses.is_at(address, link.peer)
                return None
            before.stream.drop()
        elif len(self._links) >= LINKS_MOST:
            return None
        self._links[link.peer] = link
        self._links_changed()
        self.addresses.hurry()  # the network is back: the others may be, too
        return link

    def _links_changed(self) -> None:
        """Read as they are by the ledger's second thread, so they are made anew and never changed."""
        self._linked = tuple(self._links)
        self._near = tuple(
            (*link.address, link.peer)
            for link in self._links.values()
            if link.address is not None and of_a_lan(link.address[0])
        )
        self._stir()

    def _better(self, link: _Link, before: _Link) -> bool:
        """Both may have called each other at the same time, and both must keep the same connection: that of the lesser
        name. A later one of the same caller is better: it began anew."""
        if link.role is before.role or self._loop.time() - before.heard_at > SILENCE_S / 2:
            return True
        return (link.role is Role.CALLER) == (self._me.device < link.peer)

    def _told_of(self, near: Sequence[tuple[str, int, str]]) -> None:
        """Called on the ledger's second thread."""
        for host, port, device in near:
            if port and of_a_lan(host) and device != self._me.device:
                self.found(host, port, device)

    async def _talk(self, link: _Link) -> None:
        try:
            await link.stream.send(await self._do(first_words, link.conversation))
            async with asyncio.TaskGroup() as both:
                both.create_task(self._hear(link))
                both.create_task(self._tell(link))
        except* _GONE as group:
            log.info("%s is not reached any more: %s", link.peer, ", ".join(map(repr, group.exceptions)))
        finally:
            link.stream.drop()
            if self._links.get(link.peer) is link:
                del self._links[link.peer]
                self._links_changed()
        await self._end(link)

    async def _end(self, link: _Link) -> None:
        try:
            await self._do(link.conversation.ended)
        except LedgerFault as fault:
            log.warning("how much %s has could not be kept: %s", link.peer, fault.code)

    async def _hear(self, link: _Link) -> None:
        second, frames = 0, 0
        while True:
            frame = await link.stream.read(FRAME_MOST, SILENCE_S)
            link.heard_at = now = self._loop.time()
            frames = frames + 1 if int(now) == second else 1
            second = int(now)
            if frames > FRAMES_A_SECOND:
                await asyncio.sleep(second + 1 - now)
            taken = self._exchange.taken
            await link.stream.send(await self._do(link.conversation.heard, frame))
            link.changed.set()
            if self._exchange.taken != taken:
                self._stir()
                self._news()

    async def _tell(self, link: _Link) -> None:
        said = self._loop.time()
        while True:
            link.changed.clear()
            await link.stream.send(await self._do(link.conversation.more))
            try:
                async with asyncio.timeout_at(said + HEARTBEAT_S):
                    await link.changed.wait()
            except TimeoutError:
                said = self._loop.time()
                await link.stream.send((await self._do(link.conversation.have),))


def _server(host: str, port: int) -> socket.socket:
    """Raises OSError."""
    if not host and socket.has_dualstack_ipv6():
        listening = socket.create_server(("::", port), family=socket.AF_INET6, dualstack_ipv6=True, backlog=64)
    else:
        listening = socket.create_server((host or "0.0.0.0", port), backlog=64)
    listening.setblocking(False)
    return listening
