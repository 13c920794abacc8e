"""What the till bridge takes and answers. Frozen, as all outcomes are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.application.sales.charge_outcomes import CardFound, ChargeView, VoucherKind
from kiosk.application.sales.outcomes import Refund, SaleView, Visit
from kiosk.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class TillItem:
    """A line of the till's basket; `price`: minor units a piece. `category` "" where it has none."""

    sku: str
    category: str
    pieces: int
    price: int
    reduced: bool = False
    of: str = ""

    @property
    def amount(self) -> int:
        """Minor units of all pieces."""
        return self.pieces * self.price


@dataclass(frozen=True, slots=True)
class TillBasket:
    """What is bought and what comes back, and what the customer showed. With `items` the amount is theirs; without,
    `amount` and `by_category` tell as much as is known. `member`, `coupons`: codes as scanned or typed. `without`: ids
    of coupons the customer keeps for another time. `use_vouchers`: the till takes `due` from the customer, not the
    total."""

    currency: str
    items: tuple[TillItem, ...] = ()
    amount: int = 0
    by_category: tuple[tuple[str, int], ...] = ()
    member: str | None = None
    coupons: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    use_points: bool = False
    pay: str = ""
    use_vouchers: bool = False

    @property
    def bought(self) -> tuple[TillItem, ...]:
        """The lines that are bought."""
        return tuple(item for item in self.items if item.pieces > 0)

    @property
    def back(self) -> tuple[TillItem, ...]:
        """The lines that come back in exchange, pieces below zero."""
        return tuple(item for item in self.items if item.pieces < 0)

    @property
    def worth(self) -> int:
        """Minor units of what is bought before discounts."""
        return sum(item.amount for item in self.bought) if self.items else self.amount

    @property
    def categories(self) -> tuple[tuple[str, int], ...]:
        """How much of it falls into each category."""
        if not self.items:
            return tuple(sorted(self.by_category))
        found: dict[str, int] = {}
        for item in self.bought:
            if item.category:
                found[item.category] = found.get(item.category, 0) + item.amount
        return tuple(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class TillCharge:
    """`value` minor units that the customer pays for a voucher of value: that of the scanned `code`, or a new one of
    `kind`. `ask`: nothing is done, only said what is sold, or what is on it."""

    currency: str
    code: str = ""
    kind: str = ""
    value: int = 0
    ask: bool = False


class TillState(StrEnum):
    """What is known of a transaction. A basket that was cancelled before it was paid is forgotten: UNKNOWN."""

    OPEN = "open"
    PAID = "paid"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class Untouched(StrEnum):
    """Why nothing is off a line."""

    NO_BENEFIT = "no_benefit"  # goods that never carry a benefit, as the chain says
    REDUCED = "reduced"  # the till lowered the price already, and what there is is for full prices


@dataclass(frozen=True, slots=True)
class LinePrice:
    """A line's price: amount − off = net, below zero for what comes back. `shares`: (id of the discount, minor units)
    that make up `off`; `untouched`: why there are none, where there is a reason in the goods."""

    sku: str
    pieces: int
    amount: int
    off: int
    shares: tuple[tuple[str, int], ...]
    untouched: Untouched | None = None

    @property
    def net(self) -> int:
        """Minor units to pay for the line."""
        return self.amount - self.off


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A code that did not count, as the till sent it, or the id of a coupon that could not be redeemed; and why."""

    code: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class TillTransaction:
    """A transaction as it stands. `visit` (priced) and `not_taken` while it is open, `sale` once it was paid; `lines`
    in either, where the till told the articles. `refund`: what is paid back, where goods came back just now. `charge`:
    a voucher that was sold or topped up in place of a sale; `card`, `kinds`: what was asked of vouchers."""

    id: str
    state: TillState
    currency: str = ""
    visit: Visit | None = None
    sale: SaleView | None = None
    lines: tuple[LinePrice, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    refund: Refund | None = None
    charge: ChargeView | None = None
    card: CardFound | None = None
    kinds: tuple[VoucherKind, ...] = ()


class TillNo(StrEnum):
    """Why the bridge says no; stable codes."""

    CURRENCY_MISMATCH = "currency_mismatch"  # the store's currency is another one
    AMOUNT_MISSING = "amount_missing"
    NOTHING_BOUGHT = "nothing_bought"  # everything comes back: that is a return
    AMOUNT_TOO_LARGE = "amount_too_large"
    CATEGORIES_EXCEED_AMOUNT = "categories_exceed_amount"
    PUT_AGAIN = "put_again"  # the basket is not known (any more)
    PRICE_CHANGED = "price_changed"  # the total is another one now; nothing was redeemed
    APPROVAL_NEEDED = "approval_needed"  # a coupon needs a manager; nothing was redeemed
    ALREADY_PAID = "already_paid"
    ALREADY_CANCELLED = "already_cancelled"
    MANAGER_NEEDED = "manager_needed"  # the sale is past what may be undone without one: at the terminal
    NOT_PAID = "not_paid"  # nothing of it can come back
    NOT_POSSIBLE = "not_possible"  # the refusal says why


@dataclass(frozen=True, slots=True)
class TillRefused:
    """An expected "no". `refusal`: the checkout's own reason, if it has one; `transaction`: how things stand."""

    no: TillNo
    refusal: Refusal | None = None
    transaction: TillTransaction | None = None


TillOutcome = TillTransaction | TillRefused
