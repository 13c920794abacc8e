"""What a scan at the checkout means: a member, a coupon, a colleague's badge, or a reasoned no."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.application.campaigns.see_member import see_member
from kiosk.application.context import Context, here
from kiosk.application.members.views import member_view, stranger
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.ports.lookups import Ask, Told
from kiosk.application.sales.codes import typed_code
from kiosk.application.sales.find import known_sale
from kiosk.application.sales.outcomes import (
    CouponAdded,
    DrawReceiptScanned,
    MemberFound,
    ReceiptRead,
    ScanOutcome,
    ShareRead,
    Visit,
)
from kiosk.application.sales.price import Judged, judge_coupons, price_visit
from kiosk.application.sales.rights import held, online
from kiosk.application.staff.outcomes import BadgeRead
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.campaigns.points import takes_points
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.documents.receipt_code import receipt_named
from kiosk.domain.members.card import MemberCard
from kiosk.domain.members.member import Member
from kiosk.domain.members.vouched import Vouched
from kiosk.domain.refusals import MAY_STILL_BE_GOOD, ArgValue, Refusal, RefusalCode
from kiosk.domain.refused_tokens import refusal_of
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.domain.staff.actors import SYSTEM, Actor, Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.stores import Store
from kiosk.domain.tokens import (
    CouponClaims,
    DrawReceiptClaims,
    InviteClaims,
    MemberPassClaims,
    ReadToken,
    StaffBadgeClaims,
    TokenRefusal,
)

NOBODY = Staff("", "", Role.AUDITOR)
"""Who scans while nobody is signed in: may do nothing, so that only a badge gets an answer that counts."""


_MORE_MAY_BE_ON_IT = frozenset(
    {RefusalCode.VOUCHER_EMPTY, RefusalCode.ALREADY_USED_HERE, RefusalCode.ALREADY_USED_ELSEWHERE}
)
"""As far as is known here a voucher is empty; another till may have put money on it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """HQ was asked about a scan. `told` None: it did not answer."""

    told: Told | None


def scan_code(
    context: Context, tx: LedgerTx, visit: Visit, event: ScanEvent, actor: Actor, answered: Answered | None = None
) -> ScanOutcome | Ask:
    """Judge a scan; or what HQ has to be asked first, outside of the transaction: then `answered` has what came of it.
    Refusals are facts too."""
    outcome = _judge(context, tx, visit, event, actor, answered)
    if isinstance(outcome, Refusal) and outcome.code is not RefusalCode.PROMO_TOO_OFTEN:
        body = {"code": str(outcome.code), "source": str(event.source), "symbology": str(event.symbology)}
        coupon = outcome.args.get("coupon")
        tx.append(SCAN_REFUSED, actor.id, body | ({"coupon": coupon} if coupon else {}))
    return outcome


def badge_at_the_door(context: Context, tx: LedgerTx, event: ScanEvent) -> BadgeRead | None:
    """Whose badge was scanned while nobody works, or where nothing but badges counts."""
    outcome = scan_code(context, tx, Visit(txn=""), event, NOBODY)
    return outcome if isinstance(outcome, BadgeRead) else None


def _judge(
    context: Context, tx: LedgerTx, visit: Visit, event: ScanEvent, actor: Actor, answered: Answered | None
) -> ScanOutcome | Ask:
    _identity, store = here(context, tx)
    receipt = receipt_named(event.text, context.now_ms())
    if receipt is not None:
        sale = known_sale(context, tx, receipt)
        return ReceiptRead(sale) if sale is not None else Refusal(RefusalCode.SALE_UNKNOWN)
    code = typed_code(context, tx, visit, event.text)
    if code is not None:
        return code
    found = context.codes.read(event.text, event.symbology, context.now())
    match found:
        # also one whose time is over, or whose terminal is out of service, proves what it proved
        case ReadToken(claims=DrawReceiptClaims()) | TokenRefusal(claims=DrawReceiptClaims()):
            return DrawReceiptScanned(event.text)
        case TokenRefusal():
            return refusal_of(found)
        case MemberCard(number=number):
            return _by_card(context, tx, visit, store, number, actor, answered)
        case ReadToken(claims=MemberPassClaims() as claims):
            return _by_pass(context, tx, visit, store, claims, actor, answered)
        case ReadToken(claims=StaffBadgeClaims() as claims):
            return BadgeRead(claims.staff, claims.serial)
        case ReadToken(claims=CouponClaims() as claims):
            return _with_coupon(context, tx, visit, store, claims, actor, answered)
        case ReadToken(claims=InviteClaims() as claims) if _rewards_sharers(context, tx, claims.campaign):
            return ShareRead(price_visit(context, tx, replace(visit, sharer=claims.referrer)))
        case ReadToken():
            return Refusal(RefusalCode.WRONG_KIND, {"read": str(found.kind)})


