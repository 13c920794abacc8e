"""HQ and terminals in one process, without threads, sockets or a real clock: the product's own code throughout.

Everything that may happen is drawn from one seed: `Network` loses, repeats, delays and damages messages, `CrashingDisk`
stops a terminal before or after a commit, HQ dies the same way, `SimClock` says what time it is where.
"""

from __future__ import annotations

import atexit
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import event

from kiosk.adapters.db.backup import back_up, restore
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.newcomers import put_back
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.keys.code_signer import DeviceCodeSigner
from kiosk.adapters.keys.keystore import wheel_secret_name
from kiosk.adapters.keys.slip_signer import DeviceSlipSigner
from kiosk.adapters.scan.code_reader import TokenCodeReader
from kiosk.adapters.sync.claims import ANSWER_S, HqClaims
from kiosk.adapters.sync.client import HqClient
from kiosk.adapters.sync.codes import HqCodes
from kiosk.adapters.sync.engine import SyncEngine
from kiosk.adapters.sync.lookups import HqLookups
from kiosk.adapters.sync.points import HqPoints, PointsSeen
from kiosk.adapters.sync.prizes import HqPrizes
from kiosk.adapters.sync.transport import HqAnswer, HqUnreachable, Transport
from kiosk.application.campaigns.histories import Histories
from kiosk.application.context import Context
from kiosk.application.sales.open_claims import settle_open_claims
from kiosk.application.service import CheckoutService
from kiosk.demo.chain.build import DemoChain, build_demo
from kiosk.domain.draws.sealed import Tapes
from kiosk.domain.journal.kinds import TERMINAL_STARTED
from kiosk.domain.sales.void_policy import VoidPolicy
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from kiosk.hq.store.database import Database
from tests.simulation.surroundings import (
    START_MS,
    CheapHasher,
    Crash,
    CrashingDisk,
    DictVault,
    Faults,
    HqDied,
    HqFault,
    SimClock,
    SimRandom,
)

CHAIN_SEED = 1


@dataclass
class Network:
    """`Transport` to HQ's wire, with faults drawn from `world.dice`."""

    world: World
    faults: Faults = field(default_factory=Faults)
    up: bool = True

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout_s: float) -> HqAnswer:
        faults, dice = self.faults, self.world.dice
        if not self.up or dice.random() < faults.lost:
            raise HqUnreachable("lost")
        if dice.random() < faults.late:
            self.world.late.append((method, path, dict(headers), body))
            raise HqUnreachable("held up on the way")
        if dice.random() < faults.error:
            return HqAnswer(500, {"content-type": "text/plain"}, b"oops")
        answer = self.world.hand_over(method, path, headers, body)
        if dice.random() < faults.repeated:
            answer = self.world.hand_over(method, path, headers, body)
        if dice.random() < faults.answer_lost:
            raise HqUnreachable("done, but the answer was lost")
        if dice.random() < faults.cut and answer.body:
            return HqAnswer(answer.status, answer.headers, answer.body[: dice.randrange(len(answer.body))])
        return answer

    def download(
        self, path: str, headers: Mapping[str, str], target: Path, *, timeout_s: float, most: int | None = None
    ) -> None:
        have = target.stat().st_size if target.exists() else 0
        wanted = dict(headers) | ({"Range": f"bytes={have}-"} if have else {})
        if not self.up or self.world.dice.random() < self.faults.lost:
            raise HqUnreachable("lost")
        answer = self.world.hand_over("GET", path, wanted, b"")
        if answer.status == 416:
            return
        if answer.status not in (200, 206):
            raise HqUnreachable(f"download answered {answer.status}")
        whole = answer.body
        cut = self.world.dice.random() < self.faults.cut
        part = whole[: self.world.dice.randrange(len(whole))] if cut else whole
        with target.open("ab" if answer.status == 206 else "wb") as file:
            file.write(part)
        if cut:
            raise HqUnreachable("cut off")


