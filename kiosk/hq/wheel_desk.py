"""Wheels' leases and the beacon, for the people at HQ: every step in a transaction of its own."""

from __future__ import annotations

from typing import Any

from kiosk.domain.draws.lease_facts import WHEEL_RETURNED, WheelReturned
from kiosk.hq import journalling
from kiosk.hq.context import Context
from kiosk.hq.draws import beacons, lease_list, leases
from kiosk.hq.draws.arrivals import arrived
from kiosk.hq.draws.beacons import BeaconSettings, RoundSeen
from kiosk.hq.draws.fetching import BeaconFetcher, relays_answer
from kiosk.hq.draws.lease_list import LeaseSeen, WheelSeen


class WheelDesk:
    """`by`: whose command it is, as HQ's computer knows them."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def leases(self) -> list[LeaseSeen]:
        """All leases, the newest first."""
        context = self._context
        with context.database.read() as tx:
            return lease_list.leases(tx, context.clock.now_ms(), context.settings.wheel_missing_after)

    def wheels(self) -> list[WheelSeen]:
        """What there is of each wheel's prizes."""
        with self._context.database.read() as tx:
            return lease_list.wheels(tx)

    def give_back(self, lease: str, by: str) -> bool:
        """What a lost terminal had of a lease and HQ was told of by nobody is there for others. False when there is no
        such lease, or it holds nothing back (any more)."""
        with self._context.database.write() as tx:
            done = leases.give_back(tx, lease, by, self._context.clock.now_ms())
            if done:
                body = WHEEL_RETURNED.write(WheelReturned(lease=lease, by=by))
                journalling.append(self._context, tx, WHEEL_RETURNED, body)
            return done

    def beacon(self) -> BeaconSettings:
        """Which chain draws go by, and who is asked for its rounds."""
        with self._context.database.read() as tx:
            return beacons.in_force(tx)

    def set_beacon(self, said: Any, by: str) -> BeaconSettings:
        """Another chain or other relays; None: the usual ones. Raises BeaconFault."""
        with self._context.database.write() as tx:
            return beacons.put_settings(self._context, tx, said, by)

    def rounds(self) -> list[RoundSeen]:
        """The latest rounds that draws wait for, or waited."""
        with self._context.database.read() as tx:
            return list(beacons.rounds(tx))

    def put_round(self, number: int, signature: bytes) -> bool:
        """A round that a person has from elsewhere. False when it is not that round's signature, or nothing waits for
        it."""
        with self._context.database.write() as tx:
            chain = beacons.chain_in_force(tx).hash
            return arrived(self._context, tx, chain, number, signature, beacons.BY_HAND)

    def relays_answer(self) -> list[tuple[str, str]]:
        """Each relay asked now: (address, "good", "wrong", or why it gave no round)."""
        return relays_answer(self._context)

    def fetcher(self) -> BeaconFetcher:
        """What fetches rounds; whoever runs HQ gives it a thread."""
        return BeaconFetcher(self._context)
