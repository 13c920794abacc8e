"""Coupons that campaigns give: the same ids, rules and validity wherever a reward is turned into coupons."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import MISSING, fields, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.campaigns.discounts import deal_of
from kiosk.domain.campaigns.gives import Discount
from kiosk.domain.campaigns.localtime import DAY, minutes, shown
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.pieces import Except
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.campaigns.things import CouponSpec, TimeSpan
from kiosk.domain.coupons.deal import Deal, Stage
from kiosk.domain.coupons.model import Benefit, BenefitKind, Coupon, CouponTemplate, OfflinePolicy, Sold, WeekWindow

MOST_COUPONS = 100
"""Coupons that one reward makes at most: what a rule gives for each full amount may be any number."""

_ID_CHARS = 20  # of base32: 100 bits, and short enough for a code that a cheap camera reads
_LONGEST_ID = 64
_ALWAYS = datetime.fromisoformat("9999-01-01")
_SAID_BY_BENEFITS = frozenset({"off", "percent", "most", "spend", "each", "categories", "exclusive", "priority"})
DISCOUNT_FIELDS = tuple(
    one.name for one in fields(Discount) if one.name in {own.name for own in fields(CouponSpec)} - {"offline_limit"}
)
"""What a coupon says as a rule's discount does."""
_OF_DEALS = {
    one.name: one.default if one.default is not MISSING else Except()
    for one in fields(CouponSpec)
    if one.name in DISCOUNT_FIELDS and one.name not in _SAID_BY_BENEFITS | {"group", "with_"}
}
# how far a wall clock may be from UTC: no zone is beyond
_AHEAD, _BEHIND = timedelta(hours=14), timedelta(hours=12)


def coupon_ids(reward: Reward) -> tuple[str, ...]:
    """The ids of the coupons that a reward is, one for each of its quantity; none for other rewards. They follow from
    the reward's id, so that the terminal that makes them and HQ, which publishes them, agree."""
    if reward.kind is not RewardKind.COUPON:
        return ()
    return tuple(f"{_stem(reward.id)}{index}" for index in range(min(reward.quantity, MOST_COUPONS)))


def made_by(reward: str, coupon: str) -> bool:
    """Whether a coupon's id is one that a reward of that id makes."""
    return coupon.startswith(_stem(reward))


def _stem(reward: str) -> str:
    return f"r-{base64.b32encode(hashlib.sha256(reward.encode()).digest()).decode().lower()[:_ID_CHARS]}-"


def template_id(campaign: str, spec: str) -> str:
    """The template's id of a campaign's coupon: "campaign/coupon", or what is left of it with a hash where that would
    be longer than an id may be."""
    name = f"{campaign}/{spec}"
    if len(name) <= _LONGEST_ID:
        return name
    mark = hashlib.sha256(name.encode()).hexdigest()[:_ID_CHARS]
    return f"{name[: _LONGEST_ID - 1 - len(mark)]}~{mark}"


def template_of(campaign: Campaign, spec: CouponSpec) -> CouponTemplate:
    """The template of a campaign's coupon. It is good for as long as any coupon of it can be, in any zone; each coupon
    says exactly. It names no campaign, because a coupon may be used after the campaign that gave it is over; a
    withdrawal marks the template itself."""
    ends = last_end(campaign, spec)
    return CouponTemplate(
        id=template_id(campaign.id, spec.id),
        name=spec.name,
        campaign="",
        benefit=_benefit(campaign, spec),
        valid_from=_utc(campaign.starts) - _AHEAD,
        valid_until=_utc(ends) + (_BEHIND if ends < _ALWAYS else timedelta()),
        min_spend=spec.min_spend,
        categories=spec.categories or None,
        stores=spec.stores or None,
        hours=windows(spec.weekdays, spec.times),
        uses_per_coupon=spec.uses,
        uses_per_member=spec.per_member,
        uses_per_member_day=spec.per_member_day,
        reusable=spec.reusable,
        stack_group=spec.group,
        stacks_with=spec.with_,
        offline=OfflinePolicy.REFUSE if spec.offline_limit is None else OfflinePolicy.ACCEPT_WITH_MANAGER,
        offline_limit=spec.offline_limit or 0,
        deal=_deal(spec),
        sold=_sold(campaign, spec),
    )


def _sold(campaign: Campaign, spec: CouponSpec) -> Sold | None:
    """On the store's wall clock, as the campaign's own times are."""
    if spec.sold is None or not spec.value:
        return None
    amounts = spec.sold.amounts or (spec.value,)
    most, least = spec.sold.most, max(1, spec.sold.least)
    return Sold(least, most, _utc(campaign.starts), _utc(campaign.ends), amounts, spec.valid_days)


