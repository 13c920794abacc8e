"""Key in a slip that was written while everything was down: it becomes a sale of that time.

What the paper says happened, and cannot be undone by refusing it. So what can only be a mistake of the keyboard or a
forgery is refused (no such slip, another store's, twice, a time that cannot be); what went against the rules (a limit,
an hour, a number that was said to be lost) a manager lets pass, and the fact says despite what.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.reward_views import reward_views
from kiosk.application.context import Context
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.sales import StoredSale
from kiosk.application.sales.confirm import next_receipt, said_in_all
from kiosk.application.sales.outcomes import RightUsed
from kiosk.application.sales.undo import staff_name, view_of
from kiosk.application.slips.find import FoundSlip, find_slip, keyed_in, said_of, used_of, what_it_is
from kiosk.application.slips.outcomes import SlipBooked, Written
from kiosk.application.staff.outcomes import Approval, ApprovalNeeded
from kiosk.domain.campaigns.coupon_gifts import CouponGift
from kiosk.domain.coupons.judge import judge, needed_spend
from kiosk.domain.coupons.model import Basket, Coupon, CouponTemplate, PastUse
from kiosk.domain.coupons.pricing import worth
from kiosk.domain.members.card import MemberCard
from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.domain.members.vouched import Vouched
from kiosk.domain.members.whole_phone import whole_phone
from kiosk.domain.money import largest_amount, rounding_unit
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_REFUSED
from kiosk.domain.scan.events import Symbology
from kiosk.domain.slips.code import code_of
from kiosk.domain.slips.model import Declared, state_of, use_of
from kiosk.domain.staff.actors import Actor
from kiosk.domain.staff.roles import Permission
from kiosk.domain.time import instant, millis
from kiosk.domain.tokens import CouponClaims, ReadToken, TokenRefusal

LET_PASS = frozenset(
    {
        RefusalCode.SLIP_DECLARED,
        RefusalCode.SLIP_BOOK_USED_UP,
        RefusalCode.MEMBER_LIMIT,
        RefusalCode.MEMBER_DAY_LIMIT,
        RefusalCode.OUTSIDE_HOURS,
        RefusalCode.CAMPAIGN_OVER,
        RefusalCode.CAMPAIGN_NOT_STARTED,
        RefusalCode.REVOKED,
        RefusalCode.ALREADY_USED_HERE,
        RefusalCode.ALREADY_USED_ELSEWHERE,
        RefusalCode.REWARD_GONE,
    }
)
"""What a manager may let pass: it happened, and what it cost is lost."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """A slip with all that it names, as far as it was found."""

    found: FoundSlip
    at: datetime
    amount: int
    by: str
    member: Member | None
    guest: bool
    template: CouponTemplate | None
    coupon: Coupon | None


def key_in(
    context: Context, tx: LedgerTx, written: Written, actor: Actor, approval: Approval | None
) -> SlipBooked | ApprovalNeeded | Refusal:
    """Book a slip. Refusals are facts too."""
    if not actor.may(Permission.KEY_IN_SLIPS) or not (
        context.slips_by_clerks or actor.may(Permission.MANAGE_SLIPS) or approval is not None
    ):
        return Refusal(RefusalCode.NOT_PERMITTED)
    campaigns = context.campaigns(tx)
    slip = _read(context, campaigns, written)
    if not isinstance(slip, _Slip):
        return _journalled(context, tx, slip, actor)
    against: list[Refusal] = []
    for refusal in _against(context, campaigns, slip):
        if refusal.code not in LET_PASS:
            return _journalled(context, tx, refusal, actor)
        against.append(refusal)
    if against and approval is None:
        return ApprovalNeeded(against[0])
    return _book(context, campaigns, slip, actor, approval, against)


def _journalled(context: Context, tx: LedgerTx, refusal: Refusal, actor: Actor) -> Refusal:
    tx.append(SALE_REFUSED, actor.id, {"code": str(refusal.code), "txn": context.new_id()})
    return refusal


# -- what is named ----------------------------------------------------------------------------------------------------


def _read(context: Context, campaigns: Campaigns, written: Written) -> _Slip | Refusal:
    tx = campaigns.tx
    found = find_slip(context, tx, written.slip)
    if isinstance(found, Refusal):
        return found
    twice = keyed_in(context, tx, found)
    if twice is not None:
        return twice
    if written.amount <= 0:
        return Refusal(RefusalCode.AMOUNT_MISSING)
    if written.amount > largest_amount(campaigns.store.currency):
        return Refusal(RefusalCode.AMOUNT_TOO_LARGE)
    if tx.staff_member(written.by) is None:
        return Refusal(RefusalCode.STAFF_UNKNOWN)
    template = context.reference.template(found.book.template) if found.book.template else None
    if found.book.template and template is None:
        return Refusal(RefusalCode.TEMPLATE_UNKNOWN)
    coupon = _coupon(context, found, written.coupon.strip())
    if isinstance(coupon, Refusal):
        return coupon
    member = _member(context, written.member.strip(), coupon, campaigns.store.currency)
    if isinstance(member, Refusal):
        return member
    guest = member is not None and context.reference.member(member.id) is None
    return _Slip(found, written.at, written.amount, written.by, member, guest, template, coupon)


def _coupon(context: Context, found: FoundSlip, text: str) -> Coupon | Refusal | None:
    """The customer's own coupon that a slip stood for."""
    if not text:
        return None
    read = context.codes.read(text, Symbology.UNKNOWN, context.now())
    claims = read.claims if isinstance(read, ReadToken | TokenRefusal) else None
    name = claims.id if isinstance(claims, CouponClaims) else text
    coupon = context.reference.coupon(name)
    if coupon is None and isinstance(claims, CouponClaims) and claims.worth is None:  # no money stands on a slip
        since = claims.not_before or claims.issued
        coupon = Coupon(claims.id, claims.template, since, claims.expires, claims.member)
    if coupon is None:
        return Refusal(RefusalCode.NOT_OURS, {"read": text[:48]})
    if coupon.template != found.book.template:
        what = what_it_is(context, found.book)
        return Refusal(RefusalCode.SLIP_OTHER_COUPON, {"name": what.en, "template": found.book.template})
    return coupon


