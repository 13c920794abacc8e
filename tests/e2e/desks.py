"""Four desks of an event for tests: processes of their own, with lines between them that can be cut, and no HQ."""

from __future__ import annotations

import contextlib
import json
import selectors
import socket
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.adapters.clock import SystemClock, SystemRandomness
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.keys.keystore import DEVICE_KEY
from kiosk.application.ports.ledger import Identity
from kiosk.config import Settings, with_data_dir
from kiosk.domain.guests.event import Event, Guest
from kiosk.domain.stores import Store
from kiosk.domain.texts import LocalText
from kiosk.installation import key_store, ledger_key
from kiosk.protocol import signed_texts
from kiosk.protocol.rows import KeyRow, TerminalRow
from kiosk.protocol.tokens.cose import key_id_of
from tests.shared.forks import PROCESSES

STORE, EVENT = "hall", "fair"
NOWHERE = "http://127.0.0.1:9"
"""HQ is cut off: nobody listens there."""
HUNG_S = 120
_VOUCHER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
_LONG_AGO, _LONG_AHEAD = datetime(2020, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)


def settings_of(folder: Path, device: str, **more: Any) -> Settings:
    """A desk's settings: its data beside the others', nobody found by multicast."""
    settings = with_data_dir(Settings(folder, folder), folder / device)
    return replace(settings, camera="", sounds=False, station="event_desk", lan_discovery=False, **more)


def guest_id(number: int) -> str:
    """Of the guest of that number."""
    return f"g-{number:05d}"


def prepare(folder: Path, devices: Sequence[str], guests: int) -> None:
    """Enrolled terminals of one store that HQ has told everything: each other's keys, an event that runs now, and so
    many guests of it. In `folder`."""
    keys = {device: Ed25519PrivateKey.generate() for device in devices}
    rows: dict[str, tuple[str, Any]] = {
        "chain/keys": ("bb", KeyRow("bb", _public(_VOUCHER), _LONG_AGO, _LONG_AHEAD, None, ("member",))),
        "chain/stores": (STORE, Store(STORE, LocalText("大廳", "大厅", "Hall"), "Asia/Taipei", "TWD", "")),
    }
    now = datetime.now(UTC)
    fair = Event(
        EVENT, LocalText("博覽會", "博览会", "Fair"), now - timedelta(hours=1), now + timedelta(hours=9), "Asia/Taipei"
    )
    rows[f"store/{STORE}/gatherings"] = (EVENT, fair)
    listed = [
        (
            f"{EVENT}/{guest_id(n)}",
            1,
            _json(Guest(EVENT, guest_id(n), f"Guest {n}", tags=("vip",) if n % 7 == 0 else ())),
        )
        for n in range(guests)
    ]
    terminals = []
    for device, key in keys.items():
        row = TerminalRow(device, STORE, device.upper(), _public(key), signed_by="bb")
        row = replace(row, signature=_VOUCHER.sign(signed_texts.terminal(row)).hex())
        terminals.append((f"{key_id_of(key.public_key().public_bytes_raw()).hex()}/{device}", 1, _json(row)))
    for device, key in keys.items():
        settings = settings_of(folder, device)
        settings.data_dir.mkdir(parents=True)
        (settings.data_dir / "keystore.json").write_text(json.dumps({"store": "file"}), encoding="utf-8")
        store = key_store(settings)
        store.put(DEVICE_KEY, key.private_bytes_raw())
        secret = ledger_key(settings, store, SystemRandomness())
        ledger = open_ledger(settings.ledger_path, secret, SystemClock())
        identity = Identity(device, device.upper(), STORE, 1, NOWHERE)
        ledger.run(lambda tx, identity=identity: tx.begin_epoch(identity, "enrolled"))  # type: ignore[misc]
        ledger.close()
        reference = SqlReference(settings.reference_path, secret)
        for bucket, (row_id, told) in rows.items():
            reference.apply(bucket, [(row_id, 1, _json(told))], (), 1)
        reference.apply("chain/terminals", terminals, (), 1)
        reference.apply(f"store/{STORE}/guests", listed, (), 1)
        reference.close()


def _public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def _json(row: object) -> str:
    return msgspec.json.encode(row).decode()


