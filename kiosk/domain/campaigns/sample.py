"""A sale that nobody makes, priced as a till prices one: what a campaign takes off a basket, what the purchase then
brings, and why the rest does not. For who writes campaigns, and for the examples in docs/promotions.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from kiosk.domain.campaigns.chain_goods import NO_GOODS, Goods
from kiosk.domain.campaigns.check_goods import words_of
from kiosk.domain.campaigns.codes import CODES
from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.conditions import KINDS
from kiosk.domain.campaigns.coupon_gifts import CouponGift, coupon_gifts
from kiosk.domain.campaigns.coupons import first_minute as first_day
from kiosk.domain.campaigns.coupons import last_end, template_id, template_of
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import PAY, Happening, HappeningKind, Item
from kiosk.domain.campaigns.localtime import DAY, shown
from kiosk.domain.campaigns.model import Campaign, PhaseKind, Rule
from kiosk.domain.campaigns.near_offers import NearOffer, Trial, near_offers, trial_of
from kiosk.domain.campaigns.offers import USE_POINTS, candidates, offers
from kiosk.domain.campaigns.rewards import Check, Outcome, Reward, RewardKind, RuleTrace
from kiosk.domain.campaigns.shared import one_pool, whole_quantities
from kiosk.domain.coupons.exchanged import above
from kiosk.domain.coupons.judge import MemberRoom, judge, member_room
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.coupons.pricing import Candidate, Pricing, best
from kiosk.domain.coupons.shares import Paid, free_pieces, paid
from kiosk.domain.coupons.vouchers import Voucher, payments
from kiosk.domain.members.member import Tier
from kiosk.domain.money import rounding_unit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.stores import Store
from kiosk.domain.texts import LocalText
from kiosk.domain.time import millis

MEMBER = "member"
"""Who buys in a sample, when it is a member."""

_GIVEN = frozenset({Outcome.GRANTED, Outcome.SUBSTITUTED})
_IN_THE_PRICE = frozenset({RewardKind.POINTS, RewardKind.DISCOUNT})
_NOWHERE = LocalText("", "", "")
_GOODS = ("article", "category")


@dataclass(frozen=True, slots=True)
class Sample:
    """Who buys what, when. `items`: minor units a piece, pieces below zero come back in exchange; `wall`: the store's
    wall clock (`localtime`); `tier` None: nobody is known at the till; else a member who joined today, without a
    history, with so many `points`, with which they pay as far as rules let them; `coupons`: ids of coupons of the file,
    one for each that the customer has; `pay`: how they pay the rest; `goods`: the chain's goods file; `codes`: public
    codes they gave, as `codes.same` writes them."""

    items: tuple[Item, ...]
    wall: int
    tier: Tier | None = Tier.BASIC
    coupons: tuple[str, ...] = ()
    points: int = 0
    store: str = ""
    pay: str = ""
    goods: Goods = NO_GOODS
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A rule, or (`coupon`) a coupon, that gives nothing in a sample. `why`: the condition that decided, or the
    refusal."""

    id: str
    why: Check | Refusal
    coupon: bool = False


@dataclass(frozen=True, slots=True)
class SamplePrice:
    """Minor units. `amount`: of what is bought; `total`: less what comes back, below zero it is paid out; `paid`: by
    item, in their order, adding up to `total`; `discounts`: (a rule's or coupon's id, off,
    whether it is a coupon); `vouchers`: (a coupon's id, what it pays of the total, what is left on it); `points`: what
    the member gets, less what they pay; `rewards`: everything else they get; `near`: what would be worth adding;
    `bound`: by how much a better price may be lower, where the search had to end early; 0: this is the best."""

    amount: int
    total: int
    paid: tuple[int, ...]
    discounts: tuple[tuple[str, int, bool], ...]
    points: int
    rewards: tuple[Reward, ...]
    left_out: tuple[Left, ...]
    vouchers: tuple[tuple[str, int, int], ...] = ()
    near: tuple[NearOffer, ...] = ()
    bound: int = 0


def first_minute(campaign: Campaign) -> int:
    """The wall minute with which a campaign's main phase begins; the first of several, or of all where none is main."""
    main = [phase.starts for phase in campaign.phases if phase.kind is PhaseKind.MAIN]
    moment = min(main, default=campaign.starts)
    return moment.toordinal() * DAY + moment.hour * 60 + moment.minute


