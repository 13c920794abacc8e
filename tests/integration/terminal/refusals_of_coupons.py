"""Refusals of codes and coupons, each brought about."""

from __future__ import annotations

from datetime import time, timedelta

from kiosk.application.sales.outcomes import CouponAdded, Redemption
from kiosk.domain.coupons.model import Benefit, BenefitKind, OfflinePolicy, WeekWindow
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.roles import Permission
from kiosk.domain.tokens import InviteClaims, SigningKey
from kiosk.protocol.tokens.codec import sign_token
from tests.integration.terminal.refusal_cases import case, expect
from tests.integration.terminal.shop import DAY, Shop
from tests.integration.terminal.visits import clerk, redeemed, sell

# --- the code itself ---------------------------------------------------------------------------------


@case(RefusalCode.NOT_OURS)
def not_ours(shop: Shop) -> Refusal:
    return shop.refused("https://example.com/menu")


@case(RefusalCode.UNREADABLE)
def a_torn_code(shop: Shop) -> Refusal:
    return shop.refused("KC1:" + "%" * 40)


@case(RefusalCode.UNREADABLE)
def a_card_with_a_slip(shop: Shop) -> Refusal:
    card = shop.card()
    return shop.refused(card[:-1] + str((int(card[-1]) + 1) % 10))


@case(RefusalCode.FORGED)
def forged(shop: Shop) -> Refusal:
    return shop.refused(shop.signed(SigningKey(shop.key.key_id, bytes(range(32)))))


@case(RefusalCode.UNKNOWN_KEY)
def unknown_key(shop: Shop) -> Refusal:
    return shop.refused(shop.signed(SigningKey(b"strange!", bytes(range(32)))))


@case(RefusalCode.KEY_REVOKED)
def key_revoked(shop: Shop) -> Refusal:
    row = shop.give(shop.template())
    old = shop.key.key_id.hex()
    shop.world.hq.rotate_key()
    assert shop.world.hq.revoke_key(old)
    shop.till.engine.round()
    return shop.refused(row.token)


@case(RefusalCode.WRONG_KIND)
def wrong_kind(shop: Shop) -> Refusal:
    at = shop.now.replace(microsecond=0)
    claims = InviteClaims(
        issuer="HQ",
        key_id=shop.key.key_id,
        issued=at - DAY,
        expires=at + DAY,
        referrer="m-000001",
        campaign="referral",
    )
    return expect(shop.refused(sign_token(claims, shop.key)), read="KI1")


# --- the coupon --------------------------------------------------------------------------------------


@case(RefusalCode.ALREADY_USED_HERE)
def already_used_here(shop: Shop) -> Refusal:
    row = shop.give(shop.template())
    at = shop.now
    assert isinstance(shop.sold(row.token), Redemption)
    shop.world.pass_time(60_000)
    return expect(shop.refused(row.token), at=at, clerk="陳柏翰", terminal="XY01", coupon=row.coupon.id)


@case(RefusalCode.ALREADY_USED_ELSEWHERE)
def already_used_elsewhere(shop: Shop) -> Refusal:
    other = shop.world.add("ZX01", "zhongxiao")
    other.engine.round()
    row = shop.give(shop.template())
    other.engine.round()
    at = redeemed(other, clerk(other), row.token).sale.at
    other.engine.round()
    shop.till.engine.round()
    return expect(shop.refused(row.token), store="zhongxiao", at=at)


@case(RefusalCode.ALREADY_USED_ELSEWHERE)
def hq_knows_of_a_use_that_the_till_does_not(shop: Shop) -> Refusal:
    other = shop.world.add("ZX01", "zhongxiao")
    other.engine.round()
    row = shop.give(shop.template(), shop.guests[0])
    visit = shop.visit(row.token)
    other.engine.round()
    at = shop.now
    redeemed(other, clerk(other), row.token)
    other.engine.round()
    return expect(shop.confirmed(visit), store="zhongxiao", at=at)


@case(RefusalCode.ALREADY_IN_SALE)
def already_in_sale(shop: Shop) -> Refusal:
    row = shop.give(shop.template())
    return shop.refused(row.token, shop.visit(row.token))


@case(RefusalCode.EXPIRED)
def expired(shop: Shop) -> Refusal:
    since = (shop.now - DAY).replace(microsecond=0)
    return expect(shop.refused(shop.give(shop.template(), expires=since).token), since=since)


