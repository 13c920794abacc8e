"""Messages between an existing till and the terminal (docs/till-bridge.md). Field names are the names in the JSON.

Requests are read strictly: an unknown field, a wrong kind or a value out of bounds is an error, so that a slip in the
till's program shows at once. Answers may grow; a till ignores fields it does not know. Money is in minor units of
`currency` (ISO 4217), instants are RFC 3339 in UTC.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

MAX_BODY = 256 * 1024
"""Bytes of a request."""
JSON = "application/json"
PROBLEM_JSON = "application/problem+json"
ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"

TillId = Annotated[str, Meta(pattern=ID_PATTERN, description="The till's own id of the transaction, never used again")]
Code = Annotated[str, Meta(min_length=1, max_length=2_000)]
Name = Annotated[str, Meta(min_length=1, max_length=64)]
Money = Annotated[int, Meta(ge=0, le=2**53 - 1)]


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a till sends."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What it gets."""


class BasketItem(Request, frozen=True, kw_only=True):
    """A line of the basket. `pieces` below zero: so many come back in exchange, and `price` is what is paid back for
    one; or, of the sale that `of` names (by the till's id, or by the terminal's receipt), what one cost there before
    discounts: it is a return of that sale, and what is paid back follows from it. `price`: of one piece, after the
    till's own reductions; `reduced`: it has any, and what is for goods at their full price leaves the line alone."""

    sku: Name
    pieces: Annotated[int, Meta(ge=-10_000, le=10_000, extra_json_schema={"not": {"const": 0}})]
    price: Money
    category: Annotated[str, Meta(max_length=64)] = ""
    name: Annotated[str, Meta(max_length=200)] = ""
    reduced: bool = False
    of: Annotated[str, Meta(max_length=64)] = ""

    def __post_init__(self) -> None:
        if not self.pieces:
            raise ValueError("Expected `int` above zero, or below it")
        if self.of and self.pieces > 0:
            raise ValueError("`of` says from which sale pieces come back: they are below zero")


class Basket(Request, frozen=True, kw_only=True):
    """Either `items`, or `amount` and what is known of it `by_category`. `member` and `coupons` are codes as they were
    scanned or typed; `without` names coupons (by the `id` of an answer's `applied`) that the customer wants to keep;
    `pay`: how the rest is paid, in the words of the campaigns' files, as soon as the till knows."""

    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    items: Annotated[tuple[BasketItem, ...], Meta(max_length=1_000)] = ()
    amount: Money | None = None
    by_category: Annotated[dict[Name, Money], Meta(max_length=200)] = {}
    member: Code | None = None
    coupons: Annotated[tuple[Code, ...], Meta(max_length=50)] = ()
    without: Annotated[tuple[Name, ...], Meta(max_length=100)] = ()
    use_points: bool = False
    pay: Annotated[str, Meta(max_length=64)] = ""
    use_vouchers: bool = False


class Paid(Request, frozen=True, kw_only=True):
    """The customer agreed to pay `total`; below zero it is paid out."""

    total: Annotated[int, Meta(ge=-(2**53) + 1, le=2**53 - 1)]


class Cancelled(Request, frozen=True, kw_only=True):
    """The transaction is off. Nothing more to say; the body may be left out."""


class Charged(Request, frozen=True, kw_only=True):
    """The customer pays `value` for a voucher of value: more on that of the scanned `voucher`, or a new one of `kind`
    (as the answer's `kinds` name them). `ask`: nothing is done; the answer says what is sold, or with `voucher` what is
    on it."""

    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    voucher: Code | None = None
    kind: Annotated[str, Meta(max_length=64)] = ""
    value: Money = 0
    ask: bool = False


class ReturnedItem(Request, frozen=True, kw_only=True):
    """Pieces of an article that came back. `price`: which of them, where one transaction has the article at two
    prices."""

    sku: Name
    pieces: Annotated[int, Meta(ge=1, le=10_000)]
    price: Money | None = None