def _member(context: Context, text: str, coupon: Coupon | None, currency: str) -> Member | Refusal | None:
    """Who a slip names, and whose coupon it stood for."""
    owner = context.member(coupon.member) if coupon is not None and coupon.member else None
    if not text:
        return owner
    read = context.codes.read(text, Symbology.UNKNOWN, context.now())
    number = read.number if isinstance(read, MemberCard) else text
    phone = whole_phone(text, currency)
    known = context.reference.find_members(phone, 2).members if phone else ()
    member = (
        context.reference.member_by_card(number)
        or context.reference.guest_by_card(number, context.now_ms())
        or context.member(text)
        or (known[0] if len(known) == 1 else None)
    )
    if member is None:
        return Refusal(RefusalCode.MEMBER_UNKNOWN, {"read": text[:48]})
    if coupon is not None and coupon.member is not None and coupon.member != member.id:
        return Refusal(RefusalCode.OTHER_MEMBER)
    return member


# -- what stands against it -------------------------------------------------------------------------------------------


def _against(context: Context, campaigns: Campaigns, slip: _Slip) -> Iterator[Refusal]:
    """Everything, what nobody lets pass first."""
    yield from _time(context, slip)
    if slip.template is not None:
        need = needed_spend(slip.template)
        if slip.amount < need:
            yield Refusal(RefusalCode.MINIMUM_NOT_REACHED, {"need": need, "have": slip.amount})
        yield from _template(context, campaigns, slip, slip.template)
    yield from _number(context, campaigns.tx, slip)
    if slip.coupon is not None and slip.template is not None:
        yield from _customers_coupon(context, campaigns, slip, slip.coupon, slip.template)
    gift = _gift(campaigns, slip)
    if gift is not None and campaigns.gift_left(gift.key) < 1:
        yield Refusal(RefusalCode.REWARD_GONE, {"name": gift.item.id})


