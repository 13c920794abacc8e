"""What use cases answer. Frozen; the screen shows them and knows nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from kiosk.domain.campaign.events import Item
from kiosk.domain.campaign.rewards import Outcome, RewardKind
from kiosk.domain.coupons.model import Benefit, Coupon
from kiosk.domain.members import Segment, Tier
from kiosk.domain.refusals import Refusal
from kiosk.domain.staff import Role
from kiosk.domain.texts import LocalText


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is signed in. Every action carries it."""

    staff: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class CouponView:
    """A coupon of the member at the till, or one that was scanned. `refusal` is set when it cannot be used now."""

    id: str
    template: str
    name: LocalText
    campaign: LocalText | None
    benefit: Benefit
    expires: datetime
    refusal: Refusal | None = None
    categories: tuple[str, ...] | None = None
    """Goods categories it is limited to; the screen offers a field for each. None: no limit."""


@dataclass(frozen=True, slots=True)
class RewardView:
    """Something campaigns give, or would give. `kind`: a RewardKind; `name`: of the thing where it has one (a coupon, a
    gift, a draw, …); `quantity`: points, pieces, months, or minor units for a rebate; `provisional_until`: it settles
    then; `choices`: for a choice of gifts, (stock id, name) of what is left."""

    id: str
    kind: RewardKind
    quantity: int
    campaign: LocalText
    rule: LocalText
    ref: str = ""
    name: LocalText | None = None
    provisional_until: datetime | None = None
    choices: tuple[tuple[str, LocalText], ...] = ()


@dataclass(frozen=True, slots=True)
class NearReward:
    """A reward within reach. `code`: what is missing, as a check's code of `domain.campaign.rewards.Check` ("amount",
    "spend_reached", "streak_reached", "n", "points" …); `have` of `need` is there: minor units where `money`, else a
    count. `until`: when the offer ends."""

    campaign: LocalText
    rule: LocalText
    code: str
    have: int
    need: int
    money: bool
    rewards: tuple[RewardView, ...]
    until: datetime | None = None

    @property
    def missing(self) -> int:
        """What it still takes."""
        return self.need - self.have


@dataclass(frozen=True, slots=True)
class CheckView:
    """One condition as it was judged. `have`/`need`: numbers, ids, or ranges; minor units where `money`."""

    code: str
    ok: bool
    have: Any = None
    need: Any = None
    money: bool = False


