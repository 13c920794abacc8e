"""Judge the coupons of a visit and find its price."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from kiosk.application.campaigns import basket as campaigns_basket
from kiosk.application.campaigns.campaign_price import Discounts, discounts, sale_rewards
from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.campaigns.near_offers import near_offers
from kiosk.application.campaigns.near_rewards import near_rewards
from kiosk.application.campaigns.outcomes import PointsOffer
from kiosk.application.campaigns.reward_views import owed_rewards
from kiosk.application.context import Context
from kiosk.application.members.outcomes import CouponView
from kiosk.application.members.views import coupon_view
from kiosk.application.ports.ledger import LedgerTx
from kiosk.application.sales.outcomes import AppliedLine, LeftOut, Quote, Visit, VoucherLine
from kiosk.application.sales.rights import right_missing, voucher_here
from kiosk.application.sales.undo import staff_name
from kiosk.application.sales.unsent import unsent
from kiosk.domain.campaigns.coupon_gifts import CouponGift
from kiosk.domain.campaigns.discounts import basket_of
from kiosk.domain.campaigns.offers import offers, points_paid
from kiosk.domain.campaigns.payments import Payment, merged, payments_of
from kiosk.domain.coupons.exchanged import above
from kiosk.domain.coupons.judge import MemberRoom, judge, member_room
from kiosk.domain.coupons.model import Basket, BenefitKind, Coupon, CouponTemplate, PastUse
from kiosk.domain.coupons.pricing import Candidate, Pricing, best, face_value, price, worth
from kiosk.domain.coupons.shares import Paid, free_pieces, paid
from kiosk.domain.coupons.vouchers import Voucher, last_uses, left_on, payments
from kiosk.domain.money import rounding_unit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.stores import Store


@dataclass(frozen=True, slots=True)
class Judged:
    """A coupon with its template (None: HQ never told) and what stands against it. `voucher`: what it may pay, `used`:
    what it paid last; `gift`: what of a campaign's stock is handed over for it."""

    coupon: Coupon
    template: CouponTemplate | None
    refusal: Refusal | None
    voucher: Voucher | None = None
    used: tuple[tuple[datetime, int], ...] = ()
    gift: CouponGift | None = None


def price_visit(context: Context, tx: LedgerTx, visit: Visit) -> Visit:
    """The visit with its coupons judged and its quote."""
    campaigns = context.campaigns(tx)
    visit = _filled(campaigns, visit)
    return quoted(context, campaigns, visit, judge_coupons(context, campaigns, visit))


def _filled(campaigns: Campaigns, visit: Visit) -> Visit:
    """The visit with what the chain's goods file says of its articles. The sale's fact will say the same, whatever the
    file says by then."""
    if visit.back:
        visit = replace(visit, back=tuple(map(campaigns.goods.filled, visit.back)))
    items = tuple(map(campaigns.goods.filled, visit.items))
    if items == visit.items:
        return visit
    amounts = dict(visit.by_category)
    for before, item in zip(visit.items, items, strict=True):
        if item.category and not before.category:
            amounts[item.category] = amounts.get(item.category, 0) + item.cost
    return replace(visit, items=items, by_category=tuple(sorted(amounts.items())))


def quoted(
    context: Context, campaigns: Campaigns, visit: Visit, judged: Sequence[Judged], *, exactly: bool = False
) -> Visit:
    """The visit with its quote, given its judged coupons. `exactly`: `visit.chosen` names campaigns' discounts too, and
    no others count."""
    views = tuple(
        coupon_view(
            context.reference,
            item.coupon,
            item.template,
            item.refusal,
            item.voucher.left if item.voucher is not None else None,
            item.used,
        )
        for item in judged
        if item.template is not None
    )
    basket = visit.basket()
    if visit.amount <= 0:
        back = sum(one.item.cost for one in visit.came_back)
        nothing = Quote(0, 0, payments=_payments(campaigns), back=back)
        return _with_prospects(campaigns, replace(visit, coupons=views, quote=nothing), basket)
    gifts = {item.coupon.id: item.gift for item in judged if item.gift is not None and _in_use(visit, item)}
    with campaigns.without(gifts.values()):
        offered = discounts(campaigns, basket)
    pricing = _pricing(context, campaigns, visit, judged, offered, exactly=exactly)
    with campaigns.without(gifts[line.coupon.id] for line in pricing.lines if line.coupon.id in gifts):
        quote = _quote(campaigns, basket, pricing, judged, offered)
    back = sum(one.item.cost for one in visit.came_back)
    quote = replace(quote, back=back, vouchers=_paid_by_vouchers(visit, judged, max(0, quote.total - back)))
    if visit.member is not None and visit.member.guest:
        quote = replace(quote, rewards=())  # HQ gives them
    if not exactly:
        if offered.pay_points is not None:
            with campaigns.without(gifts.values()):
                quote = replace(quote, pay_points=_points_that_pay(context, campaigns, visit, judged, pricing))
        price_of = partial(_pricing, context, campaigns, visit, judged, exactly=False)
        quote = replace(quote, near=near_offers(campaigns, basket, pricing, price_of))
    return _with_prospects(campaigns, replace(visit, coupons=_with_reasons(views, pricing), quote=quote), basket)