def _time(context: Context, slip: _Slip) -> Iterator[Refusal]:
    book = slip.found.book
    if slip.at > context.now():
        yield Refusal(RefusalCode.SLIP_IN_FUTURE, {"at": slip.at})
    since = max(book.made, book.since)
    if slip.at < since:
        yield Refusal(RefusalCode.SLIP_TOO_EARLY, {"at": slip.at, "since": since})
    if slip.at >= book.until:
        yield Refusal(RefusalCode.SLIP_TOO_LATE, {"at": slip.at, "until": book.until})


def _template(context: Context, campaigns: Campaigns, slip: _Slip, template: CouponTemplate) -> Iterator[Refusal]:
    """As a coupon of the template would have been judged at that time."""
    member = slip.member.id if slip.member else None
    book = slip.found.book
    limited = template.uses_per_member is not None or template.uses_per_member_day is not None
    uses = (
        (*campaigns.tx.uses_of_member(member, template.id), *context.reference.spent_by_member(member, template.id))
        if member and limited
        else ()
    )
    refusal = judge(
        Coupon(use_of(book.id, slip.found.number), template.id, book.since, book.until),
        replace(template, categories=None, uses_per_coupon=1),
        campaign=context.reference.campaign(template.campaign),
        store=campaigns.store,
        member_id=member,
        basket=None,
        now=slip.at,
        member_uses=uses,
    )
    if refusal is not None:
        yield refusal


def _number(context: Context, tx: LedgerTx, slip: _Slip) -> Iterator[Refusal]:
    book, number = slip.found.book, slip.found.number
    said = {one.what for one in said_of(context, tx, book.id) if one.first <= number <= one.last}
    if said:
        what = Declared.LOST if Declared.LOST in said else Declared.UNUSED
        mine = [one for one in tx.said_of_slips(book.id) if number in one.range.numbers() and one.range.what is what]
        by: dict[str, ArgValue] = {}
        if mine:
            by = {"at": instant(mine[-1].at_ms), "clerk": staff_name(tx, mine[-1].actor)}
        yield Refusal(RefusalCode.SLIP_DECLARED, {"other": str(what), **by})
    if len(used_of(context, tx, book.id)) >= book.uses:
        yield Refusal(RefusalCode.SLIP_BOOK_USED_UP, {"uses": book.uses})


def _customers_coupon(
    context: Context, campaigns: Campaigns, slip: _Slip, coupon: Coupon, template: CouponTemplate
) -> Iterator[Refusal]:
    """What became of the coupon that the slip stood for."""
    uses: list[PastUse] = list(campaigns.tx.uses_of_coupon(coupon.id))
    revoked = context.reference.revoked_at(coupon.id)
    refusal = judge(
        replace(coupon, revoked_at=revoked or coupon.revoked_at),
        replace(template, categories=None, hours=(), uses_per_member=None, uses_per_member_day=None, stores=None),
        campaign=None,
        store=campaigns.store,
        member_id=slip.member.id if slip.member else coupon.member,
        basket=None,
        now=slip.at,
        uses_here=uses,
        uses_elsewhere=context.reference.spent(coupon.id),
    )
    if refusal is not None:
        clerk = refusal.args.get("clerk")
        named = {"clerk": staff_name(campaigns.tx, str(clerk))} if clerk else {}
        yield Refusal(refusal.code, {**refusal.args, **named, "coupon": coupon.id})


# -- the sale ---------------------------------------------------------------------------------------------------------


def _gift(campaigns: Campaigns, slip: _Slip) -> CouponGift | None:
    """What of a campaign's stock a slip stood for: what is printed on it, for nobody knows of anything else."""
    return next(iter(campaigns.gifts_for(slip.found.book.template)), None)