@case(RefusalCode.EXPIRED)
def expired_between_price_and_confirm(shop: Shop) -> Refusal:
    until = shop.now + timedelta(hours=1)
    visit = shop.visit(shop.give(shop.template(), expires=until).token)
    shop.world.pass_time(2 * 3_600_000)
    return expect(shop.confirmed(visit), since=until)


@case(RefusalCode.NOT_YET_VALID)
def not_yet_valid(shop: Shop) -> Refusal:
    until = (shop.now + DAY).replace(microsecond=0)
    return expect(shop.refused(shop.give(shop.template(), not_before=until).token), until=until)


@case(RefusalCode.OTHER_MEMBER)
def other_member(shop: Shop) -> Refusal:
    row = shop.give(shop.template(), shop.members[1])
    return shop.refused(row.token, shop.visit(shop.card(0)))


@case(RefusalCode.MEMBER_NEEDED)
def member_needed(shop: Shop) -> Refusal:
    template = shop.template(uses_per_member=1)
    return shop.refused(shop.signed(shop.key, template=template.id))


@case(RefusalCode.OTHER_STORE)
def other_store(shop: Shop) -> Refusal:
    return expect(shop.refused(shop.give(shop.template(), stores=("banqiao",)).token), store="banqiao")


@case(RefusalCode.OTHER_STORE)
def other_stores_of_the_template(shop: Shop) -> Refusal:
    return shop.refused(shop.give(shop.template(stores=("banqiao", "zhongxiao"))).token)


@case(RefusalCode.OUTSIDE_HOURS)
def outside_hours(shop: Shop) -> Refusal:
    # it is Sunday, eight in the morning in Taipei
    template = shop.template(hours=(WeekWindow((7,), time(10), time(12)),))
    until = (shop.now + timedelta(hours=2)).replace(second=0, microsecond=0)  # hours are told in minutes
    return expect(shop.refused(shop.give(template).token), until=until)


@case(RefusalCode.MINIMUM_NOT_REACHED)
def minimum_not_reached(shop: Shop) -> Refusal:
    row = shop.give(shop.template(min_spend=50_000))
    return expect(shop.in_visit(row, amount=49_900), need=50_000, have=49_900)


@case(RefusalCode.CATEGORY_MISSING)
def category_missing(shop: Shop) -> Refusal:
    return shop.in_visit(shop.give(shop.template(categories=("beauty",))))


@case(RefusalCode.CAMPAIGN_OVER)
def campaign_over(shop: Shop) -> Refusal:
    shop.campaign("past", -20 * DAY, -2 * DAY)
    return expect(shop.refused(shop.give(shop.template(campaign="past")).token), since=shop.now - 2 * DAY)


@case(RefusalCode.CAMPAIGN_OVER)
def campaign_withdrawn(shop: Shop) -> Refusal:
    shop.campaign("gone", -20 * DAY, 20 * DAY, withdrawn=True)
    return shop.refused(shop.give(shop.template(campaign="gone")).token)


@case(RefusalCode.CAMPAIGN_NOT_STARTED)
def campaign_not_started(shop: Shop) -> Refusal:
    shop.campaign("soon", 2 * DAY, 20 * DAY)
    return expect(shop.refused(shop.give(shop.template(campaign="soon")).token), until=shop.now + 2 * DAY)


@case(RefusalCode.REVOKED)
def revoked(shop: Shop) -> Refusal:
    row = shop.give(shop.template())
    shop.world.hq.revoke_coupon(row.coupon.id, "misprint")
    shop.till.engine.round()
    return expect(shop.refused(row.token), since=shop.now)


@case(RefusalCode.TEMPLATE_UNKNOWN)
def template_unknown(shop: Shop) -> Refusal:
    return shop.refused(shop.signed(shop.key, template="never-heard-of"))


@case(RefusalCode.NEEDS_UPDATE)
def needs_update(shop: Shop) -> Refusal:
    return shop.refused(shop.give(shop.template(benefit=Benefit(BenefitKind.UNKNOWN))).token)


@case(RefusalCode.MEMBER_LIMIT)
def member_limit(shop: Shop) -> Refusal:
    template = shop.template(uses_per_member=1)
    assert isinstance(shop.sold(shop.give(template).token), Redemption)
    return expect(shop.refused(shop.give(template).token), uses=1)