def _points_that_pay(
    context: Context, campaigns: Campaigns, visit: Visit, judged: Sequence[Judged], pricing: Pricing
) -> PointsOffer | None:
    """What points pay of the price, or would if the customer wanted it: beside everything else that is taken off, and
    beyond what comes back. None where nothing is left for them to pay."""
    if not visit.use_points:
        asked = replace(visit, use_points=True)
        pricing = _pricing(context, campaigns, asked, judged, discounts(campaigns, asked.basket()), exactly=False)
    paying = [(points_paid(line), line.off) for line in pricing.lines if points_paid(line)]
    return PointsOffer(sum(points for points, _ in paying), sum(off for _, off in paying)) if paying else None


def _with_prospects(campaigns: Campaigns, visit: Visit, basket: campaigns_basket.Basket) -> Visit:
    """The visit's member with what is near and what waits to be handed over."""
    if visit.member is None or visit.member.guest or not campaigns.running:
        return visit
    owed = owed_rewards(campaigns, visit.member.id)
    near = near_rewards(campaigns, basket, visit.quote.total or visit.amount, visit.quote.rewards, visit.quote.paid_for)
    return replace(visit, member=replace(visit.member, near=near, owed=owed))


def judge_coupons(
    context: Context, campaigns: Campaigns, visit: Visit, only: Collection[str] | None = None
) -> list[Judged]:
    """Everything the visit could use: the member's coupons, from HQ and from campaigns here, and those scanned by their
    signed code; or `only` these."""
    basket = basket_of(campaigns.priced(visit.basket())) if visit.amount > 0 else None
    member = visit.member.id if visit.member else None
    coupons = {coupon.id: coupon for coupon in (context.reference.coupons_of(member) if member else ())}
    if member:
        coupons = {coupon.id: coupon for coupon in campaigns.coupons_of(member)} | coupons
    for scanned in visit.tokens:
        coupons.setdefault(scanned.id, scanned)
    judged = [
        _judge(context, campaigns, coupon, member, basket, visit.balances)
        for coupon in coupons.values()
        if only is None or coupon.id in only
    ]
    return _with_gifts(campaigns, visit, judged)


def _with_gifts(campaigns: Campaigns, visit: Visit, judged: list[Judged]) -> list[Judged]:
    """Coupons for a gift of a campaign's stock, each with one that is there: what this terminal may hand over is dealt
    out to those in use, as the clerk chose them, else those first that expire earlier."""
    gifts = {at: campaigns.gifts_for(one.coupon.template) for at, one in enumerate(judged) if _gives(one)}
    chosen = visit.chosen or ()

    def turn(at: int) -> tuple[bool, int, datetime, str]:
        coupon = judged[at].coupon
        place = chosen.index(coupon.id) if coupon.id in chosen else len(chosen)
        return not _in_use(visit, judged[at]), place, coupon.expires, coupon.id

    dealt = Counter[str]()
    for at in sorted((at for at, known in gifts.items() if known), key=turn):
        in_use = _in_use(visit, judged[at])
        gone = dealt if in_use else Counter[str]()
        gift = next((one for one in gifts[at] if campaigns.gift_left(one.key) > gone[one.key]), None)
        judged[at] = _for_gift(judged[at], gift)
        if gift is not None and in_use:
            dealt[gift.key] += 1
    return judged


