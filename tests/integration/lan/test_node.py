"""Desks over real sockets on loopback: they find each other, agree, heal; and whoever is no desk costs little."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256

import pytest

from kiosk.adapters.clock import SystemClock
from kiosk.adapters.db.memory import memory_ledger
from kiosk.adapters.lan import node as nodes
from kiosk.adapters.lan.addresses import Addresses
from kiosk.adapters.lan.certificate import Tls, make_tls
from kiosk.adapters.lan.exchange import Exchange
from kiosk.adapters.lan.handshake import Handshake, Role, Self, Unwelcome
from kiosk.adapters.lan.node import DeskNode
from kiosk.adapters.lan.standing import Standing
from kiosk.adapters.lan.streams import Stream, call
from kiosk.application.ports.lan import DeskLink, LanStatus
from kiosk.application.ports.ledger import Identity
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.protocol.lan import Have, Hello, Place, Proof, packed
from tests.fakes import KEY
from tests.integration.lan.desks import STORE, Vouched, key_of

HUNG_S = 60


class Live:
    """A desk with its ledger and its threads."""

    def __init__(self, device: str, trust: Vouched, tls: Tls, addresses: Addresses | None = None) -> None:
        self.device, self.trust, self.tls = device, trust, tls
        self.ledger = memory_ledger(KEY, SystemClock())
        self.ledger.run(lambda tx: tx.begin_epoch(Identity(device, device, STORE, 1, "https://hq.example"), "enrolled"))
        self.ledger.on_append(lambda: self.node.wake())
        self.moved = threading.Condition()
        self.status = LanStatus()
        self.port = 0
        self.start(addresses or Addresses(()))

    def start(self, addresses: Addresses, port: int = 0) -> None:
        clock = SystemClock()
        self.exchange = Exchange(self.ledger, self.device, self.trust, key_of(self.device).sign, clock)
        self.standing = Standing(self.ledger, self.exchange, clock, self._told)
        listening = threading.Event()

        def heard(bound: int) -> None:
            self.port = bound
            listening.set()

        self.node = DeskNode(
            self.exchange,
            Self(self.device, STORE, key_of(self.device).sign, self.trust),
            self.tls,
            addresses,
            clock,
            host="127.0.0.1",
            port=port,
            looked=self.standing.look,
            news=self._stir,
            listening=heard,
        )
        self.thread = threading.Thread(target=self.node.run)
        self.thread.start()
        assert listening.wait(HUNG_S)

    def _told(self, status: LanStatus) -> None:
        self.status = status
        self._stir()

    def _stir(self) -> None:
        with self.moved:
            self.moved.notify_all()

    def tell(self) -> None:
        body = {"member": "m-1", "takes": [["total:spring/gift#0", 1]], "coupons": [], "rights": []}
        self.ledger.run(lambda tx: tx.append(REWARDS_DECIDED, "s-1", body))

    def counted(self) -> int:
        return self.ledger.run(lambda tx: tx.shared("limit:spring/gift/total"))

    def until(self, true: Callable[[], bool]) -> None:
        with self.moved:
            assert self.moved.wait_for(true, HUNG_S), self.status

    def together(self, count: int) -> None:
        """Until it stands together with so many others, in step."""
        self.until(lambda: sum(desk.in_step for desk in self.status.desks) == count)

    def stop(self) -> None:
        self.node.stop()
        self.thread.join()

    def close(self) -> None:
        self.stop()
        self.ledger.close()


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Tls:
    folder = tmp_path_factory.mktemp("tls")
    made = make_tls(folder)
    assert list(folder.iterdir()) == []  # the key lies nowhere
    return made


@pytest.fixture
def live(tls: Tls, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Live]]:
    monkeypatch.setattr(nodes, "_LOOK_S", 0.02)
    trust = Vouched(("d-1", "d-2", "d-3"))
    made: list[Live] = []

    def start(device: str, *others: Live) -> Live:
        desk = Live(device, trust, tls, Addresses([("127.0.0.1", other.port) for other in others]))
        made.append(desk)
        return desk

    yield start
    for desk in made:
        desk.close()


def test_desks_that_know_one_address_find_all_and_agree(live: Callable[..., Live]) -> None:
    one = live("d-1")
    two, three = live("d-2", one), live("d-3", one)
    for desk in (one, two, three):
        desk.tell()
    for desk in (one, two, three):
        desk.together(2)  # the third was told of the second by the first
        desk.until(lambda desk=desk: desk.counted() == 3)  # type: ignore[misc]
    assert [(desk.name, desk.link) for desk in one.status.desks] == [
        ("D-2", DeskLink.TOGETHER),
        ("D-3", DeskLink.TOGETHER),
    ]
    two.tell()
    one.until(lambda: one.counted() == 4)
    three.until(lambda: three.counted() == 4)
    # one goes, and comes again at the same place
    port = one.port
    one.stop()
    two.until(lambda: {desk.device: desk.link for desk in two.status.desks}["d-1"] is DeskLink.AWAY)
    two.tell()
    three.until(lambda: three.counted() == 5)
    two.until(lambda: {desk.device: desk.behind for desk in two.status.desks}["d-1"] == 1)
    one.start(Addresses(()), port)
    one.together(2)
    one.until(lambda: one.counted() == 5)


def test_who_is_not_vouched_for_is_not_spoken_to(live: Callable[..., Live], tls: Tls) -> None:
    one = live("d-1")
    one.tell()
    stranger = Live("d-9", Vouched(("d-1", "d-9")), tls, Addresses([("127.0.0.1", one.port)]))
    two = live("d-2", one)
    two.together(1)
    two.until(lambda: two.counted() == 1)
    stranger.close()
    assert stranger.exchange.places().keys() == {"d-9"}
    one.together(1)
    assert [desk.device for desk in one.status.desks] == ["d-2"]


def test_who_is_withdrawn_is_hung_up_on(live: Callable[..., Live]) -> None:
    one = live("d-1")
    two = live("d-2", one)
    two.together(1)
    one.trust.devices.discard("d-2")
    one.until(lambda: one.status.together == 1)
    one.tell()
    one.trust.devices.add("d-2")


class Hostile:
    """Somebody who says to a desk what they like."""

    def __init__(self, desk: Live, tls: Tls) -> None:
        self.desk, self.tls = desk, tls

    async def known(self, device: str = "d-2", *, as_seen: bytes | None = None, key: str | None = None) -> Stream:
        """Past the handshake, as a desk. `as_seen`: the hash of another certificate than the one that was shown."""
        stream = await call("127.0.0.1", self.desk.port, self.tls.caller, 5)
        trust = self.desk.trust
        me = Self(device, STORE, key_of(key or device).sign, trust)
        shown = as_seen or sha256(stream.certificate).digest()
        handshake = Handshake(me, Role.CALLER, secrets.token_bytes(32), shown)
        try:
            await stream.send((handshake.hello,))
            await stream.send((handshake.greeted(await stream.read(1024, 5)),))
            handshake.proved(await stream.read(1024, 5))
        except BaseException:
            stream.drop()
            raise
        return stream

    async def gone(self, stream: Stream) -> bool:
        """Until the desk has hung up."""
        try:
            while True:
                await stream.read(1 << 20, 30)
        except (OSError, EOFError):
            return True
        finally:
            stream.drop()

    async def raw(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self.desk.port, ssl=self.tls.caller, server_hostname="")


def test_a_handshake_is_good_for_its_own_connection_alone(live: Callable[..., Live], tls: Tls) -> None:
    one = live("d-1")
    hostile = Hostile(one, tls)

    async def attack() -> None:
        # somebody in the middle shows a certificate of their own, and passes the words on
        with pytest.raises(Unwelcome, match="not_signed"):
            await hostile.known(as_seen=bytes(32))
        # the words of a desk, told again
        stream = await call("127.0.0.1", one.port, tls.caller, 5)
        shown = sha256(stream.certificate).digest()
        genuine = Handshake(Self("d-2", STORE, key_of("d-2").sign, one.trust), Role.CALLER, bytes(32), shown)
        await stream.send((genuine.hello,))
        proof = genuine.greeted(await stream.read(1024, 5))
        stream.drop()
        again = await call("127.0.0.1", one.port, tls.caller, 5)
        await again.send((genuine.hello, proof))
        assert await hostile.gone(again)
        # a signature by another key
        stream = await call("127.0.0.1", one.port, tls.caller, 5)
        await stream.send((Hello(1, "d-2", STORE, bytes(32)), Proof(key_of("d-3").sign(b"x"))))
        assert await hostile.gone(stream)
        for hello in (Hello(9, "d-2", STORE, bytes(32)), Hello(1, "d-2", "N77", bytes(32)), Proof(bytes(64))):
            stream = await call("127.0.0.1", one.port, tls.caller, 5)
            await stream.send((hello,))
            assert await hostile.gone(stream)

    asyncio.run(attack())
    assert one.status.together == 1


def test_what_is_no_frame_ends_the_connection_and_nothing_else(
    live: Callable[..., Live], tls: Tls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.adapters.lan.streams.FRAME_S", 0.3)
    monkeypatch.setattr("kiosk.adapters.lan.streams.TLS_S", 0.5)
    monkeypatch.setattr(nodes, "TLS_S", 0.5)
    monkeypatch.setattr(nodes, "SILENCE_S", 0.5)
    one = live("d-1")
    hostile = Hostile(one, tls)

    async def attack() -> None:
        # before anybody is known: a giant, garbage, bytes one by one, silence
        for said in (b"\xff\xff\xff\xff", b"\x00\x00\x00\x03abc", b"\x00", b""):
            reader, writer = await hostile.raw()
            writer.write(said)
            with contextlib.suppress(ConnectionError):
                while await reader.read(4096):
                    pass
            writer.transport.abort()
        # afterwards: a giant, garbage, half a frame, what nobody says here, silence
        for said in (b"\x7f\xff\xff\xff", b"\x00\x00\x00\x01\xc1", b"\x00\x00\x10\x00half", b""):
            stream = await hostile.known()
            stream._writer.write(said)
            assert await hostile.gone(stream)
        stream = await hostile.known()
        await stream.send((Hello(1, "d-2", STORE, bytes(32)),))
        assert await hostile.gone(stream)
        # a flood of what is allowed
        stream = await hostile.known()
        flood = (Have({f"x-{n}": Place(1, n, bytes(32)) for n in range(60)}, whole=True),)
        for _ in range(3 * nodes.FRAMES_A_SECOND):
            stream._writer.write(packed(flood[0]))
        stream.drop()

    asyncio.run(attack())
    two = live("d-2", one)
    two.tell()
    one.until(lambda: one.counted() == 1)


def hung_up(caller: socket.socket) -> None:
    """Wait until the other end has hung up, politely or not."""
    caller.settimeout(HUNG_S)
    with contextlib.suppress(ConnectionError):
        while caller.recv(4_096):
            pass


def test_callers_who_say_nothing_are_few_and_keep_no_desk_out(live: Callable[..., Live], tls: Tls) -> None:
    one = live("d-1")
    half_open = [socket.create_connection(("127.0.0.1", one.port)) for _ in range(40)]
    for caller in half_open[nodes.STRANGERS_OF_ADDRESS :]:
        hung_up(caller)  # turned away at once
    for caller in half_open:
        caller.close()
    with socket.create_connection(("127.0.0.1", one.port)) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\n\r\n")
        hung_up(plain)
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode, old.maximum_version = False, ssl.CERT_NONE, ssl.TLSVersion.TLSv1_2
    with pytest.raises(OSError), socket.create_connection(("127.0.0.1", one.port)) as raw:
        old.wrap_socket(raw)
    two = live("d-2", one)
    two.together(1)


def test_where_the_port_is_taken_a_desk_listens_at_another_and_says_so(live: Callable[..., Live], tls: Tls) -> None:
    one = live("d-1")
    two = live("d-2")
    two.stop()
    two.start(Addresses([("127.0.0.1", one.port)]), one.port)
    one.together(1)
    two.together(1)
    assert two.status.trouble == "port_taken"
    assert two.port != one.port
    third = live("d-3", two)
    third.together(2)
