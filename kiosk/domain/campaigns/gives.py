"""What a rule of a campaign file may give. `KEY` is the reward's key in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from kiosk.domain.campaigns.pieces import Bundle, Except, ForEach, Of, Pick, PiecePrice, SetPrice, StageName
from kiosk.domain.campaigns.values import Factor, Id, Line, Money, Percent
from kiosk.domain.coupons.deal import Exclusive
from kiosk.domain.members.member import Tier


@dataclass(frozen=True, slots=True)
class Points:
    """A fixed number of points."""

    KEY: ClassVar[str] = "points"
    points: int


@dataclass(frozen=True, slots=True)
class PointsPer:
    """`points` for every full `amount` paid, or for every `pieces` pieces bought; only of goods of these `categories`
    and `items`, when given, and without `except_`; `not_reduced`: nor what the till says is lowered already."""

    KEY: ClassVar[str] = "points_per"
    amount: Money = 0
    points: int = field(kw_only=True)
    pieces: int = 0
    categories: tuple[Line, ...] = ()
    items: tuple[Line, ...] = ()
    most: int | None = None
    except_: Except = field(default_factory=Except)
    not_reduced: bool = False

    def of(self, paid: int, pieces: int) -> int:
        """Points for so much paid and so many pieces."""
        have, each = (pieces, self.pieces) if self.pieces else (paid, self.amount)
        points = have // each * self.points if each > 0 and have > 0 else 0
        return points if self.most is None else min(points, self.most)


@dataclass(frozen=True, slots=True)
class MultiplyPoints:
    """The `points_per` of this purchase count `by` times; of several multipliers the largest counts."""

    KEY: ClassVar[str] = "multiply_points"
    by: Factor


@dataclass(frozen=True, slots=True)
class GiveCoupon:
    """`count` coupons of a template of this file. `percent_of_purchase`: each is a voucher worth so much of what was
    paid; the template's `value` is the most."""

    KEY: ClassVar[str] = "coupon"
    template: Id
    count: int = 1
    percent_of_purchase: Percent = 0


@dataclass(frozen=True, slots=True)
class Gift:
    """Goods from stock; when it is gone, its substitute."""

    KEY: ClassVar[str] = "gift"
    stock: Id
    count: int = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several goods from stock, as the customer likes."""

    KEY: ClassVar[str] = "choice"
    of: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Tickets:
    """Tickets for a draw of this file."""

    KEY: ClassVar[str] = "tickets"
    draw: Id
    count: int = 1


@dataclass(frozen=True, slots=True)
class Spins:
    """Spins of a wheel of this file."""

    KEY: ClassVar[str] = "spins"
    wheel: Id
    count: int = 1


@dataclass(frozen=True, slots=True)
class GiveTier:
    """A tier for `months` from now; an equal tier is prolonged, a higher one is not touched."""

    KEY: ClassVar[str] = "tier"
    to: Tier
    months: int = 12


@dataclass(frozen=True, slots=True)
class TierMonths:
    """More months of the tier the member has."""

    KEY: ClassVar[str] = "tier_months"
    months: int


@dataclass(frozen=True, slots=True)
class GiveBadge:
    """A badge of this file."""

    KEY: ClassVar[str] = "badge"
    badge: Id


@dataclass(frozen=True, slots=True)
class Rebate:
    """Cash that HQ owes: `amount`, or `percent` of what was paid, at most `most`."""

    KEY: ClassVar[str] = "rebate"
    amount: Money = 0
    percent: Percent = 0
    most: Money | None = None


@dataclass(frozen=True, slots=True)
class Experience:
    """An experience voucher of this file."""

    KEY: ClassVar[str] = "experience"
    voucher: Id
    count: int = 1


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner's voucher of this file."""

    KEY: ClassVar[str] = "partner"
    voucher: Id
    count: int = 1


@dataclass(frozen=True, slots=True)
class SlotRight:
    """The right to a time slot of this file (M22)."""

    KEY: ClassVar[str] = "slot"
    slot: Id


@dataclass(frozen=True, slots=True)
class LockPrice:
    """A price lock of this file, bought with a deposit (M22)."""

    KEY: ClassVar[str] = "price_lock"
    lock: Id


@dataclass(frozen=True, slots=True)
class MakeUpCards:
    """Cards that fill a missed day of a streak."""

    KEY: ClassVar[str] = "make_up_cards"
    count: int


@dataclass(frozen=True, slots=True)
class Discount:
    """Off the price of the basket in hand, only with `when: basket`. How much, one of: `off`; `percent`; `off_piece`
    each piece; `price` a piece; `buy` and `free` pieces, the cheapest free; `bundle`: any so many for a price; `set`:
    goods that belong together; `off` for every `for_points` points that the customer pays, if they want to: while HQ is
    out of reach those of the terminal's share, and on a manager's word so many more that they take off `offline_limit`
    at most. Off what: `categories`, `items`, `except_`, `not_reduced`, `piece_price`; of these the pieces of `pick`, at
    most `pieces` (of bundles and sets: so many of them), so many as `for_each` earns, and from `stock`. When: with
    `from_pieces` to `to_pieces` of them, for reaching `spend` (`each`: every full `spend`). At most `most`, and at most
    `most_percent` of the goods. `stage` and `of`: before or after others, measured on the price or on what they left.
    Combines as coupons do: `group`, `with_`, `exclusive`, `priority` (docs/coupons.md)."""

    KEY: ClassVar[str] = "discount"
    off: Money = 0
    percent: Percent = 0
    off_piece: Money = 0
    price: Money | None = None
    buy: int = 0
    free: int = 0
    bundle: Bundle | None = None
    set_: SetPrice | None = None
    for_each: ForEach | None = None
    pick: Pick | None = None
    most: Money | None = None
    most_percent: Percent | None = None
    for_points: int = 0
    offline_limit: Money | None = None
    spend: Money = 0
    each: bool = False
    pieces: int | None = None
    from_pieces: int = 0
    to_pieces: int | None = None
    categories: tuple[Line, ...] = ()
    items: tuple[Line, ...] = ()
    except_: Except = field(default_factory=Except)
    not_reduced: bool = False
    piece_price: PiecePrice | None = None
    stock: Id | None = None
    stage: StageName | None = None
    of: Of = Of.PRICE
    exclusive: Exclusive = Exclusive.ARTICLE
    priority: int = 0
    group: Line = "discount"
    with_: tuple[Line, ...] = ()


Give = (
    Points
    | PointsPer
    | MultiplyPoints
    | GiveCoupon
    | Gift
    | Choice
    | Tickets
    | Spins
    | GiveTier
    | TierMonths
    | GiveBadge
    | Rebate
    | Experience
    | Partner
    | SlotRight
    | LockPrice
    | MakeUpCards
    | Discount
)