def _rewards_sharers(context: Context, tx: LedgerTx, campaign: str) -> bool:
    """Whether a campaign in force gives something to who shared what is bought."""
    campaigns = context.campaigns(tx)
    return any(one.id == campaign and campaigns.cached("shared", one, _waits) for one in campaigns.in_force())


def _waits(campaign: Campaign) -> bool:
    return any(rule.when.event is Trigger.SHARE_BOUGHT for rule in campaign.rules)


def _by_card(
    context: Context,
    tx: LedgerTx,
    visit: Visit,
    store: Store,
    number: str,
    actor: Actor,
    answered: Answered | None,
) -> ScanOutcome | Ask:
    member = context.reference.member_by_card(number)
    if member is None:
        if answered is None and online(context):
            return Ask(card=number)
        told = answered.told if answered is not None else None
        kept = context.reference.guest_by_card(number, context.now_ms())
        member = next(iter(told.members), None) if told is not None else kept
        if member is None:
            code = RefusalCode.MEMBER_NOT_LOOKED_UP if told is None else RefusalCode.MEMBER_UNKNOWN
            return Refusal(code, {"read": number})
    return with_member(context, tx, visit, store, member, proven=False, actor=actor, answered=answered)


def _by_pass(
    context: Context,
    tx: LedgerTx,
    visit: Visit,
    store: Store,
    claims: MemberPassClaims,
    actor: Actor,
    answered: Answered | None,
) -> ScanOutcome | Ask:
    member = context.reference.member(claims.member)
    if member is None:
        if answered is None and online(context):
            return Ask(member=claims.member)
        told = answered.told if answered is not None else None
        if told is not None and not told.members:
            return Refusal(RefusalCode.MEMBER_UNKNOWN)
        # who was merged into another is told as that one
        member = next(iter(told.members), None) if told is not None else context.guest(claims.member)
        if member is None:
            return _with_stranger(context, tx, visit, claims.member)
    return with_member(context, tx, visit, store, member, proven=True, actor=actor, answered=answered)


def _with_stranger(context: Context, tx: LedgerTx, visit: Visit, member: str) -> MemberFound:
    """Who has a signed pass is a member, though nobody here can say which: the sale names them."""
    visit, replaced = _for_another(visit, member)
    return MemberFound(price_visit(context, tx, replace(visit, member=stranger(member, Vouched.PASS))), replaced)


def _for_another(visit: Visit, member: str) -> tuple[Visit, bool]:
    """Another member's visit is put aside: what was scanned for them does not follow."""
    if visit.member is None or visit.member.id == member:
        return visit, False
    return replace(
        visit, tokens=(), scanned=(), balances=(), codes=(), chosen=None, by_category=(), sharer=None, brought=()
    ), True


def with_member(
    context: Context,
    tx: LedgerTx,
    visit: Visit,
    store: Store,
    member: Member,
    *,
    proven: bool,
    actor: Actor | None = None,
    answered: Answered | None = None,
) -> MemberFound:
    """The visit with this member, and with what it brings that they are here. Another member's visit is put aside: what
    was scanned for them does not follow. `answered`: what HQ said of them, where it was asked."""
    campaigns = context.campaigns(tx)
    brought = see_member(campaigns, member.id, actor.id if actor else SYSTEM, visit.channel)
    told = answered is not None and answered.told is not None
    vouched = Vouched.OWN if context.reference.member(member.id) else Vouched.HQ if told else Vouched.CACHED
    state = campaigns.view(member.id)
    view = member_view(member, (), context.now(), store.zone, proven=proven, state=state, vouched=vouched)
    if state is not None and vouched is Vouched.OWN and any(map(takes_points, campaigns.in_force())):
        context.points.seen(member.id, state.points)
    visit, replaced = _for_another(visit, member.id)
    visit = price_visit(context, tx, replace(visit, member=view, brought=visit.brought + brought))
    assert visit.member is not None
    return MemberFound(replace(visit, member=replace(visit.member, coupons=visit.coupons)), replaced)


def coupon_claims_of(context: Context, event: ScanEvent) -> CouponClaims | Refusal:
    """What the code of a coupon says, whoever holds it; or why it is none."""
    found = context.codes.read(event.text, event.symbology, context.now())
    match found:
        case TokenRefusal():
            return refusal_of(found)
        case ReadToken(claims=CouponClaims() as claims):
            return claims
        case MemberCard(number=number):
            return Refusal(RefusalCode.WRONG_KIND, {"read": number})
        case _:
            return Refusal(RefusalCode.WRONG_KIND, {"read": str(found.kind)})


