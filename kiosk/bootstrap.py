"""The composition root: the only module that knows every floor. Qt is imported by `station.py`, not here, so that
commands without a screen start quickly.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib.metadata import PackageNotFoundError, version

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.adapters.clock import SystemClock, SystemRandomness
from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.db.upkeep import DailyBackup
from kiosk.adapters.keys.keystore import DEVICE_KEY, LEDGER_KEY, KeyStore, open_key_store
from kiosk.adapters.keys.passwords import Argon2PinHasher
from kiosk.adapters.scan.code_reader import TokenCodeReader
from kiosk.application.campaigns.histories import Histories
from kiosk.application.context import Context
from kiosk.application.ports.coupons import Claim, Claims
from kiosk.application.ports.faults import LedgerFault, WrongKey
from kiosk.application.ports.ledger import Identity
from kiosk.application.ports.staff import PinHasher
from kiosk.application.sales.confirm import settle_open_claims
from kiosk.application.service import CheckoutService
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.application.till.bridge import TillBridge
from kiosk.config import Settings
from kiosk.domain.ids import Randomness
from kiosk.domain.journal.facts import FactKind
from kiosk.domain.sales.void_policy import VoidPolicy
from kiosk.domain.time import Clock, instant
from kiosk.till import TillDoors


def app_version() -> str:
    """The installed version."""
    try:
        return version("kiosk")
    except PackageNotFoundError:
        return "0"


def key_store(settings: Settings) -> KeyStore:
    """The key store of this installation. Raises a KeyStoreFault."""
    # one service name an installation: two on one machine must not share a ledger key
    service = "kiosk-" + hashlib.sha256(str(settings.data_dir.absolute()).encode()).hexdigest()[:12]
    return open_key_store(settings.data_dir, settings.secret_dir, service)


def ledger_key(settings: Settings, store: KeyStore, randomness: Randomness | None = None) -> bytes:
    """The ledger's key; made at the first start. Raises WrongKey when there is a ledger but no key: a new one would
    not open it, and making one would bury the fault."""
    key = store.get(LEDGER_KEY)
    if key is None:
        if settings.ledger_path.exists():
            raise WrongKey(f"{store.describe()} has no key for {settings.ledger_path.name}")
        key = (randomness or SystemRandomness()).bytes(32)
        store.put(LEDGER_KEY, key)
    return key


class DeviceSigner:
    """The device's Ed25519 key, made at the first use."""

    def __init__(self, store: KeyStore, randomness: Randomness) -> None:
        seed = store.get(DEVICE_KEY)
        if seed is None:
            seed = randomness.bytes(32)
            store.put(DEVICE_KEY, seed)
        self._key = Ed25519PrivateKey.from_private_bytes(seed)

    @property
    def public_key(self) -> bytes:
        """32 bytes."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""
        return self._key.sign(message)


class NotEnrolled(LedgerFault):
    """The terminal belongs to no store yet."""

    code = "not_enrolled"


class AlreadyEnrolled(Exception):
    """The terminal belongs to a store."""


class NoClaims:
    """Claims of a terminal that knows no HQ."""

    def claim(self, op: str, coupon: str, template: str, txn: str, value: int) -> Claim | None:
        """Never answered."""
        return None


@dataclass(slots=True)
class Terminal:
    """A running terminal without its screen. Close it to end its threads and free the ledger."""

    settings: Settings
    clock: Clock
    ledger: SqlLedger
    reference: SqlReference
    service: CheckoutService
    till: TillBridge
    identity: Identity | None
    start: Callable[[], None]
    on_status: Callable[[Callable[[SyncStatus], None]], None]
    _closers: list[Callable[[], None]]

    def close(self) -> None:
        """End the sync, close the files. Safe to call twice."""
        while self._closers:
            self._closers.pop()()


def open_terminal(
    settings: Settings,
    *,
    clock: Clock | None = None,
    randomness: Randomness | None = None,
    hasher: PinHasher | None = None,
    hq_url: str | None = None,
    only_look: bool = False,
) -> Terminal:
    """Open the ledger and everything around it. `hq_url` overrides the one the terminal enrolled with. `only_look`: to
    ask something; that the terminal was started is not journalled. Raises LedgerFault or a KeyStoreFault. The network
    is not touched before `start`."""
    clock = clock or SystemClock()
    randomness = randomness or SystemRandomness()
    keys = key_store(settings)
    key = ledger_key(settings, keys, randomness)
    ledger = open_ledger(settings.ledger_path, key, clock)
    closers: list[Callable[[], None]] = [ledger.close]
    try:
        reference = SqlReference(settings.reference_path, key)
        closers.append(reference.close)
        identity = ledger.run(lambda tx: tx.identity())
        sync = _Sync(settings, ledger, reference, keys, clock, randomness, hq_url)
        closers.append(sync.close)
        backup = DailyBackup(ledger, settings.ledger_path, key, settings.backups_path, clock)
        closers.append(backup.stop)
        context = Context(
            ledger=ledger,
            reference=reference,
            codes=TokenCodeReader(reference),
            claims=sync,
            hasher=hasher or Argon2PinHasher(),
            clock=clock,
            randomness=randomness,
            sync_status=sync.status,
            void_policy=VoidPolicy(timedelta(minutes=settings.void_minutes), settings.void_limit),
            histories=Histories(reference),
        )
        if identity is not None and not only_look:
            ledger.run(_started)

        service = CheckoutService(context)
        till = TillBridge(service, ledger, reference)
        doors = TillDoors(settings, till, randomness)
        closers.append(doors.close)

        def begin() -> None:
            sync.start()
            backup.start()
            doors.start()

        return Terminal(
            settings,
            clock,
            ledger,
            reference,
            service,
            till,
            identity,
            begin,
            sync.on_status,
            closers,
        )
    except BaseException:
        while closers:
            closers.pop()()
        raise


def _started(tx: LedgerTransaction) -> None:
    tx.append(FactKind.TERMINAL_STARTED, "system", {"version": app_version()})
    settle_open_claims(tx)


class _Sync(Claims):
    """The sync with HQ, built when it starts: `requests` takes 0.13 s to import, and the screen comes first."""

    def __init__(
        self,
        settings: Settings,
        ledger: SqlLedger,
        reference: SqlReference,
        keys: KeyStore,
        clock: Clock,
        randomness: Randomness,
        hq_url: str | None,
    ) -> None:
        self._settings = settings
        self._ledger = ledger
        self._reference = reference
        self._keys = keys
        self._clock = clock
        self._randomness = randomness
        self._hq_url = hq_url
        self._listeners: list[Callable[[SyncStatus], None]] = []
        self._claims: Claims = NoClaims()
        self._status: Callable[[], SyncStatus] = self._not_started
        self._starter: threading.Thread | None = None
        self._stop: Callable[[], None] | None = None
        self._since = clock.now_ms()
        self._offset = ledger.run(lambda tx: tx.meta("clock_off_ms"))
        self._acked = int(ledger.run(lambda tx: tx.meta("acked")) or 0)

    def status(self) -> SyncStatus:
        """How HQ is reached."""
        return self._status()

    def _not_started(self) -> SyncStatus:
        return SyncStatus(
            Link.CONNECTING,
            instant(self._since),
            max(0, self._ledger.head.seq - self._acked),
            clock_off_ms=int(self._offset) if self._offset is not None else None,
        )

    def on_status(self, listener: Callable[[SyncStatus], None]) -> None:
        """Call `listener`, on the sync's thread, at every change. Before `start`."""
        self._listeners.append(listener)

    def claim(self, op: str, coupon: str, template: str, txn: str, value: int) -> Claim | None:
        """Ask HQ for a coupon."""
        return self._claims.claim(op, coupon, template, txn, value)

    def start(self) -> None:
        """Begin to sync, if the terminal is enrolled. Returns at once."""
        if self._starter is None:
            # what has to be imported would keep the screen waiting
            self._starter = threading.Thread(target=self._start, name="sync-start", daemon=True)
            self._starter.start()

    def _start(self) -> None:
        from kiosk.adapters.sync.claims import HqClaims
        from kiosk.adapters.sync.client import HqClient
        from kiosk.adapters.sync.engine import SyncEngine
        from kiosk.adapters.sync.runner import SyncRunner
        from kiosk.adapters.sync.transport import RequestsTransport

        identity = self._ledger.run(lambda tx: tx.identity())
        if identity is None:
            return
        url = self._hq_url or identity.hq_url
        verify: bool | str = self._settings.ca_bundle or True
        transport, claims_transport = RequestsTransport(url, verify=verify), RequestsTransport(url, verify=verify)
        client = HqClient(transport)
        engine = SyncEngine(
            self._ledger,
            self._reference,
            client,
            DeviceSigner(self._keys, self._randomness),
            self._clock,
            self._randomness,
            folder=self._settings.data_dir,
            app_version=app_version(),
        )
        listeners = tuple(self._listeners)
        for listener in listeners:
            engine.on_status(listener)

        def tell_queue() -> None:
            for listener in listeners:
                listener(engine.status())

        self._ledger.on_append(tell_queue)
        runner = SyncRunner(engine)
        self._ledger.on_append(runner.wake)
        self._status = engine.status
        stopping = threading.Event()
        self._claims = HqClaims(HqClient(claims_transport), lambda: client.token, self._clock, stopping.wait)

        def stop() -> None:
            stopping.set()
            runner.stop()
            transport.close()
            claims_transport.close()

        self._stop = stop
        runner.start()

    def close(self) -> None:
        """End the threads."""
        if self._starter is not None:
            self._starter.join()
        if self._stop is not None:
            self._stop()
            self._stop = None


