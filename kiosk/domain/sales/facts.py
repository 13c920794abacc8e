"""Facts of sales: made, refused, voided, and goods that came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.coupons.facts import CouponUsed, VoucherRefunded
from kiosk.domain.journal.facts import Fact
from kiosk.domain.journal.registry import Body, Change, Kind, MemberTouched
from kiosk.domain.slips.facts import SlipKeyed, SlipUsed

_OWNER = "sales"


class Redeemed(Body, frozen=True, kw_only=True):
    """A coupon of a sale. `value`: minor units; `right`: held, claimed, accepted, slip; `kept`: it stays used when the
    sale is voided."""

    id: str
    template: str
    value: int
    right: str
    member: str | None = None
    op: str | None = None
    approved_by: str | None = None
    kept: bool = False


class PaidByVoucher(Redeemed, frozen=True, kw_only=True):
    """A voucher of value that paid `value` minor units of a sale; `left`: what was left on it then, as far as was
    known."""

    name: Mapping[str, str]
    left: int = 0


class BackOnVoucher(Body, frozen=True, kw_only=True):
    """`value`: minor units that are on a voucher again."""

    id: str
    value: int


class Line(Body, frozen=True, kw_only=True):
    """A line of the price: `off` minor units, by a coupon or (`rule`) by a rule, for `points` where they paid."""

    coupon: str
    template: str
    name: Mapping[str, str]
    off: int
    gift: Mapping[str, str] | None = None
    rule: bool = False
    points: int = 0


class Goods(Body, frozen=True, kw_only=True):
    """Pieces of one article (below zero: they came back); `price`: minor units a piece; `paid`: minor units for all of
    them after discounts, where that is less; `reduced`: the till said that the price was lowered already; `barred`: it
    never carries a benefit, as the chain said then; `free`: how many of them a discount gave for nothing."""

    sku: str
    category: str
    pieces: int
    price: int
    paid: int | None = None
    reduced: bool = False
    barred: bool = False
    free: int = 0


class CameBack(Goods, frozen=True, kw_only=True):
    """Pieces of an article that came back in exchange (above zero). `of`: the transaction of the sale of which they
    were a return, made with this sale, whose receipt was `receipt`; then `paid` is what was paid back for them in
    money."""

    of: str = ""
    receipt: str = ""


class Offer(Body, frozen=True, kw_only=True):
    """A discount of a rule ("campaign/rule") that the price holds: `off` minor units for so many pieces."""

    rule: str
    off: int
    pieces: int = 0


class PaidPoints(Body, frozen=True, kw_only=True):
    """Points in a price: how many, and how many of them `beyond` the terminal's share, on the word of `approved_by`."""

    points: int
    beyond: int = 0
    approved_by: str | None = None


class SaleCompleted(Body, frozen=True, kw_only=True):
    """Money in minor units. `name`: masked; `vouched`: how another store's member was known (hq, cached, pass, coupon);
    `referrer`: of the member; `other`: who shared; `till`: the till's own id; `by_category`: pairs of a category and
    minor units before discounts, `paid` after them where something was taken off; `vouchers`: what paid a part of
    `total`; `slip`: the paper slip it was written on, keyed in afterwards: then it happened when that was written;
    `pay`: how it was paid, in the till's word; `within`: in which categories those of the goods lie, nearest first;
    `barred`: categories of them that never carry a benefit: as the chain's goods file said then; `codes`: public codes
    that the customer gave; `back`: what came back in exchange, pieces above zero, at the price that the till paid for
    it: `amount`, `total` and all else are of what was bought."""

    txn: str
    number: int | None = None
    receipt: str = ""
    amount: int
    total: int
    currency: str = ""
    clerk: str = ""
    member: str | None = None
    name: str | None = None
    vouched: str | None = None
    referrer: str | None = None
    other: str | None = None
    channel: str = "checkout"
    coupons: tuple[Redeemed, ...]
    vouchers: tuple[PaidByVoucher, ...] = ()
    lines: tuple[Any, ...] = ()
    by_category: tuple[tuple[str, int], ...] = ()
    paid: tuple[tuple[str, int], ...] = ()
    items: tuple[Goods, ...] = ()
    offers: tuple[Offer, ...] = ()
    points: PaidPoints | None = None
    till: str | None = None
    slip: SlipKeyed | None = None
    pay: str | None = None
    within: Mapping[str, tuple[str, ...]] = {}
    barred: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    back: tuple[CameBack, ...] = ()


