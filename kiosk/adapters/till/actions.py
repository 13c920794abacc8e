"""From a till's messages to the use cases and back; the same for HTTP and for files."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Literal, TypeVar

import msgspec

from kiosk.adapters.till.words import INVALID, WORDS
from kiosk.application.campaigns.outcomes import RewardView
from kiosk.application.members.outcomes import MemberView
from kiosk.application.ports.faults import LedgerFault
from kiosk.application.sales.charge_outcomes import CardFound, ChargeView, VoucherKind
from kiosk.application.sales.outcomes import (
    AppliedLine,
    GoodsSold,
    Refund,
    Returned,
    SaleView,
    Visit,
    VoucherLine,
)
from kiosk.application.till.bridge import TillBridge
from kiosk.application.till.outcomes import (
    LinePrice,
    TillBasket,
    TillCharge,
    TillItem,
    TillNo,
    TillOutcome,
    TillRefused,
    TillTransaction,
)
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.near_offers import NearOffer
from kiosk.domain.refusals import Refusal
from kiosk.domain.texts import LocalText
from kiosk.protocol import till as m

T = TypeVar("T", bound=msgspec.Struct)
_ID = re.compile(m.ID_PATTERN)


class Action(StrEnum):
    """What a till may want."""

    BASKET = "basket"
    PAID = "paid"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    CHARGED = "charged"
    STATE = "state"


NO: Mapping[TillNo, tuple[int, str]] = {
    TillNo.CURRENCY_MISMATCH: (422, "the store's currency is another one"),
    TillNo.AMOUNT_MISSING: (422, "the basket costs nothing"),
    TillNo.NOTHING_BOUGHT: (422, "everything comes back and nothing is bought: report it as returned"),
    TillNo.AMOUNT_TOO_LARGE: (422, "the amount is too large"),
    TillNo.CATEGORIES_EXCEED_AMOUNT: (422, "the categories cost more than the whole basket"),
    TillNo.PUT_AGAIN: (404, "this basket is not known (any more): put it again"),
    TillNo.PRICE_CHANGED: (409, "the price is another one now; nothing was redeemed"),
    TillNo.APPROVAL_NEEDED: (409, "a coupon needs a manager's approval; nothing was redeemed"),
    TillNo.ALREADY_PAID: (409, "it was paid already"),
    TillNo.ALREADY_CANCELLED: (409, "it was paid and cancelled already"),
    TillNo.MANAGER_NEEDED: (409, "only a manager can undo this sale, at the terminal"),
    TillNo.NOT_PAID: (404, "nothing was paid under this id"),
    TillNo.NOT_POSSIBLE: (409, "not possible now"),
}
"""Status and title of every expected "no"."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A status as in HTTP, and the message."""

    status: int
    message: m.Transaction | m.Problem


def problem(code: str, title: str, status: int, detail: str = "") -> Answered:
    """A problem of the request itself, or of the terminal."""
    return Answered(status, m.Problem(type=code, title=title, status=status, detail=detail))


def perform(bridge: TillBridge, action: Action, till: str, body: bytes) -> Answered:
    """Do what the till wants and say what came of it. Any `till` and `body` are answered."""
    if not _ID.fullmatch(till):
        return problem("invalid_id", "a transaction's id has 1 to 64 letters, digits, dots, dashes", 422)
    body = body.removeprefix(codecs.BOM_UTF8)  # what Windows' programs put before UTF-8 is no part of the JSON
    if len(body) > m.MAX_BODY:
        return problem("body_too_large", f"at most {m.MAX_BODY} bytes", 413)
    try:
        match action:
            case Action.BASKET:
                outcome: TillOutcome = bridge.put(till, _basket(_read(body, m.Basket)))
            case Action.PAID:
                outcome = bridge.paid(till, _read(body, m.Paid).total)
            case Action.RETURNED:
                message = _read(body, m.Returned)
                outcome = bridge.returned(till, _back(message), ask=message.ask)
            case Action.CHARGED:
                outcome = bridge.charged(till, _charge(_read(body, m.Charged)))
            case Action.CANCELLED:
                _read(body or b"{}", m.Cancelled)
                outcome = bridge.cancelled(till)
            case Action.STATE:
                outcome = bridge.state(till)
    except msgspec.ValidationError as error:
        answer = problem("invalid", "the body does not say what it should", 422, str(error))
        return replace(answer, message=msgspec.structs.replace(answer.message, words=_words(INVALID)))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return problem("malformed", "the body is no JSON", 400, str(error))
    except LedgerFault as fault:
        return problem(fault.code, "the ledger cannot do its work now; try again", 503)
    return _answered(outcome)


