"""What a campaign file says, as frozen dataclasses. docs/campaign-file.md explains every field to people.

The field names are the keys of the file (a trailing underscore is dropped: `if_` is written `if`); `values` has the
marks that say how a value is written, `gives` what rules give, `things` what they speak of. Times are those of the
store's wall clock. There are comparisons and sets, and nothing else: no expressions, no code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.campaigns.gives import Give
from kiosk.domain.campaigns.pieces import Cap, Except, Floor
from kiosk.domain.campaigns.points_expiry import PointsTerms
from kiosk.domain.campaigns.scopes import Measure, Scope
from kiosk.domain.campaigns.things import (
    BudgetCategory,
    CouponSpec,
    Draw,
    Legal,
    Named,
    Slot,
    Stock,
    TimeSpan,
    Voucher,
    Wheel,
)
from kiosk.domain.campaigns.values import Id, Line, Money
from kiosk.domain.channels import Channel
from kiosk.domain.members.member import Segment, Tier
from kiosk.domain.texts import LocalText

FORMAT = 1
"""The version of the file's grammar that this program reads."""


class Jurisdiction(StrEnum):
    """Whose law the legal checklist follows (draws.md)."""

    CN = "CN"
    TW = "TW"
    HK = "HK"


class PhaseKind(StrEnum):
    """What a phase is for (M24)."""

    WARM_UP = "warm_up"
    SIGN_UP = "sign_up"
    MAIN = "main"
    LONG_TAIL = "long_tail"


class Trigger(StrEnum):
    """What a rule waits for."""

    REGISTERED = "registered"  # a member has registered
    REFERRED = "referred"  # somebody whom this member recommended has registered
    REFEREE_BOUGHT = "referee_bought"  # … has bought for the first time
    PURCHASED = "purchased"
    FIRST_PURCHASE = "first_purchase"
    SPEND_REACHED = "spend_reached"  # `amount` in `period`
    PIECES_REACHED = "pieces_reached"  # `pieces` of `items` or `categories`, bought in `period`: a stamp card
    SHARE_BOUGHT = "share_bought"  # a friend bought through this member's shared order or product
    CHECKED_IN = "checked_in"
    STREAK_REACHED = "streak_reached"  # `days`
    TASK_DONE = "task_done"  # `ref`: task
    SURVEY_ANSWERED = "survey_answered"  # `ref`: survey
    BIRTHDAY = "birthday"  # seen `days` before or after the birthday at most; once a year
    DORMANT = "dormant"  # seen, or looked at by HQ, while dormant
    CAME_BACK = "came_back"  # bought after dormancy
    DEPOSIT_PAID = "deposit_paid"  # `ref`: price lock
    SIGNED_UP = "signed_up"  # `ref`: event
    ATTENDED = "attended"  # `ref`: event, `part`: zone of it
    VOTED = "voted"  # `ref`: event or photo wall
    POINTS_SPENT = "points_spent"  # `ref`: item of the points mall or draw, `points`: its price
    TIER_REACHED = "tier_reached"  # `tier`
    SPUN = "spun"  # `ref`: wheel, `part`: prize
    WON = "won"  # `ref`: draw, `part`: prize
    PARTNER_CODE = "partner_code"  # `ref`: partner voucher handed in here
    SEEN = "seen"  # identified at a station
    SWEPT = "swept"  # HQ's daily look at every member: follow-ups
    BASKET = "basket"  # goods are being priced: gives discounts


class Period(StrEnum):
    """Over what spending adds up."""

    RECEIPT = "receipt"  # of one sale
    DAY = "day"
    CAMPAIGN = "campaign"
    MONTH = "month"
    YEAR = "year"
    LIFETIME = "lifetime"


class OnVoid(StrEnum):
    """What becomes of a reward when the sale behind it is voided or returned."""

    CLAW_BACK = "claw_back"
    KEEP = "keep"


class Whom(StrEnum):
    """For whom a rule is: everybody, or who is known at the till as a member."""

    EVERYONE = "everyone"
    MEMBERS = "members"


