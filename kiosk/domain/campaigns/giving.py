"""From what a rule gives, in the file, to rewards with ids, costs and the shared quantities they use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kiosk.domain.campaigns import gives as g
from kiosk.domain.campaigns import model as m
from kiosk.domain.campaigns import things as t
from kiosk.domain.campaigns.conditions import Case
from kiosk.domain.campaigns.counted import EVERYTHING, counted
from kiosk.domain.campaigns.discounts import discount_off
from kiosk.domain.campaigns.happenings import AWAITS, Happening
from kiosk.domain.campaigns.localtime import DAY
from kiosk.domain.campaigns.points import spendable
from kiosk.domain.campaigns.rewards import Check, Reward, RewardKind
from kiosk.domain.campaigns.shared import Shared
from kiosk.domain.campaigns.state import MemberState, expiry
from kiosk.domain.coupons.gains import rounded
from kiosk.domain.members.member import Tier
from kiosk.domain.money import rounding_unit

_BASIS_POINTS = 10_000


class Refused(NamedTuple):
    """Nothing can be given, and what is missing."""

    check: Check


class _Piece(NamedTuple):
    """One reward before it has an id."""

    kind: RewardKind
    ref: str
    quantity: int
    cost: int = 0
    until: int = 0
    takes: tuple[tuple[str, int], ...] = ()
    worth: int = 0


class Giver:
    """Makes the rewards of one rule."""

    def __init__(self, rule: m.Rule, campaign: m.Campaign) -> None:
        self._rule, self._campaign = rule, campaign
        self._unit = rounding_unit(campaign.currency)
        self._stock = {item.id: item for item in campaign.stock}
        self._coupons = {spec.id: spec for spec in campaign.coupons}
        self._vouchers = {voucher.id: voucher for voucher in (*campaign.experiences, *campaign.partners)}
        self._counted = {
            give: counted(give.categories, give.except_, give.not_reduced, give.items)
            for give in (*rule.give, *rule.otherwise)
            if isinstance(give, g.PointsPer)
        }
        self.gives_base_points = any(isinstance(give, g.PointsPer) for give in rule.give)
        self._prefix = f"{campaign.id}/{rule.id}"
        self._budget = f"budget:{campaign.id}/{rule.budget}" if rule.budget else ""

    def rewards(
        self,
        case: Case,
        times: int,
        shared: Shared,
        taken: Mapping[str, int],
        old: Mapping[str, Reward],
        base_points: int,
    ) -> tuple[list[Reward], bool] | Refused:
        """The rewards of one firing, `times` as much at once, and whether something stood in for something else.
        `taken`: shared quantities that this happening has used already. `old`: rewards of the last time this happening
        was judged, whose goods stay as they are."""
        marks = ("o", "") if old and f"{self._prefix}/{case.happening.id}/o0" in old else ("", "o")
        refused: Refused | None = None
        for mark in marks:
            gives = self._rule.otherwise if mark else self._rule.give
            if not gives:
                continue
            made = self._all(gives, mark, case, times, shared, taken, old, base_points)
            if not isinstance(made, Refused):
                return made[0], made[1] or mark == "o"
            refused = refused or made
        assert refused is not None
        return refused

    def applied(self, case: Case, off: int, pieces: int, shared: Shared) -> list[Reward]:
        """A discount that a sale was priced with, and the points that were paid for it. `pieces`: pieces of goods that
        it covers, or units of points."""
        give = next((give for give in self._rule.give if isinstance(give, g.Discount)), g.Discount())
        takes = self._stock_takes(give.stock, max(1, pieces), case, shared) if give.stock else ()
        piece = _Piece(RewardKind.DISCOUNT, give.group, off, off, takes=takes)
        prefix = f"{self._prefix}/{case.happening.id}"
        found = [self._reward(piece, f"{prefix}/0", case, shared)]
        if give.for_points and pieces > 0:
            found.append(self._paid(give.for_points * pieces, f"{prefix}/1", case, shared))
        return found

    def _paid(self, points: int, reward_id: str, case: Case, shared: Shared) -> Reward:
        """Points that the member pays: at once, whatever else is held."""
        piece = _Piece(RewardKind.POINTS, "paid", -points, -points * self._campaign.point_cost)
        return self._reward(piece, reward_id, case, shared)._replace(settles=0, awaits="")

    def chosen(
        self, choice: Reward, happening: Happening, state: MemberState, shared: Shared, old: Mapping[str, Reward]
    ) -> Reward | Refused:
        """The gift taken from a choice, once, and when the choice is no longer provisional."""
        reward_id = f"{choice.id}/chosen"
        # what a return may still take back is not handed over
        held = choice.settles > happening.wall
        if held or happening.ref not in choice.ref.split("|") or reward_id in state.rewards:
            return Refused(Check("choice", False, happening.ref, choice.ref))
        key = shared.pool_key(happening.device, f"stock:{self._campaign.id}/{happening.ref}")
        if reward_id not in old and shared.pools.get(key, 0) < 1:
            return Refused(Check("stock", False, 0, happening.ref))
        item = self._stock[happening.ref]
        # the choice itself has been paid for from the budget
        return choice._replace(
            id=reward_id,
            happening=happening.id,
            kind=RewardKind.GIFT,
            ref=happening.ref,
            cost=_cost(item) - choice.cost,
            wall=happening.wall,
            takes=((key, 1),),
        )

    def _all(
        self,
        gives: tuple[g.Give, ...],
        mark: str,
        case: Case,
        times: int,
        shared: Shared,
        taken: Mapping[str, int],
        old: Mapping[str, Reward],
        base_points: int,
    ) -> tuple[list[Reward], bool] | Refused:
        rewards: list[Reward] = []
        substituted = False
        using = dict(taken) if taken else {}
        prefix = f"{self._prefix}/{case.happening.id}/{mark}"
        if not mark and self._rule.when.event is m.Trigger.POINTS_SPENT and self._rule.when.points:
            rewards.append(self._paid(self._rule.when.points, f"{prefix}{len(rewards)}", case, shared))
        for give in gives:
            reward_id = f"{prefix}{len(rewards)}"
            before = old.get(reward_id)
            piece = self._piece(give, case, times, shared, using, before, base_points)
            if isinstance(piece, Refused):
                return piece
            if piece is None:
                continue
            substituted = substituted or (isinstance(give, g.Gift) and piece.ref != give.stock)
            reward = self._reward(piece, reward_id, case, shared)
            for key, quantity in reward.takes:
                using[key] = using.get(key, 0) + quantity
            rewards.append(reward)
        missing = self._over_budget(rewards, using, old, shared) if self._rule.budget else None
        return missing or (rewards, substituted)

    def _over_budget(
        self, rewards: list[Reward], using: Mapping[str, int], old: Mapping[str, Reward], shared: Shared
    ) -> Refused | None:
        for reward in rewards:
            for key, _ in reward.takes:
                if "|budget:" in key and reward.id not in old and shared.pools.get(key, 0) < using[key]:
                    return Refused(Check("budget", False, shared.pools.get(key, 0), using[key]))
        return None

    def _reward(self, piece: _Piece, reward_id: str, case: Case, shared: Shared) -> Reward:
        rule, happening = self._rule, case.happening
        takes = piece.takes
        if self._budget and piece.cost > 0:
            takes = (*takes, (shared.pool_key(happening.device, self._budget), piece.cost))
        row = (
            reward_id,
            self._campaign.id,
            rule.id,
            happening.id,
            happening.member,
            piece.kind,
            piece.ref,
            piece.quantity,
            piece.cost,
            rule.budget or "",
            happening.wall,
            (happening.day + rule.hold_days) * DAY if rule.hold_days else 0,
            piece.until,
            rule.on_void is m.OnVoid.KEEP,
            takes,
            happening.detail.get(AWAITS, "") if piece.kind is RewardKind.POINTS else "",
            piece.worth,
        )
        return tuple.__new__(Reward, row)  # twice as fast as the class does it

    def _piece(
        self,
        give: g.Give,
        case: Case,
        times: int,
        shared: Shared,
        using: Mapping[str, int],
        before: Reward | None,
        base_points: int,
    ) -> _Piece | Refused | None:
        """One reward; None when there is nothing of it to give (no points for a small sum, no tier to prolong)."""
        match give:
            case g.Points(points=points):
                return self._points("", points * times, case)
            case g.PointsPer():
                return self._points("per", self._per(give, case.happening), case)
            case g.MultiplyPoints(by=by):
                return self._points("times", base_points * max(0, by - _BASIS_POINTS) // _BASIS_POINTS, case)
            case g.GiveCoupon():
                return self._coupon(give, case, times)
            case g.Gift():
                return self._gift(give, case, times, shared, using, before)
            case g.Choice(of=of):
                dearest = max((_cost(self._stock[one]) for one in of), default=0)
                return _Piece(RewardKind.CHOICE, "|".join(of), times, dearest * times)
            case g.Tickets(draw=draw, count=count):
                return _Piece(RewardKind.TICKETS, draw, count * times)
            case g.Spins(wheel=wheel, count=count):
                return _Piece(RewardKind.SPINS, wheel, count * times)
            case g.GiveTier() | g.TierMonths():
                return _tier(give, case)
            case g.GiveBadge(badge=badge):
                return None if case.state.things.get(f"badge:{badge}") else _Piece(RewardKind.BADGE, badge, 1)
            case g.Rebate():
                return _rebate(give, case.happening, times)
            case g.Experience(voucher=ref, count=count):
                return _Piece(RewardKind.EXPERIENCE, ref, count * times, self._vouchers[ref].cost * count * times)
            case g.Partner(voucher=ref, count=count):
                return _Piece(RewardKind.PARTNER, ref, count * times, self._vouchers[ref].cost * count * times)
            case g.SlotRight(slot=slot):
                return self._slot(slot, case, shared, using, before)
            case g.LockPrice(lock=lock):
                return _Piece(RewardKind.LOCK, lock, 1)
            case g.MakeUpCards(count=count):
                return _Piece(RewardKind.MAKE_UP_CARDS, "", count * times)
            case g.Discount():
                return self._discount(give, case, shared, using)

    def _discount(
        self, give: g.Discount, case: Case, shared: Shared, using: Mapping[str, int]
    ) -> _Piece | Refused | None:
        """What it takes off alone, with as much of the stock and the budget as there is."""
        stock = money = None
        if give.stock:
            ((key, _),) = self._stock_takes(give.stock, 1, case, shared)
            stock = shared.pools.get(key, 0) - using.get(key, 0)
            if stock <= 0:
                return Refused(Check("stock", False, 0, give.stock))
        if self._budget:
            key = shared.pool_key(case.happening.device, self._budget)
            money = shared.pools.get(key, 0) - using.get(key, 0)
            if money <= 0:
                return Refused(Check("budget", False, money, 1))
        if give.for_points and not give.off:
            return None  # points pay so much each, or nothing
        points = spendable(give, case.happening, case.state) if give.for_points else 0
        off, pieces = discount_off(give, case.happening, points, self._unit, stock, money)
        takes = self._stock_takes(give.stock, max(1, pieces), case, shared) if give.stock else ()
        return _Piece(RewardKind.DISCOUNT, give.group, off, off, takes=takes) if off > 0 else None

    def _per(self, give: g.PointsPer, happening: Happening) -> int:
        goods = self._counted[give]
        return give.of(0, goods.bought(happening)) if give.pieces else give.of(goods.amount(happening), 0)

    def _points(self, ref: str, points: int, case: Case) -> _Piece | None:
        if points <= 0:
            return None
        expire = self._campaign.points.expire
        until = 0 if expire is None else expire.until(case.happening.day)
        return _Piece(RewardKind.POINTS, ref, points, points * self._campaign.point_cost, until)

    def _coupon(self, give: g.GiveCoupon, case: Case, times: int) -> _Piece | None:
        spec = self._coupons[give.template]
        ends = []
        if spec.valid_days is not None:
            first = case.happening.day if spec.from_ is None else max(case.happening.day, spec.from_.toordinal())
            ends.append((first + spec.valid_days) * DAY)
        if spec.until is not None:
            ends.append((spec.until.toordinal() + 1) * DAY)
        each, worth = coupon_cost(spec, self._stock), 0
        if give.percent_of_purchase:
            paid = EVERYTHING.amount(case.happening)
            worth = min(spec.value, rounded(paid, give.percent_of_purchase, self._unit))
            if not worth:
                return None
            each = worth if spec.cost is None else each
        count = give.count * times
        return _Piece(RewardKind.COUPON, spec.id, count, each * count, min(ends, default=0), worth=worth)

    def _gift(
        self, give: g.Gift, case: Case, times: int, shared: Shared, using: Mapping[str, int], before: Reward | None
    ) -> _Piece | Refused:
        """The gift, or what stands in for it when it is gone, and so on."""
        count = give.count * times
        if before is not None and before.kind is RewardKind.GIFT and before.ref in self._stock:
            return self._goods(before.ref, count, case, shared)
        name: str | None = give.stock
        tried: list[str] = []
        while name is not None and name not in tried:
            piece = self._goods(name, count, case, shared)
            key = piece.takes[0][0]
            if shared.pools.get(key, 0) - using.get(key, 0) >= count:
                return piece
            tried.append(name)
            name = self._stock[name].substitute
        return Refused(Check("stock", False, 0, tuple(tried)))

    def _goods(self, name: str, count: int, case: Case, shared: Shared) -> _Piece:
        takes = self._stock_takes(name, count, case, shared)
        return _Piece(RewardKind.GIFT, name, count, _cost(self._stock[name]) * count, takes=takes)

    def _stock_takes(self, name: str, count: int, case: Case, shared: Shared) -> tuple[tuple[str, int], ...]:
        return ((shared.pool_key(case.happening.device, f"stock:{self._campaign.id}/{name}"), count),)

    def _slot(
        self, slot: str, case: Case, shared: Shared, using: Mapping[str, int], before: Reward | None
    ) -> _Piece | Refused:
        key = shared.pool_key(case.happening.device, f"slot:{self._campaign.id}/{slot}")
        if before is None and shared.pools.get(key, 0) - using.get(key, 0) < 1:
            return Refused(Check("slot", False, 0, slot))
        return _Piece(RewardKind.SLOT, slot, 1, takes=((key, 1),))


def coupon_cost(spec: t.CouponSpec, stock: Mapping[str, t.Stock]) -> int:
    """What granting a coupon is expected to cost, minor units."""
    if spec.cost is not None:
        return spec.cost
    if spec.gift is not None and spec.gift in stock:
        return _cost(stock[spec.gift])
    return spec.off or spec.most or spec.value


def _cost(item: t.Stock) -> int:
    return item.value if item.cost is None else item.cost


def _tier(give: g.GiveTier | g.TierMonths, case: Case) -> _Piece | None:
    state, wall = case.state, case.happening.wall
    has = state.tier_at(wall)
    tier = give.to if isinstance(give, g.GiveTier) else has
    if tier is Tier.BASIC:
        return None
    ends = [until for one, until in state.tiers.values() if one is tier and until > wall]
    until = expiry(give.months, max(ends, default=wall))
    kind = RewardKind.TIER if isinstance(give, g.GiveTier) else RewardKind.TIER_MONTHS
    return _Piece(kind, str(tier), give.months, until=until)


def _rebate(give: g.Rebate, happening: Happening, times: int) -> _Piece | None:
    owed = give.amount * times + EVERYTHING.amount(happening) * give.percent // _BASIS_POINTS
    if give.most is not None:
        owed = min(owed, give.most)
    return _Piece(RewardKind.REBATE, "", owed, owed) if owed > 0 else None