def price_sample(campaign: Campaign, sample: Sample) -> SamplePrice:
    """The best price of a sample by one campaign, in force as it stands. Raises KeyError with the id of a coupon that
    the campaign does not have."""
    asked = _Asked(campaign, sample)
    coupons, refused = asked.coupons()
    vouchers = [(coupon, template) for coupon, template in coupons if template.is_voucher]
    coupons = [one for one in coupons if one not in vouchers]
    room = asked.room(coupons)
    rules = candidates(asked.engine, asked.basket, asked.state, asked.fold.shared)
    unit = rounding_unit(campaign.currency)
    back = sum(item.cost for item in asked.back)
    pricing = above(back, [*coupons, *rules], partial(best, asked.goods, unit=unit, room=room))
    gifts = asked.handed_over({line.coupon.id for line in pricing.lines})

    def price(basket: Happening) -> Trial:
        basket = asked.engine.bounded(basket)
        offered = candidates(asked.engine, basket, asked.state, asked.fold.shared)
        return trial_of(best(basket_of(basket), [*coupons, *offered], unit=unit, room=room))

    near = near_offers(asked.engine.discounting(asked.basket), asked.basket, trial_of(pricing), price, asked.usual)
    shares = paid(asked.goods, pricing, unit)
    total = pricing.total - back
    bought, rewards = asked.bought(pricing, shares)
    traces = [*asked.engine.evaluate(asked.basket, asked.state, asked.fold.shared).trace, *bought]
    points = sum(one.quantity for one in rewards if one.kind is RewardKind.POINTS)
    lines = tuple((_short(line.coupon.id), line.off, line.template.offer is None) for line in pricing.lines)
    left = [Left(_short(one.coupon.id), one.refusal, one.template.offer is None) for one in pricing.left_out]
    return SamplePrice(
        pricing.amount,
        total,
        asked.by_item(shares.by_line),
        lines,
        points,
        (*gifts, *(one for one in rewards if one.kind not in _IN_THE_PRICE)),
        (*left, *refused, *_rules_left(campaign, traces)),
        tuple(
            (_short(one.voucher.coupon.id), one.paid, one.left)
            for one in payments(max(0, total), (Voucher(*both, both[1].units, both[1].units) for both in vouchers))
        ),
        near,
        pricing.bound,
    )


