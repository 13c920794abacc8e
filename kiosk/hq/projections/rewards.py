"""What terminals decided (`rewards.decided`): quantities that were used up, and coupons, which HQ signs and publishes.

A terminal that makes coupons may redeem them at once; HQ confirms that right instead of giving it to somebody else. The
latest word on a coupon counts, by the stamps of the facts, in whatever order they arrive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from kiosk.domain.campaigns.coupons import coupon_ids, coupons_of
from kiosk.domain.campaigns.facts import REWARDS_DECIDED, SharedChanged, decision_in
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.journal.facts import Fact
from kiosk.domain.time import instant
from kiosk.hq.campaigns import leases
from kiosk.hq.context import Caller, Context
from kiosk.hq.coupons import rights
from kiosk.hq.projections import histories as history
from kiosk.hq.projections.redemptions import ReadFact
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, chunks, lock, publish, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, redemption, reward_coupon
from kiosk.hq.tokens import issue, keys
from kiosk.protocol.rows import CouponRow, RevocationRow

REVOCATIONS = Bucket(CHAIN, "revocations")
TAKEN_BACK = "taken_back"


def record(context: Context, tx: Tx, caller: Caller, facts: Iterable[ReadFact], now: int) -> None:
    """Carry out the decisions among facts of one device. To be called before the facts are indexed, and before the uses
    of coupons that a decision of the same batch made are counted."""
    decided = [read for read in facts if read.fact.kind == REWARDS_DECIDED]
    known = history.known_already(tx, caller, [read.fact for read in decided])
    decided = [read for read in decided if read.fact.hlc not in known]
    if not decided:
        return
    lock(tx)
    used: dict[str, int] = defaultdict(int)
    for read in decided:
        for change in read.changes:
            if isinstance(change, SharedChanged):
                # what left a pool was used
                used[change.key] += -change.delta if "|" in change.key else change.delta
    leases.use(tx, caller, used)
    told = [read.fact for read in decided]
    words = _last_words(tx, caller, told)
    back = {coupon: one for coupon, (one, back) in words.items() if back}
    _give(context, tx, caller, {coupon: one for coupon, (one, back) in words.items() if not back}, now)
    _take_back(tx, caller, back, now)
    rights.assign(tx, _let_go(tx, caller, told, now) - back.keys(), now)


def _last_words(tx: Tx, caller: Caller, facts: Sequence[Fact]) -> dict[str, tuple[Fact, bool]]:
    """The newest word of these facts on each coupon, where nobody has said a newer one."""
    words: dict[str, tuple[Fact, bool]] = {}
    for one in sorted(facts, key=lambda one: one.hlc):
        for name, back in (("coupons", False), ("coupons_back", True)):
            words.update({str(coupon): (one, back) for coupon in one.body.get(name, ())})
    newest = dict(words)
    for ids in chunks(sorted(words)):
        mine = (reward_coupon.c.store == CHAIN) & reward_coupon.c.coupon.in_(ids)
        for row in tx.execute(select(reward_coupon).where(mine)).all():
            one, back = words[row.coupon]
            if (row.hlc, row.device) > (one.hlc, caller.device):
                del newest[row.coupon]
                if back or row.back:  # else two made the same coupon, and who comes later has to learn of it
                    del words[row.coupon]
    rows = [
        {"store": CHAIN, "coupon": coupon, "hlc": one.hlc, "device": caller.device, "back": int(back)}
        for coupon, (one, back) in newest.items()
    ]
    tx.upsert(reward_coupon, rows)
    return words


def _rewards(one: Fact) -> Iterator[Reward]:
    """Rewards given by a decision, as far as they can be read."""
    try:
        decided = decision_in(one)
        yield from decided.rewards() if decided is not None else ()
    except ValueError:
        return


@dataclass(frozen=True, slots=True)
class _Made:
    coupon: Coupon
    home: str


def _coupons(context: Context, tx: Tx, caller: Caller, wanted: dict[str, Fact]) -> list[_Made]:
    """The coupons of these ids, from the rewards that the facts give."""
    facts = {id(one): one for one in wanted.values()}
    home = history.homes(tx, {str(one.body.get("member")) for one in facts.values()})
    made: list[_Made] = []
    for one in facts.values():
        member = str(one.body.get("member"))
        place = history.home_at_hq(one, home) if caller.store == CHAIN else home.get(member, caller.store)
        # by the clock of the store that gave it
        zone = str(one.body.get("zone") or history.zone_of(tx, place if caller.store == CHAIN else caller.store))
        for reward in _rewards(one):
            if reward.kind is not RewardKind.COUPON or reward.member != member:
                continue
            campaign = context.rules.campaign(tx, reward.campaign, reward.ref)
            if campaign is None or not any(wanted.get(coupon) is one for coupon in coupon_ids(reward)):
                continue
            try:
                coupons = coupons_of(reward, campaign, zone)
            except (ValueError, OverflowError, LookupError):  # a time or a zone that is none
                continue
            made += [_Made(coupon, place) for coupon in coupons if place and wanted.get(coupon.id) is one]
    return made


def _give(context: Context, tx: Tx, caller: Caller, wanted: dict[str, Fact], now: int) -> None:
    there = published_rows(tx, "coupons", wanted, CouponRow)
    key = keys.signing(context, tx)
    changes: list[RowChange] = []
    for made in _coupons(context, tx, caller, wanted):
        coupon = made.coupon
        if coupon.id in there:
            store, row = there[coupon.id]
            if row.coupon.member == coupon.member and row.coupon.revoked_at is not None:  # taken back once, given again
                changes.append(RowChange(REVOCATIONS, coupon.id, None))
                again = replace(row, coupon=replace(row.coupon, revoked_at=None))
                changes.append(RowChange(Bucket(store, "coupons"), coupon.id, again))
            continue
        try:
            signed = issue.coupon_row(key, context.settings.issuer, coupon, instant(now))
        except ValueError:  # what no token can say: an instant before 1970
            continue
        changes.append(RowChange(Bucket(made.home, "coupons"), coupon.id, signed))
    publish(tx, changes, now)
    if caller.store == CHAIN:
        rights.assign(tx, wanted, now)
    else:
        held = {str(coupon) for one in wanted.values() for coupon in one.body.get("rights", ())} & wanted.keys()
        rights.confirm(tx, caller, held, now)
        rights.assign(tx, wanted.keys() - held, now)


def _take_back(tx: Tx, caller: Caller, wanted: dict[str, Fact], now: int) -> None:
    """Coupons that nobody has used are void."""
    used: set[str] = set()
    for ids in chunks(sorted(wanted)):
        stands = redemption.c.coupon.in_(ids) & (redemption.c.state != "voided")
        used.update(tx.execute(select(redemption.c.coupon).where(stands)).scalars())
    free = wanted.keys() - used
    there = published_rows(tx, "coupons", free, CouponRow)
    at = instant(now)
    changes = [RowChange(REVOCATIONS, coupon, RevocationRow(coupon, at, TAKEN_BACK)) for coupon in free]
    for coupon, (store, row) in there.items():
        gone = replace(row, coupon=replace(row.coupon, revoked_at=at))
        changes.append(RowChange(Bucket(store, "coupons"), coupon, gone))
    publish(tx, changes, now)
    for grant in rights.open_grants(tx, there).values():
        rights.recall(tx, grant, now)


def _let_go(tx: Tx, caller: Caller, facts: Sequence[Fact], now: int) -> set[str]:
    """A terminal that takes a coupon back has no right on it any more, whatever others said later and whether or not
    it was used. Gives the coupons."""
    words: dict[str, bool] = {}
    for one in sorted(facts, key=lambda one: one.hlc):
        words |= dict.fromkeys(map(str, one.body.get("coupons", ())), False)
        words |= dict.fromkeys(map(str, one.body.get("coupons_back", ())), True)
    gone = {coupon for coupon, back in words.items() if back}
    for grant in rights.open_grants(tx, gone).values():
        if grant.device == caller.device:
            rights.recall(tx, grant, now)
    rights.returned(tx, caller.device, gone, now)
    return gone
