"""May this coupon be used, here and now? One answer: None (yes) or the reason that helps most.

The reasons are tried in this order, so that nobody is sent to another store, or asked for a card, for a coupon that is
spent anyway (docs/coupons.md has the table):

1. nothing to do: it is in this sale already
2. never again: taken back, used up, withdrawn, run out (coupon or campaign, whichever ended first)
3. not by this program: a benefit it cannot reckon; not this place or person: other store, other member
4. not yet: coupon or campaign not begun (whichever begins last)
5. the member: needed, has had all uses, has had today's uses
6. later today or this week: outside the hours
7. what is bought: nothing of the categories, not enough of it
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kiosk.domain.coupons.deal import Reach
from kiosk.domain.coupons.hours import is_open, local_day, next_opening
from kiosk.domain.coupons.model import Basket, BenefitKind, Coupon, CouponTemplate, PastUse
from kiosk.domain.refusals import ArgValue, Refusal, RefusalCode
from kiosk.domain.stores import CampaignHeader, Store

UNTOLD = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for an instant of HQ's that could not be read."""


@dataclass(frozen=True, slots=True)
class MemberRoom:
    """How many more coupons of a template a member may use, and the limit that says so."""

    left: int
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class _Case:
    coupon: Coupon
    template: CouponTemplate
    campaign: CampaignHeader | None
    store: Store
    member_id: str | None
    basket: Basket | None
    now: datetime
    uses_here: Sequence[PastUse]
    uses_elsewhere: Sequence[PastUse]
    member_uses: Sequence[PastUse]
    already_in_sale: bool


def judge(
    coupon: Coupon,
    template: CouponTemplate,
    *,
    campaign: CampaignHeader | None,
    store: Store,
    member_id: str | None,
    basket: Basket | None,
    now: datetime,
    uses_here: Sequence[PastUse] = (),
    uses_elsewhere: Sequence[PastUse] = (),
    member_uses: Sequence[PastUse] = (),
    already_in_sale: bool = False,
) -> Refusal | None:
    """Why `coupon` cannot be used now, or None.

    `campaign` None: its header has not arrived; the coupon's and template's own times decide. `member_id`: who stands
    at the till, if known. `basket` None: nothing is known of the goods yet, which is no reason to refuse. `now`: aware,
    by HQ's clock as far as known. `uses_here`: uses of this coupon that this terminal knows of; `uses_elsewhere`: what
    HQ told, which may name the same sales again (each sale counts once). `member_uses`: uses of any template by
    `member_id`, here and elsewhere. Voided uses are in none of the lists.
    """
    case = _Case(
        coupon,
        template,
        campaign,
        store,
        member_id,
        basket,
        now,
        uses_here,
        uses_elsewhere,
        member_uses,
        already_in_sale,
    )
    for rule in _RULES:
        if (refusal := rule(case)) is not None:
            return refusal
    return None


def member_room(
    template: CouponTemplate, *, member_uses: Iterable[PastUse], now: datetime, zone: str
) -> MemberRoom | None:
    """How many more coupons of `template` the member may use now; None: as many as they have.

    "Today" is the day on the wall calendar of the store whose `zone` (IANA) is given, also for uses in other zones.
    A single sale may hold several coupons of a template: pricing needs this, a yes from `judge` for each is not enough.
    """
    uses = _distinct(use for use in member_uses if use.template == template.id)
    rooms = []
    if template.uses_per_member is not None:
        left = max(0, template.uses_per_member - len(uses))
        rooms.append(MemberRoom(left, Refusal(RefusalCode.MEMBER_LIMIT, {"uses": template.uses_per_member})))
    if template.uses_per_member_day is not None:
        today = local_day(now, zone)
        used_today = sum(1 for use in uses if local_day(use.at, zone) == today)
        left = max(0, template.uses_per_member_day - used_today)
        rooms.append(MemberRoom(left, Refusal(RefusalCode.MEMBER_DAY_LIMIT, {"uses": template.uses_per_member_day})))
    return min(rooms, key=lambda room: room.left, default=None)  # the first of equals: the limit that stays


def needed_spend(template: CouponTemplate) -> int:
    """Minor units of eligible goods without which the coupon gives nothing."""
    benefit = template.benefit
    return max(template.min_spend, benefit.spend if benefit.kind is BenefitKind.THRESHOLD else 0)


def usable_from(coupon: Coupon, template: CouponTemplate) -> datetime:
    """The first instant at which both the coupon and its template are valid."""
    return max(coupon.not_before, template.valid_from)


def usable_until(coupon: Coupon, template: CouponTemplate) -> datetime:
    """The first instant at which the coupon or its template has run out."""
    return min(coupon.expires, template.valid_until)


def _in_sale(case: _Case) -> Refusal | None:
    return Refusal(RefusalCode.ALREADY_IN_SALE) if case.already_in_sale else None


def _revoked(case: _Case) -> Refusal | None:
    revoked = case.coupon.revoked_at
    if revoked is None or case.now < revoked:
        return None
    # a time that could not be read is before all others, and is not told
    return Refusal(RefusalCode.REVOKED, {"since": revoked} if revoked > UNTOLD else {})


