"""Points that members have, by all facts that HQ has, and those that were spent though nobody had them.

Within shares nobody spends what is not there. Beyond them a manager may have accepted points while HQ was out of reach,
and a sale that earned some may have been undone after they were spent: what is below zero then was given too much. It
is laid at the door of the latest payments, in an order that does not depend on who told first, and closes when points
come that make up for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, select

from kiosk.domain.campaigns.localtime import shown, wall_minutes
from kiosk.domain.campaigns.points import is_payment, points_key
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.standing import standing_of
from kiosk.domain.campaigns.state import MemberState, apply
from kiosk.hq.campaigns.queries import Overrun
from kiosk.hq.context import Context
from kiosk.hq.coupons.queries import ConflictSeen
from kiosk.hq.journal.reading import ReadFact, read_fact
from kiosk.hq.leases.points import out
from kiosk.hq.members.kinship import Kin
from kiosk.hq.members.queries import homes
from kiosk.hq.projections import histories
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import fact, member_fact, overrun

PAID = "paid"
"""What the reward that takes points from a member refers to."""


def points_of(context: Context, tx: Tx, member: str) -> int:
    """Points that a member may spend now, as journals say what was given and paid; below zero when more were spent than
    there are. Of a person with several ids all points are under the one that stays, but for what terminals may still
    pay with under another."""
    kin = Kin(tx, [member])
    if kin.root(member) != member:
        return out(tx, member)
    points = standing_points(context, tx, member).points
    return points - sum(out(tx, one) for one in kin.same(member) if one != member)


@dataclass(frozen=True, slots=True)
class PointsStanding:
    """`points`: that a member may spend now; `ahead`: (until, points) of those that run out, the soonest first, `until`
    by the wall clock of their home store, excluded."""

    points: int
    ahead: tuple[tuple[datetime, int], ...]


def standing_points(context: Context, tx: Tx, member: str) -> PointsStanding:
    """A member's points by all facts that HQ has."""
    state = MemberState(member)
    happenings = {one.id: one for one in histories.events_of(tx, member)}
    for happening in standing_of(sorted(happenings.values(), key=attrgetter("order")), member):
        apply(state, happening)
    home = homes(tx, [member]).get(member)
    wall = wall_minutes(context.clock.now_ms(), histories.zone_of(tx, home) if home else "UTC")
    ahead = tuple((shown(one.until), one.points) for one in state.points_ahead(wall))
    return PointsStanding(state.points_at(wall), ahead)


def overspent(rewards: Iterable[Reward], points: int) -> list[Overrun]:
    """What was paid though it was not there, of a member who has `points` now and these rewards."""
    debt = max(0, -points)
    found: list[Overrun] = []
    for reward in sorted(filter(is_payment, rewards), key=lambda one: (one.wall, one.id), reverse=True):
        paid = -reward.quantity
        over = min(debt, paid)
        if over:
            cost = -reward.cost * over // paid
            found.append(Overrun(reward.id, reward.member, str(reward.kind), reward.ref, paid, paid - over, cost, 0))
        debt -= over
    return found


def points_conflicts(tx: Tx, *, closed: bool = False) -> list[ConflictSeen]:
    """Payments in points that took what was not there, as the list of conflicts has them, by time."""
    query = select(overrun).where(overrun.c.kind == str(RewardKind.POINTS), overrun.c.ref == PAID)
    if not closed:
        query = query.where(overrun.c.closed_at.is_(None))
    found: list[ConflictSeen] = []
    for row in tx.execute(query).all():
        made = _fact_behind(tx, row.member, row.reward)
        read = read_fact(made.epoch, made.seq, bytes(made.raw)) if made is not None else None
        said = read.fact if isinstance(read, ReadFact) else None
        found.append(
            ConflictSeen(
                coupon=points_key(row.member),
                txn=str(said.body.get("txn") or said.body.get("ref") or "") if said is not None else "",
                store=made.store if made is not None else "",
                device=made.device if made is not None else "",
                at=said.corrected_ms if said is not None else row.found_at,
                value=row.cost,
                actor=said.actor if said is not None else "",
                winner_txn="",
                winner_device="",
                found_at=row.found_at,
                closed_at=row.closed_at,
                what="points",
                count=row.given - row.due,
            )
        )
    return sorted(found, key=lambda one: (one.at, one.coupon, one.txn))


def _fact_behind(tx: Tx, member: str, reward: str) -> Row[Any] | None:
    """The fact for which a reward of a member was given, by the reward's id: campaign/rule/device/stamp/part."""
    parts = reward.split("/")
    try:
        device, stamp = parts[2], int(parts[3], 16)
    except (IndexError, ValueError):  # a terminal may call its rewards what it likes
        return None
    columns = (fact.c.store, fact.c.device, fact.c.epoch, fact.c.seq, fact.c.raw)
    same = (fact.c.store == member_fact.c.store) & (fact.c.device == member_fact.c.device)
    same &= (fact.c.epoch == member_fact.c.epoch) & (fact.c.seq == member_fact.c.seq)
    mine = (member_fact.c.member == member) & (member_fact.c.device == device) & (member_fact.c.hlc == stamp)
    found: Row[Any] | None = tx.execute(select(*columns).join(member_fact, same).where(mine)).first()
    return found
