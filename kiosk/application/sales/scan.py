"""What a scan at the checkout means: a member, a coupon, a colleague's badge, or a reasoned no."""

from __future__ import annotations

from dataclasses import replace

from kiosk.application.campaigns.see_member import see_member
from kiosk.application.context import Context, here
from kiosk.application.members.views import member_view, stranger
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.outcomes import CouponAdded, MemberFound, ScanOutcome, ShareRead, Visit
from kiosk.application.sales.price import price_visit
from kiosk.application.staff.outcomes import BadgeRead
from kiosk.domain.campaigns.model import Campaign, Trigger
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.members.card import MemberCard
from kiosk.domain.members.member import Member
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.scan.events import ScanEvent
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.domain.staff.actors import SYSTEM, Actor, Staff
from kiosk.domain.staff.roles import Role
from kiosk.domain.stores import Store
from kiosk.domain.tokens import (
    CouponClaims,
    InviteClaims,
    MemberPassClaims,
    ReadToken,
    StaffBadgeClaims,
    TokenProblem,
    TokenRefusal,
)

_PROBLEMS = {
    TokenProblem.NOT_OURS: RefusalCode.NOT_OURS,
    TokenProblem.GOODS: RefusalCode.NOT_OURS,
    TokenProblem.TOO_LARGE: RefusalCode.NOT_OURS,
    TokenProblem.UNREADABLE: RefusalCode.UNREADABLE,
    TokenProblem.MALFORMED: RefusalCode.UNREADABLE,
    TokenProblem.UNKNOWN_KEY: RefusalCode.UNKNOWN_KEY,
    TokenProblem.FORGED: RefusalCode.FORGED,
    TokenProblem.KEY_REVOKED: RefusalCode.KEY_REVOKED,
    TokenProblem.KEY_EXPIRED: RefusalCode.EXPIRED,
    TokenProblem.NOT_YET_VALID: RefusalCode.NOT_YET_VALID,
    TokenProblem.EXPIRED: RefusalCode.EXPIRED,
}

_HARD_NO = frozenset(RefusalCode) - {
    # a coupon refused for one of these stays in the visit: the amount or the goods may still change
    RefusalCode.AMOUNT_MISSING,
    RefusalCode.MINIMUM_NOT_REACHED,
    RefusalCode.CATEGORY_MISSING,
    RefusalCode.NOT_STACKABLE,
    RefusalCode.NO_BENEFIT,
}


NOBODY = Staff("", "", Role.AUDITOR)
"""Who scans while nobody is signed in: may do nothing, so that only a badge gets an answer that counts."""


