"""Who holds tickets for a draw, by every word on them, as members' histories have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import select, union

from kiosk.domain.journal.hlc import COUNTER_BITS
from kiosk.hq.draws.tables import ticket_word
from kiosk.hq.members.kinship import Kin, merged
from kiosk.hq.projections.registrations import member_word
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN

_ROWS_AT_ONCE = 10_000


def holders(tx: Tx, draw: str, until: int) -> dict[str, int]:
    """Tickets of each member for `draw` (the campaign's name of it), by what was said before the instant `until` (ms).
    Who was erased has none; who is one with somebody else has theirs under the member who stays."""
    found: dict[str, int] = {}
    for member, count in _counted(tx, draw, until << COUNTER_BITS):
        if count > 0:
            found[member] = count
    for member, root in _merged(tx, found).items():
        if member != root:
            found[root] = found.get(root, 0) + found.pop(member)
    for member in _erased(tx):
        found.pop(member, None)
    return found


def _counted(tx: Tx, draw: str, until: int) -> Iterator[tuple[str, int]]:
    """The words come by member, reward and stamp: a reward is given once until it is taken back."""
    columns = (ticket_word.c.member, ticket_word.c.reward, ticket_word.c.quantity, ticket_word.c.anew)
    mine = (ticket_word.c.store == CHAIN) & ticket_word.c.draw.in_((draw, "")) & (ticket_word.c.hlc < until)
    order = (ticket_word.c.member, ticket_word.c.reward, ticket_word.c.hlc, ticket_word.c.device)
    query = select(*columns).where(mine).order_by(*order)
    who, name, total, stands = "", "", 0, 0
    for member, reward, quantity, anew in tx.execute(query.execution_options(yield_per=_ROWS_AT_ONCE)):
        if (member, reward) != (who, name):
            total += stands
            stands = 0
            if member != who:
                if who:
                    yield who, total
                total = 0
            who, name = member, reward
        if quantity == 0 or anew or stands == 0:
            stands = quantity
    if who:
        yield who, total + stands


def _merged(tx: Tx, found: Mapping[str, int]) -> dict[str, str]:
    """Who of these is one with somebody: the member who stays."""
    named: Any = union(select(merged.c.member), select(merged.c.other))
    some = {one for one in tx.execute(named).scalars() if one in found}
    kin = Kin(tx, some)
    return {one: kin.root(one) for one in sorted(some)}


def _erased(tx: Tx) -> Iterable[str]:
    erased = (member_word.c.store == CHAIN) & (member_word.c.what == "erased")
    return list(tx.execute(select(member_word.c.member).where(erased)).scalars())
