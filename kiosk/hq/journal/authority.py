"""What a terminal may decide: for members at home in its store, by rules that were published, and nothing of anybody
else's (sync.md, "Authority"). What it may not is left out, whole; HQ gives by its own count what is due all the same.

A registration is of somebody new, or of this store: whom HQ knows at home elsewhere, a terminal can neither register
nor prove the phone of, and consent for them to nothing. (Whoever stands there may always withdraw.)

For another store's members a terminal may write down what guests do: sales and their voids, check-ins, tasks, surveys,
votes, events, and that they recommended somebody. And what a guest pays in points by HQ's word, and gets back of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from kiosk.domain.campaigns.coupons import coupon_ids, made_by
from kiosk.domain.campaigns.facts import (
    CHECK_IN_MADE_UP,
    DEPOSIT_PAID,
    DRAW_WON,
    POINTS_SPENT,
    REWARD_CHOSEN,
    WHEEL_SPUN,
    RewardsDecided,
)
from kiosk.domain.campaigns.fitting import most_handed_over, most_taken
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.points import is_payment
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.members.facts import MEMBER_REGISTERED, MEMBER_SWEPT, OfMember
from kiosk.domain.members.member import Member
from kiosk.domain.registration.facts import PHONE_PROVED, ConsentedBody
from kiosk.domain.sales.facts import SaleCompleted
from kiosk.hq.context import Caller, Context
from kiosk.hq.journal.reading import ReadFact, read_fact
from kiosk.hq.leases import commands as leases
from kiosk.hq.leases import points
from kiosk.hq.members.kinship import Kin
from kiosk.hq.members.queries import homes, referrers
from kiosk.hq.rows.publish import chunks, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import device, fact, member_fact
from kiosk.protocol.rows import CouponRow

NOT_ITS_MEMBER = "not_its_member"
"""It gives or takes what a member of another store holds."""
NO_SUCH_RULE = "no_such_rule"
"""It gives by a rule that no published campaign has."""
NOT_ITS_COUPON = "not_its_coupon"
"""It makes or takes back a coupon that its rewards do not make."""
NOT_ITS_SHARE = "not_its_share"
"""It uses up what its rewards do not use."""

_AT_HOME = frozenset(
    map(str, (CHECK_IN_MADE_UP, DEPOSIT_PAID, POINTS_SPENT, REWARD_CHOSEN, WHEEL_SPUN, DRAW_WON, MEMBER_SWEPT))
)
_OF_NEWCOMERS = frozenset(map(str, (MEMBER_REGISTERED, PHONE_PROVED)))


def newcomers_of_others(tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> dict[int, str]:
    """Registrations, proofs and consents of members that are at home in another store: by seq, why."""
    said = [(one, one.body) for one in facts if isinstance(one.body, OfMember) and _is_of_newcomers(one, one.body)]
    elsewhere = _elsewhere(tx, origin, {body.member for _, body in said}) if said else frozenset()
    return {one.fact.seq: NOT_ITS_MEMBER for one, body in said if body.member in elsewhere}


def _is_of_newcomers(one: ReadFact, body: OfMember) -> bool:
    return one.fact.kind in _OF_NEWCOMERS or (isinstance(body, ConsentedBody) and body.given)


def _elsewhere(tx: Tx, origin: Caller, members: set[str]) -> frozenset[str]:
    """Those of these that are at home in another store. Of whom there is no row yet, nobody elsewhere knows the id; and
    whoever told it first must not keep others from telling it, or undoing what a terminal told would not undo that."""
    return frozenset(name for name, store in homes(tx, members).items() if store != origin.store)


def beyond(context: Context, tx: Tx, origin: Caller, facts: Sequence[ReadFact]) -> dict[int, str]:
    """Facts of a terminal, of those that have just arrived, that it has no authority for: by seq, why."""
    bodies = [one.body for one in facts]
    decisions = [body for body in bodies if isinstance(body, RewardsDecided)]
    sales = [body for body in bodies if isinstance(body, SaleCompleted) and body.referrer]
    of_members = [body for body in bodies if isinstance(body, OfMember)]
    if not (decisions or sales or of_members):
        return {}
    named = {body.member for body in decisions} | {str(body.referrer) for body in sales}
    named |= {one for body in of_members for one in (body.member, body.other, body.referrer) if one}
    known = _Known(
        context,
        tx,
        origin,
        _elsewhere(tx, origin, named),
        referrers(tx, {body.member for body in sales if body.member}),
        Kin(tx, {str(name) for body in sales for name in (body.member, body.referrer) if name}),
        published_rows(tx, "members", {body.member for body in decisions}, Member),
        published_rows(tx, "coupons", {one for body in decisions for one in body.coupons_back}, CouponRow),
    )
    known.told.update({f"{origin.device}/{one.fact.hlc:x}": one.happening for one in facts if one.happening})
    found: dict[int, str] = {}
    told: dict[str, str] = {}
    for one in facts:
        reason = known.why(one, told)
        if reason:
            found[one.fact.seq] = reason
        elif one.fact.kind == MEMBER_REGISTERED and isinstance(one.body, OfMember) and one.body.other:
            told[one.body.member] = one.body.other
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What HQ knows of whom the facts name. `elsewhere`: who is at home in another store; `moved`: by how much the
    facts before changed the terminal's share of guests' points, by member; `told`: what happened, by its id, as far as
    somebody asked; `used`: how much the facts before used of shared quantities, by key; `made`: coupons that they made,
    with their members."""

    context: Context
    tx: Tx
    origin: Caller
    elsewhere: frozenset[str]
    recommended: Mapping[str, str]
    kin: Kin
    members: Mapping[str, tuple[str, Member]]
    coupons: Mapping[str, tuple[str, CouponRow]]
    moved: dict[str, int] = field(default_factory=dict)
    told: dict[str, Happening | None] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)

    def why(self, one: ReadFact, told: Mapping[str, str]) -> str:
        """Why a fact is beyond the terminal; "" when it is not. `told`: who was recommended by whom, as it told
        before."""
        body = one.body
        if isinstance(body, RewardsDecided):
            reason = self._decision(body, one.fact.hlc)
            self.made.update({} if reason else dict.fromkeys(body.coupons, body.member))
            return reason
        if isinstance(body, SaleCompleted):
            # whom it says so has told HQ before, or HQ has told it: of that person, by the name of then, counting or
            # not
            member = body.member or ""
            known = {self.recommended.get(member), told.get(member), *self.kin.recommended_by(member)}
            stranger = known.isdisjoint(self.kin.same(body.referrer or ""))
            return NOT_ITS_MEMBER if stranger and body.referrer in self.elsewhere else ""
        if isinstance(body, OfMember):
            others = {body.referrer} if one.fact.kind == MEMBER_REGISTERED else {body.other, body.referrer}
            at_home = one.fact.kind in _AT_HOME or _is_of_newcomers(one, body)
            given = at_home and body.member in self.elsewhere
            return NOT_ITS_MEMBER if given or others & self.elsewhere else ""
        return ""

    def _decision(self, body: RewardsDecided, stamp: int) -> str:
        if body.member in self.elsewhere and not (self._carried(body.member, stamp) or self._guest_pays(body)):
            return NOT_ITS_MEMBER
        rewards = body.rewards()
        if any(reward.member != body.member for reward in rewards):
            return NOT_ITS_MEMBER
        if not all(self._published(reward) for reward in rewards):
            return NO_SUCH_RULE
        made = {coupon for reward in rewards for coupon in coupon_ids(reward)}
        if not {*body.coupons, *body.rights} <= made or not all(map(self._its_own(body), body.coupons_back)):
            return NOT_ITS_COUPON
        return "" if self._its_share(body, rewards) else NOT_ITS_SHARE

    def _guest_pays(self, body: RewardsDecided) -> bool:
        """Whether all of it is that a guest paid, in points of a share that HQ gave the terminal for it, or got back
        what was paid so in this store. Else HQ would count the share as out for ever."""
        paid = -sum(reward.quantity for reward in body.rewards())
        if not all(map(is_payment, body.rewards())) or body.coupons or body.coupons_back or body.takes or body.counters:
            return False
        share = points.guests_share(self.tx, self.origin, body.member)
        moved = self.moved.get(body.member, 0)
        if body.granted:
            allowed = not body.taken_back and 0 < paid == -body.points <= share.left + moved
        else:
            allowed = 0 < body.points <= share.used - moved and all(map(self._is_payment, body.taken_back))
        if allowed:
            self.moved[body.member] = moved + body.points
        return allowed

    def _is_payment(self, reward: str) -> bool:
        """By a reward's id: whether it is of a rule by which members pay in points."""
        campaign, rule = [*reward.split("/"), ""][:2]
        return any(
            edition.campaign.id == campaign
            and any(
                one.id == rule and any(isinstance(give, Discount) and give.for_points for give in one.give)
                for one in edition.campaign.rules
            )
            for edition in self.context.rules.of(self.tx).editions
        )

    def _carried(self, member: str, stamp: int) -> bool:
        """Whether it is carried into a new epoch: it counted when it was told first, and does not again."""
        same = (member_fact.c.member == member) & (member_fact.c.device == self.origin.device)
        query = select(member_fact.c.hlc).where(same, member_fact.c.hlc == stamp)
        return self.origin.epoch > 1 and self.tx.execute(query).first() is not None

    def _published(self, reward: Reward) -> bool:
        """A rule of that name was published, and (of a coupon) the coupon; or a coupon for that gift."""
        return any(
            edition.campaign.id == reward.campaign
            and (
                any(rule.id == reward.rule for rule in edition.campaign.rules)
                or bool(most_handed_over(edition.campaign, reward))
            )
            and (
                reward.kind is not RewardKind.COUPON or any(spec.id == reward.ref for spec in edition.campaign.coupons)
            )
            for edition in self.context.rules.of(self.tx).editions
        )

    def _its_own(self, body: RewardsDecided) -> Callable[[str], bool]:
        """Whether a coupon is of a reward that is taken back, and of the member. One that HQ has not seen yet was made
        by a till of the store, for something that happened there, or by this one a moment ago."""

        def own(coupon: str) -> bool:
            reward = next((one for one in body.taken_back if made_by(one, coupon)), None)
            if reward is None:
                return False
            row = self.coupons.get(coupon)
            if row is not None:
                return row[1].coupon.member == body.member
            return self.made.get(coupon) == body.member or bool(self._here([_device_in(reward)]))

        return own

    def _here(self, devices: Iterable[str]) -> set[str]:
        """Those of these terminals that are of the same store."""
        found: set[str] = set()
        for ids in chunks(sorted(set(devices))):
            query = select(device.c.device).where(device.c.store == self.origin.store, device.c.device.in_(ids))
            found.update(self.tx.execute(query).scalars())
        return found

    def _its_share(self, body: RewardsDecided, rewards: Sequence[Reward]) -> bool:
        """Counts of limits, and what leaves a pool ("|", the terminal's own share): no more than the rewards can use up
        by the published rules; and what comes back was used before."""
        if not (body.takes or any(reward.takes for reward in rewards)):
            return True
        most: Counter[str] = Counter()
        for reward in rewards:
            allowed = self._most_taken(reward)
            for key, taken in reward.takes:
                name = _quantity(key)
                if not 0 <= taken <= allowed.get(_without_scopes(name), 0):
                    return False
                most[name] += taken
        net: Counter[str] = Counter()
        for key, taken in body.takes:
            if "|" not in key and not all(self._scope(body.member, part) for part in _scopes(key)):
                return False
            net[_quantity(key)] += taken
        if any(taken > most[name] or (taken < 0 and not body.taken_back) for name, taken in net.items()):
            return False
        pooled = {_quantity(key) for key, _ in body.takes if "|" in key}
        used = {name: self.used.get(name, 0) + net[name] for name in pooled}
        for name in pooled:
            if net[name] < 0 and used[name] + leases.used_here(self.tx, self.origin.store, name) < 0:
                return False
        self.used.update(used)
        return True

    def _most_taken(self, reward: Reward) -> dict[str, int]:
        """What a reward can use up by any edition of its rule, or of its coupon, by key without a pool or a scope."""
        told = self._happening(reward)
        found: dict[str, int] = {}
        for campaign in (edition.campaign for edition in self.context.rules.of(self.tx).editions):
            if campaign.id != reward.campaign:
                continue
            rules = [rule for rule in campaign.rules if rule.id == reward.rule]
            most = [most_handed_over(campaign, reward), *(most_taken(campaign, rule, reward, told) for rule in rules)]
            for key, taken in (item for one in most for item in one.items()):
                found[key] = max(found.get(key, 0), taken)
        return found

    def _happening(self, reward: Reward) -> Happening | None:
        """For what a reward was given, where HQ has heard of it."""
        name = reward.happening.partition("+")[0]
        if name not in self.told:
            device_id, _, stamp = name.partition("/")
            try:
                hlc = int(stamp, 16)
            except ValueError:
                return None
            self.told[name] = (
                _told_of(self.tx, reward.member, device_id, hlc)
                if reward.member
                else _sold_here(self.tx, self.origin, hlc)
            )
        return self.told[name]

    def _scope(self, member: str, part: str) -> bool:
        """Whether a part of a limit's name is of the member, or of the store. (Clerks and days are anybody's.)"""
        what, _, name = part.partition(":")
        if what == "h":
            row = self.members.get(member)
            return row is None or name in (row[1].household, member)
        if what == "v":
            return bool(self._here([name]))
        return what != "s" or name == self.origin.store