def _read(body: bytes, kind: type[T]) -> T:
    return msgspec.json.decode(body, type=kind)


def _basket(message: m.Basket) -> TillBasket:
    if bool(message.items) == (message.amount is not None):
        raise msgspec.ValidationError("Expected either `items` or `amount`")
    if message.items and message.by_category:
        raise msgspec.ValidationError("`by_category` follows from `items`: it goes with `amount` only")
    return TillBasket(
        currency=message.currency,
        items=tuple(
            TillItem(one.sku, one.category, one.pieces, one.price, one.reduced, one.of) for one in message.items
        ),
        amount=message.amount or 0,
        by_category=tuple(sorted(message.by_category.items())),
        member=message.member,
        coupons=message.coupons,
        without=frozenset(message.without),
        use_points=message.use_points,
        pay=message.pay,
        use_vouchers=message.use_vouchers,
    )


def _back(message: m.Returned) -> Returned:
    said = bool(message.items), bool(message.by_category), message.amount is not None
    if said.count(True) != 1 or message.amount == 0:
        raise msgspec.ValidationError("Expected one of `items`, `by_category` and `amount`")
    if message.amount is not None and message.refund not in (None, message.amount):
        raise msgspec.ValidationError("`amount` is what was paid: `refund` can be no other")
    items = tuple(Item(one.sku, "", one.pieces, one.price if one.price is not None else -1) for one in message.items)
    agreed = message.amount if message.amount is not None else message.refund
    return Returned(agreed, tuple(message.by_category.items()), items, message.id)


def _charge(message: m.Charged) -> TillCharge:
    if message.voucher is not None and message.kind:
        raise msgspec.ValidationError("Expected one of `voucher` and `kind`")
    if not message.ask and not (message.voucher or message.kind):
        raise msgspec.ValidationError("Expected `voucher` or `kind`")
    return TillCharge(message.currency, message.voucher or "", message.kind, message.value, message.ask)


def _answered(outcome: TillOutcome) -> Answered:
    if isinstance(outcome, TillTransaction):
        return Answered(200, _transaction(outcome))
    return _refused(outcome)


def _refused(refused: TillRefused) -> Answered:
    status, title = NO[refused.no]
    return Answered(
        status,
        m.Problem(
            type=str(refused.no),
            title=title,
            status=status,
            words=_words(WORDS[refused.no]),
            reason=_reason(refused.refusal) if refused.refusal is not None else None,
            transaction=_transaction(refused.transaction) if refused.transaction is not None else None,
        ),
    )


def _transaction(found: TillTransaction) -> m.Transaction:
    return m.Transaction(
        id=found.id,
        state=found.state.value,
        quote=_quote(found, found.visit) if found.visit is not None else None,
        sale=_sale(found, found.sale) if found.sale is not None else None,
        refund=_refund(found.refund) if found.refund is not None else None,
        charge=_charged(found.charge) if found.charge is not None else None,
        card=_card(found.card) if found.card is not None else None,
        kinds=tuple(map(_kind, found.kinds)),
    )


def _charged(charge: ChargeView) -> m.Charge:
    return m.Charge(
        receipt=charge.receipt,
        at=_instant(charge.at),
        clerk=charge.clerk,
        currency=charge.currency,
        id=charge.coupon,
        name=_words(charge.name),
        value=charge.value,
        left=charge.left,
        until=_instant(charge.until),
        first=charge.first,
        code=charge.code,
        cancelled_at=_instant(charge.voided_at) if charge.voided_at is not None else None,
    )


def _card(card: CardFound) -> m.Card:
    return m.Card(
        id=card.coupon,
        kind=card.kind.template,
        name=_words(card.kind.name),
        left=card.left,
        sure=card.sure,
        until=_instant(card.until),
        most=card.most,
    )


def _kind(kind: VoucherKind) -> m.VoucherKind:
    return m.VoucherKind(
        kind=kind.template,
        name=_words(kind.name),
        amounts=kind.amounts,
        least=kind.least,
        most=kind.most,
        until=_instant(kind.until),
        fresh=kind.prints,
    )


def _refund(refund: Refund) -> m.Refund:
    less = tuple(
        m.LessPaid(off=one.off, id=one.id, name=_words(one.name) if one.name is not None else None)
        for one in refund.less
    )
    return m.Refund(amount=refund.amount, price=refund.price, less=less, vouchers=dict(refund.vouchers))


