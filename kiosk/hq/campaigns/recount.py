"""HQ knows what all terminals have told: it gives what none of them could decide, and notes what was given too much.

A member's rewards are counted anew when something about them has arrived and whoever told it had nothing more to tell.
What is missing is journalled by HQ as the device "hq"; the reward has the id it would have anywhere, so a terminal that
gives it too gives it once. What was given though the rules, knowing everything, would not, stays with the customer and
is listed as an overrun; but what is not due by HQ's own word on a registration (it was rejected, or is the second one
of a person) HQ takes back, as far as it was not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select

from kiosk.domain.campaigns.coupons import coupon_ids
from kiosk.domain.campaigns.effects import Effect
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.judged_again import Reckoned
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.set_off import had_of_short, less, set_off
from kiosk.domain.campaigns.shared import Shared, Stored, one_pool
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.facts import happening_of
from kiosk.domain.journal.facts import Fact
from kiosk.hq.campaigns import confirming
from kiosk.hq.campaigns.counted import chosen_twice
from kiosk.hq.campaigns.marks import recounted
from kiosk.hq.campaigns.points import overspent
from kiosk.hq.campaigns.queries import Overrun
from kiosk.hq.context import Context
from kiosk.hq.coupons import unsigned
from kiosk.hq.journalling import append
from kiosk.hq.leases import commands as leases
from kiosk.hq.members.kinship import Kin, registered_at
from kiosk.hq.members.queries import homes
from kiosk.hq.projections import histories
from kiosk.hq.rows.publish import chunks
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, due_member, overrun, redemption

OVERDUE = 3_600_000
"""After that a member is counted though a device that told of them has more to tell, and does not."""


def fold_of(context: Context, tx: Tx) -> Fold:
    """Members' histories as the transaction sees them; HQ's own share of what is leased."""
    return Fold(
        context.rules.of(tx),
        pool_of=one_pool,
        load=lambda member: histories.events_of(tx, member),
        shared=shared_at_hq(tx),
    )


def shared_at_hq(tx: Tx) -> Shared:
    """HQ's own share of what is leased, and what is counted over all."""
    return Shared(
        one_pool,
        Stored(lambda key: leases.hq_share(tx, key.removeprefix("|"))),
        Stored(lambda key: leases.count_of(tx, key)),
    )


def happening_at_hq(tx: Tx, made: Fact) -> Happening:
    """A fact of HQ's own as an event: it happened where its member is at home."""
    store = histories.home_at_hq(made, homes(tx, [str(made.body.get("member"))]))
    happening = happening_of(made, leases.HQ, lambda _: (store, histories.zone_of(tx, store)))
    assert happening is not None
    return happening


def journal(context: Context, tx: Tx, effect: Effect, after: int, store: str = "") -> None:
    """HQ gives what an effect says. `store`: where the member will be at home, when there is no row of them yet."""
    made, back = _coupons(effect.granted), _coupons(effect.taken_back)
    body = effect.body() | {"coupons": sorted(made - back), "coupons_back": sorted(back - made)}
    body |= {"store": store} if store else {}
    append(context, tx, REWARDS_DECIDED, body, after=after)


def _coupons(rewards: Iterable[Reward]) -> set[str]:
    return {coupon for reward in rewards for coupon in coupon_ids(reward)}


# -- counting ---------------------------------------------------------------------------------------------------------


def ready(tx: Tx, device: str, limit: int, now: int) -> list[str]:
    """Members to count, now that a device has told everything: those of whom nobody else is about to tell more."""
    mine = (due_member.c.store == CHAIN) & (due_member.c.device == device)
    query = select(due_member.c.member).where(mine).order_by(due_member.c.since, due_member.c.member).limit(limit)
    members = tx.execute(query).scalars().all()
    waiting: set[str] = set()
    for ids in chunks(members):
        others = (due_member.c.store == CHAIN) & due_member.c.member.in_(ids) & (due_member.c.device != device)
        others &= due_member.c.since > now - OVERDUE
        waiting.update(tx.execute(select(due_member.c.member).where(others)).scalars())
    for ids in chunks(sorted(waiting)):
        tx.execute(delete(due_member).where(mine, due_member.c.member.in_(ids)))
    return [member for member in members if member not in waiting]


def overdue(tx: Tx, limit: int, now: int) -> list[str]:
    """Members who have been due for so long that they are counted whoever might tell more of them."""
    old = (due_member.c.store == CHAIN) & (due_member.c.since <= now - OVERDUE)
    query = select(due_member.c.member).where(old).distinct().order_by(due_member.c.member).limit(limit)
    return list(tx.execute(query).scalars())


