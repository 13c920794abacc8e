"""Coupons that wait for HQ's signature: its own count of the rules confirms them, or a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.effects import Effect
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.rewards import Reward
from kiosk.hq.campaigns.queries import Overrun
from kiosk.hq.context import Context
from kiosk.hq.coupons import unsigned
from kiosk.hq.coupons.unsigned import Waiting
from kiosk.hq.journalling import append
from kiosk.hq.projections.projection import store_lock
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN


def confirm(
    context: Context,
    tx: Tx,
    rows: Sequence[Waiting],
    standing: Iterable[Reward],
    effect: Effect,
    kept: frozenset[str],
    too_much: Iterable[Overrun],
) -> None:
    """Sign those of a member's waiting coupons (`rows`) that the count gives as the terminal gave them. `standing`:
    rewards as journalled; `effect`, `kept`: what the count says of them (`Reckoned`)."""
    given = {one.id: one for one in standing}
    old = {one.id for one in effect.taken_back}
    new = {one.id: one for one in effect.granted}
    doubtful = {part for one in too_much for part in (one.reward, one.reward.partition("@")[0])}

    def due(row: Waiting) -> bool:
        reward = unsigned.reward_of(row)
        now = given.get(reward.id)
        if now is None or reward.id in kept or _what(now) != _what(reward):
            return False
        if reward.id not in old:
            return row.coupon in coupon_ids(now)
        judged = new.get(reward.id)
        if judged is None:  # the same of the same rule is due for another happening, or it is too much
            return reward.id not in doubtful
        return _what(judged) == _what(reward) and row.coupon in coupon_ids(judged)

    confirmed = [row for row in rows if due(row)]
    if confirmed:
        tx.hold([store_lock(CHAIN)])  # before coupons', as whoever journals at HQ
        unsigned.sign(context, tx, confirmed, context.clock.now_ms())


def _what(reward: Reward) -> tuple[object, ...]:
    """All that a coupon says, and who gave it."""
    return (
        *(reward.campaign, reward.rule, reward.member, reward.kind, reward.ref),
        *(max(reward.wall, reward.settles), reward.until),
    )


# -- a person decides -------------------------------------------------------------------------------------------------


def waiting_rewards(tx: Tx) -> list[Overrun]:
    """What waits for HQ's count or a person's decision, as overruns of which nothing is due yet."""
    found: list[Overrun] = []
    for row in {row.reward: row for row in reversed(unsigned.waiting(tx))}.values():
        one = unsigned.reward_of(row)
        found.append(Overrun(row.reward, one.member, str(one.kind), one.ref, one.quantity, 0, one.cost, row.since, 1))
    return sorted(found, key=attrgetter("found_at", "reward"))


def decide(context: Context, tx: Tx, *, sign: bool, reward: str | None = None, device: str | None = None) -> int:
    """Sign or refuse what waits of a reward, or of a device. HQ's journal says so; what is refused is taken back
    everywhere, and given only if HQ's own count gives it. Gives how many rewards that were; 0: nothing waits there."""
    tx.hold([store_lock(CHAIN)])
    rows = sorted(unsigned.waiting(tx, reward=reward, at=device), key=attrgetter("reward"))
    now, decided = context.clock.now_ms(), 0
    for _name, group in groupby(rows, key=attrgetter("reward")):
        waits = list(group)
        # what was used up stays used up: nobody counts on what a terminal says that it took
        one = unsigned.reward_of(waits[0])._replace(takes=())
        coupons = sorted({row.coupon for row in waits})
        if sign:
            unsigned.sign(context, tx, waits, now)
            body = Effect(one.member, one.happening, granted=(one,)).body() | {"coupons": coupons, "coupons_back": []}
        else:
            unsigned.refuse(tx, coupons, now)
            body = Effect(one.member, one.happening, taken_back=(one,)).body()
            body |= {"coupons": [], "coupons_back": coupons}
        append(context, tx, REWARDS_DECIDED, body, after=max(row.hlc for row in waits))
        decided += 1
    return decided