class Voided(Body, frozen=True, kw_only=True):
    """The whole sale. `vouchers`: how much is on them again."""

    txn: str
    reason: str
    approved_by: str | None = None
    vouchers: tuple[BackOnVoucher, ...] = ()


class LeftOfSale(Body, frozen=True, kw_only=True):
    """A sale after goods came back, priced again: `goods` minor units by their price tags, `paid` for each category
    (pairs) and for each of the articles that are left, and the discounts of rules in the price."""

    goods: int
    paid: tuple[tuple[str, int], ...] = ()
    items: tuple[Goods, ...] = ()
    offers: tuple[Offer, ...] = ()


class GoodsReturned(Body, frozen=True, kw_only=True):
    """The part that came back, `amount` minor units paid back; `member`, `referrer`, `other`: of the sale. `items`,
    `by_category` (pairs; "": of none): what came back beside them, by the price tags where `left` says what is left,
    else as paid. `vouchers`: how much of `amount` is on them again. `less`: why less was paid back than those say, as
    pairs of a discount's id ("": by what came back before) and minor units; `till`: the till's own id of the return."""

    txn: str
    amount: int
    reason: str = ""
    approved_by: str | None = None
    by_category: tuple[tuple[str, int], ...] = ()
    items: tuple[Goods, ...] = ()
    vouchers: tuple[BackOnVoucher, ...] = ()
    left: LeftOfSale | None = None
    less: tuple[tuple[str, int], ...] = ()
    till: str | None = None
    member: str | None = None
    referrer: str | None = None
    other: str | None = None


class SaleRefused(Body, frozen=True, kw_only=True):
    """`code`: of the refusal."""

    code: str
    txn: str
    coupon: str | None = None


@dataclass(frozen=True, slots=True)
class SaleRecorded(Change):
    """A sale stands. `document` is the fact's body, for receipts and lists."""

    txn: str
    at: int
    actor: str
    member: str | None
    amount: int
    total: int
    document: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SaleVoided(Change):
    """A sale and all its coupon uses are undone."""

    txn: str
    at: int
    actor: str
    reason: str
    approved_by: str | None


@dataclass(frozen=True, slots=True)
class SaleReturned(Change):
    """Goods came back, for which `amount` minor units were paid back, from a sale that stands otherwise. `goods`: what
    they are, as (article, category, pieces, minor units a piece); none where nobody said. `less`, `vouchers` (pairs),
    `till`: as the fact has them."""

    txn: str
    amount: int
    goods: tuple[tuple[str, str, int, int], ...] = ()
    less: tuple[tuple[str, int], ...] = ()
    vouchers: tuple[tuple[str, int], ...] = ()
    till: str = ""


def _touched(body: SaleCompleted | GoodsReturned) -> tuple[MemberTouched, ...]:
    """Whose history a sale belongs to."""
    named = (body.member, body.other, body.referrer)
    return tuple(MemberTouched(member) for member in dict.fromkeys(named) if member)