def coupons_of(reward: Reward, campaign: Campaign, zone: str) -> tuple[Coupon, ...]:
    """The coupons that a reward is, of its member. `zone` (IANA): the wall clock by which it was given. Good from that
    minute, or from the day on which it settles, when the reward is provisional, or the coupon's first day; to the end
    of the reward's last day; without one, to the end of the campaign. None when the campaign knows no such coupon (any
    more)."""
    spec = next((spec for spec in campaign.coupons if spec.id == reward.ref), None)
    if spec is None:
        return ()
    info = ZoneInfo(zone)
    since = max(reward.wall, reward.settles, first_minute(spec))
    begins = shown(since).replace(tzinfo=info).astimezone(UTC)
    ends = (
        (shown(min(reward.until, minutes(_ALWAYS))) if reward.until else campaign.ends)
        .replace(tzinfo=info)
        .astimezone(UTC)
    )
    template = template_id(campaign.id, reward.ref)
    # nobody's word makes more of a voucher than its template allows
    worth = min(reward.worth, spec.value) or None
    return tuple(
        Coupon(one, template, begins, max(begins, ends), reward.member, worth=worth) for one in coupon_ids(reward)
    )


def first_minute(spec: CouponSpec) -> int:
    """The wall minute from which coupons of a spec are good; 0 for at once."""
    return spec.from_.toordinal() * DAY if spec.from_ is not None else 0


def units_made(reward: Reward, campaign: Campaign) -> int:
    """How much of it each coupon that a reward makes is good for, as `CouponTemplate.units`; 0 where the campaign knows
    no such coupon (any more)."""
    made = coupons_of(reward, campaign, "UTC")
    spec = next((spec for spec in campaign.coupons if spec.id == reward.ref), None)
    return made[0].units(template_of(campaign, spec)) if made and spec is not None else 0


def windows(weekdays: tuple[int, ...], times: tuple[TimeSpan, ...]) -> tuple[WeekWindow, ...]:
    """Days and hours as coupons' kinds say them; neither: always."""
    if not (weekdays or times):
        return ()
    days = weekdays or tuple(range(1, 8))
    spans = times or (TimeSpan(time(), time()),)  # equal ends: the whole day
    return tuple(WeekWindow(days, span.since, span.until) for span in spans)


def as_discount(spec: CouponSpec) -> Discount:
    """What a coupon takes off, as a rule's discount would say it."""
    return Discount(**{name: getattr(spec, name) for name in DISCOUNT_FIELDS})


def _deal(spec: CouponSpec) -> Deal | None:
    """None: it gives goods, or is money."""
    if spec.gift is not None or spec.value:
        return None
    return replace(deal_of(as_discount(spec)), stage=Stage.COUPONS, least=spec.min_spend)


def _plain(spec: CouponSpec) -> bool:
    """Whether a benefit, categories and a minimum say all of it, so that programs that know no deals can reckon it."""
    bounded = spec.most is not None and not spec.percent  # which a threshold does not know
    return not bounded and all(getattr(spec, name) == default for name, default in _OF_DEALS.items())


def _benefit(campaign: Campaign, spec: CouponSpec) -> Benefit:
    if spec.gift is not None:
        item = next(item for item in campaign.stock if item.id == spec.gift)
        return Benefit(BenefitKind.GIFT, gift=item.name, value=item.value)
    if spec.value:
        return Benefit(BenefitKind.VALUE, value=spec.value)
    if not _plain(spec):
        return Benefit(BenefitKind.DEAL, off=spec.off, rate_bp=spec.percent)
    if spec.percent:
        return Benefit(BenefitKind.PERCENT, rate_bp=spec.percent, cap=spec.most)
    if spec.spend:
        return Benefit(BenefitKind.THRESHOLD, off=spec.off, spend=spec.spend, each=spec.each)
    return Benefit(BenefitKind.FIXED, off=spec.off)


def last_end(campaign: Campaign, spec: CouponSpec) -> datetime:
    """The wall clock's time at which the last coupon of a spec runs out."""
    ends = []
    try:
        if spec.valid_days is not None:
            last = campaign.ends if spec.from_ is None else max(campaign.ends, datetime.combine(spec.from_, time()))
            ends.append(last + timedelta(days=spec.valid_days))
        if spec.until is not None:
            ends.append(shown((spec.until.toordinal() + 1) * DAY))
    except (OverflowError, ValueError):
        return _ALWAYS
    return min([*(ends or [campaign.ends]), _ALWAYS])


def _utc(wall: datetime) -> datetime:
    return wall.replace(tzinfo=UTC)
