"""HQ and terminals in one process, without threads, sockets or a real clock: the product's own code throughout.

Everything that may happen is drawn from one seed: `Network` loses, repeats and damages messages, `CrashingDisk` stops
the process before or after a commit, `SimClock` says what time it is where.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.adapters.code_reader import TokenCodeReader
from kiosk.adapters.db.cipher import RealDisk
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.hq.claims import HqClaims
from kiosk.adapters.hq.client import HqClient
from kiosk.adapters.hq.sync import SyncEngine
from kiosk.adapters.hq.transport import HqAnswer, HqUnreachable
from kiosk.application.confirm_sale import settle_open_claims
from kiosk.application.context import Context
from kiosk.application.service import CheckoutService
from kiosk.domain.facts import FactKind
from kiosk.domain.void_policy import VoidPolicy
from kiosk.hq.demo.chain import DemoChain, build_demo
from kiosk.hq.ports import HqSettings
from kiosk.hq.service.headquarters import Headquarters
from kiosk.hq.store.database import Database

START_MS = 1_795_305_600_000  # 2026-11-22 00:00 UTC


class Crash(BaseException):
    """The process died here. Not an Exception: nothing in the product may catch it."""


@dataclass
class SimClock:
    """The world's time, seen with an offset of this node's own."""

    world: World
    skew_ms: int = 0
    boot: int = 1

    def now_ms(self) -> int:
        return self.world.true_ms + self.skew_ms

    def mono_ms(self) -> int:
        return self.world.true_ms - START_MS

    def boot_id(self) -> str:
        return f"boot-{self.boot}"


class SimRandom:
    """Ids and jitter from the world's seed."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def bytes(self, count: int) -> bytes:
        return self._random.randbytes(count)

    def uniform(self, low: float, high: float) -> float:
        return self._random.uniform(low, high)


class DictVault(dict[str, bytes]):
    """A key vault in memory."""

    def put(self, name: str, secret: bytes) -> None:
        self[name] = secret


class CheapHasher:
    """PINs of the simulation are not secret."""

    def hash_pin(self, pin: str) -> str:
        return f"sim:{pin}"

    def verify_pin(self, encoded: str, pin: str) -> bool:
        return encoded == f"sim:{pin}"


@dataclass
class Faults:
    """Chances, 0 to 1, of what may befall one request."""

    lost: float = 0.0
    answer_lost: float = 0.0
    repeated: float = 0.0
    cut: float = 0.0
    error: float = 0.0


