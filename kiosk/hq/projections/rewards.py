"""What was decided (`rewards.decided`): quantities that were used up, and coupons, which HQ signs and publishes.

A terminal that makes coupons may redeem them at once; HQ confirms that right instead of giving it to somebody else. The
latest word on a coupon counts, by the stamps of the facts, in whatever order they arrive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import select

from kiosk.domain.campaigns.coupons import coupon_ids, coupons_of
from kiosk.domain.campaigns.facts import REWARDS_DECIDED, RewardsDecided
from kiosk.domain.campaigns.points import points_key
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.coupons.facts import RIGHTS_CHANGED, RightRevoked
from kiosk.domain.time import instant
from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons import judging, rights, unsigned
from kiosk.hq.coupons.commands import withdraw_coupon
from kiosk.hq.coupons.unsigned import REVOCATIONS, TAKEN_BACK, UNDONE, Made
from kiosk.hq.journal.reading import ReadFact, read_fact
from kiosk.hq.leases import commands as leases
from kiosk.hq.leases import points
from kiosk.hq.members.kinship import Kin
from kiosk.hq.members.queries import homes
from kiosk.hq.projections import histories
from kiosk.hq.projections.projection import Live, Projection, Run
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.editions import any_published
from kiosk.hq.rows.publish import RowChange, chunks, publish, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, device, fact, member_fact, redemption, reward_coupon, shared_count
from kiosk.protocol.rows import CouponRow, RevocationRow


@dataclass(frozen=True, slots=True)
class _Decision:
    """A decision, and its stamp."""

    hlc: int
    body: RewardsDecided


def _decisions(facts: Iterable[ReadFact]) -> list[_Decision]:
    return [_Decision(read.fact.hlc, read.body) for read in facts if isinstance(read.body, RewardsDecided)]


def _locks(_tx: Tx, _origin: Caller, facts: Sequence[ReadFact]) -> Iterator[str]:
    decisions = _decisions(facts)
    yield from map(leases.lock_of, {**_used(decisions), **dict.fromkeys(_called_back(facts))})
    for one in decisions:
        yield from map(rights.lock_of, (*one.body.coupons, *one.body.coupons_back))


def _apply(run: Run, origin: Caller, facts: Sequence[ReadFact]) -> None:
    tx = run.tx
    decisions = _decisions(facts)
    known = histories.known_already(tx, origin, (one.body.member for one in decisions), [one.hlc for one in decisions])
    if run.live is not None:
        _move_shares(tx, origin, facts, known)
    fresh = [one for one in decisions if one.hlc not in known]
    if not fresh:
        return
    leases.count(tx, _used(fresh))
    words = _last_words(tx, origin, fresh)
    if run.live is not None:
        _follow(run.live, tx, origin, fresh, words)


def _called_back(facts: Iterable[ReadFact]) -> list[str]:
    """Shares of points that these facts give back, by key."""
    revoked = (change.coupon for read in facts for change in read.changes if isinstance(change, RightRevoked))
    return [key for key in revoked if points.is_points(key)]


def _move_shares(tx: Tx, origin: Caller, facts: Iterable[ReadFact], known: Collection[int]) -> None:
    """What decisions used of shares, and shares of points that were given back, in the order of the journal: what came
    to a share after it was given back is not among what came back."""
    waiting: list[_Decision] = []
    for one in facts:
        waiting += [decision for decision in _decisions([one]) if decision.hlc not in known]
        back = _called_back([one])
        if back:
            leases.use(tx, origin, _used(waiting))
            points.returned(tx, origin, back)
            waiting = []
    leases.use(tx, origin, _used(waiting))


def _used(decisions: Iterable[_Decision]) -> dict[str, int]:
    """How much of what is shared these decisions used: what left a pool ("|key"), and counts of limits."""
    used: dict[str, int] = defaultdict(int)
    for one in decisions:
        for key, taken in one.body.takes:
            used[key] += taken
        if one.body.points:
            used[f"|{points_key(one.body.member)}"] -= one.body.points
    return used


def _last_words(tx: Tx, origin: Caller, decisions: Sequence[_Decision]) -> dict[str, tuple[_Decision, bool]]:
    """The newest word of these decisions on each coupon, where nobody has said a newer one."""
    words: dict[str, tuple[_Decision, bool]] = {}
    for one in sorted(decisions, key=lambda one: one.hlc):
        for coupons, back in ((one.body.coupons, False), (one.body.coupons_back, True)):
            words.update(dict.fromkeys(coupons, (one, back)))
    newest = dict(words)
    for ids in chunks(sorted(words)):
        mine = (reward_coupon.c.store == CHAIN) & reward_coupon.c.coupon.in_(ids)
        for row in tx.execute(select(reward_coupon).where(mine)).all():
            one, back = words[row.coupon]
            if (row.hlc, row.device) > (one.hlc, origin.device):
                del newest[row.coupon]
                if back or row.back:  # else two made the same coupon, and who comes later has to learn of it
                    del words[row.coupon]
    rows = [
        {"store": CHAIN, "coupon": coupon, "hlc": one.hlc, "device": origin.device, "back": int(back)}
        for coupon, (one, back) in newest.items()
    ]
    tx.upsert(reward_coupon, rows)
    return words


# -- what HQ does -----------------------------------------------------------------------------------------------------


def _follow(
    live: Live,
    tx: Tx,
    origin: Caller,
    told: Sequence[_Decision],
    words: Mapping[str, tuple[_Decision, bool]],
) -> None:
    _let_go(tx, origin, told, live.now)
    back = {coupon for coupon, (_, back) in words.items() if back}
    made = {coupon: one for coupon, (one, back) in words.items() if not back}
    _make(live, tx, origin, made)
    _take_back(tx, back, live.now)


def _coupons(context: Context, tx: Tx, origin: Caller, wanted: Mapping[str, _Decision]) -> list[Made]:
    """The coupons of these ids, from the rewards that the decisions give."""
    decisions = {id(one): one for one in wanted.values()}
    kin = Kin(tx, {one.body.member for one in decisions.values()})
    home = homes(tx, {kin.root(one.body.member) for one in decisions.values()})
    made: list[Made] = []
    for one in decisions.values():
        member = kin.root(one.body.member)
        at_hq = home.get(member) or one.body.store or ""
        place = at_hq if origin.store == CHAIN else home.get(member, origin.store)
        # by the clock of the store that gave it
        zone = histories.zone_of(tx, place if origin.store == CHAIN else origin.store)
        for reward in one.body.rewards():
            if reward.kind is not RewardKind.COUPON or reward.member != one.body.member:
                continue
            reward = reward._replace(member=member)
            campaign = context.rules.campaign(tx, reward.campaign, reward.ref)
            if campaign is None or not any(wanted.get(coupon) is one for coupon in coupon_ids(reward)):
                continue
            coupons = coupons_of(reward, campaign, zone)
            made += [
                Made(coupon, place, reward, one.hlc) for coupon in coupons if place and wanted.get(coupon.id) is one
            ]
    return made


def _make(live: Live, tx: Tx, origin: Caller, wanted: Mapping[str, _Decision]) -> None:
    context, now = live.context, live.now
    there = published_rows(tx, "coupons", wanted, CouponRow)
    fresh: list[Made] = []
    changes: list[RowChange] = []
    for made in _coupons(context, tx, origin, wanted):
        coupon = made.coupon
        if coupon.id in there:
            store, row = there[coupon.id]
            if row.coupon.member == coupon.member and row.coupon.revoked_at is not None:  # taken back once, given again
                changes.append(RowChange(REVOCATIONS, coupon.id, None))
                again = replace(row, coupon=replace(row.coupon, revoked_at=None))
                changes.append(RowChange(Bucket(store, "coupons"), coupon.id, again))
            continue
        fresh.append(made)
    publish(tx, changes, now)
    told = {coupon for one in wanted.values() for coupon in one.body.rights} & wanted.keys()
    waits = unsigned.beyond(context, tx, origin, fresh, told, now)
    signed = [(made.home, made.coupon) for made in fresh if made.coupon.id not in waits]
    unsigned.settled(tx, unsigned.publish_signed(context, tx, signed, now), now)
    judging.later(tx, wanted, now)
    if origin.store == CHAIN:
        rights.assign(tx, wanted, now)
    else:
        rights.confirm(tx, origin, told, now)
        rights.assign(tx, wanted.keys() - told, now)


def _take_back(tx: Tx, wanted: set[str], now: int) -> None:
    """Coupons that nobody has used are void."""
    unsigned.forget(tx, wanted)
    used: set[str] = set()
    for ids in chunks(sorted(wanted)):
        stands = redemption.c.coupon.in_(ids) & (redemption.c.state != "voided")
        used.update(tx.execute(select(redemption.c.coupon).where(stands)).scalars())
    free = wanted - used
    there = published_rows(tx, "coupons", free, CouponRow)
    at = instant(now)
    changes = [RowChange(REVOCATIONS, coupon, RevocationRow(coupon, at, TAKEN_BACK)) for coupon in free]
    for coupon, (store, row) in there.items():
        gone = replace(row, coupon=replace(row.coupon, revoked_at=at))
        changes.append(RowChange(Bucket(store, "coupons"), coupon, gone))
    publish(tx, changes, now)
    for grant in rights.every_open(tx, there):
        rights.recall(tx, grant, now)


# -- what was undone --------------------------------------------------------------------------------------------------


def used_by(tx: Tx, origin: Caller, facts: Iterable[ReadFact]) -> dict[str, int]:
    """How much of what is shared these facts of a device have used, as far as they were counted when they came."""
    decisions = [(read.fact, read.body) for read in facts if isinstance(read.body, RewardsDecided)]
    first: dict[tuple[str, int], tuple[int, int]] = {}
    for ids in chunks(sorted({body.member for _, body in decisions})) if origin.epoch > 1 else ():
        mine = member_fact.c.member.in_(ids) & (member_fact.c.device == origin.device)
        mine &= member_fact.c.hlc.in_([one.hlc for one, _ in decisions])
        for row in tx.execute(select(member_fact).where(mine)):
            first[row.member, row.hlc] = (row.epoch, row.seq)
    # one that was carried into a new epoch counted when it was told first
    return _used(
        _Decision(one.hlc, body)
        for one, body in decisions
        if first.get((body.member, one.hlc), (one.epoch, one.seq)) >= (one.epoch, one.seq)
    )


def mend(context: Context, tx: Tx, coupon: str, member: str, now: int) -> None:
    """Facts that spoke of a coupon were undone: what HQ made of it follows from the word that is left."""
    word = tx.execute(
        select(reward_coupon).where(reward_coupon.c.store == CHAIN, reward_coupon.c.coupon == coupon)
    ).one_or_none()
    if word is None:
        withdraw_coupon(context, tx, coupon, UNDONE)
    elif word.back:
        _take_back(tx, {coupon}, now)
    else:
        found = _decision_at(tx, member, word.hlc, word.device)
        if found is not None:
            _make(Live(context, now), tx, found[0], {coupon: found[1]})


def _decision_at(tx: Tx, member: str, hlc: int, device_id: str) -> tuple[Caller, _Decision] | None:
    """A decision about a member by its stamp. A terminal that is out of service has no right by it."""
    same = (fact.c.store == member_fact.c.store) & (fact.c.device == member_fact.c.device)
    same &= (fact.c.epoch == member_fact.c.epoch) & (fact.c.seq == member_fact.c.seq)
    mine = (member_fact.c.member == member) & (member_fact.c.hlc == hlc) & (member_fact.c.device == device_id)
    columns = (fact.c.store, fact.c.device, fact.c.epoch, fact.c.seq, fact.c.raw)
    row = tx.execute(select(*columns).join(member_fact, same).where(mine)).first()
    read = None if row is None else read_fact(row.epoch, row.seq, bytes(row.raw))
    if row is None or not isinstance(read, ReadFact) or not isinstance(read.body, RewardsDecided):
        return None
    state = tx.execute(select(device.c.state).where(device.c.device == device_id)).scalar()
    body = read.body if state in ("active", None) else msgspec.structs.replace(read.body, rights=())
    return Caller(row.store, row.device, row.epoch, ""), _Decision(hlc, body)


def _let_go(tx: Tx, origin: Caller, decisions: Sequence[_Decision], now: int) -> None:
    """A terminal that takes a coupon back has no right on it any more, whatever others said later, whether or not it
    was used, and though it makes it again in the next breath. It is called back, not ended: it may have pulled the
    right once more since, and only its answer says that it has not."""
    gone = {coupon for one in decisions for coupon in one.body.coupons_back}
    unsigned.forget(tx, gone, device_id=origin.device)
    for grant in rights.every_open(tx, gone):
        if grant.device == origin.device:
            rights.recall(tx, grant, now)


REWARDS = Projection(
    name="rewards",
    version=1,
    kinds=frozenset({REWARDS_DECIDED, RIGHTS_CHANGED}),
    tables=(reward_coupon, shared_count),
    apply=_apply,
    wanted=any_published,
    locks=_locks,
)
