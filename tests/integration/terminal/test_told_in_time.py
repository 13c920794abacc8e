"""Reasons that can be known when a coupon is scanned are told then, and what the screen offers is what Enter does."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.application.sales.outcomes import CouponAdded, Redemption, Visit
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.coupons.model import Benefit, BenefitKind, OfflinePolicy, WeekWindow
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.roles import Permission
from tests.integration.terminal.shop import DAY, Shop, words
from tests.simulation.world import World

C = RefusalCode
AT_THE_SCAN = frozenset(
    {
        # the code itself
        C.NOT_OURS, C.UNREADABLE, C.FORGED, C.UNKNOWN_KEY, C.KEY_REVOKED, C.WRONG_KIND,
        # the coupon and its template
        C.ALREADY_USED_HERE, C.ALREADY_USED_ELSEWHERE, C.ALREADY_IN_SALE, C.EXPIRED, C.NOT_YET_VALID, C.OTHER_MEMBER,
        C.MEMBER_NEEDED, C.OTHER_STORE, C.OUTSIDE_HOURS, C.CAMPAIGN_OVER, C.CAMPAIGN_NOT_STARTED, C.REVOKED,
        C.TEMPLATE_UNKNOWN, C.NEEDS_UPDATE, C.MEMBER_LIMIT, C.MEMBER_DAY_LIMIT, C.PROMO_UNKNOWN, C.PROMO_TOO_OFTEN,
        C.VOUCHER_EMPTY,
        # the right to it
        C.NO_RIGHT_OFFLINE, C.ABOVE_OFFLINE_LIMIT, C.RIGHT_UNUSABLE,
        # the member
        C.MEMBER_UNKNOWN, C.MEMBER_NOT_LOOKED_UP,
    }
)  # fmt: skip
WITH_THE_GOODS = frozenset({C.MINIMUM_NOT_REACHED, C.CATEGORY_MISSING, C.NOT_STACKABLE, C.NO_BENEFIT})
"""Told at the scan where the amount is there by then, else as soon as it is."""
ONLY_AT_ENTER = {
    C.PRICE_CHANGED: "it is what changed between the price and Enter",
    C.REWARD_GONE: "the last one was given between the price and Enter; of a coupon's gift it is told at the scan",
    C.POINTS_OFFLINE: "the price holds no more than the share; a manager is asked, or a share was called back",
    C.POINTS_ELSEWHERE: "calling shares back costs other tills theirs, so only who pays asks for it",
    C.RIGHT_ELSEWHERE: "calling a right back costs the other till its right, so only who pays asks for it",
    C.VOUCHER_SHORT: "another till was paid with it between the scan and Enter",
    C.AMOUNT_MISSING: "nobody is done before Enter",
    C.AMOUNT_TOO_LARGE: "keyed in after the scan",
    C.MEMBER_NOT_PROVEN: "asked for when points are to be spent, after the scan",
}
NO_REDEMPTION = frozenset(
    {
        C.POINTS_SHORT, C.ACTION_CLOSED, C.ALREADY_DONE, C.CONDITION_NOT_MET, C.AT_HOME_ONLY,  # services
        C.SALE_UNKNOWN, C.ALREADY_VOIDED, C.RETURN_TOO_LARGE, C.RETURN_UNKNOWN, C.REASON_MISSING,  # voids
        C.SLIP_UNKNOWN, C.SLIP_MISREAD, C.SLIP_IN_FUTURE, C.SLIP_TOO_EARLY, C.SLIP_TOO_LATE, C.SLIP_KEYED_IN,
        C.SLIP_DECLARED, C.SLIP_BOOK_USED_UP, C.SLIP_OTHER_COUPON, C.SLIPS_NOT_SET_ASIDE,  # paper, afterwards
        C.STAFF_UNKNOWN, C.STAFF_INACTIVE, C.WRONG_PIN, C.PIN_LOCKED, C.NOT_PERMITTED,  # who works here
        C.PHONE_BAD, C.NAME_BAD, C.BIRTHDAY_BAD, C.EMAIL_BAD, C.CONSENT_MISSING, C.CONSENT_CHANGED, C.GUARDIAN_MISSING,
        C.CODE_NEEDED, C.CODE_NOT_SENT, C.CODE_LATER, C.CODE_WRONG, C.CODE_OVER, C.HQ_OFFLINE, C.REFERRER_UNKNOWN,
        C.NO_INVITES, C.FORM_KEYED_IN, C.FORM_MISREAD,  # who becomes a member
        C.HELP_ANSWERED, C.HELP_OVER,  # who calls for help
        C.VOUCHER_NOT_SOLD, C.VOUCHER_AMOUNT, C.VOUCHER_USED, C.VOUCHER_UNSIGNED,  # vouchers that are sold
        C.DRAW_UNKNOWN, C.DRAW_NOT_NOW, C.DRAW_LIST_EMPTY, C.DRAW_PRIZES_MISSING, C.DRAW_UNSIGNED, C.DRAW_LATE,
        C.DRAW_NOT_FROM_HQ, C.DRAW_LIST_OTHER, C.BEACON_UNREADABLE, C.BEACON_OTHER_ROUND, C.BEACON_NOT_YET,
        C.BEACON_FORGED, C.DICE_FEW, C.DICE_UNREADABLE, C.DICE_CLOSED, C.ENVELOPE_UNREADABLE, C.ENVELOPE_OTHER,
        C.SAME_PERSON, C.DRAW_LIST_LONG, C.DRAW_DECIDED, C.ENVELOPE_KNOWN,  # a draw before a room
        C.WHEEL_NOT_READY, C.WHEEL_EMPTY, C.NO_SPINS, C.TICKETS_SHORT, C.MAY_NOT_WIN,  # wheels
        C.PRIZE_UNKNOWN, C.PRIZE_OVER, C.PRIZE_LATE, C.PRIZE_ELSEWHERE, C.PRIZE_OFFLINE, C.PRIZE_DOCUMENT,  # prizes
        C.PRIZE_ADDRESS, C.PRIZE_SENT,  # prizes that are sent
        C.EVENT_UNKNOWN, C.EVENT_BAD, C.EVENT_OTHERS, C.GUEST_UNKNOWN, C.WALK_INS_CLOSED, C.EVENT_FULL, C.ANSWER_BAD,
        C.SEAT_BAD, C.SEAT_TAKEN, C.WORD_GONE, C.GUEST_CAME,  # guests of events
    }
)  # fmt: skip


def test_every_reason_says_when_it_is_told() -> None:
    parts = (AT_THE_SCAN, WITH_THE_GOODS, frozenset(ONLY_AT_ENTER), NO_REDEMPTION)
    assert sum(map(len, parts)) == len(frozenset().union(*parts))
    assert frozenset().union(*parts) == frozenset(RefusalCode)


def _benefit(kind: BenefitKind, off: int) -> Benefit:
    match kind:
        case BenefitKind.PERCENT:
            return Benefit(kind, rate_bp=off // 10)
        case BenefitKind.THRESHOLD:
            return Benefit(kind, off=off, spend=2 * off)
        case BenefitKind.GIFT:
            return Benefit(kind, gift=words("tea"), value=off)
        case _:
            return Benefit(kind, off=off)


NIGHT = (WeekWindow((1, 2, 3, 4, 5, 6, 7), time(3), time(3, 1)),)
CASES = st.fixed_dictionaries(
    {
        "benefit": st.builds(
            _benefit,
            st.sampled_from([kind for kind in BenefitKind if kind is not BenefitKind.UNKNOWN]),
            st.sampled_from([2_000, 5_000, 20_000]),
        ),
        "offline": st.sampled_from(OfflinePolicy),
        "offline_limit": st.sampled_from([0, 4_999, 10_000]),
        "min_spend": st.sampled_from([0, 0, 30_000, 200_000]),
        "hours": st.sampled_from([(), (), NIGHT]),
        "uses_per_member": st.sampled_from([None, 1]),
        "withdrawn": st.sampled_from([False, False, False, True]),
    }
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rules=CASES,
    own=st.booleans(),
    online=st.booleans(),
    amount=st.sampled_from([1_000, 33_000, 100_000, 500_000]),
    begins=st.sampled_from([-DAY, -DAY, -DAY, DAY]),
)
def test_what_is_offered_is_redeemed(
    shop: Shop, rules: dict[str, Any], own: bool, online: bool, amount: int, begins: timedelta
) -> None:
    """Nothing changes between the scan and Enter: so Enter says nothing that the scan, or the amount, did not say."""
    shop.till.network.up = True
    shop.till.engine.round()
    template = shop.template(f"t{shop.till.service.new_visit().txn}", **rules)
    row = shop.give(template, None if own else shop.guests[0], not_before=shop.now + begins)
    if not online:
        shop.offline()
    outcome = shop.scan(row.token)
    if isinstance(outcome, Refusal):
        assert outcome.code in AT_THE_SCAN
        return
    assert isinstance(outcome, CouponAdded)
    told = outcome.coupon.refusal
    visit = shop.till.service.price(replace(outcome.visit, amount=amount, chosen=(row.coupon.id,)))
    used = {line.coupon for line in visit.quote.lines}
    later = [left.refusal.code for left in visit.quote.left_out if left.coupon == row.coupon.id]
    if row.coupon.id not in used:
        late = set(later) - ({told.code} if told else set()) - WITH_THE_GOODS
        # a percentage is worth what is bought: before that nobody can tell
        assert not late or (late == {C.ABOVE_OFFLINE_LIMIT} and template.benefit.kind is BenefitKind.PERCENT)
        return
    sold = shop.confirmed(visit)
    if isinstance(sold, ApprovalNeeded):
        sold = shop.confirmed(visit, shop.manager(Permission.APPROVE_OFFLINE))
    assert isinstance(sold, Redemption), sold


def _scanned(shop: Shop, **rules: Any) -> tuple[Visit, Refusal | None]:
    row = shop.give(shop.template(offline=OfflinePolicy.ACCEPT_WITH_MANAGER, **rules), shop.guests[0])
    shop.offline()
    outcome = shop.scan(row.token)
    assert isinstance(outcome, CouponAdded)
    return outcome.visit, outcome.coupon.refusal


@pytest.mark.parametrize(
    ("rules", "value"),
    [
        ({"benefit": Benefit(BenefitKind.FIXED, off=5_000)}, 5_000),
        ({"benefit": Benefit(BenefitKind.THRESHOLD, off=6_000, spend=30_000, each=True)}, 6_000),
        ({"benefit": Benefit(BenefitKind.GIFT, gift=words("cup"), value=9_900)}, 9_900),
        ({"benefit": Benefit(BenefitKind.PERCENT, rate_bp=2_000), "min_spend": 30_000}, 6_000),
    ],
)
def test_what_is_worth_too_much_is_told_before_the_amount(shop: Shop, rules: dict[str, Any], value: int) -> None:
    _visit, refusal = _scanned(shop, offline_limit=4_999, **rules)
    assert refusal is not None
    assert (refusal.code, refusal.args["value"], refusal.args["need"]) == (C.ABOVE_OFFLINE_LIMIT, value, 4_999)


def test_it_is_used_after_all_when_hq_is_back_or_less_is_bought(shop: Shop) -> None:
    visit, _refusal = _scanned(shop, offline_limit=4_999)
    assert shop.till.service.price(replace(visit, amount=3_000)).quote.lines
    visit = shop.till.service.price(replace(visit, amount=90_000))
    assert not visit.quote.lines
    shop.till.network.up = True
    shop.till.engine.round()
    assert shop.till.service.price(visit).quote.total == 85_000


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)
