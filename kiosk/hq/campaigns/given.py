"""Every reward that stands, whoever journalled it: for audits, and to compare with what terminals showed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from kiosk.domain.campaigns.facts import REWARDS_DECIDED, decision_in
from kiosk.domain.campaigns.rewards import Reward
from kiosk.hq.journal.reading import ReadFact, read_fact
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import fact


@dataclass(frozen=True, slots=True)
class Given:
    """A reward that stands. `device`: who journalled it first ("hq": HQ itself)."""

    id: str
    member: str
    kind: str
    ref: str
    quantity: int
    campaign: str
    rule: str
    device: str


def given(tx: Tx) -> list[Given]:
    """By the order in which they were journalled. Facts that cannot be read give nothing."""
    columns = (fact.c.device, fact.c.epoch, fact.c.seq, fact.c.raw)
    chosen = select(*columns).where(fact.c.kind == REWARDS_DECIDED)
    found: dict[str, Given] = {}
    for row in tx.execute(chosen.order_by(fact.c.hlc, fact.c.device)):
        read = read_fact(row.epoch, row.seq, bytes(row.raw))
        if not isinstance(read, ReadFact):
            continue
        decided = decision_in(read.fact)
        if decided is None:
            continue
        for reward_id in decided.taken_back:
            found.pop(reward_id, None)
        for reward in decided.rewards():
            found.setdefault(reward.id, _given(reward, row.device))
    return list(found.values())


def _given(reward: Reward, device: str) -> Given:
    return Given(
        reward.id, reward.member, str(reward.kind), reward.ref, reward.quantity, reward.campaign, reward.rule, device
    )