class ClaimsNetwork:
    """The claims' own connection. The terminal's sync runs in a thread of its own: it may do a round just before HQ
    hears the claim."""

    def __init__(self, terminal: SimTerminal) -> None:
        self._terminal = terminal

    def request(self, method: str, path: str, headers: Mapping[str, str], body: bytes, *, timeout_s: float) -> HqAnswer:
        if self._terminal.world.dice.random() < self._terminal.world.busy_sync:
            self._terminal.engine.round()
        return self._terminal.network.request(method, path, headers, body, timeout_s=timeout_s)

    def download(
        self, path: str, headers: Mapping[str, str], target: Path, *, timeout_s: float, most: int | None = None
    ) -> None:
        raise AssertionError("claims download nothing")


class SimTerminal:
    """A terminal's program, its disk and its network. `start` may be called again after `crash`."""

    def __init__(
        self,
        world: World,
        name: str,
        store: str,
        *,
        transport: Callable[[], Transport] | None = None,
        answer_s: float = 15.0,
        threaded: bool = False,
    ) -> None:
        """`transport`: makes the way to HQ, in place of the simulated network; `threaded`: as in the shop."""
        self.world = world
        self._transport = transport
        self._answer_s = answer_s
        self._threaded = threaded
        self.name = name
        self.store = store
        self.folder = world.folder / name
        self.folder.mkdir()
        self.disk = CrashingDisk()
        self.clock = SimClock(world)
        self.network = Network(world)
        self.random = SimRandom(f"{world.seed}/{name}")
        self.key = self.random.bytes(32)
        self.secrets = DictVault()
        """The machine's key store: no backup of the ledger has it, and no restore takes it back."""
        self._device_key = Ed25519PrivateKey.from_private_bytes(self.random.bytes(32))
        self.running = False
        self.was_restored = False
        self.program: str | None = None
        """What the running program is called, where it was copied while it ran."""
        self.device = ""
        """What HQ calls it."""
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
        self.world.pass_time(1)  # a machine takes longer: no two programs are there at one instant
        self.ledger: SqlLedger = open_ledger(self.path, self.key, self.clock, disk=self.disk, threaded=self._threaded)
        self.reference = SqlReference(self.folder / "ref.db", self.key, disk=self.disk)
        put_back(self.ledger, self.reference)
        sync_way, claims_way = (self._transport or self._simulated(way) for way in (self.network, ClaimsNetwork(self)))
        self.client = HqClient(sync_way(), answer_s=self._answer_s)
        seen = PointsSeen(self.clock)
        self.engine = SyncEngine(
            self.ledger,
            self.reference,
            self.client,
            self,
            self.clock,
            self.random,
            folder=self.folder,
            app_version="sim",
            points=seen,
            instance=self._instance(),
            secrets=self.secrets,
        )
        points = HqPoints(
            self.ledger,
            self.reference,
            HqClient(claims_way()),
            lambda: self.client.token,
            self.clock,
            self.world.others_work(self),
            seen,
            answer_s=min(self._answer_s, ANSWER_S),
        )
        claims = HqClaims(
            HqClient(claims_way()),
            lambda: self.client.token,
            self.clock,
            self.world.others_work(self),
            answer_s=min(self._answer_s, ANSWER_S),
        )
        lookups = HqLookups(
            HqClient(claims_way()),
            lambda: self.client.token,
            self.reference,
            answer_s=min(self._answer_s, ANSWER_S),
        )
        self.context = Context(
            ledger=self.ledger,
            reference=self.reference,
            codes=TokenCodeReader(self.reference),
            claims=claims,
            lookups=lookups,
            hasher=CheapHasher(),
            clock=self.clock,
            randomness=self.random,
            sync_status=self.engine.status,
            void_policy=VoidPolicy(timedelta(minutes=15), None),
            histories=Histories(self.reference),
            points=points,
            slips=DeviceSlipSigner(lambda: self._device_key.private_bytes_raw()),
            prizes=HqPrizes(HqClient(claims_way()), lambda: self.client.token, answer_s=min(self._answer_s, ANSWER_S)),
            signer=DeviceCodeSigner(lambda: self._device_key.private_bytes_raw()),
            tapes=Tapes(lambda op: self.secrets[wheel_secret_name(op)]),
            one_time=HqCodes(HqClient(claims_way()), lambda: self.client.token, answer_s=min(self._answer_s, ANSWER_S)),
        )
        self.service = CheckoutService(self.context)
        self.running = True
        if self.ledger.run(lambda tx: tx.identity()) is not None:
            self.ledger.run(self._started)

    def _instance(self) -> str:
        """No other program ever had that name."""
        return self.program or f"{self.folder.name}/{self.clock.boot}"

    def _simulated(self, way: Transport) -> Callable[[], Transport]:
        return lambda: way

    def _started(self, tx: Any) -> None:
        tx.append(TERMINAL_STARTED, "system", {"version": "sim"})
        settle_open_claims(tx)

    def enroll(self) -> None:
        code = self.world.hq.enroll_code(self.store, name=self.name)
        assert code is not None
        self.device = self.engine.enroll(code, "sim://hq").device

    def stop(self) -> None:
        self.running = False
        self.reference.close()
        self.ledger.close()

    def crash(self) -> None:
        """The process is gone; what was not committed is lost."""
        self.disk.fuse = -1
        self.stop()
        self.clock.boot += 1
        self.program = None

    def copied(self, name: str, *, running: bool = False) -> SimTerminal:
        """Another machine with the same disk and keys; `running`: a virtual machine, copied while its program ran."""
        other = SimTerminal.__new__(SimTerminal)
        other.__dict__.update(self.__dict__)
        other.name, other.folder = name, self.world.folder / name
        program = self._instance()
        self.stop()
        shutil.copytree(self.folder, other.folder)
        self.world.copies += 1
        boot = self.clock.boot if running else 1_000 * self.world.copies
        other.disk, other.clock, other.network = CrashingDisk(), SimClock(self.world, boot=boot), Network(self.world)
        other.random = SimRandom(f"{self.world.seed}/{name}")
        other.secrets = DictVault(self.secrets)
        if running:
            self.program = other.program = program
        else:
            other.program = None
        self.start()
        other.start()
        self.world.terminals[name] = other
        return other

    def take_new_key(self, code: str | None, seed: bytes) -> None:
        """Of two machines with one key this is the one that stays: a person's `code`, and a key made from `seed`."""
        assert code is not None
        fresh = Ed25519PrivateKey.from_private_bytes(seed)
        self.engine.enroll_again(code, fresh.public_key().public_bytes_raw())
        self._device_key = fresh
        self.client.token = None

    def back_up(self) -> Path:
        return back_up(self.path, self.key, self.folder / "backups", self.clock).path

    def restore(self, backup: Path) -> None:
        """Stop, put the backup in the ledger's place, start. That takes its time: no fact of the new disk is of the
        millisecond of one of the old."""
        self.crash()
        self.world.pass_time(2_000)
        restore(backup, self.path, self.key, self.clock)
        self.was_restored = True
        self.start()


