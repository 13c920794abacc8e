"""Coupon templates and coupons, as HQ publishes them. Money is in minor units of the store's currency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain.coupons.deal import Deal, Reach
from kiosk.domain.coupons.lines import BasketLine
from kiosk.domain.texts import LocalText


class BenefitKind(StrEnum):
    """What a coupon gives."""

    FIXED = "fixed"  # `off` minor units off
    PERCENT = "percent"  # `rate_bp` basis points off, at most `cap`
    THRESHOLD = "threshold"  # 滿X減X: `off` for reaching `spend`; with `each`, `off` for every full `spend`
    GIFT = "gift"  # one `gift` item, worth `value`
    DEAL = "deal"  # what the template's `deal` says; an older program cannot reckon it
    VALUE = "value"  # a voucher of value: pays, bit by bit, up to `value` minor units
    UNKNOWN = "unknown"  # something this program cannot reckon: shown, never used


@dataclass(frozen=True, slots=True)
class Benefit:
    """A coupon's benefit. Only the fields of its kind are set; of a deal `off` or `rate_bp`, where that says it."""

    kind: BenefitKind
    off: int = 0
    rate_bp: int = 0
    cap: int | None = None
    spend: int = 0
    each: bool = False
    gift: LocalText | None = None
    value: int = 0


@dataclass(frozen=True, slots=True)
class WeekWindow:
    """Hours of the week in the store's zone. `days`: ISO weekdays 1–7; `until` excluded.

    With `until` <= `since` the window runs past midnight and belongs to the day on which it begins.
    """

    days: tuple[int, ...]
    since: time
    until: time


class UseKind(StrEnum):
    """How a discount uses up what it shares with others."""

    WHOLE = "whole"  # all or nothing: a limit, points
    PIECES = "pieces"  # a piece each, as many as there are: stock
    MONEY = "money"  # a minor unit each: a budget, a limit on what may be saved


class Use(NamedTuple):
    """`quantity` of something that several discounts draw on, of which `there_is` so much."""

    name: str
    quantity: int
    there_is: int
    kind: UseKind = UseKind.WHOLE