class Returned(Request, frozen=True, kw_only=True):
    """Goods of a paid transaction came back: `items`, or amounts `by_category` by their price tags ("": of none), or
    only an `amount` as it was paid. `id`: the till's own id of this return, never used for another one of the
    transaction. `refund`: what the till means to pay back; where that is not what the terminal says, nothing is done.
    `ask`: nothing is done, the answer says what would be paid back."""

    id: TillId
    items: Annotated[tuple[ReturnedItem, ...], Meta(max_length=1_000)] = ()
    by_category: Annotated[dict[Annotated[str, Meta(max_length=64)], Money], Meta(max_length=200)] = {}
    amount: Money | None = None
    refund: Money | None = None
    ask: bool = False


class Texts(Answer, frozen=True, kw_only=True):
    """Words in the three languages."""

    zh_TW: str  # noqa: N815  (the language's tag)
    zh_CN: str  # noqa: N815
    en: str


class Reason(Answer, frozen=True, kw_only=True):
    """Why not: a stable code, and what there is to say about it."""

    code: str
    args: dict[str, str | int] = {}


class Share(Answer, frozen=True, kw_only=True):
    """What one discount takes off a line."""

    id: str
    off: int


class Line(Answer, frozen=True, kw_only=True):
    """A line of the basket, in its order; those that come back, pieces and amounts below zero, stand last. `amount` −
    `off` = `net`; `off` is the sum of `shares`. `untouched`: why nothing is off it: goods that never carry a benefit
    (no_benefit), or that are lowered already (reduced)."""

    sku: str
    pieces: int
    amount: int
    off: int
    net: int
    shares: tuple[Share, ...] = ()
    untouched: str | None = None


class Applied(Answer, frozen=True, kw_only=True):
    """A discount in the price. `off` 0: a gift. `points`: what the customer pays for it in points."""

    id: str
    kind: Literal["coupon", "rule"]
    name: Texts
    off: int
    gift: Texts | None = None
    points: int = 0


class LeftOut(Answer, frozen=True, kw_only=True):
    """A coupon of the customer, or a discount, that is not in the price."""

    id: str
    reason: Reason
    name: Texts | None = None


class NotTaken(Answer, frozen=True, kw_only=True):
    """A code that does not count, as it was sent; or the id of a coupon that could not be redeemed."""

    code: str
    reason: Reason


class Reward(Answer, frozen=True, kw_only=True):
    """Something campaigns give. `kind`: points, coupon, gift, tickets, …; `quantity`: points, pieces, months, or minor
    units. `provisional_until`: it can be taken back until then."""

    kind: str
    quantity: int
    campaign: Texts
    rule: Texts
    name: Texts | None = None
    provisional_until: str | None = None


class PointsOffer(Answer, frozen=True, kw_only=True):
    """Points that could pay a part, if `use_points` says so."""

    points: int
    off: int


class Voucher(Answer, frozen=True, kw_only=True):
    """A voucher of value that pays `paid` of the total; `left`: what is on it afterwards."""

    id: str
    name: Texts
    paid: int
    left: int


class PointsAhead(Answer, frozen=True, kw_only=True):
    """Points that run out at `until` if none are spent before; the soonest come first."""

    points: int
    until: str


class Near(Answer, frozen=True, kw_only=True):
    """What would be worth adding. A piece of one of `items` or `categories` (neither: of anything), or goods for
    `missing` more; the customer then pays `extra` more than now. `extra` 0 of a piece: it is free. `saves`: what they
    save, where the price of the piece is known."""

    rule: str
    name: Texts
    items: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    missing: int = 0
    extra: int = 0
    saves: int | None = None


class Member(Answer, frozen=True, kw_only=True):
    """The customer, masked. `name` "": of another store."""

    name: str
    tier: str
    points: int
    points_ahead: tuple[PointsAhead, ...] = ()


