"""Rewards that stand, whoever journalled them, and those that went too far: for audits."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from kiosk.domain.campaigns.facts import REWARDS_DECIDED, RewardsDecided, decision_in
from kiosk.domain.campaigns.rewards import Reward
from kiosk.hq.journal.reading import ReadFact, read_fact
from kiosk.hq.members.kinship import Kin
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import fact, overrun


@dataclass(frozen=True, slots=True)
class StandingReward:
    """A reward that stands. `device`: who journalled it first ("hq": HQ itself)."""

    id: str
    member: str
    kind: str
    ref: str
    quantity: int
    campaign: str
    rule: str
    device: str


def standing_rewards(tx: Tx) -> list[StandingReward]:
    """By the order in which they were journalled. Facts that cannot be read give nothing."""
    columns = (fact.c.device, fact.c.epoch, fact.c.seq, fact.c.raw)
    chosen = select(*columns).where(fact.c.kind == REWARDS_DECIDED, fact.c.unread.is_(None))
    told: list[tuple[RewardsDecided, str]] = []
    for row in tx.execute(chosen.order_by(fact.c.hlc, fact.c.device)):
        read = read_fact(row.epoch, row.seq, bytes(row.raw))
        decided = decision_in(read.fact) if isinstance(read, ReadFact) else None
        if decided is not None:
            told.append((decided, str(row.device)))
    kin = Kin(tx, {decided.member for decided, _ in told})
    # two may have one of one name: of whom a sale belonged to in turn
    found: dict[tuple[str, str], StandingReward] = {}
    for decided, device in told:
        member = kin.root(decided.member)
        for reward_id in decided.taken_back:
            found.pop((member, reward_id), None)
        for reward in decided.rewards():
            found.setdefault((member, reward.id), _standing(reward._replace(member=member), device))
    return list(found.values())


def _standing(reward: Reward, device: str) -> StandingReward:
    return StandingReward(
        reward.id, reward.member, str(reward.kind), reward.ref, reward.quantity, reward.campaign, reward.rule, device
    )


@dataclass(frozen=True, slots=True)
class Overrun:
    """A reward given though the rules, knowing everything, give less (`due`). `cost`: minor units. `waits`: 1 when
    its coupons wait for HQ's own count, or for a person to decide."""

    reward: str
    member: str
    kind: str
    ref: str
    given: int
    due: int
    cost: int
    found_at: int
    waits: int = 0


def overruns(tx: Tx, *, closed: bool = False) -> list[Overrun]:
    """What was given too much, by time; with `closed` also what later arrivals explained."""
    query = select(
        overrun.c.reward,
        overrun.c.member,
        overrun.c.kind,
        overrun.c.ref,
        overrun.c.given,
        overrun.c.due,
        overrun.c.cost,
        overrun.c.found_at,
    )
    if not closed:
        query = query.where(overrun.c.closed_at.is_(None))
    return [Overrun(*row) for row in tx.execute(query.order_by(overrun.c.found_at, overrun.c.reward))]