@dataclass(frozen=True, slots=True)
class Offer:
    """What a campaign's discount has beyond what a coupon has; the template's id is the rule's "campaign/rule".

    `points`: paid for every `each` minor units off. `uses`: of limits, stock, budgets and points that several discounts
    draw on: together they use no more than there is.
    """

    points: int = 0
    each: int = 1
    uses: tuple[Use, ...] = ()

    def units(self, off: int) -> int:
        """How many times `points` the customer pays for `off` minor units."""
        return -(-off // self.each) if self.points else 0


class OfflinePolicy(StrEnum):
    """What to do offline with a coupon whose right this terminal does not hold."""

    REFUSE = "refuse"
    ACCEPT_WITH_MANAGER = "accept_with_manager"


@dataclass(frozen=True, slots=True)
class Sold:
    """A voucher of value that tills sell and top up from `since` until `until`, excluded: instants on the store's wall
    clock, written as if that were UTC. Minor units: `amounts` are offered, anything from `least` on may be keyed in as
    long as no more than `most` is on one voucher. `days`: it is good for so many store-local days, the day of the sale
    being the first; None: as long as its template."""

    least: int
    most: int
    since: datetime
    until: datetime
    amounts: tuple[int, ...] = ()
    days: int | None = None


@dataclass(frozen=True, slots=True)
class CouponTemplate:
    """Rules shared by all coupons of a kind. Instants are UTC, end excluded.

    `stack_group` names the template for stacking; `stacks_with` lists the groups it tolerates beside it
    ("*": all; empty: it is used alone). Two coupons combine only when each tolerates the other.
    `uses_per_coupon` is the number of redemptions one coupon is good for; not `reusable`: a sale that is voided does
    not give it back. `offer`: not a coupon, but a discount of a
    campaign's rule, which competes with coupons. `deal`: what it does to goods, where that is more than `benefit`,
    `min_spend` and `categories` say; those then only tell people what it is. A gift has none.
    """

    id: str
    name: LocalText
    campaign: str
    benefit: Benefit
    valid_from: datetime
    valid_until: datetime
    min_spend: int = 0
    categories: tuple[str, ...] | None = None
    stores: tuple[str, ...] | None = None
    hours: tuple[WeekWindow, ...] = ()
    uses_per_coupon: int = 1
    uses_per_member: int | None = None
    uses_per_member_day: int | None = None
    stack_group: str = ""
    stacks_with: tuple[str, ...] = ()
    offline: OfflinePolicy = OfflinePolicy.REFUSE
    offline_limit: int = 0
    withdrawn: bool = False
    offer: Offer | None = None
    deal: Deal | None = None
    reusable: bool = True
    sold: Sold | None = None

    @property
    def is_voucher(self) -> bool:
        """Whether its coupons pay for goods, and are no discount."""
        return self.benefit.kind is BenefitKind.VALUE

    @property
    def units(self) -> int:
        """How much of it one coupon is good for: redemptions; of a voucher of value, minor units."""
        return self.benefit.value if self.is_voucher else self.uses_per_coupon


@dataclass(frozen=True, slots=True)
class Coupon:
    """One coupon of a member (or of whoever holds the paper, when `member` is None). `worth`: minor units of a voucher
    of value that is not worth what its template says."""

    id: str
    template: str
    not_before: datetime
    expires: datetime
    member: str | None = None
    stores: tuple[str, ...] | None = None
    revoked_at: datetime | None = None
    worth: int | None = None

    def units(self, template: CouponTemplate) -> int:
        """How much of it there was when it was new, as `CouponTemplate.units`."""
        return self.worth if self.worth is not None and template.is_voucher else template.units


@dataclass(frozen=True, slots=True)
class PastUse:
    """A redemption of a coupon that counts (not voided), for limits and for refusals. `units`: how much of the coupon
    it took: 1; of a voucher of value the minor units that it paid, less what came back."""

    coupon: str
    template: str
    member: str | None
    at: datetime
    store: str
    terminal: str
    clerk: str
    txn: str
    units: int = 1


@dataclass(frozen=True, slots=True)
class Basket:
    """What is bought: the goods total and, where known, how much of it falls into each category, and the articles
    (minor units; an article's category has at least what its lines cost). `most_off`: minor units that all discounts
    together may take, as campaigns' caps say; None: all of it. `above`: (category, those in which it lies, nearest
    first); `barred`: categories that never carry a benefit."""

    amount: int
    by_category: tuple[tuple[str, int], ...] = ()
    lines: tuple[BasketLine, ...] = ()
    most_off: int | None = None
    above: tuple[tuple[str, tuple[str, ...]], ...] = ()
    barred: tuple[str, ...] = ()

    def whole(self) -> tuple[BasketLine, ...]:
        """All that is bought: the lines as they are, and what is left of categories and of all as lines without an
        article, one piece each. Lines below zero are left out."""
        rest: dict[str, int] = {}
        for name, part in self.by_category:
            rest[name] = rest.get(name, 0) + max(0, part)
        found, known = [], 0
        for line in self.lines:
            if line.counts:
                if not line.article:
                    line = line._replace(pieces=1, price=line.cost, floor=line.pieces * line.floor)
                found.append(line)
                known += line.cost
                if line.category in rest:
                    rest[line.category] -= line.cost
        for name, left in rest.items():
            if left > 0:
                found.append(BasketLine("", name, 1, left))
                known += left
        if self.amount > known:
            found.append(BasketLine("", "", 1, self.amount - known))
        return tuple(map(self._placed, found)) if self.above or self.barred else tuple(found)

    def _placed(self, line: BasketLine) -> BasketLine:
        """The line as the chain's goods file looks at its category."""
        within = next((above for name, above in self.above if name == line.category), ())
        return line._replace(within=within, barred=line.barred or line.category in self.barred)

    def eligible(self, reach: Reach) -> int:
        """Minor units of the goods in reach."""
        return min(self.amount, sum(line.cost for line in self.whole() if reach.touches(line)))