def _off(campaigns: Campaigns, slip: _Slip) -> int:
    """Minor units that the slip took off: by its template, never more than its book allows."""
    unit = rounding_unit(campaigns.store.currency)
    if slip.template is None:
        return min(slip.found.book.off, slip.amount) // unit * unit
    off = worth(replace(slip.template, categories=None), Basket(slip.amount), unit)
    return min(off, slip.found.book.most // unit * unit)


def _book(
    context: Context,
    campaigns: Campaigns,
    slip: _Slip,
    actor: Actor,
    approval: Approval | None,
    against: list[Refusal],
) -> SlipBooked:
    tx, book = campaigns.tx, slip.found.book
    txn, off = context.new_id(), _off(campaigns, slip)
    number, receipt = next_receipt(tx, campaigns.identity)
    body: dict[str, Any] = {
        "v": SALE_COMPLETED.version,
        "txn": txn,
        "number": number,
        "receipt": receipt,
        "amount": slip.amount,
        "total": slip.amount - off,
        "currency": campaigns.store.currency,
        "clerk": actor.name,
        "channel": str(actor.channel),
        "coupons": _coupons(slip, off, approval),
        "lines": [_line(context, slip, off)],
        "slip": _said(slip, approval, against),
        **_of_member(campaigns, slip),
    }
    fact = tx.append(SALE_COMPLETED, actor.id, body)
    stored = StoredSale(txn, slip_ms(slip.at), actor.id, fact.body, fact.epoch, fact.seq, hlc=fact.hlc)
    gift = _gift(campaigns, slip)
    gifts = [] if gift is None else [(_stood_for(slip), gift)]
    effects = campaigns.journal_rewards(fact, gifts=gifts)
    rewards = [reward for effect in effects for reward in effect.granted]
    shown = reward_views(campaigns, rewards, slip.member.id if slip.member else "")
    left = state_of(book, used_of(context, tx, book.id), said_of(context, tx, book.id)).open
    view = replace(view_of(context, tx, stored, actor), rewards=shown)
    return SlipBooked(view, book.id, code_of(book.id, slip.found.number), left)


def slip_ms(at: datetime) -> int:
    """The written minute, as facts hold it."""
    return millis(at) // 60_000 * 60_000


def _coupons(slip: _Slip, off: int, approval: Approval | None) -> list[dict[str, Any]]:
    """The slip's own use, which no other sale may have; and that of the coupon it stood for, which takes the amount."""
    use: dict[str, Any] = {
        "id": use_of(slip.found.book.id, slip.found.number),
        "template": slip.found.book.template,
        "value": 0 if slip.coupon is not None else off,
        "right": str(RightUsed.SLIP),
    }
    use |= {"member": slip.member.id} if slip.member and slip.coupon is None else {}
    use |= {"approved_by": approval.staff} if approval is not None else {}
    if slip.coupon is None:
        return [use]
    stood_for = {**use, "id": slip.coupon.id, "value": off}
    return [use, stood_for | ({"member": slip.member.id} if slip.member else {})]


def _stood_for(slip: _Slip) -> str:
    """The coupon that did what the slip did: the customer's, else the slip itself."""
    return slip.coupon.id if slip.coupon is not None else use_of(slip.found.book.id, slip.found.number)


def _line(context: Context, slip: _Slip, off: int) -> dict[str, Any]:
    book, template = slip.found.book, slip.template
    line: dict[str, Any] = {
        "coupon": _stood_for(slip),
        "template": book.template,
        "name": said_in_all(what_it_is(context, book)),
        "off": off,
    }
    gift = template.benefit.gift if template is not None else None
    return line | ({"gift": said_in_all(gift)} if gift is not None else {})


def _said(slip: _Slip, approval: Approval | None, against: list[Refusal]) -> dict[str, Any]:
    said: dict[str, Any] = {
        "book": slip.found.book.id,
        "number": slip.found.number,
        "at": slip_ms(slip.at),
        "by": slip.by,
    }
    said |= {"typed": True} if slip.found.typed else {}
    if against and approval is not None:
        said |= {"despite": ",".join(str(one.code) for one in against), "approved_by": approval.staff}
    return said


def _of_member(campaigns: Campaigns, slip: _Slip) -> dict[str, Any]:
    if slip.member is None:
        return {}
    body = {"member": slip.member.id, "name": mask_name(slip.member.name)}
    body |= {"vouched": str(Vouched.CACHED)} if slip.guest else {}
    referrer = campaigns.state(slip.member.id).referrer if campaigns.running else ""
    return body | ({"referrer": referrer} if referrer else {})