def _scopes(key: str) -> Iterator[str]:
    yield from key.split("@")[1:]


def _told_of(tx: Tx, member: str, device_id: str, hlc: int) -> Happening | None:
    """What a fact of a member's history says, by its device and stamp."""
    same = (fact.c.store == member_fact.c.store) & (fact.c.device == member_fact.c.device)
    same &= (fact.c.epoch == member_fact.c.epoch) & (fact.c.seq == member_fact.c.seq)
    mine = (member_fact.c.member == member) & (member_fact.c.device == device_id) & (member_fact.c.hlc == hlc)
    return _read(tx.execute(select(fact.c.epoch, fact.c.seq, fact.c.raw).join(member_fact, same).where(mine)).first())


def _sold_here(tx: Tx, origin: Caller, hlc: int) -> Happening | None:
    """What a fact in nobody's history says: it is one of the last that the terminal told."""
    mine = (fact.c.store == origin.store) & (fact.c.device == origin.device) & (fact.c.hlc == hlc)
    query = select(fact.c.epoch, fact.c.seq, fact.c.raw).where(mine)
    return _read(tx.execute(query.order_by(fact.c.epoch.desc(), fact.c.seq.desc()).limit(1)).first())


def _read(row: Any) -> Happening | None:
    read = None if row is None else read_fact(row.epoch, row.seq, bytes(row.raw))
    return read.happening if isinstance(read, ReadFact) else None


def _without_scopes(key: str) -> str:
    return key.partition("@")[0]


def _quantity(key: str) -> str:
    """The name of a shared quantity, whoever's share it is."""
    return key.partition("|")[2] if "|" in key else key


def _device_in(reward: str) -> str:
    """The device at which the happening of a reward happened, by the reward's id: campaign/rule/device/stamp/part."""
    parts = reward.split("/")
    return parts[2] if len(parts) > 3 else ""