def _gives(item: Judged) -> bool:
    return item.refusal is None and item.template is not None and item.template.benefit.kind is BenefitKind.GIFT


def _for_gift(item: Judged, gift: CouponGift | None) -> Judged:
    """A coupon for what it hands over; refused when there is nothing of it here."""
    assert item.template is not None
    if gift is None:
        return replace(item, refusal=Refusal(RefusalCode.REWARD_GONE, {"coupon": item.coupon.id}))
    benefit = replace(item.template.benefit, gift=gift.item.name, value=gift.item.value)
    return replace(item, gift=gift, template=replace(item.template, benefit=benefit))


def _in_use(visit: Visit, item: Judged) -> bool:
    """Whether a coupon goes into the price, as far as the clerk says."""
    return item.coupon.id not in visit.without and (visit.chosen is None or item.coupon.id in visit.chosen)


def _paid_by_vouchers(visit: Visit, judged: Sequence[Judged], total: int) -> tuple[VoucherLine, ...]:
    """What vouchers pay of the price. They are no discount: what they pay was paid."""
    usable = [
        item.voucher
        for item in judged
        if item.voucher is not None and item.refusal is None and visit.vouchers and _in_use(visit, item)
    ]
    return tuple(
        VoucherLine(one.voucher.coupon.id, one.voucher.template.id, one.voucher.template.name, one.paid, one.left)
        for one in payments(total, usable)
    )


def _judge(
    context: Context,
    campaigns: Campaigns,
    coupon: Coupon,
    member: str | None,
    basket: Basket | None,
    balances: Sequence[tuple[str, int]],
) -> Judged:
    reference, tx, store = context.reference, campaigns.tx, campaigns.store
    template = reference.template(coupon.template)
    if template is None:
        return Judged(coupon, None, Refusal(RefusalCode.TEMPLATE_UNKNOWN))
    revoked = reference.revoked_at(coupon.id)
    if revoked is not None:
        coupon = replace(coupon, revoked_at=revoked)
    uses_here, uses_elsewhere = tx.uses_of_coupon(coupon.id), reference.spent(coupon.id)
    told = dict(balances).get(coupon.id)
    if template.sold is not None:
        told = None if told is None else unsent(tx, coupon.id).with_told(told)
        coupon = _as_charged(tx, coupon, template, (*uses_here, *uses_elsewhere), told)
    refusal = judge(
        coupon,
        template,
        campaign=reference.campaign(template.campaign),
        store=store,
        member_id=member,
        basket=basket,
        now=context.now(),
        uses_here=uses_here,
        uses_elsewhere=uses_elsewhere,
        member_uses=_member_uses(context, tx, member, template),
    )
    if template.is_voucher:
        left = left_on(coupon, template, (*uses_here, *uses_elsewhere))
        found = voucher_here(context, tx, coupon, template, left if told is None else min(left, told))
        used = last_uses((*uses_here, *uses_elsewhere))
        return Judged(coupon, template, _named(tx, refusal or found.refusal), found.voucher, used)
    if refusal is None:
        # alone it takes as much as ever: what is said of it now is not said of it first at the confirmation
        off = worth(template, basket, rounding_unit(store.currency)) if basket else face_value(template)
        refusal = right_missing(context, tx, coupon.id, template, off)
    return Judged(coupon, template, _named(tx, refusal))


def _as_charged(
    tx: LedgerTx, coupon: Coupon, template: CouponTemplate, uses: Sequence[PastUse], told: int | None
) -> Coupon:
    """A voucher that tills put money on, worth what it was by what is known here; or so much as leaves what HQ said."""
    known = coupon.units(template) + tx.charged(coupon.id)
    if told is None:
        return replace(coupon, worth=known)
    plain = replace(coupon, worth=known)
    return replace(coupon, worth=known + max(0, told - left_on(plain, template, uses)))


def _named(tx: LedgerTx, refusal: Refusal | None) -> Refusal | None:
    """Facts know staff by id; people by name."""
    clerk = refusal.args.get("clerk") if refusal else None
    if refusal is None or not clerk:
        return refusal
    return Refusal(refusal.code, {**refusal.args, "clerk": staff_name(tx, str(clerk))})