@dataclass
class Network:
    """`Transport` to HQ's wire, with faults."""

    world: World
    chance: random.Random
    faults: Faults = field(default_factory=Faults)
    up: bool = True

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout: float) -> HqAnswer:
        faults, roll = self.faults, self.chance.random
        if not self.up or roll() < faults.lost:
            raise HqUnreachable("lost")
        if roll() < faults.error:
            return HqAnswer(500, {"content-type": "text/plain"}, b"oops")
        answer = self._hand_over(method, path, headers, body)
        if roll() < faults.repeated:
            answer = self._hand_over(method, path, headers, body)
        if roll() < faults.answer_lost:
            raise HqUnreachable("done, but the answer was lost")
        if roll() < faults.cut and answer.body:
            return HqAnswer(answer.status, answer.headers, answer.body[: self.chance.randrange(len(answer.body))])
        return answer

    def download(self, path: str, headers: Mapping[str, str], target: Path, *, timeout: float) -> None:
        answer = self.request("GET", path, headers, b"", timeout=timeout)
        if answer.status != 200:
            raise HqUnreachable(f"download answered {answer.status}")
        target.write_bytes(answer.body)

    def _hand_over(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> HqAnswer:
        answer = self.world.hq.wire.handle(method, path, headers, body)
        return HqAnswer(answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.body)


class CrashingDisk(RealDisk):
    """A disk whose owner dies at a commit when `fuse` reaches zero: before it (nothing is kept) or after it (kept, but
    nobody was told)."""

    def __init__(self) -> None:
        self.fuse = -1
        self.after = False

    def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
        connection = super().connect(path, key, read_only=read_only)
        return connection if read_only or path.name != "ledger.db" else _Watched(connection, self)

    def blow(self, *, after: bool) -> None:
        if self.fuse == 0 and self.after is after:
            raise Crash
        if after and self.fuse >= 0:
            self.fuse -= 1


class _Watched:
    def __init__(self, connection: Any, disk: CrashingDisk) -> None:
        self._connection = connection
        self._disk = disk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def commit(self) -> None:
        self._disk.blow(after=False)
        self._connection.commit()
        self._disk.blow(after=True)


class SimTerminal:
    """A terminal's program, its disk and its network. `start` may be called again after `crash`."""

    def __init__(self, world: World, name: str, store: str, *, disk: CrashingDisk | None = None) -> None:
        self.world = world
        self.name = name
        self.store = store
        self.folder = world.folder / name
        self.folder.mkdir()
        self.disk = disk or CrashingDisk()
        self.clock = SimClock(world)
        self.network = Network(world, random.Random(f"{world.seed}/{name}/network"))
        self.random = SimRandom(f"{world.seed}/{name}")
        self.key = self.random.bytes(32)
        self._device_key = Ed25519PrivateKey.from_private_bytes(self.random.bytes(32))
        self.start()

    @property
    def path(self) -> Path:
        return self.folder / "ledger.db"

    @property
    def public_key(self) -> bytes:
        return self._device_key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        return self._device_key.sign(message)

    def start(self) -> None:
        self.ledger: SqlLedger = open_ledger(self.path, self.key, self.clock, disk=self.disk, threaded=False)
        self.reference = SqlReference(self.folder / "ref.db", self.key)
        self.client = HqClient(self.network)
        self.engine = SyncEngine(
            self.ledger,
            self.reference,
            self.client,
            self,
            self.clock,
            self.random,
            folder=self.folder,
            app_version="sim",
        )
        claims = HqClaims(HqClient(self.network), lambda: self.client.token, self.clock, self.world.others_work(self))
        self.context = Context(
            ledger=self.ledger,
            reference=self.reference,
            codes=TokenCodeReader(self.reference),
            claims=claims,
            hasher=CheapHasher(),
            clock=self.clock,
            randomness=self.random,
            sync_status=self.engine.status,
            void_policy=VoidPolicy(timedelta(minutes=15), None),
        )
        self.service = CheckoutService(self.context)
        if self.ledger.run(lambda tx: tx.identity()) is not None:
            self.ledger.run(self._started)

    def _started(self, tx: Any) -> None:
        tx.append(FactKind.TERMINAL_STARTED, "system", {"version": "sim"})
        settle_open_claims(tx)

    def enroll(self) -> None:
        code = self.world.hq.enroll_code(self.store, name=self.name)
        assert code is not None
        self.engine.enroll(code, "sim://hq")

    def stop(self) -> None:
        self.reference.close()
        self.ledger.close()

    def crash(self) -> None:
        """The process is gone; what was not committed is lost."""
        self.disk.fuse = -1
        self.stop()
        self.clock.boot += 1


class World:
    """Everything, from one seed."""

    def __init__(self, folder: Path, seed: int, *, members: int = 30, settings: HqSettings | None = None) -> None:
        self.folder = folder
        self.seed = seed
        self.true_ms = START_MS
        self.chance = random.Random(f"{seed}/world")
        self.terminals: dict[str, SimTerminal] = {}
        self._vault = DictVault()
        self._settings = settings
        self.hq = self._open_hq()
        self.chain: DemoChain = build_demo(self.hq, CheapHasher().hash_pin, seed=seed, members=members)

    def _open_hq(self) -> Headquarters:
        return Headquarters(
            Database(self.folder / "hq.db"),
            SimClock(self),
            SimRandom(f"{self.seed}/hq/{self.true_ms}"),
            self._vault,
            self.folder,
            self._settings,
        )

    def restart_hq(self) -> None:
        """HQ's process was replaced."""
        self.hq.database.close()
        self.hq = self._open_hq()

    def add(self, name: str, store: str) -> SimTerminal:
        terminal = SimTerminal(self, name, store)
        self.terminals[name] = terminal
        terminal.enroll()
        return terminal

    def pass_time(self, ms: int) -> None:
        self.true_ms += ms

    def others_work(self, waiting: SimTerminal) -> Callable[[float], None]:
        """What happens while a terminal waits: time passes, and the other terminals sync."""

        def wait(seconds: float) -> None:
            self.pass_time(int(seconds * 1000))
            for terminal in self.terminals.values():
                if terminal is not waiting:
                    terminal.engine.round()

        return wait

    def close(self) -> None:
        for terminal in self.terminals.values():
            terminal.stop()
        self.hq.database.close()
