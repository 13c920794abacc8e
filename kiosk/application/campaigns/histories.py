"""Campaigns at this terminal: who has what, what a happening would bring, and what it brings.

Histories keep the rules as they are published and the pasts of the members asked for lately. They are used on the
ledger's thread only, within a transaction: `begin` gives what one use case works with. They follow the journal: a
transaction that was undone, or news from HQ, makes them forget.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from kiosk.application.campaigns.basket import NOTHING_OFF, Basket, Paid
from kiosk.application.campaigns.state_view import StateView, state_view
from kiosk.application.ports.ledger import Identity, LedgerTx
from kiosk.application.ports.reference import Reference
from kiosk.domain.campaigns.chain_goods import NO_GOODS, Goods
from kiosk.domain.campaigns.codes import CODES
from kiosk.domain.campaigns.coupon_gifts import CouponGift, coupon_gifts
from kiosk.domain.campaigns.coupons import coupon_ids, coupons_of, units_made
from kiosk.domain.campaigns.effects import Effect
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import PAY, Happening, HappeningError, HappeningKind
from kiosk.domain.campaigns.known import known_happenings
from kiosk.domain.campaigns.localtime import wall_minutes
from kiosk.domain.campaigns.model import Campaign, SegmentNumbers
from kiosk.domain.campaigns.offers import USE_POINTS
from kiosk.domain.campaigns.people import people_of
from kiosk.domain.campaigns.points import POINTS_SHARE, is_payment, points_key, points_moved, share_moved, takes_points
from kiosk.domain.campaigns.rewards import Decision, Reward, RewardKind
from kiosk.domain.campaigns.shared import Shared, Stored, one_pool
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.channels import Channel
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.facts import happening_of, told_happening
from kiosk.domain.journal.facts import Fact
from kiosk.domain.members.member import Member
from kiosk.domain.registration.person import newcomer_row
from kiosk.domain.stores import Store
from kiosk.domain.time import instant

MOST_HISTORIES = 500
"""Members remembered at most; they are recalled from the journal when they come again."""

OLDEST_SHOWN = timedelta(days=7)
"""How long a coupon that has run out is still listed, with the reason."""

_LATER = 1 << 62
"""A stamp after all others, for happenings that are only asked about."""

T = TypeVar("T")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Campaigns:
    """What one use case, in one transaction, knows of campaigns. `now_ms`: since 1970, by HQ's clock; `online`: HQ can
    be asked, as far as the sync knows; `points_usable`: this terminal's shares of points may be used; `limited`: HQ has
    said that it has no more of a member's points to give; `goods`: the chain's goods file."""

    tx: LedgerTx
    fold: Fold
    engine: Engine
    identity: Identity
    store: Store
    now_ms: int
    cache: dict[tuple[str, str, int], Any]
    online: bool
    points_usable: bool
    limited: Callable[[str], bool]
    goods: Goods = NO_GOODS

    def points_share(self, member: str) -> int:
        """How many of a member's points may be paid here without asking HQ."""
        return max(0, self.tx.shared(f"|{points_key(member)}")) if self.points_usable else 0

    def cached(self, what: str, campaign: Campaign, make: Callable[[Campaign], T]) -> T:
        """Something made of a campaign, once for as long as the campaigns stay what they are."""
        key = (what, campaign.id, campaign.version)
        if key not in self.cache:
            self.cache[key] = make(campaign)
        found: T = self.cache[key]
        return found

    @property
    def running(self) -> bool:
        """Whether HQ has published any campaign."""
        return bool(self.engine.editions)

    @property
    def zone(self) -> ZoneInfo:
        """The store's wall clock."""
        return ZoneInfo(self.store.zone)

    @property
    def wall(self) -> int:
        """The minute on the store's wall clock."""
        return wall_minutes(self.now_ms, self.store.zone)

    def state(self, member: str) -> MemberState:
        """A member's state."""
        return self.fold.member(member)

    def view(self, member: str) -> StateView | None:
        """A member's state as it is shown; None where no campaign runs."""
        if not self.running:
            return None
        numbers = next((one.segments for one in self.in_force()), SegmentNumbers())
        return state_view(self.state(member), self.wall, numbers)

    def campaign(self, campaign: str) -> Campaign | None:
        """A campaign as it stands now (the last version, when it is not in force any more)."""
        found = None
        for edition in self.engine.editions:
            if edition.campaign.id == campaign and (found is None or edition.since <= self.now_ms):
                found = edition.campaign
        return found

    def gifts_for(self, template: str) -> tuple[CouponGift, ...]:
        """What a campaign's coupon of a template hands over, and what stands in for it; nothing where it is for none,
        or no campaign's."""
        for name in dict.fromkeys(edition.campaign.id for edition in self.engine.editions):
            campaign = self.campaign(name)
            found = self.cached("gifts", campaign, coupon_gifts).get(template) if campaign is not None else None
            if found:
                return found
        return ()

    def gift_left(self, key: str) -> int:
        """How much of a shared quantity this terminal may hand over."""
        return self.fold.shared.pools.get(self.fold.shared.pool_key("", key), 0)

    @contextmanager
    def without(self, gifts: Iterable[CouponGift]) -> Iterator[None]:
        """While it lasts, what these hand over is not there any more."""
        takes = [(self.fold.shared.pool_key("", gift.key), 1) for gift in gifts]
        self.fold.shared.take(takes)
        try:
            yield
        finally:
            self.fold.shared.take(takes, -1)

    def in_force(self) -> Sequence[Campaign]:
        """Campaigns in force now."""
        return [
            edition.campaign
            for edition in self.engine.editions
            if edition.since <= self.now_ms and (edition.until is None or self.now_ms < edition.until)
        ]

    def happening(
        self, kind: HappeningKind, member: str, channel: Channel, clerk: str = "", **fields: Any
    ) -> Happening:
        """Something that would happen now, to be asked about."""
        asked = Happening(
            "asked",
            kind,
            (_LATER, self.identity.device, 0, 0, 0),
            self.now_ms,
            self.wall,
            self.store.id,
            self.identity.device,
            clerk,
            channel,
            member,
        )
        return asked._replace(**fields)

    def priced(self, basket: Basket, at_ms: int | None = None) -> Happening:
        """The basket's goods, being priced now, or at an instant of this store (ms since 1970 UTC)."""
        detail: dict[str, Any] = {USE_POINTS: basket.use_points, **self.said_of(basket)}
        if basket.member and (not self.online or self.limited(basket.member)):
            detail[POINTS_SHARE] = self.points_share(basket.member)
        asked = self._of_goods(HappeningKind.BASKET, basket, basket.amount)._replace(detail=detail)
        if at_ms is not None:
            asked = asked._replace(at=at_ms, wall=wall_minutes(at_ms, self.store.zone))
        return self.engine.bounded(asked)

    def bought(self, basket: Basket, total: int, paid: Paid = NOTHING_OFF) -> Happening:
        """The basket's goods, being bought for `total` minor units."""
        bought = self._of_goods(HappeningKind.PURCHASED, basket, total)
        bought = bought._replace(detail=self.said_of(basket), back=basket.back)
        if paid.categories:
            bought = bought._replace(categories=paid.categories)
        if paid.items:
            free = paid.free or (0,) * len(paid.items)
            rows = zip(bought.items, paid.items, free, strict=True)
            bought = bought._replace(items=tuple(item._replace(paid=part, free=given) for item, part, given in rows))
        return bought

    def said_of(self, basket: Basket) -> dict[str, Any]:
        """What else is known of a basket, as its happenings and a sale's fact say it."""
        said = {key: value for key, value in ((PAY, basket.pay), (CODES, basket.codes)) if value}
        named = (*(name for name, _ in basket.by_category), *(one.category for one in basket.back if one.category))
        return said | self.goods.said(tuple(dict.fromkeys(named)), (*basket.items, *basket.back))

    def _of_goods(self, kind: HappeningKind, basket: Basket, amount: int) -> Happening:
        return self.happening(
            kind,
            basket.member,
            basket.channel,
            amount=amount,
            categories=basket.by_category,
            items=basket.items,
            txn=basket.txn,
            other=basket.sharer,
        )

    def quote(self, happening: Happening) -> Decision:
        """What would come of `happening`."""
        return self.fold.quote(happening)

    def ask(self, happening: Happening) -> Decision:
        """The same with reasons."""
        return self.fold.ask(happening)

    def journal_rewards(
        self,
        fact: Fact,
        member: str = "",
        *,
        beyond: int = 0,
        used: Sequence[Reward] = (),
        gifts: Iterable[tuple[str, CouponGift]] = (),
    ) -> tuple[Effect, ...]:
        """Rewards of a fact that was just journalled, journalled beside it. `member`: whose sale is undone, for facts
        that do not say it; their history must have been recalled (`state`) before the fact. `beyond`: how many of the
        points in the sale's price are, or were, paid without a share; `used`: what the undone sale used up of what is
        shared that is nobody's reward; `gifts`: what is handed over in the sale for coupons, by coupon."""
        happening = happening_of(fact, self.identity.device, self._place)
        if happening is None:
            return ()
        if not self.running:
            self.fold.add(happening)  # nothing comes of it, and it belongs to what is remembered
            return ()
        happening = happening._replace(member=happening.member or member)
        handed = tuple(gift.reward(coupon, happening, self.fold.shared) for coupon, gift in gifts)
        for reward in handed:
            self.fold.shared.take(reward.takes)  # the rules give what is left
        others = (*self._guests_points(happening), *self._nobodys(happening, handed, used))
        effects = tuple(effect for effect in self.fold.add(happening) if not effect.empty)
        for effect in (*others, *effects):
            made, back = _coupons(effect.granted), _coupons(effect.taken_back)
            body = effect.body() | {"coupons": sorted(made - back), "coupons_back": sorted(back - made)}
            # what an undone sale shifts to another happening, another terminal may make too: HQ says who may redeem it
            body["rights"] = sorted(_coupons(one for one in effect.granted if one.happening == effect.happening) - back)
            units = self._units(effect.granted, body["rights"])
            body |= {"units": units} if units else {}
            points = self._share_moved(effect, beyond) if effect.member else 0
            body |= {"points": points} if points else {}
            self.tx.append(REWARDS_DECIDED, fact.actor, body)
        return effects

    def _units(self, granted: Iterable[Reward], rights: Collection[str]) -> list[list[Any]]:
        """Of coupons that are good more than once, and of vouchers of value, how much of them this terminal may
        take."""
        found: list[list[Any]] = []
        for reward in granted:
            mine = sorted(set(coupon_ids(reward)).intersection(rights))
            campaign = self.campaign(reward.campaign) if mine else None
            units = units_made(reward, campaign) if campaign is not None else 1
            found += [[coupon, units] for coupon in mine if units > 1]
        return sorted(found)

    def _share_moved(self, effect: Effect, beyond: int) -> int:
        """By how much an effect moves this terminal's share of the member's points. Where nothing can be had for points
        no shares are kept; what is left of one from before still shrinks."""
        moved = share_moved(points_moved(effect.granted, effect.taken_back, self.wall), beyond)
        if moved and not any(self.cached("takes_points", campaign, takes_points) for campaign in self.in_force()):
            moved = max(min(moved, 0), -max(0, self.tx.shared(f"|{points_key(effect.member)}")))
        return moved

    def _nobodys(self, happening: Happening, handed: tuple[Reward, ...], used: Sequence[Reward]) -> tuple[Effect, ...]:
        """What a sale uses up of what is shared that is nobody's reward, or gives back with a void: what was handed
        over for coupons, and in a sale to nobody known discounts for everyone."""
        if happening.kind is HappeningKind.SALE_VOIDED:
            return (Effect("", happening.id, taken_back=tuple(used)),) if used else ()
        taken = handed
        if not happening.member and happening.kind is HappeningKind.PURCHASED and happening.offers:
            taken += tuple(one for one in self.fold.quote(happening).rewards if one.takes)
        return (Effect("", happening.id, taken),) if taken else ()

    def _guests_points(self, happening: Happening) -> tuple[Effect, ...]:
        """What a guest pays in points, or gets back: decided where it happens, as it is for members of this store,
        though HQ gives a guest everything else. HQ then never hears of the payment without the share that it used."""
        member = happening.member
        if not member or self.fold.owns(member):
            return ()
        if happening.kind is HappeningKind.PURCHASED and happening.offers:
            paid = tuple(filter(is_payment, self.fold.quote(happening).rewards))
            return (Effect(member, happening.id, paid),) if paid else ()
        if happening.kind in (HappeningKind.SALE_VOIDED, HappeningKind.RETURNED):
            back = self.fold.payments_undone(happening)
            return (Effect(member, happening.id, taken_back=back),) if back else ()
        return ()

    def coupons_of(self, member: str) -> list[Coupon]:
        """Coupons that campaigns gave a member, used or not; not those that ran out long ago."""
        found: list[Coupon] = []
        oldest = instant(self.now_ms) - OLDEST_SHOWN
        if self.running:
            for reward in self.state(member).rewards.values():
                campaign = self.campaign(reward.campaign) if reward.kind is RewardKind.COUPON else None
                if campaign is not None:
                    found += coupons_of(reward, campaign, self.store.zone)
        return [coupon for coupon in found if coupon.expires > oldest]

    def _place(self, _device: str) -> tuple[str, str]:
        return self.store.id, self.store.zone


