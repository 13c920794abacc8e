"""Fetches rounds of the beacon that draws wait for: one thread of HQ's process, patient with relays that are slow,
silent or wrong."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Row, func, select, update

from kiosk.domain.draws.beacon import Chain, round_at
from kiosk.domain.time import Clock
from kiosk.hq import logs
from kiosk.hq.context import Context
from kiosk.hq.draws import beacons, relays
from kiosk.hq.draws.arrivals import arrived
from kiosk.hq.draws.relays import Missing, Told
from kiosk.hq.draws.wheel_tables import beacon_round
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.worker import Worker
from kiosk.protocol.draws.bls import beacon_signature_is_good

_FIRST_MS, _MOST_MS = 1_000, 5 * 60_000
_LIES_MS = 10 * 60_000
"""A relay that gave a wrong signature is not asked again for so long."""

Fetch = Callable[[str, Chain, int, Clock], Told | Missing]


class BeaconFetcher(Worker):
    """Asks the relays in turn. `fetch`: how one is asked; another in tests of its own."""

    def __init__(self, context: Context, fetch: Fetch = relays.fetch) -> None:
        super().__init__(context, beacon="fetching")
        self._fetch = fetch
        self._shunned: dict[str, int] = {}
        """By relay: not asked before (ms, monotonic)."""
        self._turn = 0

    def heeds(self, topics: frozenset[str]) -> bool:
        """A round that is wanted."""
        return beacons.TOPIC in topics

    def once(self) -> int | None:
        """Fetch the round that is due first. Gives how long there is nothing to do (ms; 0: go on at once; None: nothing
        is waited for)."""
        context = self._context
        with context.database.read() as tx:
            settings = beacons.in_force(tx)
            row = _next(tx, settings.chain.hash)
        if row is None:
            return None
        now = context.clock.now_ms()
        if row.next_at > now:
            return int(row.next_at) - now
        found, relay = self._asked(settings, row)
        with context.database.write() as tx:
            if found is not None and arrived(context, tx, row.chain, row.round, found.signature, relay):
                logs.logger().info("beacon", round=row.round, relay=relay, tries=row.tries + 1)
                return 0
            self._later(tx, row)
        return 0

    def _asked(self, settings: beacons.BeaconSettings, row: Row[tuple[object, ...]]) -> tuple[Told | None, str]:
        """The first good answer; each time another relay is asked first."""
        context = self._context
        self._turn += 1
        at = self._turn % len(settings.relays)
        for relay in (*settings.relays[at:], *settings.relays[:at]):
            mono = context.clock.mono_ms()
            if self._shunned.get(relay, mono) > mono:
                continue
            found = self._fetch(relay, settings.chain, row.round, context.clock)
            if not isinstance(found, Told):
                continue
            if beacon_signature_is_good(settings.chain, row.round, found.signature):
                self._shunned.pop(relay, None)
                return found, relay
            self._shunned[relay] = mono + _LIES_MS
            logs.logger().warning("beacon_wrong", relay=relay, round=row.round)
        return None, ""

    def _later(self, tx: Tx, row: Row[tuple[object, ...]]) -> None:
        """Nobody had it: twice as long each time, never all at once."""
        usual = min(_FIRST_MS << min(row.tries, 12), _MOST_MS)
        wait = int(usual * self._context.random.uniform(1.0, 1.3))
        mine = (beacon_round.c.store == CHAIN) & (beacon_round.c.chain == row.chain)
        said = {"tries": row.tries + 1, "next_at": self._context.clock.now_ms() + wait}
        tx.execute(update(beacon_round).where(mine, beacon_round.c.round == row.round).values(said))


def _next(tx: Tx, chain: str) -> Row[tuple[object, ...]] | None:
    waits = (beacon_round.c.store == CHAIN) & (beacon_round.c.chain == chain) & beacon_round.c.signature.is_(None)
    first = select(func.min(beacon_round.c.next_at)).where(waits).scalar_subquery()
    query = select(beacon_round).where(waits, beacon_round.c.next_at == first).order_by(beacon_round.c.round)
    found: Row[tuple[object, ...]] | None = tx.execute(query.limit(1)).one_or_none()
    return found


def relays_answer(context: Context, fetch: Fetch = relays.fetch) -> list[tuple[str, str]]:
    """Each relay asked for a round that is out, whether anything waits for it or not: (relay, "good", "wrong" or why it
    gave none)."""
    with context.database.read() as tx:
        settings = beacons.in_force(tx)
    chain = settings.chain
    number = max(1, round_at(chain, context.clock.now_ms() // 1000) - 10)
    found = []
    for relay in settings.relays:
        told = fetch(relay, chain, number, context.clock)
        if isinstance(told, Told):
            good = beacon_signature_is_good(chain, number, told.signature)
            found.append((relay, "good" if good else "wrong"))
        else:
            found.append((relay, told.value))
    return found