# -- small parts ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who runs the campaign and how to reach them."""

    name: LocalText
    contact: Line


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the campaign on the store's wall clock, end excluded."""

    id: Id
    kind: PhaseKind
    name: LocalText
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Store-local days, both included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Audience:
    """Who takes part. Empty: everybody."""

    segments: tuple[Segment, ...] = ()
    tiers: tuple[Tier, ...] = ()
    tags: tuple[Line, ...] = ()
    without_tags: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class SegmentNumbers:
    """The plans' definitions of segments, with adjustable numbers (M16)."""

    new_days: int = 30
    active_purchases: int = 2
    active_months: int = 3
    dormant_months: int = 6


@dataclass(frozen=True, slots=True)
class Spent:
    """Minor units of goods, both ends included: of everything but `except_`; `not_reduced`: but for what the till says
    is lowered already."""

    at_least: Money = 0
    at_most: Money | None = None
    except_: Except = field(default_factory=Except)
    not_reduced: bool = False


@dataclass(frozen=True, slots=True)
class IntRange:
    """Both ends included."""

    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How often something happened before: in the last `within_days` days, in this campaign, or ever."""

    at_least: int = 0
    at_most: int | None = None
    within_days: int | None = None
    in_campaign: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """How much was spent before, minor units; windows as in Count."""

    at_least: Money = 0
    at_most: Money | None = None
    within_days: int | None = None
    in_campaign: bool = False


@dataclass(frozen=True, slots=True)
class Categories:
    """Goods of any of these categories, worth at least `amount` together, `count` pieces at least; without what `Spent`
    leaves out."""

    any: tuple[Line, ...]
    amount: Money = 1
    except_: Except = field(default_factory=Except)
    not_reduced: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Items:
    """At least `count` pieces of these items together; without `any`, of whatever is bought. Without what `Spent`
    leaves out."""

    any: tuple[Line, ...] = ()
    count: int = 1
    not_reduced: bool = False
    except_: Except = field(default_factory=Except)


# -- rules ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class When:
    """What a rule waits for. `n`: only the nth happening that meets the rule's conditions; with `every` each nth.
    `pieces`, `categories`, `items`, `except_`: which goods fill a stamp card, and how many of them."""

    event: Trigger
    n: int = 1
    every: bool = False
    amount: Money | None = None
    period: Period = Period.CAMPAIGN
    days: int | None = None
    points: int | None = None
    tier: Tier | None = None
    ref: Line | None = None
    part: Line | None = None
    pieces: int | None = None
    categories: tuple[Line, ...] = ()
    items: tuple[Line, ...] = ()
    except_: Except = field(default_factory=Except)


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions that belong together in `any_of` or `all_of`; all of a group's must hold."""

    amount: Spent | None = None
    categories: Categories | None = None
    items: Items | None = None
    pay: tuple[Id, ...] = ()
    channels: tuple[Channel, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    weekdays: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    tiers: tuple[Tier, ...] = ()
    tags: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Expiring:
    """At least so many `points`, or coupons that were not used, run out within so many days, today being day 0. Without
    either, any points."""

    within_days: int
    points: int = 0
    coupons: int = 0


@dataclass(frozen=True, slots=True)
class Conditions:
    """All of these must hold. What lies before the happening is history; it is not part of it itself. `pay`: how the
    customer pays; `code`: one of these public codes was typed or scanned; `any_of`: one of these groups must hold,
    `all_of`: each."""

    amount: Spent | None = None
    categories: Categories | None = None
    items: Items | None = None
    pay: tuple[Id, ...] = ()
    code: tuple[Line, ...] = ()
    any_of: tuple[Group, ...] = ()
    all_of: tuple[Group, ...] = ()
    phases: tuple[Id, ...] = ()
    stores: tuple[Line, ...] = ()
    channels: tuple[Channel, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    weekdays: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    segments: tuple[Segment, ...] = ()
    tiers: tuple[Tier, ...] = ()
    tags: tuple[Line, ...] = ()
    without_tags: tuple[Line, ...] = ()
    referred: bool | None = None
    purchases: Count | None = None
    spend: Sum | None = None
    referrals: IntRange | None = None
    check_ins: Count | None = None
    streak: IntRange | None = None
    points: IntRange | None = None
    member_days: IntRange | None = None
    idle_days: IntRange | None = None
    expiring: Expiring | None = None
    score: IntRange | None = None
    holds: tuple[Line, ...] = ()
    lacks: tuple[Line, ...] = ()

    @property
    def parts(self) -> tuple[Conditions | Group, ...]:
        """These conditions themselves, and those of each group."""
        return self, *self.any_of, *self.all_of


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` rewards of the rule, or so many `points`, or so much money `saved` by its discount, by `per`; no
    `per`: in all, held by leases. Rules that name the same `shared` count together. `id`: the name under which it
    counts within its rule; without one, what it counts by."""

    most: int | None = None
    per: tuple[Scope, ...] = ()
    shared: Id | None = None
    id: Id | None = None
    points: int | None = None
    saved: Money | None = None

    @property
    def bound(self) -> int:
        """How much it allows, of what it measures."""
        return next((one for one in (self.most, self.points, self.saved) if one is not None), 0)

    @property
    def measure(self) -> Measure:
        """What it counts."""
        if self.points is not None:
            return Measure.POINTS
        return Measure.REWARDS if self.saved is None else Measure.SAVED


@dataclass(frozen=True, slots=True)
class Rule:
    """When + if + give + limits. `otherwise`: given instead when stock is gone. `hold_days`: the reward is provisional
    until the beginning of that many days after it, on the store's calendar. `for_` everyone: a discount that needs no
    member's card."""

    id: Id
    name: LocalText
    when: When
    give: tuple[Give, ...]
    if_: Conditions = field(default_factory=Conditions)
    limits: tuple[Limit, ...] = ()
    otherwise: tuple[Give, ...] = ()
    on_void: OnVoid = OnVoid.CLAW_BACK
    hold_days: int = 0
    budget: Id | None = None
    mechanics: tuple[Line, ...] = ()
    for_: Whom = Whom.MEMBERS


@dataclass(frozen=True, slots=True)
class Campaign:
    """A whole campaign file. `point_cost`: what a point costs the chain, for budgets and rehearsals. `payments`: what
    ways to pay that conditions ask for are called. `other_groups`: groups of other campaigns' coupons and discounts
    that those of this one tolerate (`with`). `cap`, `floors`: what no discount of a sale in its stores goes beyond
    while it runs, of whatever campaign."""

    format: int
    id: Id
    version: int
    jurisdiction: Jurisdiction
    currency: Line
    name: LocalText
    summary: LocalText
    terms: LocalText
    organiser: Organiser
    phases: tuple[Phase, ...]
    rules: tuple[Rule, ...]
    budget: tuple[BudgetCategory, ...] = ()
    other_groups: tuple[Line, ...] = ()
    theme: Id | None = None
    stores: tuple[Line, ...] = ()
    channels: tuple[Channel, ...] = ()
    audience: Audience = field(default_factory=Audience)
    segments: SegmentNumbers = field(default_factory=SegmentNumbers)
    point_cost: Money = 0
    points: PointsTerms = field(default_factory=PointsTerms)
    cap: Cap | None = None
    floors: tuple[Floor, ...] = ()
    stock: tuple[Stock, ...] = ()
    coupons: tuple[CouponSpec, ...] = ()
    wheels: tuple[Wheel, ...] = ()
    draws: tuple[Draw, ...] = ()
    slots: tuple[Slot, ...] = ()
    locks: tuple[Named, ...] = ()
    badges: tuple[Named, ...] = ()
    tasks: tuple[Named, ...] = ()
    surveys: tuple[Named, ...] = ()
    events: tuple[Named, ...] = ()
    mall: tuple[Named, ...] = ()
    payments: tuple[Named, ...] = ()
    experiences: tuple[Voucher, ...] = ()
    partners: tuple[Voucher, ...] = ()
    legal: Legal = field(default_factory=Legal)
    plan: Line | None = None

    @property
    def starts(self) -> datetime:
        """When the first phase begins, on the store's wall clock."""
        return min(phase.starts for phase in self.phases)

    @property
    def ends(self) -> datetime:
        """When the last phase ends, on the store's wall clock."""
        return max(phase.ends for phase in self.phases)
