"""Coupons in a rehearsal that only their use makes known: what a set price or one for one really costs, and the goods
that coupons for gifts take. Their holders use them at the first purchase that allows it.

Other coupons cost what their file says when they are given, and are not used: of those not all come back, and how many
is nobody's to know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from kiosk.domain.campaigns.coupon_gifts import CouponGift, coupon_gifts
from kiosk.domain.campaigns.coupons import coupons_of, template_of
from kiosk.domain.campaigns.giving import coupon_cost
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.localtime import shown
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.shared import Shared
from kiosk.domain.coupons.judge import MemberRoom, judge, member_room
from kiosk.domain.coupons.model import Basket, Coupon, CouponTemplate, PastUse
from kiosk.domain.coupons.pricing import Applied, Candidate
from kiosk.domain.stores import Store
from kiosk.domain.texts import LocalText

_ZONE = "UTC"
"""Of a wall clock that is nobody's: all of a rehearsal is told by one."""
_NOWHERE = LocalText("", "", "")


@dataclass(slots=True)
class _Held:
    reward: Reward
    coupon: Coupon
    left: int


@dataclass(slots=True)
class CouponsUsed:
    """What members hold of such coupons, and what came of those that were used: `costs`, minor units by reward;
    `handed_over`, pieces by stock; `used`, by the coupon's id in the file."""

    campaign: Campaign
    shared: Shared
    costs: Counter[str] = field(default_factory=Counter)
    handed_over: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)
    _held: dict[str, dict[str, _Held]] = field(default_factory=dict)
    _uses: dict[str, list[PastUse]] = field(default_factory=dict)
    _watched: dict[str, CouponTemplate] = field(init=False)
    _unpriced: frozenset[str] = field(init=False)
    _gifts: Mapping[str, tuple[CouponGift, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self._unpriced = unpriced(self.campaign)
        self._watched = {
            spec.id: template_of(self.campaign, spec)
            for spec in self.campaign.coupons
            if spec.gift is not None or spec.id in self._unpriced
        }
        self._gifts = coupon_gifts(self.campaign)

    def changed(self, granted: Iterable[Reward], taken_back: Iterable[Reward]) -> None:
        """Rewards came, or were undone."""
        if not self._watched:
            return
        for reward in taken_back:
            if reward.kind is RewardKind.COUPON and reward.ref in self._watched:
                mine = self._held.get(reward.member, {})
                for name in [name for name, held in mine.items() if held.reward.id == reward.id]:
                    del mine[name]
        for reward in granted:
            if reward.kind is RewardKind.COUPON and reward.ref in self._watched:
                uses = self._watched[reward.ref].uses_per_coupon
                for coupon in coupons_of(reward, self.campaign, _ZONE):
                    self._held.setdefault(reward.member, {})[coupon.id] = _Held(reward, coupon, uses)

    def holds(self, member: str) -> bool:
        """Whether there is anything that the member might use."""
        return bool(self._held.get(member))

    def usable(self, sale: Happening, basket: Basket) -> list[Candidate]:
        """What the member may use in a sale, gifts as far as there are any."""
        now = _instant(sale.wall)
        store = Store(sale.store, _NOWHERE, _ZONE, self.campaign.currency, "")
        found: list[Candidate] = []
        dealt: Counter[str] = Counter()
        for held in self._held.get(sale.member, {}).values():
            template = self._watched[held.reward.ref]
            refusal = judge(
                held.coupon,
                template,
                campaign=None,
                store=store,
                member_id=sale.member,
                basket=basket,
                now=now,
                member_uses=self._uses.get(sale.member, ()),
            )
            if refusal is not None:
                continue
            if template.id in self._gifts:
                gift = self._gift(template, sale, dealt)
                if gift is None:
                    continue
                dealt[gift.key] += 1
                benefit = replace(template.benefit, gift=gift.item.name, value=gift.item.value)
                template = replace(template, benefit=benefit)
            found.append((held.coupon, template))
        return found

    def room(self, sale: Happening, coupons: Iterable[Candidate]) -> dict[str, MemberRoom]:
        """How many more the member may use, by template."""
        found = {}
        for _, template in coupons:
            uses = self._uses.get(sale.member, ())
            room = member_room(template, member_uses=uses, now=_instant(sale.wall), zone=_ZONE)
            if room is not None:
                found[template.id] = room
        return found

    def use(self, sale: Happening, lines: Iterable[Applied]) -> Iterator[tuple[str, int]]:
        """Coupons of the sale's price are used. Gives the shared quantities that this takes."""
        mine = self._held.get(sale.member, {})
        for line in lines:
            held = mine.get(line.coupon.id)
            if held is None:
                continue
            spec = held.reward.ref
            self.used[spec] += 1
            if spec in self._unpriced:
                self.costs[held.reward.id] += line.off
            gift = self._gift(line.template, sale, Counter()) if line.template.id in self._gifts else None
            if gift is not None:
                key = self.shared.pool_key(sale.device, gift.key)
                self.shared.take([(key, 1)])
                self.handed_over[gift.item.id] += 1
                yield key, 1
            self._uses.setdefault(sale.member, []).append(
                PastUse(held.coupon.id, line.template.id, sale.member, _instant(sale.wall), sale.store, "", "", sale.id)
            )
            held.left -= 1
            if held.left <= 0:
                del mine[held.coupon.id]

    def _gift(self, template: CouponTemplate, sale: Happening, dealt: Counter[str]) -> CouponGift | None:
        for gift in self._gifts[template.id]:
            if self.shared.pools.get(self.shared.pool_key(sale.device, gift.key), 0) > dealt[gift.key]:
                return gift
        return None


def unpriced(campaign: Campaign) -> frozenset[str]:
    """Coupons of which nothing says what one costs before it is used."""
    stock = {item.id: item for item in campaign.stock}
    return frozenset(spec.id for spec in campaign.coupons if spec.cost is None and not coupon_cost(spec, stock))


def _instant(wall: int) -> datetime:
    return shown(wall).replace(tzinfo=UTC)