class _Asked:
    """A campaign with a sample's customer and basket."""

    def __init__(self, campaign: Campaign, sample: Sample) -> None:
        self._campaign, self._sample = campaign, sample
        self.engine = Engine([Edition(campaign)])
        self.fold = Fold(self.engine, pool_of=one_pool, pools=whole_quantities(campaign))
        self._member = MEMBER if sample.tier is not None else ""
        if sample.tier is not None:
            known = {"tier": sample.tier, "points": sample.points, "joined_day": sample.wall // DAY}
            self.fold.add(self._happening(HappeningKind.MEMBER_KNOWN, order=(0, "", 0, 0, 0), detail=known))
        self.state = self.fold.member(self._member)
        rows = tuple(map(sample.goods.filled, sample.items))
        items = tuple(item for item in rows if item.pieces > 0)
        self.back = tuple(item._replace(pieces=-item.pieces) for item in rows if item.pieces < 0)
        by_category = Counter[str]()
        for item in items:
            if item.category:
                by_category[item.category] += item.price * item.pieces
        amount = sum(item.price * item.pieces for item in items)
        goods: dict[str, Any] = {
            "amount": amount,
            "categories": tuple(sorted(by_category.items())),
            "items": items,
        }
        said = ((PAY, sample.pay), (CODES, sample.codes))
        self._said: dict[str, Any] = {key: value for key, value in said if value}
        named = dict.fromkeys((*by_category, *(item.category for item in self.back if item.category)))
        self._said |= sample.goods.said(tuple(named), (*items, *self.back))
        detail = {USE_POINTS: sample.points > 0, **self._said}
        self.basket = self.engine.bounded(self._happening(HappeningKind.BASKET, detail=detail, **goods))
        self.goods = basket_of(self.basket)
        self._gifts = coupon_gifts(campaign)
        self._dealt: dict[str, CouponGift] = {}

    def by_item(self, paid: Sequence[int]) -> tuple[int, ...]:
        """What is paid for each of the sample's items, below zero for what comes back, of what the goods cost."""
        costs = iter(paid)
        return tuple(next(costs) if item.pieces > 0 else item.cost for item in self._sample.items)

    def handed_over(self, used: Collection[str]) -> list[Reward]:
        """The goods for coupons that are `used`; those for others are there again."""
        given = []
        for name, gift in self._dealt.items():
            if name in used:
                given.append(gift.reward(name, self.basket, self.fold.shared))
            else:
                self.fold.shared.take([(_pool(gift), 1)], -1)
        return given

    def usual(self, sku: str) -> int | None:
        """What an article usually costs, as the goods file says."""
        return self._sample.goods.usual(sku)

    def _happening(self, kind: HappeningKind, **fields: Any) -> Happening:
        at = millis(shown(self._sample.wall).replace(tzinfo=UTC))
        asked = Happening("sample", kind, (1, "", 0, 0, 0), at, self._sample.wall, self._sample.store)
        return asked._replace(member=self._member, **fields)

    def coupons(self) -> tuple[list[Candidate], list[Left]]:
        """The customer's coupons that may be used, and the others."""
        now = self._now
        store = Store(self._sample.store, _NOWHERE, "UTC", self._campaign.currency, "")
        specs = {spec.id: spec for spec in self._campaign.coupons}
        usable: list[Candidate] = []
        refused: list[Left] = []
        for number, name in enumerate(self._sample.coupons):
            template = template_of(self._campaign, specs[name])
            first = first_day(specs[name])
            begins = shown(first).replace(tzinfo=UTC) if first else now
            ends = last_end(self._campaign, specs[name]).replace(tzinfo=UTC)  # by the store's wall, as `now`
            coupon = Coupon(
                f"{name}#{number}",
                template_id(self._campaign.id, name),
                min(begins, ends),
                ends,
                self._member or None,
            )
            refusal = judge(
                coupon,
                template,
                campaign=None,
                store=store,
                member_id=self._member or None,
                basket=self.goods,
                now=now,
            )
            gifts = self._gifts.get(template.id, ()) if refusal is None else ()
            gift = next((one for one in gifts if self.fold.shared.pools.get(_pool(one), 0) > 0), None)
            if gift is not None:
                benefit = replace(template.benefit, gift=gift.item.name, value=gift.item.value)
                template = replace(template, benefit=benefit)
                self._dealt[coupon.id] = gift
                self.fold.shared.take([(_pool(gift), 1)])
            elif gifts:
                refusal = Refusal(RefusalCode.REWARD_GONE)
            if refusal is None:
                usable.append((coupon, template))
            else:
                refused.append(Left(name, refusal, coupon=True))
        return usable, refused

    @property
    def _now(self) -> datetime:
        """The minute on the store's wall, as if the store stood in UTC."""
        return shown(self._sample.wall).replace(tzinfo=UTC)

    def room(self, coupons: Sequence[Candidate]) -> dict[str, MemberRoom]:
        """How many coupons of each kind the customer may use, who used none before."""
        rooms = (
            (template.id, member_room(template, member_uses=(), now=self._now, zone="UTC")) for _, template in coupons
        )
        return {kind: room for kind, room in rooms if room is not None}

    def bought(self, pricing: Pricing, shares: Paid) -> tuple[Sequence[RuleTrace], Sequence[Reward]]:
        """What comes of paying the price: reasons, rewards."""
        if not self._member:
            kept_for_members = RuleTrace(self._campaign.id, "*", Outcome.NOT_MET, (Check(MEMBER, False),))
            return (kept_for_members,), ()
        rows = zip(self.basket.items, shares.by_line, free_pieces(self.goods, pricing, shares), strict=True)
        happening = self.basket._replace(
            kind=HappeningKind.PURCHASED,
            amount=pricing.total,
            categories=shares.by_category,
            offers=offers(pricing.lines),
            items=tuple(item._replace(paid=part, free=given) for item, part, given in rows),
            detail=self._said,
            txn="sample",
            back=self.back,
        )
        decision = self.engine.evaluate(happening, self.state, self.fold.shared)
        return decision.trace, decision.rewards


def _rules_left(campaign: Campaign, traces: Sequence[RuleTrace]) -> Iterator[Left]:
    """Rules that look at sales and gave nothing. What is said of the whole campaign holds for each of them."""
    given = {trace.rule for trace in traces if trace.outcome in _GIVEN}
    said: dict[str, Check] = {}
    for trace in traces:
        if trace.checks and trace.outcome not in _GIVEN:
            said.setdefault(trace.rule, trace.checks[-1])
    for rule in campaign.rules:
        if rule.id in given or not looked_at(rule):
            continue
        why = said.get(rule.id, said.get("*"))
        if why is not None:
            yield Left(rule.id, why)


def _pool(gift: CouponGift) -> str:
    return f"{one_pool('')}|{gift.key}"


def _short(candidate: str) -> str:
    """A rule's id without its campaign, a coupon's without its number."""
    return candidate.rpartition("/")[2].partition("#")[0]


def looked_at(rule: Rule) -> bool:
    """Whether a sample shows what a rule does: it waits for goods being priced or bought."""
    return not {HappeningKind.BASKET, HappeningKind.PURCHASED}.isdisjoint(KINDS[rule.when.event])


def named_goods(campaign: Campaign) -> tuple[frozenset[str], frozenset[str]]:
    """Articles and categories that the campaign names anywhere."""
    words = [*words_of(campaign)]
    articles, categories = (frozenset(word.word for word in words if word.kind == kind) for kind in _GOODS)
    return articles, categories