def scan_code(context: Context, tx: LedgerTx, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome:
    """Judge a scan. Refusals are facts too."""
    outcome = _judge(context, tx, visit, event, actor)
    if isinstance(outcome, Refusal):
        body = {"code": str(outcome.code), "source": str(event.source), "symbology": str(event.symbology)}
        coupon = outcome.args.get("coupon")
        tx.append(SCAN_REFUSED, actor.id, body | ({"coupon": coupon} if coupon else {}))
    return outcome


def badge_at_the_door(context: Context, tx: LedgerTx, event: ScanEvent) -> BadgeRead | None:
    """Whose badge was scanned while nobody works, or where nothing but badges counts."""
    outcome = scan_code(context, tx, Visit(txn=""), event, NOBODY)
    return outcome if isinstance(outcome, BadgeRead) else None


def _judge(context: Context, tx: LedgerTx, visit: Visit, event: ScanEvent, actor: Actor) -> ScanOutcome:
    _identity, store = here(context, tx)
    found = context.codes.read(event.text, event.symbology, context.now())
    match found:
        case TokenRefusal():
            return _refused(found)
        case MemberCard(number=number):
            member = context.reference.member_by_card(number)
            return with_member(context, tx, visit, store, member, shown=number, proven=False, actor=actor)
        case ReadToken(claims=MemberPassClaims() as claims):
            member = context.reference.member(claims.member)
            return with_member(context, tx, visit, store, member, shown=claims.member, proven=True, actor=actor)
        case ReadToken(claims=StaffBadgeClaims() as claims):
            return BadgeRead(claims.staff, claims.serial)
        case ReadToken(claims=CouponClaims() as claims):
            return _with_coupon(context, tx, visit, store, claims, actor)
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


def _refused(found: TokenRefusal) -> Refusal:
    args: dict[str, ArgValue] = {"read": found.shown}
    if found.since is not None:
        args["since"] = found.since
    if found.until is not None:
        args["until"] = found.until
    if found.problem is TokenProblem.GOODS:
        args["other"] = "goods"
    if isinstance(found.claims, CouponClaims):
        args["coupon"] = found.claims.id
    return Refusal(_PROBLEMS[found.problem], args)


def with_member(
    context: Context,
    tx: LedgerTx,
    visit: Visit,
    store: Store,
    member: Member | None,
    *,
    shown: str,
    proven: bool,
    actor: Actor | None = None,
) -> MemberFound | Refusal:
    """The visit with this member, and with what it brings that they are here. Another member's visit is put aside: what
    was scanned for them does not follow."""
    if member is None:
        return Refusal(RefusalCode.MEMBER_UNKNOWN, {"read": shown})
    campaigns = context.campaigns(tx)
    brought = see_member(campaigns, member.id, actor.id if actor else SYSTEM, visit.channel)
    view = member_view(member, (), context.now(), store.zone, proven=proven, state=campaigns.view(member.id))
    replaced = visit.member is not None and visit.member.id != member.id
    if replaced:
        visit = replace(visit, tokens=(), scanned=(), chosen=None, by_category=(), sharer=None, brought=())
    visit = price_visit(context, tx, replace(visit, member=view, brought=visit.brought + brought))
    assert visit.member is not None
    return MemberFound(replace(visit, member=replace(visit.member, coupons=visit.coupons)), replaced)


def _with_coupon(
    context: Context, tx: LedgerTx, visit: Visit, store: Store, claims: CouponClaims, actor: Actor
) -> CouponAdded | Refusal:
    if claims.id in visit.scanned:
        return Refusal(RefusalCode.ALREADY_IN_SALE, {"coupon": claims.id})
    if not claims.allows_store(store.id, store.region):
        places = claims.stores or ()
        only: dict[str, ArgValue] = {"store": places[0]} if len(places) == 1 and not claims.regions else {}
        return Refusal(RefusalCode.OTHER_STORE, only | {"coupon": claims.id})
    if context.reference.template(claims.template) is None:
        return Refusal(RefusalCode.TEMPLATE_UNKNOWN, {"coupon": claims.id})
    if claims.member is not None and visit.member is None:
        # a coupon that names its member also says who stands there
        owner = context.reference.member(claims.member)
        if owner is None:
            visit = replace(visit, member=stranger(claims.member))
        else:
            found = with_member(context, tx, visit, store, owner, shown=claims.member, proven=False, actor=actor)
            if isinstance(found, Refusal):
                return found
            visit = found.visit
    elif claims.member is not None and visit.member is not None and claims.member != visit.member.id:
        return Refusal(RefusalCode.OTHER_MEMBER, {"coupon": claims.id})
    coupon = Coupon(claims.id, claims.template, claims.not_before or claims.issued, claims.expires, claims.member)
    tokens = (*(token for token in visit.tokens if token.id != coupon.id), coupon)
    chosen = (*visit.chosen, coupon.id) if visit.chosen is not None else None
    visit = replace(visit, tokens=tokens, scanned=(*visit.scanned, coupon.id), chosen=chosen)
    visit = price_visit(context, tx, visit)
    view = next(view for view in visit.coupons if view.id == coupon.id)
    if view.refusal is not None and view.refusal.code in _HARD_NO:
        return Refusal(view.refusal.code, {**view.refusal.args, "coupon": coupon.id})
    return CouponAdded(visit, view)