class Line:
    """A way from somebody who calls to a desk, that can be cut: what is on it then goes nowhere, and nobody is told."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._listening.getsockname()[1]
        self.to = 0
        self._cut = False
        self._lost: set[socket.socket] = set()
        self._ways: dict[socket.socket, socket.socket] = {}
        self._waiting = selectors.DefaultSelector()
        self._bell, self._ring = socket.socketpair()
        for one in (self._listening, self._bell):
            one.setblocking(False)
            self._waiting.register(one, selectors.EVENT_READ)
        self._ends = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def cut(self) -> None:
        """Nothing gets through from now on, and nobody notices at once."""
        self._cut = True

    def heal(self) -> None:
        """Who calls from now on gets through. What began before stays lost, and still nobody is told: that is the worst
        there is, a network would let it go on."""
        if self._cut:
            self._lost |= set(self._ways)
            self._cut = False

    def close(self) -> None:
        self._ends = True
        self._ring.send(b"e")
        self._thread.join()

    def _run(self) -> None:
        while not self._ends:
            for key, _events in self._waiting.select():
                if key.fileobj is self._bell:
                    self._bell.recv(64)
                elif key.fileobj is self._listening:
                    self._take()
                else:
                    self._pass_on(key.fileobj)  # type: ignore[arg-type]
        for one in (*self._ways, self._listening, self._bell, self._ring):
            one.close()
        self._waiting.close()

    def _take(self) -> None:
        caller, _address = self._listening.accept()
        try:
            called = socket.create_connection(("127.0.0.1", self.to), timeout=5)
        except OSError:
            caller.close()
            return
        for one, other in ((caller, called), (called, caller)):
            one.settimeout(5)
            self._ways[one] = other
            self._waiting.register(one, selectors.EVENT_READ)

    def _pass_on(self, one: socket.socket) -> None:
        try:
            data = one.recv(65_536)
            if not data:
                raise OSError("ended")
            if not self._cut and one not in self._lost:
                self._ways[one].sendall(data)
        except (OSError, KeyError):
            self._drop(one)

    def _drop(self, one: socket.socket) -> None:
        for end in (one, self._ways.pop(one, None)):
            self._lost -= {end}
            if end is not None and self._ways.pop(end, end) is not None:
                with contextlib.suppress(KeyError, ValueError):
                    self._waiting.unregister(end)
                end.close()


class DeskProcess:
    """A desk that does what it is told (`tests.e2e.desk`). Its first answer is where it listens."""

    def __init__(self, folder: Path, device: str, peers: Sequence[int], *, whole: bool = False) -> None:
        """`peers`: ports at which others are called; `whole`: it looks for HQ, too."""
        from tests.e2e import desk

        self.device = device
        addresses = ",".join(f"127.0.0.1:{one}" for one in peers)
        self._told, far = PROCESSES.Pipe()
        self._process = PROCESSES.Process(target=desk.main, args=(far, folder, device, addresses, whole))
        self._process.start()
        far.close()

    def send(self, what: str, **given: Any) -> None:
        """Tell it to do something."""
        self._told.send((what, given))

    def answer(self) -> dict[str, Any]:
        """What it says next."""
        assert self._told.poll(2 * HUNG_S), f"{self.device} says nothing"
        found: dict[str, Any] = self._told.recv()
        return found

    def ask(self, what: str, **given: Any) -> dict[str, Any]:
        """Have it do something, and wait until that is done."""
        self.send(what, **given)
        return self.answer()

    def kill(self) -> None:
        """As a power cut would."""
        self._process.kill()
        self._end()

    def close(self) -> None:
        """End it politely."""
        with contextlib.suppress(OSError):
            self.send("end")
        self._end()

    def _end(self) -> None:
        self._process.join(HUNG_S)
        self._process.close()
        self._told.close()


class Hall:
    """The desks of an event, each of which calls each other over a line of its own."""

    def __init__(self, folder: Path, devices: Sequence[str], *, whole: bool = False) -> None:
        self._whole = whole
        self.folder, self.devices = folder, tuple(devices)
        self.lines = {(one, other): Line() for one in devices for other in devices if one != other}
        self.desks: dict[str, DeskProcess] = {}
        # all at the same time: each takes a second to import what it needs
        for device in devices:
            self._begin(device)
        for device in devices:
            self._listens(device)

    def start(self, device: str) -> None:
        """Start a desk again that was killed."""
        self._begin(device)
        self._listens(device)

    def _begin(self, device: str) -> None:
        peers = [self.lines[device, other].port for other in self.devices if other != device]
        self.desks[device] = DeskProcess(self.folder, device, peers, whole=self._whole)

    def _listens(self, device: str) -> None:
        port = int(self.desks[device].answer()["port"])
        for other in self.devices:
            if other != device:
                self.lines[other, device].to = port

    def split(self, *parts: Sequence[str]) -> None:
        """Desks of different parts do not reach each other."""
        for part, rest in combinations(parts, 2):
            for one in part:
                for other in rest:
                    self.lines[one, other].cut()
                    self.lines[other, one].cut()

    def heal(self) -> None:
        """All reach all."""
        for line in self.lines.values():
            line.heal()

    def everybody(self, what: str, **more: Any) -> dict[str, dict[str, Any]]:
        """Ask all at the same time."""
        for desk in self.desks.values():
            desk.send(what, **more)
        return {device: desk.answer() for device, desk in self.desks.items()}

    def agree(self) -> dict[str, dict[str, Any]]:
        """Wait until all have everything that each has now; what they say then."""
        heads = {device: said["head"] for device, said in self.everybody("head").items()}
        return self.everybody("have", heads=heads)

    def close(self) -> None:
        for desk in self.desks.values():
            desk.close()
        for line in self.lines.values():
            line.close()


@contextlib.contextmanager
def hall(folder: Path, devices: Sequence[str], guests: int, *, whole: bool = False) -> Iterator[Hall]:
    """Desks that run, until the end of the block. `whole`: with everything that a terminal does beside."""
    prepare(folder, devices, guests)
    made = Hall(folder, devices, whole=whole)
    try:
        yield made
    finally:
        made.close()