def _member_uses(context: Context, tx: LedgerTx, member: str | None, template: CouponTemplate) -> Sequence[PastUse]:
    limited = template.uses_per_member is not None or template.uses_per_member_day is not None
    if member is None or not limited:
        return ()
    return (*tx.uses_of_member(member, template.id), *context.reference.spent_by_member(member, template.id))


def _pricing(
    context: Context,
    campaigns: Campaigns,
    visit: Visit,
    judged: Sequence[Judged],
    offered: Discounts,
    *,
    exactly: bool,
) -> Pricing:
    usable: dict[str, Candidate] = {
        item.coupon.id: (item.coupon, item.template)
        for item in judged
        if item.template and item.voucher is None and item.refusal is None and item.coupon.id not in visit.without
    }
    store = campaigns.store
    room = _room(context, campaigns.tx, visit, store, [template for _coupon, template in usable.values()])
    unit = rounding_unit(store.currency)
    rules = {coupon.id: (coupon, template) for coupon, template in offered.candidates}
    back = sum(one.item.cost for one in visit.came_back)
    if visit.chosen is None:
        found_best = partial(best, offered.goods, unit=unit, room=room)
        return above(back, [*usable.values(), *rules.values()], found_best)
    known = usable | rules
    chosen = [known[name] for name in visit.chosen if name in known]
    if not exactly:  # what somebody chose goes first; discounts come by themselves
        chosen += [found for name, found in rules.items() if name not in visit.chosen]
    return above(back, chosen, partial(price, offered.goods, unit=unit, room=room))


def _room(
    context: Context, tx: LedgerTx, visit: Visit, store: Store, templates: Sequence[CouponTemplate]
) -> dict[str, MemberRoom]:
    member = visit.member.id if visit.member else None
    found: dict[str, MemberRoom] = {}
    for template in templates:
        uses = _member_uses(context, tx, member, template)
        room = member_room(template, member_uses=uses, now=context.now(), zone=store.zone)
        if room is not None:
            found[template.id] = room
    return found


def _with_reasons(views: tuple[CouponView, ...], pricing: Pricing) -> tuple[CouponView, ...]:
    """Usable coupons first, by what they would take off; then the others."""
    worth = {line.coupon.id: line.off for line in pricing.lines}
    return tuple(sorted(views, key=lambda view: (view.refusal is not None, -worth.get(view.id, -1), view.expires)))


def _quote(
    campaigns: Campaigns,
    basket: campaigns_basket.Basket,
    pricing: Pricing,
    judged: Sequence[Judged],
    offered: Discounts,
) -> Quote:
    shares = _paid(campaigns.store, offered.goods, pricing)
    lines = tuple(
        AppliedLine(
            line.coupon.id,
            line.template.id,
            line.template.name,
            line.off,
            line.template.benefit.gift,
            rule=line.template.offer is not None,
            points=points_paid(line),
            on=on,
        )
        for line, on in zip(pricing.lines, shares.off or ((),) * len(pricing.lines), strict=True)
    )
    left_out = [
        LeftOut(item.coupon.id, item.refusal, item.template.name if item.template else None)
        for item in judged
        if item.refusal is not None
    ]
    left_out += [LeftOut(item.coupon.id, item.refusal, item.template.name) for item in pricing.left_out]
    in_price = offers(pricing.lines)
    free = free_pieces(offered.goods, pricing, shares) if shares.off else ()
    net = campaigns_basket.Paid(shares.by_category, shares.by_line, free)
    rewards = sale_rewards(campaigns, basket, pricing.total, in_price, net)
    return Quote(
        basket.amount,
        pricing.total,
        lines,
        tuple(left_out),
        rewards,
        offered.pay_points,
        offered.held_back,
        in_price,
        shares.by_category,
        shares.by_line,
        free,
        payments=_payments(campaigns),
        bound=pricing.bound,
    )


def _payments(campaigns: Campaigns) -> tuple[Payment, ...]:
    """Ways to pay that running campaigns ask for."""
    return merged(one for running in campaigns.in_force() for one in campaigns.cached("payments", running, payments_of))


def _paid(store: Store, goods: Basket, pricing: Pricing) -> Paid:
    """What is paid by category and by line, and which discount took what, where something is taken off and more is
    known than the total."""
    if pricing.total == pricing.amount or not (goods.by_category or goods.lines):
        return Paid((), (), ())
    return paid(goods, pricing, rounding_unit(store.currency))