class World:
    """Everything, from one seed. The chain's data are the same for every seed; what happens to them is not."""

    def __init__(self, folder: Path, seed: int, *, members: int = 30, settings: HqSettings | None = None) -> None:
        self.folder = folder
        self.seed = seed
        self.true_ms = START_MS
        self.dice = random.Random(f"{seed}/world")
        self.late: list[tuple[str, str, dict[str, str], bytes]] = []
        self.busy_sync = 0.0
        """How likely the sync works while the same terminal waits for a claim."""
        self.terminals: dict[str, SimTerminal] = {}
        self.strangers: set[str] = set()
        """Devices in the hands of somebody who means harm: what they say was sold was not."""
        self.copies = 0
        self.hq_fuse = -1
        self._settings = settings
        self._hq_starts = 0
        self._serving = False
        kept, vault, self.chain = _furnished(members)
        shutil.copyfile(kept / "hq.db", folder / "hq.db")
        self._vault: MutableMapping[str, bytes] = DictVault(vault)
        self.hq = self._open_hq()

    def _open_hq(self) -> Headquarters:
        self._hq_starts += 1
        chance = SimRandom(f"{self.seed}/hq/{self._hq_starts}")
        hq = _headquarters(self.folder, SimClock(self), chance, self._vault, self._settings)

        @event.listens_for(hq.database.engine, "commit")
        def _commit(_connection: Any) -> None:
            if self._serving and self.hq_fuse == 0:
                raise HqDied
            if self._serving and self.hq_fuse > 0:
                self.hq_fuse -= 1

        return hq

    def restart_hq(self) -> None:
        """HQ's process was replaced."""
        self.hq_fuse = -1
        self.hq.database.close()
        self.hq = self._open_hq()

    def hq_works(self, work: Callable[[Headquarters], object]) -> bool:
        """A thread of HQ's own has its turn. False: HQ died of it."""
        self._serving = True
        try:
            work(self.hq)
        except HqDied:
            self.restart_hq()
            return False
        finally:
            self._serving = False
        return True

    @contextmanager
    def hq_lives(self) -> Iterator[None]:
        """HQ does not die meanwhile."""
        fuse, self.hq_fuse = self.hq_fuse, -1
        try:
            yield
        finally:
            self.hq_fuse = fuse

    def hand_over(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> HqAnswer:
        """A request reaches HQ. Raises HqUnreachable when HQ dies of it, HqFault when HQ has an error of its own."""
        self._serving = True
        try:
            answer = self.hq.wire.handle(method, path, headers, body)
        except HqDied:
            self.restart_hq()
            raise HqUnreachable("HQ died") from None
        finally:
            self._serving = False
        if answer.status == 500:
            raise HqFault(f"{method} {path} made HQ fail")
        return HqAnswer(answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.body)

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """Nobody dies while somebody looks."""
        fuses = [(terminal.disk, terminal.disk.fuse) for terminal in self.terminals.values()]
        for disk, _fuse in fuses:
            disk.fuse = -1
        try:
            yield
        finally:
            for disk, fuse in fuses:
                disk.fuse = fuse

    def deliver_late(self, count: int) -> int:
        """Requests that were held up arrive, in any order; nobody waits for the answers."""
        done = 0
        while self.late and done < count:
            request = self.late.pop(self.dice.randrange(len(self.late)))
            try:
                self.hand_over(*request)
            except HqUnreachable:
                continue
            finally:
                done += 1
        return done

    def add(self, name: str, store: str, **options: Any) -> SimTerminal:
        terminal = SimTerminal(self, name, store, **options)
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
                if terminal is waiting or not terminal.running:
                    continue
                try:
                    terminal.engine.round()
                except Crash:
                    terminal.crash()

        return wait

    def close(self) -> None:
        for terminal in self.terminals.values():
            terminal.stop()
        self.hq.database.close()


class _Standing:
    """A clock that stands still."""

    def now_ms(self) -> int:
        return START_MS

    def mono_ms(self) -> int:
        return 0

    def boot_id(self) -> str:
        return "boot-0"


def _headquarters(folder: Path, clock: Any, chance: SimRandom, vault: Any, settings: HqSettings | None) -> Headquarters:
    database = Database(folder / "hq.db")

    @event.listens_for(database.engine, "connect")
    def _hurry(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA synchronous = OFF")  # processes die here, the power stays on

    return Headquarters(database, clock, chance, vault, folder, settings)


@lru_cache
def _furnished(members: int) -> tuple[Path, dict[str, bytes], DemoChain]:
    """An HQ with its demo chain, made once a process and copied for every world: its folder, keys and chain."""
    folder = Path(tempfile.mkdtemp(prefix="kiosk-sim-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    vault = DictVault()
    hq = _headquarters(folder, _Standing(), SimRandom("furnish"), vault, None)
    chain = build_demo(hq, CheapHasher().hash_pin, seed=CHAIN_SEED, members=members)
    hq.database.close()
    return folder, dict(vault), chain