def coupon_of(claims: CouponClaims) -> Coupon:
    """The coupon that a code is."""
    begins = claims.not_before or claims.issued
    return Coupon(claims.id, claims.template, begins, claims.expires, claims.member, worth=claims.worth)


def _may_be(context: Context, tx: LedgerTx, visit: Visit, claims: CouponClaims) -> bool:
    """Whether nothing that is known here stands against a coupon for good: then nobody needs to be asked."""
    if visit.member is None and claims.member is not None:
        visit = replace(visit, member=stranger(claims.member, Vouched.COUPON))
    judged = judge_coupons(context, context.campaigns(tx), replace(visit, tokens=(coupon_of(claims),)), (claims.id,))
    may_be = MAY_STILL_BE_GOOD | _MORE_MAY_BE_ON_IT if any(_charged(item) for item in judged) else MAY_STILL_BE_GOOD
    return not any(item.refusal is not None and item.refusal.code not in may_be for item in judged)


def _charged(item: Judged) -> bool:
    """Whether tills put money on it."""
    return item.template is not None and item.template.sold is not None


def _owner(context: Context, claims: CouponClaims, answered: Answered | None) -> str | None:
    """Whose a coupon is now: its code names whoever it was made for, who may have been merged into another since."""
    if claims.member is None:
        return None
    told = answered.told.members if answered is not None and answered.told is not None else ()
    known = context.reference.coupon(claims.id)
    if len(told) == 1:
        return told[0].id
    if known is not None and known.member is not None:
        return known.member
    row = context.reference.member(claims.member)
    return row.id if row is not None else claims.member


def _with_coupon(
    context: Context,
    tx: LedgerTx,
    visit: Visit,
    store: Store,
    claims: CouponClaims,
    actor: Actor,
    answered: Answered | None,
) -> CouponAdded | Refusal | Ask:
    template = context.reference.template(claims.template)
    again = claims.id in visit.scanned
    asks_again = template is not None and template.is_voucher and (answered is not None or online(context))
    if again and not asks_again:  # HQ says once more what is left on a voucher
        return Refusal(RefusalCode.ALREADY_IN_SALE, {"coupon": claims.id})
    claims = replace(claims, member=_owner(context, claims, answered))
    if not claims.allows_store(store.id, store.region):
        places = claims.stores or ()
        only: dict[str, ArgValue] = {"store": places[0]} if len(places) == 1 and not claims.regions else {}
        return Refusal(RefusalCode.OTHER_STORE, only | {"coupon": claims.id})
    if template is None:
        return Refusal(RefusalCode.TEMPLATE_UNKNOWN, {"coupon": claims.id})
    if claims.worth is not None and not template.is_voucher:
        return Refusal(RefusalCode.WRONG_KIND, {"read": "coupon"})  # only of money a code says how much it is
    if claims.member is not None and visit.member is not None and claims.member != visit.member.id:
        return Refusal(RefusalCode.OTHER_MEMBER, {"coupon": claims.id})
    if (
        answered is None
        and online(context)
        and (template.sold is not None or not held(context, tx, claims.id))  # more may be on it than is held here
        and _may_be(context, tx, visit, claims)
    ):
        return Ask(coupon=claims.id, template=claims.template, txn=visit.txn)
    if claims.member is not None and visit.member is None:
        # a coupon that names its member also says who stands there
        owner = context.member(claims.member)
        if owner is None:
            visit = replace(visit, member=stranger(claims.member, Vouched.COUPON))
        else:
            visit = with_member(context, tx, visit, store, owner, proven=False, actor=actor, answered=answered).visit
    coupon = coupon_of(claims)
    tokens = (*(token for token in visit.tokens if token.id != coupon.id), coupon)
    if not again:
        chosen = (*visit.chosen, coupon.id) if visit.chosen is not None else None
        visit = replace(visit, tokens=tokens, scanned=(*visit.scanned, coupon.id), chosen=chosen)
    if answered is not None and answered.told is not None and answered.told.left is not None:
        known = tuple(row for row in visit.balances if row[0] != coupon.id)
        visit = replace(visit, balances=(*known, (coupon.id, answered.told.left)))
    visit = price_visit(context, tx, visit)
    view = next(view for view in visit.coupons if view.id == coupon.id)
    if view.refusal is not None and view.refusal.code not in MAY_STILL_BE_GOOD:
        return Refusal(view.refusal.code, {**view.refusal.args, "coupon": coupon.id})
    told = answered.told.refusal if answered is not None and answered.told is not None else None
    if told is not None and not (template.sold is not None and held(context, tx, coupon.id)):  # HQ may not know of it
        return told
    return CouponAdded(visit, view)
