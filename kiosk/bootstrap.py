"""The composition root: it knows every floor, as do the parts it is made of (`installation`, `sync`, `till`). Qt is
imported by `station.py`, not here, so that commands without a screen start quickly.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from kiosk.adapters.clock import SystemClock, SystemRandomness
from kiosk.adapters.db import guest_people, newcomers
from kiosk.adapters.db.ledger import LedgerTransaction, SqlLedger
from kiosk.adapters.db.migrate import open_ledger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.db.upkeep import DailyBackup
from kiosk.adapters.draws.stage_tools import DeviceStageTools, DrawsWhenMet
from kiosk.adapters.keys.code_signer import DeviceCodeSigner
from kiosk.adapters.keys.passwords import Argon2PinHasher
from kiosk.adapters.keys.slip_signer import DeviceSlipSigner
from kiosk.adapters.printing.spooler import Spooler
from kiosk.adapters.scan.code_reader import TokenCodeReader
from kiosk.adapters.sync.hq_keys import HqKeys
from kiosk.application.campaigns.late import LateHistories
from kiosk.application.context import Context
from kiosk.application.documents.spool import LedgerQueue
from kiosk.application.ports.ledger import Identity
from kiosk.application.ports.printing import Device, Devices
from kiosk.application.ports.staff import PinHasher
from kiosk.application.sales.open_claims import settle_open_claims
from kiosk.application.shell_service import ShellService
from kiosk.application.sync.outcomes import SyncStatus
from kiosk.config import Settings
from kiosk.domain.draws.sealed import Tapes
from kiosk.domain.ids import Randomness
from kiosk.domain.journal.kinds import TERMINAL_STARTED
from kiosk.domain.lists.book import Book
from kiosk.domain.progress import Progress
from kiosk.domain.sales.void_policy import VoidPolicy
from kiosk.domain.time import Clock
from kiosk.drill import DrillAtDesk
from kiosk.installation import app_version, device_seed, key_store, ledger_key, wheel_secret
from kiosk.lan import LanAtStart
from kiosk.sync import SyncAtStart
from kiosk.watchdog import deaths

if TYPE_CHECKING:
    from kiosk.application.service import CheckoutService
    from kiosk.application.till.bridge import TillBridge

T = TypeVar("T")


class Once(Generic[T]):
    """Made when it is first asked for, from whichever thread: what a start does not wait for."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._lock = threading.Lock()

    def __call__(self) -> T:
        """The one that was made."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made


@dataclass(slots=True)
class Terminal:
    """A running terminal without its screen. Close it to end its threads and free the ledger."""

    settings: Settings
    clock: Clock
    ledger: SqlLedger
    reference: SqlReference
    shell: ShellService
    spooler: Spooler
    lan: LanAtStart
    pages: Callable[[], Device]
    """Papers for customers' phones."""
    identity: Identity | None
    start: Callable[[], None]
    on_status: Callable[[Callable[[SyncStatus], None]], None]
    _service: Once[CheckoutService]
    _till: Once[TillBridge]
    _closers: list[Callable[[], None]]

    @property
    def service(self) -> CheckoutService:
        """All use cases. They are imported with the first call: a window is painted before."""
        return self._service()

    @property
    def till(self) -> TillBridge:
        """What an existing till may ask for."""
        return self._till()

    def print_with(self, devices: Devices) -> None:
        """Begin to print what waits."""
        self.spooler.start(devices, self.shell.print_setup)

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
        HqKeys(ledger, reference)
        newcomers.put_back(ledger, reference)
        guest_people.forget_over(ledger, reference, clock.now_ms())
        guest_people.put_back(ledger, reference)
        if ledger.run(lambda tx: tx.forget_peers(clock.now_ms())):
            ledger.scrub()
        identity = ledger.run(lambda tx: tx.identity())
        sync = SyncAtStart(settings, ledger, reference, keys, clock, randomness, hq_url)
        closers.append(sync.close)
        lan = LanAtStart(settings, ledger, reference, keys, clock)
        closers.append(lan.close)
        backup = DailyBackup(ledger, settings.ledger_path, key, settings.backups_path, clock)
        closers.append(backup.stop)
        context = Context(
            ledger=ledger,
            reference=reference,
            codes=TokenCodeReader(reference),
            claims=sync,
            lookups=sync,
            hasher=hasher or Argon2PinHasher(),
            clock=clock,
            randomness=randomness,
            sync_status=sync.status,
            void_policy=VoidPolicy(timedelta(minutes=settings.void_minutes), settings.void_limit),
            histories=LateHistories(reference),
            points=sync.points,
            prizes=sync,
            tickets=sync,
            one_time=sync.codes,
            slips=DeviceSlipSigner(lambda: device_seed(keys)),
            slips_by_clerks=settings.slips_by_clerks,
            signer=DeviceCodeSigner(lambda: device_seed(keys)),
            stage=DeviceStageTools(lambda: device_seed(keys), reference, DrawsWhenMet(lambda: sync.draws), randomness),
            tapes=Tapes(partial(wheel_secret, keys)),
            lan=lan,
            read_book=_read_book,
            drill=DrillAtDesk(settings.data_dir, sync),
        )
        spooler = Spooler(LedgerQueue(context))
        closers.append(spooler.close)
        context = replace(context, spool=spooler)
        if identity is not None and not only_look:
            ledger.run(partial(_started, settings.data_dir))
            deaths.forget(settings.data_dir)

        def make_service() -> CheckoutService:
            from kiosk.application.service import CheckoutService

            return CheckoutService(context)

        def make_till() -> TillBridge:
            from kiosk.application.till.bridge import TillBridge

            return TillBridge(service(), ledger)

        service, till = Once(make_service), Once(make_till)

        def begin() -> None:
            sync.start()
            lan.start()
            backup.start()
            if settings.till_port or settings.till_drop:
                from kiosk.till import TillDoors

                doors = TillDoors(settings, till(), randomness)
                closers.append(doors.close)
                doors.start()

        return Terminal(
            settings=settings,
            clock=clock,
            ledger=ledger,
            reference=reference,
            shell=ShellService(context),
            spooler=spooler,
            lan=lan,
            pages=sync.pages,
            identity=identity,
            start=begin,
            on_status=sync.on_status,
            _service=service,
            _till=till,
            _closers=closers,
        )
    except BaseException:
        while closers:
            closers.pop()()
        raise


def _read_book(path: Path, progress: Progress | None) -> Book:
    from kiosk.adapters.lists.apart import read_book_apart  # a terminal may never read one

    return read_book_apart(path, progress)


def _started(folder: Path, tx: LedgerTransaction) -> None:
    deaths.journal(tx, folder)
    tx.append(TERMINAL_STARTED, "system", {"version": app_version()})
    settle_open_claims(tx)