def _completed(fact: Fact, body: SaleCompleted) -> tuple[Change, ...]:
    at, actor, txn = body.slip.at if body.slip else fact.corrected_ms, fact.actor, body.txn
    sale = SaleRecorded(txn, at, actor, body.member, body.amount, body.total, dict(fact.body))
    uses = [
        CouponUsed(one.id, txn, one.template, one.member, at, actor, one.value, one.right, one.op, kept=one.kept)
        for one in body.coupons
    ]
    uses += [
        CouponUsed(one.id, txn, one.template, one.member, at, actor, one.value, one.right, one.op, max(0, one.value))
        for one in body.vouchers
    ]
    return (sale, *uses, *_touched(body), *_on_paper(fact, body))


def _on_paper(fact: Fact, body: SaleCompleted) -> tuple[Change, ...]:
    """The slip that a sale was written on. What it took off is what the sale's coupons did."""
    slip = body.slip
    if slip is None:
        return ()
    off = sum(one.value for one in body.coupons)
    keyed = fact.corrected_ms
    return (SlipUsed(slip.book, slip.number, body.txn, slip.at, keyed, slip.by, fact.actor, off),)


def _voided(fact: Fact, body: Voided) -> tuple[Change, ...]:
    return (SaleVoided(body.txn, fact.corrected_ms, fact.actor, body.reason, body.approved_by),)


def _returned(_fact: Fact, body: GoodsReturned) -> tuple[Change, ...]:
    back = [VoucherRefunded(one.id, body.txn, max(0, one.value)) for one in body.vouchers]
    goods = [(one.sku, one.category, one.pieces, one.price) for one in body.items]
    goods += [("", name, 1, part) for name, part in body.by_category]
    onto = tuple((one.id, one.value) for one in body.vouchers)
    known = tuple(goods) if body.left is not None else ()
    returned = SaleReturned(body.txn, body.amount, known, body.less, onto, body.till or "")
    return (returned, *back, *_touched(body))


def _named(body: Mapping[str, Any]) -> dict[str, Any]:
    """Version 1 wrote goods and offers as lists, each place of which meant something."""
    raised = dict(body)
    if "items" in body:
        raised["items"] = [dict(zip(("sku", "category", "pieces", "price"), row, strict=True)) for row in body["items"]]
    if "offers" in body:
        raised["offers"] = [dict(zip(("rule", "off", "pieces"), row, strict=True)) for row in body["offers"]]
    return raised


SALE_COMPLETED = Kind(
    "sale.completed",
    owner=_OWNER,
    body=SaleCompleted,
    says="a sale; a use of each coupon",
    changes=_completed,
    happening="purchased",
    older=(_named,),
)
SALE_VOIDED = Kind(
    "sale.voided",
    owner=_OWNER,
    body=Voided,
    says="marks the sale, removes its coupon uses; a second void changes nothing",
    changes=_voided,
    happening="sale_voided",
)
SALE_RETURNED = Kind(
    "sale.returned",
    owner=_OWNER,
    body=GoodsReturned,
    says="in the histories of those it names, who are judged again",
    changes=_returned,
    happening="returned",
    older=(_named,),
)
SALE_REFUSED = Kind("sale.refused", owner=_OWNER, body=SaleRefused, says="none")


def goods_in(document: Mapping[str, Any]) -> tuple[Goods, ...]:
    """Articles in a stored sale, of whatever version. Raises BodyError."""
    sale = SALE_COMPLETED.read(document)
    return sale.items if sale is not None else ()


def back_in(document: Mapping[str, Any]) -> tuple[CameBack, ...]:
    """What came back in a stored sale, of whatever version. Raises BodyError."""
    sale = SALE_COMPLETED.read(document) if document.get("back") else None
    return sale.back if sale is not None else ()


def offers_in(document: Mapping[str, Any]) -> tuple[Offer, ...]:
    """Discounts of rules in the price of a stored sale, of whatever version. Raises BodyError."""
    sale = SALE_COMPLETED.read(document)
    return sale.offers if sale is not None else ()


KINDS: tuple[Kind[Any], ...] = (SALE_COMPLETED, SALE_VOIDED, SALE_RETURNED, SALE_REFUSED)