def _quote(found: TillTransaction, visit: Visit) -> m.Quote:
    quote, member = visit.quote, visit.member
    return m.Quote(
        currency=found.currency,
        amount=quote.amount - quote.back,
        total=quote.net,
        due=quote.due,
        back=quote.back,
        vouchers=tuple(map(_voucher, quote.vouchers)),
        lines=tuple(map(_line, found.lines)),
        applied=tuple(map(_applied, quote.lines)),
        left_out=tuple(
            m.LeftOut(id=left.coupon, reason=_reason(left.refusal), name=_words(left.name) if left.name else None)
            for left in quote.left_out
        ),
        not_taken=tuple(m.NotTaken(code=row.code, reason=_reason(row.refusal)) for row in found.not_taken),
        rewards=tuple(map(_reward, quote.rewards)),
        pay_points=m.PointsOffer(points=quote.pay_points.points, off=quote.pay_points.off)
        if quote.pay_points is not None
        else None,
        near=tuple(map(_near, quote.near)),
        bound=quote.bound,
        member=_member(member) if member is not None else None,
    )


def _near(offer: NearOffer) -> m.Near:
    return m.Near(
        rule=offer.rule,
        name=_words(offer.name),
        items=offer.items,
        categories=offer.categories,
        missing=offer.missing,
        extra=offer.extra,
        saves=offer.saves,
    )


def _member(member: MemberView) -> m.Member:
    ahead = tuple(m.PointsAhead(points=one.points, until=_instant(one.until)) for one in member.points_ahead)
    return m.Member(name=member.masked_name, tier=str(member.tier), points=member.points, points_ahead=ahead)


def _sale(found: TillTransaction, sale: SaleView) -> m.Sale:
    return m.Sale(
        receipt=sale.receipt,
        at=_instant(sale.at),
        clerk=sale.clerk,
        currency=sale.currency,
        amount=sale.amount - sale.for_back,
        total=sale.net,
        due=sale.due,
        back=sale.for_back,
        vouchers=tuple(map(_voucher, sale.vouchers)),
        lines=tuple(map(_line, found.lines)),
        applied=tuple(map(_applied, sale.lines)),
        rewards=tuple(map(_reward, sale.rewards)),
        cancelled_at=_instant(sale.voided_at) if sale.voided_at is not None else None,
        returned=sale.returned,
        left=tuple(map(_goods_left, sale.goods)) if any(one.came_back for one in sale.goods) else (),
    )


def _goods_left(goods: GoodsSold) -> m.GoodsLeft:
    amount = goods.left * goods.price if goods.sku else goods.left
    return m.GoodsLeft(sku=goods.sku, category=goods.category, pieces=goods.left if goods.sku else 0, amount=amount)


def _line(line: LinePrice) -> m.Line:
    shares = tuple(m.Share(id=name, off=off) for name, off in line.shares)
    return m.Line(
        sku=line.sku,
        pieces=line.pieces,
        amount=line.amount,
        off=line.off,
        net=line.net,
        shares=shares,
        untouched=str(line.untouched) if line.untouched is not None else None,
    )


def _voucher(line: VoucherLine) -> m.Voucher:
    return m.Voucher(id=line.coupon, name=_words(line.name), paid=line.off, left=line.left)


def _applied(line: AppliedLine) -> m.Applied:
    kind: Literal["coupon", "rule"] = "rule" if line.rule else "coupon"
    gift = _words(line.gift) if line.gift is not None else None
    return m.Applied(id=line.coupon, kind=kind, name=_words(line.name), off=line.off, gift=gift, points=line.points)


def _reward(reward: RewardView) -> m.Reward:
    return m.Reward(
        kind=str(reward.kind),
        quantity=reward.quantity,
        campaign=_words(reward.campaign),
        rule=_words(reward.rule),
        name=_words(reward.name) if reward.name is not None else None,
        provisional_until=_instant(reward.provisional_until) if reward.provisional_until is not None else None,
    )


def _reason(refusal: Refusal) -> m.Reason:
    args = {
        name: _instant(value) if isinstance(value, datetime) else value for name, value in sorted(refusal.args.items())
    }
    return m.Reason(code=str(refusal.code), args=args)


def _words(text: LocalText) -> m.Texts:
    return m.Texts(zh_TW=text.zh_TW, zh_CN=text.zh_CN, en=text.en)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
