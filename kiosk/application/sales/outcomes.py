"""What the use cases of a sale answer. Frozen; the screen shows them and knows nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.application.campaigns.basket import Basket, Paid
from kiosk.application.campaigns.outcomes import CheckView, PointsHeldBack, PointsOffer, RewardView, RuleExplained
from kiosk.application.members.outcomes import CouponView, MemberView
from kiosk.application.staff.outcomes import BadgeRead
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.near_offers import NearOffer
from kiosk.domain.channels import Channel
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.refusals import Refusal
from kiosk.domain.texts import LocalText

VOID_REASONS = ("customer_changed_mind", "wrong_amount", "wrong_coupon", "goods_returned", "training", "other")
"""Codes of why a sale is undone; "other" is followed by ": " and words."""


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a happening brought what it brought. `title`: the receipt, where there is one; `kind`: a HappeningKind;
    `facts`: (kind, place "device/epoch/seq") of the facts it rests on; `price`: what is in the price, `left_out` the
    coupons that are not, and why."""

    title: str
    kind: str
    at: datetime
    rules: tuple[RuleExplained, ...]
    facts: tuple[tuple[str, str], ...] = ()
    price: tuple[AppliedLine, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    voided: bool = False


@dataclass(frozen=True, slots=True)
class Acted:
    """Durable: it is done, and brought `rewards` to the member."""

    visit: Visit
    rewards: tuple[RewardView, ...]


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
    on: tuple[tuple[int, int], ...] = ()
    """Off which of the articles, where they are known: (row of the goods, minor units)."""


@dataclass(frozen=True, slots=True)
class VoucherLine:
    """What a voucher of value pays: `off` minor units; `left`: what is on it afterwards, as far as is known here."""

    coupon: str
    template: str
    name: LocalText
    off: int
    left: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A coupon (or a campaign's discount) that is not in the quote, and why."""

    coupon: str
    refusal: Refusal
    name: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of a visit: amount − sum(off of lines) = total ≥ 0, and total − back − sum(off of vouchers) = due,
    below zero what is paid out."""

    amount: int
    total: int
    lines: tuple[AppliedLine, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    rewards: tuple[RewardView, ...] = ()
    """What the sale would bring the member."""
    pay_points: PointsOffer | None = None
    """What points could pay, whether they are used or not."""
    held_back: PointsHeldBack | None = None
    """Why it is not more, when HQ is out of reach."""
    offers: tuple[tuple[str, int, int], ...] = ()
    """Campaigns' discounts among the lines, as the sale's fact lists them: (campaign/rule, off, pieces)."""
    paid: tuple[tuple[str, int], ...] = ()
    """Minor units that are paid for each category, where something is taken off; else as the goods cost."""
    paid_items: tuple[int, ...] = ()
    """The same for each of the visit's `items`."""
    free_items: tuple[int, ...] = ()
    """How many pieces of each of them are given for nothing."""
    vouchers: tuple[VoucherLine, ...] = ()
    """What pays a part of the total."""
    payments: tuple[tuple[str, LocalText], ...] = ()
    """Ways to pay that a running campaign asks for (`domain.campaigns.payments`)."""
    near: tuple[NearOffer, ...] = ()
    """What would be worth adding, to be said while there is time."""
    bound: int = 0
    """Minor units by which a better price may be lower, where the search had to end early; 0: this is the best."""
    back: int = 0
    """Minor units for what comes back in exchange."""

    @property
    def due(self) -> int:
        """Minor units that are left to pay with money; below zero they are paid out."""
        return self.net - sum(line.off for line in self.vouchers)

    @property
    def net(self) -> int:
        """Minor units of the total less what comes back."""
        return self.total - self.back

    @property
    def saved(self) -> int:
        """Minor units taken off."""
        return self.amount - self.total

    @property
    def paid_for(self) -> Paid:
        """What is paid for what."""
        return Paid(self.paid, self.paid_items, self.free_items)


@dataclass(frozen=True, slots=True)
class CameBack:
    """Goods that come back in exchange: `item` with pieces above zero, which costs what is paid back in money. `of`,
    `receipt`: the sale of which they are a return; "" where nobody named it."""

    item: Item
    of: str = ""
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class ReturnInSale:
    """A return that is made with the sale of a visit: of the sale `txn`, whose receipt was `receipt`. `refund`: what is
    paid back; `rows`: the goods, each with what of that is money."""

    txn: str
    receipt: str
    back: Returned
    refund: Refund
    rows: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """A customer at the till, so far. Immutable: every step gives the next one.

    `coupons`: everything that may be used (the member's and those scanned); `scanned`: ids of coupons scanned at the
    till, `tokens` what their signed codes say; `chosen`: None lets the best combination be found, else exactly these
    ids are wanted; `without`: coupons the customer keeps for another time. `items`: articles, where a till tells them;
    `sharer`: the member whose link led here; `use_points`: the customer wants to pay with points; `pay`: how they pay
    the rest ("": nobody said); `till`: the till's own id of the transaction; `brought`: what campaigns gave the member
    just now for being here, to be told and handed over; `codes`: public codes of campaigns that the customer gave;
    `vouchers`: vouchers of value pay; `balances`: (coupon, minor units left) of vouchers, as HQ said when they were
    scanned; `channel`: where the visit is, which its prices and every fact made in it have, whoever acts; `back`: what
    comes back in exchange, pieces above zero, of no sale that anybody named; `returns`: of those that were named.
    `amount` and `items` are what is bought."""

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
    pay: str = ""
    codes: tuple[str, ...] = ()
    till: str | None = None
    brought: tuple[RewardView, ...] = ()
    vouchers: bool = True
    balances: tuple[tuple[str, int], ...] = ()
    channel: Channel = Channel.CHECKOUT
    back: tuple[Item, ...] = ()
    returns: tuple[ReturnInSale, ...] = ()
    quote: Quote = field(default_factory=lambda: Quote(0, 0))

    @property
    def came_back(self) -> tuple[CameBack, ...]:
        """All that comes back in exchange."""
        named = (CameBack(item, one.txn, one.receipt) for one in self.returns for item in one.rows)
        return (*map(CameBack, self.back), *named)

    def basket(self) -> Basket:
        """The goods as campaigns look at them."""
        return Basket(
            self.txn,
            self.amount,
            self.member.id if self.member and self.member.known else "",
            self.by_category,
            self.items,
            self.sharer or "",
            self.channel,
            self.use_points,
            self.pay,
            self.codes,
            self.back,
        )


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
class ShareRead:
    """A member's invitation was scanned: the purchase comes through them (`visit.sharer`)."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class CodeRead:
    """A public code was typed or scanned, which the rule `name` asks for. `why`: what else of the rule is not met;
    None: it counts, or will as soon as there are goods."""

    visit: Visit
    name: LocalText
    why: CheckView | None = None


@dataclass(frozen=True, slots=True)
class ReceiptRead:
    """A receipt's code was scanned: the sale it is of, which changes nothing of the visit."""

    sale: SaleView


@dataclass(frozen=True, slots=True)
class DrawReceiptScanned:
    """What proves a draw was scanned, which changes nothing of the visit; `WheelApi.check_receipt` says whether it
    holds."""

    text: str


ScanOutcome = MemberFound | CouponAdded | BadgeRead | ShareRead | CodeRead | ReceiptRead | DrawReceiptScanned | Refusal


class RightUsed(StrEnum):
    """By what right a coupon was redeemed."""

    HELD = "held"
    CLAIMED = "claimed"
    ACCEPTED = "accepted"
    SLIP = "slip"
    """It was honoured on paper, and keyed in afterwards."""


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
    """Minor units that were paid back for goods that came back."""
    goods: tuple[GoodsSold, ...] = ()
    """Articles, or amounts of categories, where more is known than the amount."""
    elsewhere: str = ""
    """The terminal that made it, when it is another one: it is undone there. Whether HQ has it is not known here."""
    vouchers: tuple[VoucherLine, ...] = ()
    """What paid a part of the total."""
    back_on_vouchers: tuple[tuple[str, int], ...] = ()
    """(coupon, minor units) that are on vouchers again, when this is the answer to a void or a return."""
    back: tuple[CameBack, ...] = ()
    """What came back in exchange."""

    @property
    def for_back(self) -> int:
        """Minor units for what came back in exchange."""
        return sum(one.item.cost for one in self.back)

    @property
    def net(self) -> int:
        """Minor units of the total less what came back."""
        return self.total - self.for_back

    @property
    def by_void(self) -> int:
        """Minor units that a void of the sale as it is gives back; below zero the customer pays them, who gets what was
        exchanged. A return that was made with it stays one."""
        return self.total - sum(one.item.cost for one in self.back if not one.of) - self.returned

    @property
    def due(self) -> int:
        """Minor units that were paid with money; below zero they were paid out."""
        return self.net - sum(line.off for line in self.vouchers)


@dataclass(frozen=True, slots=True)
class GoodsSold:
    """A row of a sale's goods. Minor units: `price` of a piece, `paid` for all of the row after discounts. `pieces`:
    how many were sold, `left`: how many have not come back. Without an article (`sku` "") it is an amount of a category
    ("": of none): `pieces` 0, `price` all of it, `left` minor units of that."""

    sku: str
    category: str
    pieces: int
    price: int
    paid: int
    left: int

    @property
    def came_back(self) -> bool:
        """Whether anything of it did."""
        return self.left < (self.pieces if self.sku else self.price)


@dataclass(frozen=True, slots=True)
class LessPaid:
    """Why less is paid back than a price tag says: `off` minor units (below zero: more) by a discount of the sale that
    the rest has no more, or not as much of (`id`, `name`); by what was paid back before, where it has no name."""

    id: str
    name: LocalText | None
    off: int


@dataclass(frozen=True, slots=True)
class Refund:
    """Minor units that are paid back for goods of `price` by their price tags: price − sum of `less` = amount.
    `vouchers`: how much of it goes back on them (pairs of id and minor units); the rest is money."""

    amount: int
    price: int
    less: tuple[LessPaid, ...] = ()
    vouchers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SalePlace:
    """Where a page of sales ends: the next one begins behind it."""

    at: datetime
    txn: str


@dataclass(frozen=True, slots=True)
class SalesFound:
    """A page of sales, newest first, of `total`. `others`: journals of other terminals were looked through as well;
    else only this one's sales are known here. `narrow`: the text means more members than were looked at."""

    sales: tuple[SaleView, ...] = ()
    total: int = 0
    others: bool = False
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Redemption:
    """Durable: the sale is in the ledger."""

    sale: SaleView
    offline: bool


@dataclass(frozen=True, slots=True)
class Voided:
    """Durable: the sale is undone, its coupons can be used again; or part of it came back, for which `refund` says what
    is paid back."""

    sale: SaleView
    refund: Refund | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """Goods that come back: articles by pieces, amounts of categories by their price tags (pairs; "": of none). What is
    paid back follows from them; `amount`, unless it is None, is what was said to be. Without goods it is `amount` minor
    units as paid. `till`: the till's own id of the return; the same twice is one."""

    amount: int | None = None
    by_category: tuple[tuple[str, int], ...] = ()
    items: tuple[Item, ...] = ()
    till: str = ""
