"""Words on members' draw tickets: given with a decision, taken back with one, spent on a spin. A draw's list is frozen
from them (`hq/draws/tickets.py`), without folding a million histories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.domain.campaigns.facts import REWARDS_DECIDED, WHEEL_SPUN, RewardsDecided, Spun
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.hq.context import Caller
from kiosk.hq.draws.tables import ticket_word
from kiosk.hq.journal.reading import ReadFact
from kiosk.hq.projections.projection import Projection, Run
from kiosk.hq.store.schema import CHAIN

_LONGEST = 300


def _apply(run: Run, origin: Caller, told: Sequence[ReadFact]) -> None:
    rows = [row for read in told for row in _words(origin, read)]
    run.tx.insert_new(ticket_word, rows)


def _words(origin: Caller, read: ReadFact) -> Iterator[dict[str, Any]]:
    fact, body = read.fact, read.body
    at = {"store": CHAIN, "hlc": fact.hlc, "device": origin.device, "anew": 0}
    if isinstance(body, RewardsDecided):
        given = {one.id[:_LONGEST]: one for one in body.rewards() if one.kind is RewardKind.TICKETS}
        back = {one[:_LONGEST] for one in body.taken_back}
        for name, one in given.items():
            said = {"member": one.member, "reward": name, "draw": one.ref, "quantity": one.quantity}
            yield at | said | {"anew": int(name in back)}
        for name in back - given.keys():
            yield at | {"member": body.member, "reward": name, "draw": "", "quantity": 0}
    elif isinstance(body, Spun) and body.ticket:
        name = f"@{origin.device}/{fact.hlc:x}"
        yield at | {"member": body.member, "reward": name, "draw": body.ticket, "quantity": -body.tickets}


TICKETS = Projection(
    name="tickets",
    version=1,
    kinds=frozenset({REWARDS_DECIDED, WHEEL_SPUN}),
    tables=(ticket_word,),
    apply=_apply,
)
