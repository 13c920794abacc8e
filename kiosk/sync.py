"""The sync with HQ put together: it starts behind the screen, and says how it stands from the beginning."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.keys.keystore import KeyStore
from kiosk.application.ports.coupons import Claim, Claims
from kiosk.application.ports.draw_tickets import HeldTickets
from kiosk.application.ports.lookups import Ask, Lookups, Told
from kiosk.application.ports.points import NoPointsAtHq, PointsAtHq
from kiosk.application.ports.prizes import Leave, PrizesAtHq
from kiosk.application.ports.registration import CodeChecked, Codes, CodeTold, NoCodes
from kiosk.application.sync.outcomes import Link, SyncStatus
from kiosk.application.terminal.stations import STATION
from kiosk.config import Settings
from kiosk.domain.draws.claims import Claim as Claimed
from kiosk.domain.ids import Randomness
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.texts import LANGUAGES
from kiosk.domain.time import Clock, instant
from kiosk.hosts import in_the_open
from kiosk.installation import DeviceSigner, app_version, verified_by

if TYPE_CHECKING:
    from kiosk.adapters.sync.client import HqClient
    from kiosk.adapters.sync.draws_at_hq import HqDraws
    from kiosk.adapters.sync.pages import HqPages
    from kiosk.adapters.sync.runner import SyncRunner


class NoHq:
    """Claims and look-ups of a terminal that knows no HQ."""

    def claim(self, op: str, coupon: str, template: str, txn: str, value: int) -> Claim | None:
        """Never answered."""
        return None

    def look_up(self, ask: Ask) -> Told | None:
        """Never answered."""
        return None

    def may_hand_over(self, claim: str) -> Leave | None:
        """Never answered."""
        return None

    def look(self, claim: str) -> Claimed | Refusal:
        """Never answered."""
        return Refusal(RefusalCode.PRIZE_OFFLINE)

    def looked_at(self) -> Sequence[Claimed]:
        """Nobody was asked."""
        return ()


AT_EVENTS = ("event_desk", "self_service", "stage")
"""Stations that know who is expected at events."""


class _PointsAtStart(PointsAtHq):
    """Whoever knows of points now: nobody, until the sync has started."""

    def __init__(self, now: Callable[[], PointsAtHq]) -> None:
        self._now = now

    def claim(self, member: str, points: int) -> Claim | None:
        """Ask HQ."""
        return self._now().claim(member, points)

    def limited(self, member: str) -> bool:
        """Whether HQ has no more to give."""
        return self._now().limited(member)

    def seen(self, member: str, points: int) -> None:
        """A share of theirs is wanted."""
        self._now().seen(member, points)


class _CodesAtStart(Codes):
    """Whoever asks for one-time codes now: nobody, until the sync has started."""

    def __init__(self, now: Callable[[], Codes]) -> None:
        self._now = now

    def send(self, phone: str, purpose: str, language: str) -> CodeTold | Refusal | None:
        """Have HQ send one."""
        return self._now().send(phone, purpose, language)

    def check(self, op: str, digits: str) -> CodeChecked | Refusal | None:
        """Whether it is that."""
        return self._now().check(op, digits)


def _no_client() -> HqClient | None:
    return None


def _no_token() -> str | None:
    return None


class SyncAtStart(Claims, Lookups):
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
        self._claims: Claims = NoHq()
        self._lookups: Lookups = NoHq()
        self._prizes: PrizesAtHq = NoHq()
        self._draws: HqDraws | None = None
        self._points: PointsAtHq = NoPointsAtHq()
        self._codes: Codes = NoCodes()
        self._pages: Callable[[], HqClient | None] = _no_client
        self._token: Callable[[], str | None] = _no_token
        self._status: Callable[[], SyncStatus] = self._not_started
        self._starter: threading.Thread | None = None
        self._stop: Callable[[], None] | None = None
        self._runner: SyncRunner | None = None
        self._since = clock.now_ms()
        self._offset = ledger.run(lambda tx: tx.meta("clock_off_ms"))
        self._acked = int(ledger.run(lambda tx: tx.meta("acked")) or 0)

    def status(self) -> SyncStatus:
        """How HQ is reached; while it is cut off: not."""
        status = self._status()
        if self._runner is not None and self._runner.held and status.link is Link.ONLINE:
            return replace(status, link=Link.OFFLINE)
        return status

    def cut(self, for_ms: int) -> bool:
        """Meet HQ no more, for so long at most. False: the sync does not run."""
        if self._runner is None:
            return False
        self._runner.hold(for_ms)
        return True

    def mend(self) -> None:
        """Meet it again, now."""
        if self._runner is not None:
            self._runner.release()

    def _not_started(self) -> SyncStatus:
        return SyncStatus(
            Link.CONNECTING,
            instant(self._since),
            max(0, self._ledger.head.seq - self._acked),
            clock_off_ms=int(self._offset) if self._offset is not None else None,
        )

    def _at_events(self) -> bool:
        """Whether this terminal shows a desk of events, a stage, or events to sign up for."""
        return (self._ledger.run(lambda tx: tx.meta(STATION)) or self._settings.station) in AT_EVENTS

    def on_status(self, listener: Callable[[SyncStatus], None]) -> None:
        """Call `listener`, on the sync's thread, at every change. Before `start`."""
        self._listeners.append(listener)

    def claim(self, op: str, coupon: str, template: str, txn: str, value: int) -> Claim | None:
        """Ask HQ for a coupon."""
        return self._claims.claim(op, coupon, template, txn, value)

    def look_up(self, ask: Ask) -> Told | None:
        """Ask HQ for another store's member."""
        return self._lookups.look_up(ask)

    @property
    def draws(self) -> HqDraws | None:
        """HQ, asked about draws; None before the sync has started, or where this terminal has no HQ."""
        return self._draws

    def held_tickets(self, member: str) -> Sequence[HeldTickets] | None:
        """Ask HQ for a member's draw tickets."""
        return None if self._draws is None else self._draws.held_tickets(member)

    def may_hand_over(self, claim: str) -> Leave | None:
        """Ask HQ who hands a prize over."""
        return self._prizes.may_hand_over(claim)

    def look(self, claim: str) -> Claimed | Refusal:
        """Ask HQ for a prize that was won elsewhere."""
        return self._prizes.look(claim)

    def looked_at(self) -> Sequence[Claimed]:
        """What HQ said of those."""
        return self._prizes.looked_at()

    @property
    def points(self) -> PointsAtHq:
        """Shares of members' points."""
        return _PointsAtStart(lambda: self._points)

    @property
    def codes(self) -> Codes:
        """HQ's one-time codes."""
        return _CodesAtStart(lambda: self._codes)

    def pages(self) -> HqPages:
        """Papers for customers' phones."""
        from kiosk.adapters.sync.pages import HqPages

        return HqPages(lambda: self._pages(), lambda: self._token())

    def start(self) -> None:
        """Begin to sync, if the terminal is enrolled. Returns at once."""
        if self._starter is None:
            # what has to be imported would keep the screen waiting
            self._starter = threading.Thread(target=self._start, name="sync-start", daemon=True)
            self._starter.start()

    def _start(self) -> None:
        from kiosk.adapters.sync.claims import HqClaims
        from kiosk.adapters.sync.client import HqClient
        from kiosk.adapters.sync.codes import HqCodes
        from kiosk.adapters.sync.draws_at_hq import HqDraws
        from kiosk.adapters.sync.engine import SyncEngine
        from kiosk.adapters.sync.lookups import HqLookups
        from kiosk.adapters.sync.points import HqPoints, PointsSeen
        from kiosk.adapters.sync.prizes import HqPrizes
        from kiosk.adapters.sync.runner import SyncRunner
        from kiosk.adapters.sync.transport import RequestsTransport

        identity = self._ledger.run(lambda tx: tx.identity())
        if identity is None:
            return
        url = self._hq_url or identity.hq_url
        seen = PointsSeen(self._clock)
        verify, plain_http = verified_by(self._settings), self._settings.plain_http
        ways = [RequestsTransport(url, verify=verify, plain_http=plain_http) for _ in range(4)]
        transport, claims_transport, lookups_transport, pages_transport = ways
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
            in_the_open=in_the_open(url),
            points=seen,
            secrets=self._keys,
            at_events=self._at_events,
            names_days=self._settings.draw_names_days,
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
        self._points = HqPoints(
            self._ledger,
            self._reference,
            HqClient(claims_transport),
            lambda: client.token,
            self._clock,
            stopping.wait,
            seen,
        )
        lookups_client = HqClient(lookups_transport)
        self._lookups = HqLookups(lookups_client, lambda: client.token, self._reference)
        self._codes = HqCodes(HqClient(lookups_transport), lambda: client.token)
        self._prizes = HqPrizes(HqClient(claims_transport), lambda: client.token)
        language = self._settings.language or LANGUAGES[0]
        self._draws = HqDraws(HqClient(lookups_transport), lambda: client.token, self._reference, lambda: language)
        pages_client = HqClient(pages_transport)
        self._token, self._pages = lambda: client.token, lambda: pages_client

        def stop() -> None:
            stopping.set()
            runner.stop()
            for way in ways:
                way.close()

        self._stop, self._runner = stop, runner
        runner.start()

    def close(self) -> None:
        """End the threads."""
        if self._starter is not None:
            self._starter.join()
        if self._stop is not None:
            self._stop()
            self._stop = None
