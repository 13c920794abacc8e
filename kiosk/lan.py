"""The desk-to-desk network put together: at desks of events and at the stage, where the settings let it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.keys.keystore import KeyStore
from kiosk.adapters.keys.keystore_faults import KeyStoreFault
from kiosk.application.ports.faults import LedgerFault
from kiosk.application.ports.lan import Lan, LanStatus
from kiosk.application.terminal.stations import station_of
from kiosk.config import Settings
from kiosk.domain.lan.addresses import read_addresses
from kiosk.domain.stations import StationRole
from kiosk.domain.time import Clock
from kiosk.installation import device_seed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from kiosk.adapters.lan.discovery import Discovery
    from kiosk.adapters.lan.node import DeskNode

log = logging.getLogger(__name__)

STATIONS = (StationRole.EVENT_DESK, StationRole.STAGE)
"""Where a terminal speaks to others of its store."""


class DeviceKeyNow:
    """Signs with the device's key; one that came with a new epoch is read again."""

    def __init__(self, ledger: SqlLedger, keys: KeyStore) -> None:
        self._ledger, self._keys = ledger, keys
        self._of_epoch = -1
        self._key: Ed25519PrivateKey | None = None

    def __call__(self, text: bytes) -> bytes:
        """64 bytes. Raises LookupError, a KeyStoreFault."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        epoch = self._ledger.head.epoch
        if self._key is None or epoch != self._of_epoch:
            self._key, self._of_epoch = Ed25519PrivateKey.from_private_bytes(device_seed(self._keys)), epoch
        return self._key.sign(text)


class LanAtStart(Lan):
    """Starts and ends with the terminal's station."""

    def __init__(
        self, settings: Settings, ledger: SqlLedger, reference: SqlReference, keys: KeyStore, clock: Clock
    ) -> None:
        self._settings, self._ledger, self._reference, self._clock = settings, ledger, reference, clock
        self._sign = DeviceKeyNow(ledger, keys)
        self._changed: list[Callable[[LanStatus], None]] = []
        self._news: list[Callable[[], None]] = []
        self._status: Callable[[], LanStatus] = LanStatus
        self._running: _Running | None = None
        self._working = threading.Lock()
        self._closed = False
        ledger.on_append(self._wake)

    def status(self) -> LanStatus:
        """How it stands."""
        return self._status()

    def on_change(self, listener: Callable[[LanStatus], None]) -> None:
        """Call `listener` when that changes."""
        self._changed.append(listener)

    def on_news(self, listener: Callable[[], None]) -> None:
        """Call `listener` when facts of other desks have come in."""
        self._news.append(listener)

    def start(self) -> None:
        """Begin, or end, as the station that this terminal shows asks for; again after each change of it. Returns at
        once."""
        threading.Thread(target=self._look, name="lan-start", daemon=True).start()

    def close(self) -> None:
        """End the threads."""
        with self._working:
            self._closed = True
            self._end()

    def _look(self) -> None:
        with self._working:
            try:
                configured = StationRole(self._settings.station)
                role = self._ledger.run(lambda tx: station_of(tx, configured))
                wanted = self._settings.lan and role in STATIONS and not self._closed
                if wanted and self._running is None:
                    self._begin()
                elif not wanted:
                    self._end()
            except (LedgerFault, KeyStoreFault, LookupError, OSError) as error:
                log.error("this desk speaks to no other: %s", error)
                status = LanStatus(trouble="no_key" if isinstance(error, (KeyStoreFault, LookupError)) else "fault")
                self._status = lambda: status
                self._tell(status)

    def _begin(self) -> None:
        from kiosk.adapters.lan.addresses import Addresses
        from kiosk.adapters.lan.certificate import make_tls
        from kiosk.adapters.lan.exchange import Exchange
        from kiosk.adapters.lan.handshake import Self
        from kiosk.adapters.lan.node import DeskNode
        from kiosk.adapters.lan.people import People
        from kiosk.adapters.lan.standing import Standing
        from kiosk.adapters.lan.trust import ToldTrust

        identity = self._ledger.run(lambda tx: tx.identity())
        if identity is None:
            return
        self._sign(b"")  # a key store that is locked says so now
        settings = self._settings
        trust = ToldTrust(self._reference, identity.store)
        exchange = Exchange(self._ledger, identity.device, trust, self._sign, self._clock, People(self._reference))
        standing = Standing(self._ledger, exchange, self._clock, self._tell)
        discovery: Discovery | None = None
        if settings.lan_discovery:
            from kiosk.adapters.lan.discovery import Discovery as Found

            discovery = Found(
                identity.device,
                identity.store,
                lambda host, port, device: node.found(host, port, device),
                lambda: node.hurry(),
                host=settings.lan_host,
            )
        node = DeskNode(
            exchange,
            Self(identity.device, identity.store, self._sign, trust),
            make_tls(settings.data_dir),
            Addresses(read_addresses(settings.lan_peers, settings.lan_port)),
            self._clock,
            host=settings.lan_host,
            port=settings.lan_port,
            looked=standing.look,
            news=self._tell_news,
            listening=lambda port: discovery.start(port) if discovery is not None else None,
        )
        self._status = standing.status
        self._running = _Running(node, discovery)
        self._running.thread.start()

    def _end(self) -> None:
        if self._running is not None:
            self._running.end()
            self._running = None
            self._status = LanStatus
            self._tell(LanStatus())

    def _wake(self) -> None:
        if (running := self._running) is not None:
            running.node.wake()

    def _tell(self, status: LanStatus) -> None:
        for listener in self._changed:
            listener(status)

    def _tell_news(self) -> None:
        for listener in self._news:
            listener()


class _Running:
    def __init__(self, node: DeskNode, discovery: Discovery | None) -> None:
        self.node, self.discovery = node, discovery
        self.thread = threading.Thread(target=node.run, name="lan")

    def end(self) -> None:
        self.node.stop()
        self.thread.join()
        if self.discovery is not None:
            self.discovery.close()
