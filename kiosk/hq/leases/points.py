"""Shares of members' points: how many a member has, how many of them terminals may spend by themselves, and calling a
share back (docs/sync.md, "Points").

Always holds: what terminals may still spend of a member's points, by the facts HQ has, is no more than the member has.
The reserve is reckoned anew whenever somebody asks, from the member's history, so that points that settled, or that HQ
gave, are in it, and what was spent without a share is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, func, select

from kiosk.domain.campaigns.points import member_of_key, points_key
from kiosk.hq.context import Caller, Context
from kiosk.hq.members.queries import homes
from kiosk.hq.rows.buckets import rights_of
from kiosk.hq.rows.publish import RowChange, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, device, lease, quantity

_ASKED_AGAIN_MS = 10_000
"""So long after a terminal was asked for a share, and did not answer, it is asked again."""


Points = Callable[[str], int]
"""How many points a member may spend now, by all facts HQ has."""


@dataclass(slots=True)
class Handed:
    """What a terminal gets: by key. `waits`: another terminal is being asked; `holders`: who has what was wanted."""

    granted: dict[str, int] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)
    waits: bool = False


def is_points(key: str) -> bool:
    """Whether a leased quantity is a share of somebody's points."""
    return member_of_key(key) is not None


def hand_out(
    context: Context, tx: Tx, caller: Caller, wanted: Mapping[str, int], now: int, points_of: Points, *, claim: bool
) -> Handed:
    """How much of each a terminal gets: on a visit, for later, a part of what nobody holds, in the member's home store
    only; for a customer who waits (`claim`) all that is wanted. The locks of the keys are held."""
    handed = Handed()
    home = homes(tx, {str(member_of_key(key)) for key in wanted})
    for key, count in sorted(wanted.items()):
        member = str(member_of_key(key))
        place = home.get(member)
        if place is None or (place != caller.store and not claim):
            handed.granted[key] = 0
            continue
        if _called_back(tx, caller, key):
            # what is granted now would be taken back with the rest, when the terminal's answer comes
            handed.granted[key] = 0
            handed.waits = handed.waits or claim
            continue
        points = points_of(member)
        left = _reckoned(tx, key, points)
        if claim and left < count:
            holder = _call_back(context, tx, caller, key, now)
            left = _reckoned(tx, key, points)
            if holder is not None and left < count:
                handed.holders[key] = holder.name
                handed.waits = handed.waits or holder.asked
        fair = left if claim else left // (2 * _terminals(tx, place))
        handed.granted[key] = max(0, min(count, fair))
    return handed


@dataclass(frozen=True, slots=True)
class GuestsShare:
    """`left`: what HQ gave a terminal of a guest's points, and it has not used by its facts (of that, what HQ took back
    meanwhile may have been paid before it heard so); `used`: what was paid in its store."""

    left: int = 0
    used: int = 0


def guests_share(tx: Tx, caller: Caller, member: str) -> GuestsShare:
    """What a terminal and its store have of a member's points."""
    here = [row for row in _shares(tx, points_key(member)) if row.store == caller.store]
    mine = sum(row.granted + row.owed - row.used for row in here if row.device == caller.device)
    return GuestsShare(mine, sum(row.used for row in here))


def known(tx: Tx, keys: Iterable[str]) -> None:
    """There is a row of each of these shares."""
    rows = [{"store": CHAIN, "key": key, "campaign": "", "whole": 0, "left": 0} for key in sorted(keys)]
    tx.insert_new(quantity, rows)


def _reckoned(tx: Tx, key: str, points: int) -> int:
    """The reserve: what the member has, without what terminals may spend."""
    known(tx, [key])
    shares = _shares(tx, key)
    left = points - sum(max(0, row.granted - row.used) for row in shares)
    whole = left + sum(row.granted for row in shares)
    tx.upsert(quantity, [{"store": CHAIN, "key": key, "campaign": "", "whole": whole, "left": left}])
    return int(left)


def _shares(tx: Tx, key: str) -> list[Row[Any]]:
    return list(tx.execute(select(lease).where(lease.c.key == key).order_by(lease.c.device)).all())


def _called_back(tx: Tx, caller: Caller, key: str) -> bool:
    mine = (lease.c.store == caller.store) & (lease.c.device == caller.device) & (lease.c.key == key)
    return tx.execute(select(lease.c.recalled_at).where(mine)).scalar() is not None


def _terminals(tx: Tx, store: str) -> int:
    query = select(func.count()).where(device.c.state == "active", device.c.store == store)
    return max(1, int(tx.execute(query).scalar_one()))


def out(tx: Tx, member: str) -> int:
    """How many of a member's points terminals may still pay with, by the facts HQ has."""
    return sum(max(0, row.granted - row.used) for row in _shares(tx, points_key(member)))


# -- calling back -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Holder:
    """`asked`: it may still answer."""

    name: str
    asked: bool


def call_back(context: Context, tx: Tx, key: str, now: int) -> None:
    """Ask every terminal for what it has not used of a share: nothing more is given under that name."""
    _call_back(context, tx, Caller("", "", 0, ""), key, now)


def _call_back(context: Context, tx: Tx, caller: Caller, key: str, now: int) -> _Holder | None:
    """Ask the others for what they have not used. Gives one that has not answered."""
    found: _Holder | None = None
    for row in _shares(tx, key):
        if row.device == caller.device or row.granted - row.used <= 0:
            continue
        who = tx.execute(select(device).where(device.c.device == row.device)).one_or_none()
        if who is None:
            continue
        asked_at = row.recalled_at
        if asked_at is None or now - asked_at >= _ASKED_AGAIN_MS:
            publish(tx, [RowChange(rights_of(who.store, who.device), key, None, again=True)], now)
            tx.upsert(lease, [{**row._mapping, "recalled_at": now}])
            asked_at = now
        if who.parked_at is not None:
            # it was shut down in good order and spends nothing before it has met HQ, and read this
            returned(tx, Caller(who.store, who.device, who.epoch, who.state), [key])
            continue
        asked = now - asked_at < context.settings.recall_wait
        if found is None or asked:
            found = _Holder(str(who.name), asked)
    return found


def returned(tx: Tx, holder: Caller, keys: Iterable[str]) -> None:
    """A terminal's fact says that it has given these shares back, which HQ had called back: what it has not used by the
    facts before is there for others, and it need not be told of anything that was taken from it before."""
    for key in sorted(set(keys)):
        mine = (lease.c.store == holder.store) & (lease.c.device == holder.device) & (lease.c.key == key)
        row = tx.execute(select(lease).where(mine)).one_or_none()
        if row is None or row.recalled_at is None:
            # after a restore a terminal reads old call-backs again: what HQ gave it meanwhile it has not given back
            continue
        back = max(0, row.granted - row.used)
        tx.upsert(lease, [{**row._mapping, "granted": row.granted - back, "owed": 0, "recalled_at": None}])
        if back:
            reserve = tx.execute(select(quantity).where(quantity.c.store == CHAIN, quantity.c.key == key)).one()
            tx.upsert(quantity, [{**reserve._mapping, "left": reserve.left + back}])