def count(context: Context, tx: Tx, members: Iterable[str]) -> None:
    """Count the rewards of these members anew; of a person who has several ids, once."""
    now, asked = context.clock.now_ms(), list(members)
    kin = Kin(tx, asked)
    members = list(dict.fromkeys(kin.root(one) for one in asked))
    waiting = unsigned.of_members(tx, kin.all_of(members))
    for member in members:
        ids = kin.same(member)
        tx.execute(delete(due_member).where(due_member.c.store == CHAIN, due_member.c.member.in_(ids)))
        # shares of its own for each: what it would take back of one member's, HQ does not have for the next
        found, newest = recounted(context, tx, shared_at_hq(tx), member)
        effect, before = found.effect, found.journalled
        twice = chosen_twice(histories.events_of(tx, member)) if _made_choices(before) else []
        missing, too_much = _judged(effect, found.short)
        back = (*_void_back(tx, found, missing, too_much), *found.lapsed) if found.void or found.lapsed else ()
        too_much = [one for one in too_much if one.reward not in {reward.id for reward in back}]
        missing = missing._replace(taken_back=(*missing.taken_back, *back))
        if back:  # whoever gave it may have a clock that is far ahead
            newest = max(newest, *(one.order[0] for one in histories.events_of(tx, member)))
        fresh = _points(missing.granted) - _points(missing.taken_back)
        home = homes(tx, [member]).get(member)
        wall = wall_minutes(now, histories.zone_of(tx, home) if home else "UTC")
        too_much += twice
        too_much += overspent(before.rewards.values(), before.points_at(wall) + fresh)
        _note(tx, ids, too_much, now)
        if rows := [row for one in sorted(ids) for row in waiting.get(one, ())]:
            confirming.confirm(context, tx, rows, before.rewards.values(), effect, found.kept, too_much)
        if not missing.empty:
            # of a newcomer the fact may be here before the row
            at = "" if home else registered_at(tx, [member]).get(member, "")
            journal(context, tx, missing, newest, at if at != CHAIN else "")


def _void_back(tx: Tx, found: Reckoned, missing: Effect, too_much: Iterable[Overrun]) -> tuple[Reward, ...]:
    """What HQ takes back because by its word it is not due any more: all but goods, which are handed over. Of two equal
    coupons of which one is used, the other one goes."""
    standing = found.journalled.rewards
    gone = [standing[one.reward] for one in too_much if one.reward in found.void]
    coupons = [one for one in standing.values() if one.kind is RewardKind.COUPON]
    used = _used(tx, coupons) if any(one.kind is RewardKind.COUPON for one in gone) else set()
    void = {one.id for one in found.effect.taken_back} | {one.id for one in missing.granted}
    spare = [one for one in coupons if one.id not in void and one.id not in used]
    back: list[Reward] = []
    for reward in gone:
        same = [one for one in spare if _equal(one, reward)] if reward.id in used else []
        if same:
            spare.remove(same[0])
            back.append(same[0])
        elif reward.kind is not RewardKind.GIFT:
            back.append(reward)
    return tuple(back)


def _equal(one: Reward, other: Reward) -> bool:
    """Whether they are as much of the same of one rule."""
    return (one.campaign, one.rule, one.ref, one.quantity) == (other.campaign, other.rule, other.ref, other.quantity)


def _used(tx: Tx, rewards: Iterable[Reward]) -> set[str]:
    """Those of these rewards of which a coupon was used."""
    of = {coupon: reward.id for reward in rewards for coupon in coupon_ids(reward)}
    used: set[str] = set()
    for ids in chunks(sorted(of)):
        stands = redemption.c.coupon.in_(ids) & (redemption.c.state != "voided")
        used.update(of[coupon] for coupon in tx.execute(select(redemption.c.coupon).where(stands)).scalars())
    return used


def _made_choices(state: MemberState) -> bool:
    return any(reward.kind is RewardKind.CHOICE for reward in state.rewards.values())


def _points(rewards: Iterable[Reward]) -> int:
    return sum(one.quantity for one in rewards if one.kind is RewardKind.POINTS and not one.settles and not one.awaits)


def _judged(effect: Effect, short: Iterable[str] = ()) -> tuple[Effect, list[Overrun]]:
    """What is missing, as an effect; and what is too much. Who has the same of the same rule for another happening (a
    sale that arrived late has become the second one instead) has what they are due; so has who has what the rule had
    nothing left of then (`short`: "campaign/rule/happening")."""
    old = {reward.id: reward for reward in effect.taken_back}
    new = {reward.id: reward for reward in effect.granted}
    over = [(one, one.quantity - (new[key].quantity if key in new else 0)) for key, one in old.items()]
    lacking = [(one, one.quantity - (old[key].quantity if key in old else 0)) for key, one in new.items()]
    used, settled = set_off(over, lacking)
    used += had_of_short(((one, more - used[one.id]) for one, more in over), short)
    missing = [
        less(one, settled[one.id]) if settled[one.id] else one
        for one, more in lacking
        if more > settled[one.id] or (more < 0 and one.id not in old)
    ]
    too_much = [
        Overrun(
            one.id, one.member, str(one.kind), one.ref, one.quantity, one.quantity - more + used[one.id], one.cost, 0
        )
        for one, more in over
        if more > used[one.id]
    ]
    replaced = tuple(old[reward.id] for reward in missing if reward.id in old)
    return Effect(effect.member, effect.happening, tuple(missing), replaced), too_much


def _note(tx: Tx, members: Iterable[str], found: Sequence[Overrun], now: int) -> None:
    mine = (overrun.c.store == CHAIN) & overrun.c.member.in_(sorted(members))
    known = {row.reward: row for row in tx.execute(select(overrun).where(mine)).all()}
    gone = [key for key, row in known.items() if row.closed_at is None and key not in {one.reward for one in found}]
    rows = [
        {
            "store": CHAIN,
            "reward": one.reward[:300],
            "member": one.member,
            "kind": one.kind,
            "ref": one.ref[:200],
            "given": one.given,
            "due": one.due,
            "cost": one.cost,
            "found_at": known[one.reward].found_at if one.reward in known else now,
            "closed_at": None,
        }
        for one in found
    ]
    tx.upsert(overrun, rows)
    tx.upsert(overrun, [{**known[key]._mapping, "closed_at": now} for key in gone])
