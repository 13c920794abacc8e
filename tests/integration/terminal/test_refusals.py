"""Every reason for which the application says no, brought about through the real service, ledger and HQ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

import pytest

from kiosk.application.sales.outcomes import CouponAdded, Redemption, Voided
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.coupons.model import Benefit, BenefitKind, OfflinePolicy, WeekWindow
from kiosk.domain.journal.facts import FactKind
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Permission, Role
from kiosk.domain.tokens import InviteClaims, SigningKey
from kiosk.protocol.tokens.codec import sign_token
from tests.integration.terminal.shop import DAY, Shop
from tests.integration.terminal.visits import clerk, redeemed
from tests.simulation.invariants import journal
from tests.simulation.world import World

Case = Callable[[Shop], Refusal]
CASES: dict[RefusalCode, list[Case]] = {}
OTHERS = frozenset(
    {
        RefusalCode.NOTHING_TO_DO,  # the screen's own
        RefusalCode.DISK_FULL,  # faults, not refusals
        RefusalCode.LEDGER_FAULT,
        # campaigns' own: tests/integration/campaigns/test_checkout.py
        RefusalCode.REWARD_GONE,
        RefusalCode.POINTS_SHORT,
        RefusalCode.ACTION_CLOSED,
        RefusalCode.ALREADY_DONE,
        RefusalCode.CONDITION_NOT_MET,
        RefusalCode.MEMBER_NOT_PROVEN,
        RefusalCode.RETURN_TOO_LARGE,
    }
)


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def case(code: RefusalCode) -> Callable[[Case], Case]:
    def keep(work: Case) -> Case:
        CASES.setdefault(code, []).append(work)
        return work

    return keep


def expect(refusal: object, **args: object) -> Refusal:
    assert isinstance(refusal, Refusal), refusal
    said = {name: value for name, value in refusal.args.items() if name in args}
    assert said == args
    return refusal


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
    return expect(shop.refused(shop.give(template).token), until=shop.now + timedelta(hours=2))


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


@case(RefusalCode.RIGHT_UNUSABLE)
def right_unusable_after_a_restore(shop: Shop) -> Refusal:
    row = shop.give(shop.template())
    shop.till.restore(shop.till.back_up())
    shop.actor = clerk(shop.till)
    shop.offline()
    visit = shop.visit(row.token)
    refusal = expect(shop.confirmed(visit), coupon=row.coupon.id)
    shop.till.network.up = True
    shop.till.engine.round()
    assert isinstance(shop.confirmed(visit), Redemption)
    return refusal


@case(RefusalCode.RIGHT_UNUSABLE)
def right_unusable_with_a_clock_that_went_back(shop: Shop) -> Refusal:
    row = shop.give(shop.template())
    shop.offline()
    shop.till.clock.skew_ms = -2 * 3_600_000
    visit = shop.visit(row.token)
    refusal = expect(shop.confirmed(visit), coupon=row.coupon.id)
    shop.till.network.up = True
    shop.till.engine.round()
    shop.offline()
    assert isinstance(shop.confirmed(visit), Redemption)  # HQ was met since
    return refusal


# --- member and sale ---------------------------------------------------------------------------------


@case(RefusalCode.MEMBER_UNKNOWN)
def member_unknown(shop: Shop) -> Refusal:
    return expect(shop.refused(shop.guests[0].card_no), read=shop.guests[0].card_no)


@case(RefusalCode.AMOUNT_MISSING)
def amount_missing(shop: Shop) -> Refusal:
    return expect(shop.confirmed(shop.till.service.new_visit()))


@case(RefusalCode.AMOUNT_TOO_LARGE)
def amount_too_large(shop: Shop) -> Refusal:
    return expect(shop.confirmed(replace(shop.till.service.new_visit(), amount=10**10 + 1)))


@case(RefusalCode.SALE_UNKNOWN)
def sale_unknown(shop: Shop) -> Refusal:
    return expect(shop.till.service.void("no-such-sale", "wrong_coupon", shop.actor))


@case(RefusalCode.ALREADY_VOIDED)
def already_voided(shop: Shop) -> Refusal:
    txn = shop.sold(shop.give(shop.template()).token).sale.txn
    at = shop.now
    assert isinstance(shop.till.service.void(txn, "wrong_coupon", shop.actor), Voided)
    shop.world.pass_time(60_000)
    return expect(shop.till.service.void(txn, "wrong_coupon", shop.actor), at=at, clerk="陳柏翰")


@case(RefusalCode.REASON_MISSING)
def reason_missing(shop: Shop) -> Refusal:
    txn = shop.sold(shop.give(shop.template()).token).sale.txn
    return expect(shop.till.service.void(txn, "  ", shop.actor))


# --- staff -------------------------------------------------------------------------------------------


@case(RefusalCode.STAFF_UNKNOWN)
def staff_unknown(shop: Shop) -> Refusal:
    return expect(shop.sign_in("s-202", "1357"))  # works in another store


@case(RefusalCode.STAFF_INACTIVE)
def staff_inactive(shop: Shop) -> Refusal:
    shop.colleague(active=False)
    return expect(shop.sign_in("s-103", "1357"), name="黃詩涵")


@case(RefusalCode.STAFF_INACTIVE)
def staff_no_longer(shop: Shop) -> Refusal:
    shop.colleague(valid_until=shop.now - DAY)
    return expect(shop.sign_in("s-103", "1357"), since=shop.now - DAY)


@case(RefusalCode.WRONG_PIN)
def wrong_pin(shop: Shop) -> Refusal:
    return expect(shop.sign_in("s-103", "0000"), uses=2, name="黃詩涵")


@case(RefusalCode.PIN_LOCKED)
def pin_locked(shop: Shop) -> Refusal:
    for _ in range(3):
        last = shop.sign_in("s-103", "0000")
    return expect(last, seconds=5, until=shop.now + timedelta(seconds=5))


@case(RefusalCode.NOT_PERMITTED)
def an_auditor_sells_nothing(shop: Shop) -> Refusal:
    visit = shop.visit(shop.give(shop.template()).token)
    return expect(shop.till.service.confirm(visit, Staff("s-901", "鄭雅雯", Role.AUDITOR)))


@case(RefusalCode.NOT_PERMITTED)
def a_clerk_approves_nothing(shop: Shop) -> Refusal:
    outcome = shop.till.service.approve("s-103", "1357", Permission.APPROVE_VOID)
    assert isinstance(outcome, Refusal)
    return outcome


def test_every_code_has_a_case() -> None:
    assert set(CASES) == set(RefusalCode) - OTHERS


@pytest.mark.parametrize(
    ("code", "work"),
    [pytest.param(code, work, id=work.__name__) for code, works in CASES.items() for work in works],
)
def test_refusal(shop: Shop, code: RefusalCode, work: Case) -> None:
    assert work(shop).code is code
    shop.till.network.up, shop.till.clock.skew_ms = True, 0
    for terminal in (*shop.world.terminals.values(),) * 3:
        terminal.network.up = True
        terminal.engine.round()
    assert shop.till.engine.status().queue == 0
    assert shop.world.hq.conflicts() == []
    assert shop.world.hq.verify() == []


@pytest.mark.parametrize("code", ["NOT_OURS", "FORGED", "REVOKED", "MEMBER_UNKNOWN", "OTHER_STORE", "EXPIRED"])
def test_a_refused_scan_is_a_fact(shop: Shop, code: str) -> None:
    CASES[RefusalCode[code]][0](shop)
    (fact,) = [fact for fact in journal(shop.till) if fact.kind == FactKind.SCAN_REFUSED]
    assert (fact.body["code"], fact.actor, fact.body["source"]) == (RefusalCode[code], "s-102", "camera")


@pytest.mark.parametrize("code", ["NO_RIGHT_OFFLINE", "ABOVE_OFFLINE_LIMIT", "RIGHT_ELSEWHERE"])
def test_a_refused_sale_is_a_fact(shop: Shop, code: str) -> None:
    CASES[RefusalCode[code]][0](shop)
    (fact,) = [fact for fact in journal(shop.till) if fact.kind == FactKind.SALE_REFUSED]
    assert (fact.body["code"], fact.actor) == (RefusalCode[code], "s-102")


def test_an_approval_is_asked_for_before_a_coupon_is_accepted(shop: Shop) -> None:
    template = shop.template(offline=OfflinePolicy.ACCEPT_WITH_MANAGER, offline_limit=5_000)
    row = shop.give(template, shop.guests[0])
    visit = shop.visit(row.token)
    shop.offline()
    asked = shop.confirmed(visit)
    assert isinstance(asked, ApprovalNeeded)
    assert asked.refusal.code is RefusalCode.NO_RIGHT_OFFLINE
    sold = shop.confirmed(visit, shop.manager(Permission.APPROVE_OFFLINE))
    assert isinstance(sold, Redemption)
    assert sold.offline
    fact = next(fact for fact in journal(shop.till) if fact.kind == FactKind.SALE_COMPLETED)
    (used,) = fact.body["coupons"]
    assert (used["right"], used["approved_by"]) == ("accepted", "s-101")