class Quote(Answer, frozen=True, kw_only=True):
    """The price of a basket: `amount` − the `off`s of `applied` = `total`; `total` − what `vouchers` paid = `due`.
    `lines`: only where items were sent; `bound`: by how much a better price may be lower, where the search had to end
    early. `back`: what comes back in exchange, which `amount` and `total` are less; below zero `total` and `due` are
    paid out."""

    currency: str
    amount: int
    total: int
    due: int
    vouchers: tuple[Voucher, ...] = ()
    lines: tuple[Line, ...] = ()
    applied: tuple[Applied, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    rewards: tuple[Reward, ...] = ()
    pay_points: PointsOffer | None = None
    near: tuple[Near, ...] = ()
    bound: int = 0
    back: int = 0
    member: Member | None = None


class LessPaid(Answer, frozen=True, kw_only=True):
    """A discount that the rest of the goods does not have any more (`off` below zero: more of it); without a name: by
    what was paid back before."""

    off: int
    id: str = ""
    name: Texts | None = None


class Refund(Answer, frozen=True, kw_only=True):
    """What is paid back: `price` (by the price tags) − the `off`s of `less` = `amount`. `vouchers`: what of it goes
    back on vouchers, by id; the rest is money."""

    amount: int
    price: int
    less: tuple[LessPaid, ...] = ()
    vouchers: dict[str, int] = {}


class GoodsLeft(Answer, frozen=True, kw_only=True):
    """What is left of the goods: `pieces` of an article, or (`sku` "") minor units of a `category`, by the price
    tags."""

    sku: str
    category: str
    pieces: int
    amount: int


class Sale(Answer, frozen=True, kw_only=True):
    """What is in the ledger. `receipt`: the terminal's number for it; `cancelled_at`: when it was undone; `returned`:
    what was paid back for goods that came back, `left`: what is left of them, where any did; `back`: as in a quote."""

    receipt: str
    at: str
    clerk: str
    currency: str
    amount: int
    total: int
    due: int
    vouchers: tuple[Voucher, ...] = ()
    lines: tuple[Line, ...] = ()
    applied: tuple[Applied, ...] = ()
    rewards: tuple[Reward, ...] = ()
    cancelled_at: str | None = None
    returned: int = 0
    left: tuple[GoodsLeft, ...] = ()
    back: int = 0


class Charge(Answer, frozen=True, kw_only=True):
    """A voucher that was sold (`first`) or topped up: `value` was paid with money, `left` is on it then, good until
    `until`. `code`: of a new one, for the receipt as a QR code: whoever has it can pay with it. `cancelled_at`: when it
    was taken back."""

    receipt: str
    at: str
    clerk: str
    currency: str
    id: str
    name: Texts
    value: int
    left: int
    until: str
    first: bool
    code: str = ""
    cancelled_at: str | None = None


class Card(Answer, frozen=True, kw_only=True):
    """What is on a voucher: `left`, good until `until`; `most` may be put on it. `sure`: HQ said so."""

    id: str
    kind: str
    name: Texts
    left: int
    sure: bool
    until: str
    most: int


class VoucherKind(Answer, frozen=True, kw_only=True):
    """Vouchers that are sold now: `amounts` are offered, anything from `least` to `most` may be. `fresh`: this terminal
    can make a new one."""

    kind: str
    name: Texts
    amounts: tuple[int, ...]
    least: int
    most: int
    until: str
    fresh: bool


class Transaction(Answer, frozen=True, kw_only=True):
    """How a transaction stands. `quote` while it is open, `sale` once it was paid, neither where nothing is known.
    `refund`: the answer to `returned`. `charge`: what was `charged` under this id; `card`, `kinds`: the answer where it
    was only asked."""

    id: str
    state: Literal["open", "paid", "cancelled", "unknown"]
    quote: Quote | None = None
    sale: Sale | None = None
    refund: Refund | None = None
    charge: Charge | None = None
    card: Card | None = None
    kinds: tuple[VoucherKind, ...] = ()


class Problem(Answer, frozen=True, kw_only=True):
    """Why a request was not done (RFC 9457). `type` is a stable code; `reason` the checkout's own; `transaction`: how
    things stand. `title` and `detail` are for whoever looks for the mistake, `words` for whoever stands at the till."""

    type: str
    title: str
    status: int
    detail: str = ""
    words: Texts | None = None
    reason: Reason | None = None
    transaction: Transaction | None = None


class DropAnswer(Answer, frozen=True, kw_only=True):
    """A file in `out/`: the status HTTP would have had, and the answer or the problem."""

    status: int
    transaction: Transaction | None = None
    problem: Problem | None = None