def enroll(settings: Settings, hq_url: str, code: str) -> Identity:
    """Make this installation a terminal of the chain with HQ's single-use code, and fetch what it needs to work.
    Raises HqUnreachable, HqRefused, LedgerFault, AlreadyEnrolled."""
    from kiosk.adapters.sync.client import HqClient
    from kiosk.adapters.sync.engine import SyncEngine
    from kiosk.adapters.sync.transport import RequestsTransport

    clock, randomness = SystemClock(), SystemRandomness()
    keys = key_store(settings)
    key = ledger_key(settings, keys, randomness)
    ledger = open_ledger(settings.ledger_path, key, clock)
    try:
        reference = SqlReference(settings.reference_path, key)
        transport = RequestsTransport(hq_url, verify=settings.ca_bundle or True)
        try:
            engine = SyncEngine(
                ledger,
                reference,
                HqClient(transport),
                DeviceSigner(keys, randomness),
                clock,
                randomness,
                folder=settings.data_dir,
                app_version=app_version(),
            )
            known = ledger.run(lambda tx: tx.identity())
            if known is not None:
                raise AlreadyEnrolled(f"this is {known.terminal_name} of store {known.store} already")
            identity = engine.enroll(code, hq_url)
            engine.round()
            return identity
        finally:
            transport.close()
            reference.close()
    finally:
        ledger.close()