@case(RefusalCode.MEMBER_DAY_LIMIT)
def member_day_limit(shop: Shop) -> Refusal:
    template = shop.template(uses_per_member_day=2, uses_per_coupon=9)
    row = shop.give(template)
    for _ in range(2):
        assert isinstance(shop.sold(row.token), Redemption)
    refusal = expect(shop.refused(row.token), uses=2)
    shop.world.pass_time(16 * 3_600_000)  # the next morning in Taipei
    assert isinstance(shop.scan(row.token), CouponAdded)
    return refusal


@case(RefusalCode.NOT_STACKABLE)
def not_stackable(shop: Shop) -> Refusal:
    template = shop.template(stack_group="alone")
    first, second = shop.give(template), shop.give(template)
    visit = shop.visit(first.token, second.token)
    (left,) = [item for item in visit.quote.left_out if item.coupon in (first.coupon.id, second.coupon.id)]
    return expect(left.refusal, template=template.id)


@case(RefusalCode.NO_BENEFIT)
def no_benefit(shop: Shop) -> Refusal:
    template = shop.template(benefit=Benefit(BenefitKind.PERCENT, rate_bp=1), stack_group="a", stacks_with=("*",))
    return shop.in_visit(shop.give(template), amount=100)


@case(RefusalCode.PRICE_CHANGED)
def dearer_now_than_when_it_was_shown(shop: Shop) -> Refusal:
    template = shop.template()
    visit = shop.visit(shop.give(template).token)
    shop.template(benefit=Benefit(BenefitKind.FIXED, off=4_000))
    return expect(shop.confirmed(visit), have=96_000, need=95_000)


@case(RefusalCode.NO_RIGHT_OFFLINE)
def no_right_offline(shop: Shop) -> Refusal:
    row = shop.give(shop.template(), shop.guests[0])
    visit = shop.visit(row.token)
    shop.offline()
    return expect(shop.confirmed(visit), coupon=row.coupon.id)


@case(RefusalCode.ABOVE_OFFLINE_LIMIT)
def above_offline_limit(shop: Shop) -> Refusal:
    template = shop.template(offline=OfflinePolicy.ACCEPT_WITH_MANAGER, offline_limit=4_999)
    visit = shop.visit(shop.give(template, shop.guests[0]).token)
    shop.offline()
    approval = shop.manager(Permission.APPROVE_OFFLINE)
    return expect(shop.confirmed(visit, approval), value=5_000, need=4_999)


@case(RefusalCode.RIGHT_ELSEWHERE)
def right_elsewhere(shop: Shop) -> Refusal:
    other = shop.world.add("ZX01", "zhongxiao")
    other.engine.round()
    row = shop.give(shop.template(), shop.guests[0])
    other.engine.round()
    other.network.up = False
    return expect(shop.sold(row.token), coupon=row.coupon.id, terminal="ZX01", store="zhongxiao")


@case(RefusalCode.VOUCHER_SHORT)
def paid_elsewhere_since_it_was_scanned(shop: Shop) -> Refusal:
    other = shop.world.add("ZX01", "zhongxiao")
    other.engine.round()
    bearer = shop.give(shop.template("gift", benefit=Benefit(BenefitKind.VALUE, value=50_000)), bearer=True)
    other.engine.round()
    visit = shop.visit(bearer.token, amount=40_000)
    assert isinstance(sell(other, clerk(other), bearer.token, amount=20_000), Redemption)
    other.engine.round()
    return expect(shop.confirmed(visit), need=40_000, have=30_000)


@case(RefusalCode.RIGHT_UNUSABLE)
def right_unusable_after_a_restore(shop: Shop) -> Refusal:
    row = shop.give(shop.template())
    shop.till.restore(shop.till.back_up())
    shop.actor = clerk(shop.till)
    shop.offline()
    refusal = expect(shop.in_visit(row), coupon=row.coupon.id)
    shop.till.network.up = True
    shop.till.engine.round()
    assert shop.sold(row.token).sale.lines
    return refusal


@case(RefusalCode.RIGHT_UNUSABLE)
def right_unusable_with_a_clock_that_went_back(shop: Shop) -> Refusal:
    row = shop.give(shop.template())
    shop.offline()
    shop.till.clock.skew_ms = -2 * 3_600_000
    refusal = expect(shop.in_visit(row), coupon=row.coupon.id)
    shop.till.network.up = True
    shop.till.engine.round()
    shop.offline()
    assert shop.sold(row.token).sale.lines  # HQ was met since
    return refusal