def _coupons(rewards: Iterable[Reward]) -> set[str]:
    return {coupon for reward in rewards if reward.kind is RewardKind.COUPON for coupon in coupon_ids(reward)}


class Histories:
    """Rules and histories, kept between transactions."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._tx: LedgerTx | None = None
        self._store: Store | None = None
        self._identity: Identity | None = None
        self._now_ms = 0
        self._seen: tuple[int, int] | None = None
        self._engine = Engine(())
        self._cache: dict[tuple[str, str, int], Any] = {}
        self._fold = self._new_fold()

    def begin(
        self,
        tx: LedgerTx,
        identity: Identity,
        store: Store,
        now_ms: int,
        *,
        leases: bool,
        points: bool,
        online: bool,
        limited: Callable[[str], bool],
    ) -> Campaigns:
        """For one use case. `leases` False: this terminal's shares of stock and budgets may not be used; `points`:
        those of points may; `online`, `limited`: as in `Campaigns`."""
        seen = (self._reference.campaign_generation, tx.undone)
        if seen != self._seen:
            editions = tuple(self._reference.editions())
            if editions != self._engine.editions:
                self._engine, self._cache = Engine(editions), {}
            self._fold = self._new_fold()
            self._seen = seen
        elif len(self._fold.members) > MOST_HISTORIES:
            self._fold = self._new_fold()
        self._tx, self._identity, self._store, self._now_ms = tx, identity, store, now_ms

        def read(key: str) -> int:
            return tx.shared(key) if leases or "|" not in key else 0

        self._fold.shared = Shared(one_pool, Stored(read), Stored(read))
        goods = self._reference.goods(store.currency)
        return Campaigns(
            tx, self._fold, self._engine, identity, store, now_ms, self._cache, online, points, limited, goods
        )

    def _new_fold(self) -> Fold:
        return Fold(
            self._engine,
            pool_of=one_pool,
            load=self._recall,
            owns=lambda member: self._own(member) is not None,
        )

    def _own(self, member: str) -> Member | None:
        """A member of this store's list: as HQ says, or as they registered here a moment ago."""
        row = self._reference.member(member)
        if row is not None or self._tx is None or self._identity is None:
            return row
        kept = self._tx.person(member)
        return newcomer_row(kept.data, self._identity.store, kept.at_ms) if kept is not None else None

    def _recall(self, member: str) -> list[Happening]:
        """Everything that is known of a member's past, here and elsewhere."""
        assert self._store is not None
        store = self._store
        happenings: list[Happening] = []
        row = self._own(member) or self._reference.guest(member, self._now_ms)
        if row is not None:
            home = self._reference.store(row.home_store)
            happenings += known_happenings(row, home.zone if home else store.zone)
        happenings += self._journalled(member)
        # a till learns from one row that two members are one, and from others, later, what was the other's
        known = {member}
        while others := set(people_of(sorted(happenings, key=attrgetter("order"))).same(member)) - known:
            known |= others
            happenings += [one for name in sorted(others) for one in self._journalled(name)]
        return happenings

    def _journalled(self, member: str) -> list[Happening]:
        """What is told of a member, here and elsewhere."""
        assert self._tx is not None
        assert self._identity is not None
        assert self._store is not None
        here, store = self._identity.device, self._store
        happenings: list[Happening] = []
        facts = [(happening_of, here, store.id, store.zone, fact) for fact in self._tx.member_facts(member)]
        # what another terminal journalled passes the reader that HQ has, here too
        facts += [
            (told_happening, one.device, one.store, one.zone, one.fact) for one in self._reference.events_of(member)
        ]
        for read, device, place, zone, fact in facts:
            try:
                happening = read(fact, device, lambda _device, at=(place, zone): at)  # type: ignore[misc]
            except HappeningError as error:
                log.warning("a fact of a member's history cannot be read: %s", error)
                continue
            if happening is not None:
                happenings.append(happening)
        return happenings
