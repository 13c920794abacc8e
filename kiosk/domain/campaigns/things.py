"""Things that the rules of a campaign file speak of: goods, coupons, wheels, draws, vouchers, budgets, the law."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum

from kiosk.domain.campaigns.pieces import Bundle, Except, ForEach, Of, Pick, PiecePrice, SetPrice
from kiosk.domain.campaigns.values import Id, Line, Money, Percent
from kiosk.domain.coupons.deal import Exclusive
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class Named:
    """Something the rules speak of, with its name for people."""

    id: Id
    name: LocalText


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Hours of the day, "18:00-21:00" in the file; `until` excluded; past midnight when it is not after `since`."""

    since: time
    until: time


@dataclass(frozen=True, slots=True)
class Stock:
    """Goods to give away. `value`: what one is worth to the customer; `cost` (default: value) to the chain."""

    id: Id
    name: LocalText
    value: Money
    quantity: int
    cost: Money | None = None
    safety: int = 0
    substitute: Id | None = None
    handed_over_by_hq: bool = False


@dataclass(frozen=True, slots=True)
class SoldAtTills:
    """A voucher of value that tills sell and top up while the campaign runs: at most so much is `most` on one, nobody
    pays less than `least` for it at a time, and `amounts` (default: its `value`) are offered."""

    most: Money
    least: Money = 0
    amounts: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class CouponSpec:
    """A coupon template. Good for `valid_days` store-local days, the day of the grant being the first, or until
    `until`, whichever is sooner; not before the day `from`, which is the first of `valid_days` then. `weekdays` and
    `times`: when, by the store's clock; hours past midnight belong to the day on which they begin. `uses`: how often
    one coupon is good; `per_member`, `per_member_day`: how many times a member may use coupons of this kind in all,
    and a day; `reusable` false: a sale that is voided does not give it back. `value`: it is a voucher of value, which
    pays until it is empty; `sold`: tills sell such vouchers. All other keys of a rule's discount (`gives.Discount`)
    mean what they mean there. `cost`: what a grant is expected to cost (default: `off`, `most` or `value`)."""

    id: Id
    name: LocalText
    off: Money = 0
    percent: Percent = 0
    most: Money | None = None
    spend: Money = 0
    each: bool = False
    gift: Id | None = None
    min_spend: Money = 0
    categories: tuple[Line, ...] = ()
    items: tuple[Line, ...] = ()
    except_: Except = field(default_factory=Except)
    not_reduced: bool = False
    piece_price: PiecePrice | None = None
    off_piece: Money = 0
    price: Money | None = None
    buy: int = 0
    free: int = 0
    bundle: Bundle | None = None
    set_: SetPrice | None = None
    for_each: ForEach | None = None
    pick: Pick | None = None
    pieces: int | None = None
    from_pieces: int = 0
    to_pieces: int | None = None
    most_percent: Percent | None = None
    of: Of = Of.PRICE
    exclusive: Exclusive = Exclusive.ARTICLE
    priority: int = 0
    stores: tuple[Line, ...] = ()
    valid_days: int | None = None
    from_: date | None = None
    until: date | None = None
    weekdays: tuple[int, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    uses: int = 1
    per_member: int | None = None
    per_member_day: int | None = None
    reusable: bool = True
    value: Money = 0
    sold: SoldAtTills | None = None
    group: Line = "coupon"
    with_: tuple[Line, ...] = ()
    cost: Money | None = None
    offline_limit: Money | None = None


@dataclass(frozen=True, slots=True)
class Packets:
    """Cash red packets of a random value each: `least` to `most`, in steps of `step` (default: what is paid out in this
    currency: whole dollars in Taiwan), `budget` all together, to the last unit. Their amounts are fixed before anything
    is drawn (`domain/draws/wheel_stock.py`)."""

    budget: Money
    least: Money
    most: Money
    step: Money | None = None

    def fit(self, count: int) -> bool:
        """Whether so many packets can add up to the budget; `step` must be there."""
        step = self.step or 0
        if count < 1 or step < 1 or self.least < 1 or self.most < self.least:
            return False
        rest, room = self.budget - self.least * count, self.most - self.least
        return not room % step and not rest % step and 0 <= rest <= room * count

    def in_steps(self, unit: int) -> Packets:
        """The same with its step. `unit`: of the currency (`money.rounding_unit`)."""
        return self if self.step is not None else replace(self, step=unit)


@dataclass(frozen=True, slots=True)
class WheelPrize:
    """A field of the wheel; `count` in all leases together. What it gives is a rule's: `when: {event: spun}`, of
    `packets` what is in them with `give: [{rebate: {percent: 100}}]`."""

    code: Id
    name: LocalText
    count: int
    value: Money = 0
    thanks: bool = False
    packets: Packets | None = None

    @property
    def best(self) -> int:
        """Minor units: what the best one is worth."""
        return self.value if self.packets is None else self.packets.most


class WheelLook(StrEnum):
    """What a wheel looks like: a turning wheel, a scratch card, a grid (九宮格), a capsule machine (扭蛋), or a rain of
    red packets. What is won is on the sealed tape, whatever it looks like."""

    WHEEL = "wheel"
    SCRATCH = "scratch"
    GRID = "grid"
    CAPSULE = "capsule"
    RAIN = "rain"


@dataclass(frozen=True, slots=True)
class TicketPrice:
    """A spin for `count` tickets of a draw of this file, which leave that draw."""

    draw: Id
    count: int = 1


@dataclass(frozen=True, slots=True)
class Wheel:
    """An instant-win wheel (draws.md, part b). A spin that somebody has is a rule's to give: one a day (`when: seen`),
    one for points (`when: {event: points_spent, points: …}`); `tickets`: what one costs in draw tickets instead."""

    id: Id
    name: LocalText
    prizes: tuple[WheelPrize, ...]
    look: WheelLook = WheelLook.WHEEL
    tickets: TicketPrice | None = None


@dataclass(frozen=True, slots=True)
class DrawPrize:
    """A prize of a batch draw; `tax_percent`: withheld on the claim (draws.md)."""

    code: Id
    name: LocalText
    count: int
    value: Money
    tax_percent: Percent | None = None


@dataclass(frozen=True, slots=True)
class Draw:
    """A batch draw among ticket holders (draws.md, part a): on `days` (each day of the main phase when empty) at
    `at`."""

    id: Id
    name: LocalText
    at: time
    prizes: tuple[DrawPrize, ...]
    days: tuple[date, ...] = ()
    alternates: int = 3


@dataclass(frozen=True, slots=True)
class Slot:
    """A time slot of which only so many customers may have the right."""

    id: Id
    name: LocalText
    day: date
    hours: TimeSpan
    quantity: int


@dataclass(frozen=True, slots=True)
class Voucher:
    """An experience or partner voucher; `value` what it is worth, `cost` what it costs the chain."""

    id: Id
    name: LocalText
    value: Money = 0
    cost: Money = 0
    partner: Line | None = None


@dataclass(frozen=True, slots=True)
class BudgetCategory:
    """A part of the budget (M27)."""

    id: Id
    name: LocalText
    amount: Money


@dataclass(frozen=True, slots=True)
class Legal:
    """What the law wants published or settled before the start (draws.md). Missing ones are findings of `check`.
    `claim_days`: for how long a prize can be had; then it goes on by the published rule."""

    draw_method: LocalText | None = None
    odds_published: bool = False
    claim_time: LocalText | None = None
    claim_conditions: LocalText | None = None
    claim_method: LocalText | None = None
    delivery: LocalText | None = None
    forfeiture: LocalText | None = None
    insiders_excluded: bool = False
    winners_board: bool = False
    archive_years: int = 0
    licence_number: Line | None = None
    yearly_prizes_so_far: Money | None = None
    marketing_consent: LocalText | None = None
    claim_days: int = 30
