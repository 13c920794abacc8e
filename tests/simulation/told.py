"""Facts of some kinds that honest terminals made, by device and stamp."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from kiosk.domain.journal.facts import Fact, decode
from kiosk.hq.store.schema import fact as fact_row
from tests.simulation.invariants import journal
from tests.simulation.world import World

Place = tuple[str, int]


def told_to_hq(world: World, kinds: Collection[str]) -> dict[Place, Fact]:
    """Those that HQ has, whether it carried them out or not."""
    with world.hq.database.read() as tx:
        query = select(fact_row.c.device, fact_row.c.raw).where(fact_row.c.kind.in_(list(map(str, kinds))))
        rows = [(row.device, bytes(row.raw)) for row in tx.execute(query) if row.device not in world.strangers]
    return {(device, one.hlc): one for device, one in ((device, decode(raw)) for device, raw in rows)}


def told_anywhere(world: World, kinds: Collection[str]) -> dict[Place, Fact]:
    """Those, and those in the journals of terminals."""
    found = told_to_hq(world, kinds)
    for till in world.terminals.values():
        found |= {(till.device, fact.hlc): fact for fact in journal(till) if fact.kind in kinds}
    return found