@dataclass(frozen=True, slots=True)
class RuleExplained:
    """What became of one rule, with the conditions looked at: the last one decided when it was not met. `rule` None:
    the campaign as a whole (not running, not this store)."""

    campaign: LocalText
    rule: LocalText | None
    rule_id: str
    outcome: Outcome
    checks: tuple[CheckView, ...]
    rewards: tuple[RewardView, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """Why an event brought what it brought. `kind`: an EventKind; `facts`: (kind, place "device/epoch/seq") of the
    facts it rests on; `price`: what is in the price, `left_out` the coupons that are not, and why."""

    title: str
    kind: str
    at: datetime
    rules: tuple[RuleExplained, ...]
    facts: tuple[tuple[str, str], ...] = ()
    price: tuple[AppliedLine, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    voided: bool = False


class ActionKind(StrEnum):
    """What a clerk can do for a member beside a sale."""

    CHECK_IN = "check_in"
    MAKE_UP = "make_up"
    DEPOSIT = "deposit"
    MALL = "mall"
    CHOOSE = "choose"
    TASK = "task"
    SURVEY = "survey"
    SIGN_UP = "sign_up"
    ATTEND = "attend"
    VOTE = "vote"
    PARTNER = "partner"
    SPIN = "spin"


@dataclass(frozen=True, slots=True)
class MemberAction:
    """Something to do for the member at the till now. `ref`: the lock, mall item, task, survey, event or partner; for a
    choice the stock, with the choice's id in `part`. `points`: its price; `amount`: the deposit in minor units;
    `rewards`: what it would bring; `refusal`: why not now."""

    kind: ActionKind
    ref: str
    name: LocalText | None
    campaign: LocalText
    part: str = ""
    points: int = 0
    amount: int = 0
    asks_score: bool = False
    """A survey: how satisfied, 1 to 5."""
    rewards: tuple[RewardView, ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Acted:
    """Durable: it is done, and brought `rewards` to the member."""

    visit: Visit
    rewards: tuple[RewardView, ...]


@dataclass(frozen=True, slots=True)
class PointsOffer:
    """Points the customer could pay with in this sale: `points` for `off` minor units at most."""

    points: int
    off: int


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member as the checkout may show them: masked."""

    id: str
    masked_name: str
    masked_phone: str
    tier: Tier
    segment: Segment
    points: int
    tickets: int
    streak_days: int
    visits: int
    birthday_month: bool
    coupons: tuple[CouponView, ...]
    proven: bool = False
    """True when a signed pass was scanned; a plain card identifies but proves nothing."""
    known: bool = True
    """False for a member of another store, of whom a signed coupon told no more than the id."""
    points_held: int = 0
    """Provisional points: not to be spent yet."""
    near: tuple[NearReward, ...] = ()
    """Rewards within reach, the nearest first: what the clerk should say."""
    owed: tuple[RewardView, ...] = ()
    """Gifts that wait to be handed over or chosen."""


@dataclass(frozen=True, slots=True)
class AppliedLine:
    """One discount of a quote. `off` in minor units; 0 for a gift."""

    coupon: str
    template: str
    name: LocalText
    off: int
    gift: LocalText | None = None
    rule: bool = False
    """A campaign's discount, not a coupon: `coupon` and `template` are "campaign/rule"."""
    points: int = 0
    """Points the customer pays for it."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A coupon (or a campaign's discount) that is not in the quote, and why."""

    coupon: str
    refusal: Refusal
    name: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of a visit: amount − sum(off of lines) = total ≥ 0."""

    amount: int
    total: int
    lines: tuple[AppliedLine, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    rewards: tuple[RewardView, ...] = ()
    """What the sale would bring the member."""
    pay_points: PointsOffer | None = None
    """What points could pay, whether they are used or not."""
    offers: tuple[tuple[str, int, int], ...] = ()
    """Campaigns' discounts among the lines, as the sale's fact lists them: (campaign/rule, off, pieces)."""

    @property
    def saved(self) -> int:
        """Minor units taken off."""
        return self.amount - self.total


@dataclass(frozen=True, slots=True)
class Visit:
    """A customer at the till, so far. Immutable: every step gives the next one.

    `coupons`: everything that may be used (the member's and those scanned); `scanned`: ids of coupons scanned at the
    till, `tokens` what their signed codes say; `chosen`: None lets the best combination be found, else exactly these
    ids are wanted; `without`: coupons the customer keeps for another time. `items`: articles, where a till tells them;
    `sharer`: the member whose link led here; `use_points`: the customer wants to pay with points; `till`: the till's
    own id of the transaction; `brought`: what campaigns gave the member just now for being here, to be told and handed
    over.
    """

    txn: str
    amount: int = 0
    by_category: tuple[tuple[str, int], ...] = ()
    member: MemberView | None = None
    coupons: tuple[CouponView, ...] = ()
    scanned: tuple[str, ...] = ()
    tokens: tuple[Coupon, ...] = ()
    chosen: tuple[str, ...] | None = None
    without: frozenset[str] = frozenset()
    items: tuple[Item, ...] = ()
    sharer: str | None = None
    use_points: bool = False
    till: str | None = None
    brought: tuple[RewardView, ...] = ()
    quote: Quote = field(default_factory=lambda: Quote(0, 0))


@dataclass(frozen=True, slots=True)
class MemberFound:
    """A scan named a member; `visit` has them."""

    visit: Visit
    replaced: bool = False
    """True when another member's visit was put aside for this one."""


@dataclass(frozen=True, slots=True)
class CouponAdded:
    """A scan added a coupon to the visit. If it cannot be used yet (no amount, minimum), its view says why."""

    visit: Visit
    coupon: CouponView


@dataclass(frozen=True, slots=True)
class BadgeRead:
    """A staff badge was scanned."""

    staff: str
    serial: str


@dataclass(frozen=True, slots=True)
class ShareRead:
    """A member's invitation was scanned: the purchase comes through them (`visit.sharer`)."""

    visit: Visit


ScanOutcome = MemberFound | CouponAdded | BadgeRead | ShareRead | Refusal


class RightUsed(StrEnum):
    """By what right a coupon was redeemed."""

    HELD = "held"
    CLAIMED = "claimed"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class SaleView:
    """A sale that stands or was voided, for the receipt and the list of recent ones."""

    txn: str
    receipt: str
    at: datetime
    clerk: str
    amount: int
    total: int
    currency: str
    lines: tuple[AppliedLine, ...]
    masked_name: str | None = None
    voided_at: datetime | None = None
    voided_by: str | None = None
    void_reason: str | None = None
    void_needs_manager: bool = False
    sent: bool = False
    """HQ has acknowledged it."""
    rewards: tuple[RewardView, ...] = ()
    """What the sale brought the member (and, once voided, what was taken back)."""
    returned: int = 0
    """Minor units, as paid, of goods that came back."""


@dataclass(frozen=True, slots=True)
class Redemption:
    """Durable: the sale is in the ledger."""

    sale: SaleView
    offline: bool


@dataclass(frozen=True, slots=True)
class ApprovalNeeded:
    """Allowed only with a manager's PIN: ask for it and call again with the approval."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Approval:
    """A manager (or whoever may) stood by and gave their PIN."""

    staff: str
    name: str


@dataclass(frozen=True, slots=True)
class Voided:
    """Durable: the sale is undone, its coupons can be used again."""

    sale: SaleView


@dataclass(frozen=True, slots=True)
class Returned:
    """Goods that come back: `amount` minor units as paid, and, where known, what they are."""

    amount: int
    by_category: tuple[tuple[str, int], ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The clerk works from now on."""

    actor: Actor


class Link(StrEnum):
    """How HQ is reached at the moment."""

    CONNECTING = "connecting"
    ONLINE = "online"
    OFFLINE = "offline"
    REVOKED = "revoked"
    FORKED = "forked"


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """For the badge: since when, how many facts wait, when HQ was last met. `clock_off_ms`: HQ's clock minus ours."""

    link: Link
    since: datetime
    queue: int
    last_sync: datetime | None = None
    clock_off_ms: int | None = None
    clock_backwards: bool = False


@dataclass(frozen=True, slots=True)
class TerminalInfo:
    """Who this terminal is, for the header and the receipt. `day`/`days`: progress of the running campaign, if any."""

    device: str
    name: str
    store: str
    store_name: LocalText
    zone: str
    currency: str
    campaign: LocalText | None = None
    day: int | None = None
    days: int | None = None
    stores: tuple[tuple[str, LocalText], ...] = ()
    """Names of the chain's stores by id, for refusals that name one."""


@dataclass(frozen=True, slots=True)
class StaffName:
    """A staff member for the sign-in list; `wait_until`: locked until then after wrong PINs."""

    id: str
    name: str
    role: Role
    wait_until: datetime | None = None