def _used_up(case: _Case) -> Refusal | None:
    uses = _distinct(use for use in (*case.uses_here, *case.uses_elsewhere) if use.coupon == case.coupon.id)
    if not uses:
        empty = case.template.is_voucher and case.coupon.units(case.template) <= 0
        return Refusal(RefusalCode.VOUCHER_EMPTY) if empty else None
    if sum(use.units for use in uses) < case.coupon.units(case.template):
        return None
    last = max(uses, key=lambda use: (use.at, use.txn))
    if last.store == case.store.id:
        args: dict[str, ArgValue] = {"at": last.at, "clerk": last.clerk, "terminal": last.terminal}
        return Refusal(RefusalCode.ALREADY_USED_HERE, args)
    if last.at <= UNTOLD:
        return Refusal(RefusalCode.ALREADY_USED_ELSEWHERE)
    return Refusal(RefusalCode.ALREADY_USED_ELSEWHERE, {"at": last.at, "store": last.store})


def _withdrawn(case: _Case) -> Refusal | None:
    if case.template.withdrawn or (case.campaign is not None and case.campaign.withdrawn):
        return Refusal(RefusalCode.CAMPAIGN_OVER)
    return None


def _run_out(case: _Case) -> Refusal | None:
    ends = [(usable_until(case.coupon, case.template), RefusalCode.EXPIRED)]
    if case.campaign is not None:
        ends.append((case.campaign.ends, RefusalCode.CAMPAIGN_OVER))
    since, code = min(ends, key=lambda end: end[0])
    return Refusal(code, {"since": since}) if case.now >= since else None


def _needs_update(case: _Case) -> Refusal | None:
    return Refusal(RefusalCode.NEEDS_UPDATE) if case.template.benefit.kind is BenefitKind.UNKNOWN else None


def _other_store(case: _Case) -> Refusal | None:
    for allowed in (case.coupon.stores, case.template.stores):
        if allowed is not None and case.store.id not in allowed and case.store.region not in allowed:
            # with a single place the words can name it
            return Refusal(RefusalCode.OTHER_STORE, {"store": allowed[0]} if len(allowed) == 1 else {})
    return None


def _other_member(case: _Case) -> Refusal | None:
    owner = case.coupon.member
    if owner is None or case.member_id is None or owner == case.member_id:
        return None
    return Refusal(RefusalCode.OTHER_MEMBER)


def _not_begun(case: _Case) -> Refusal | None:
    begins = [(usable_from(case.coupon, case.template), RefusalCode.NOT_YET_VALID)]
    if case.campaign is not None:
        begins.append((case.campaign.starts, RefusalCode.CAMPAIGN_NOT_STARTED))
    until, code = max(begins, key=lambda begin: begin[0])
    return Refusal(code, {"until": until}) if case.now < until else None


def _member_needed(case: _Case) -> Refusal | None:
    template = case.template
    limited = template.uses_per_member is not None or template.uses_per_member_day is not None
    if case.member_id is None and (case.coupon.member is not None or limited):
        return Refusal(RefusalCode.MEMBER_NEEDED)
    return None


def _member_limit(case: _Case) -> Refusal | None:
    room = member_room(case.template, member_uses=case.member_uses, now=case.now, zone=case.store.zone)
    return room.refusal if room is not None and room.left == 0 else None


def _outside_hours(case: _Case) -> Refusal | None:
    windows, zone = case.template.hours, case.store.zone
    if is_open(windows, case.now, zone):
        return None
    opening = next_opening(windows, case.now, zone)
    end = usable_until(case.coupon, case.template)
    if case.campaign is not None:
        end = min(end, case.campaign.ends)
    # an opening after the end is none
    return Refusal(RefusalCode.OUTSIDE_HOURS, {"until": opening} if opening is not None and opening < end else {})


def _category_missing(case: _Case) -> Refusal | None:
    basket, reach = case.basket, _reach(case.template)
    if basket is None or basket.amount <= 0 or reach.everything or basket.eligible(reach) > 0:
        return None
    return Refusal(RefusalCode.CATEGORY_MISSING)


def _minimum(case: _Case) -> Refusal | None:
    if case.basket is None:
        return None
    need, have = needed_spend(case.template), case.basket.eligible(_reach(case.template))
    return Refusal(RefusalCode.MINIMUM_NOT_REACHED, {"need": need, "have": have}) if have < need else None


def _reach(template: CouponTemplate) -> Reach:
    """The goods of which something has to be there."""
    return template.deal.reach if template.deal is not None else Reach(categories=template.categories)


def _distinct(uses: Iterable[PastUse]) -> list[PastUse]:
    """Each use of a coupon by a sale once. The first is kept: this terminal knows the clerk, HQ's copy does not."""
    seen: dict[tuple[str, str], PastUse] = {}
    for use in uses:
        seen.setdefault((use.coupon, use.txn), use)
    return list(seen.values())


_RULES: tuple[Callable[[_Case], Refusal | None], ...] = (
    _in_sale,
    _revoked,
    _used_up,
    _withdrawn,
    _run_out,
    _needs_update,
    _other_store,
    _other_member,
    _not_begun,
    _member_needed,
    _member_limit,
    _outside_hours,
    _category_missing,
    _minimum,
)
