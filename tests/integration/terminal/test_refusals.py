"""Every reason for which the application says no, brought about through the real service, ledger and HQ."""

from __future__ import annotations

import pytest

from kiosk.application.sales.outcomes import Redemption
from kiosk.application.staff.outcomes import ApprovalNeeded
from kiosk.domain.coupons.model import OfflinePolicy
from kiosk.domain.refusals import RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_REFUSED
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.domain.staff.roles import Permission
from tests.integration.terminal import refusals_of_coupons, refusals_of_people  # noqa: F401  (they fill the list)
from tests.integration.terminal.refusal_cases import CASES, Case
from tests.integration.terminal.shop import Shop
from tests.simulation.invariants import journal
from tests.simulation.world import World

OTHERS = frozenset(
    {
        # campaigns' own: tests/integration/campaigns/test_checkout.py
        RefusalCode.REWARD_GONE,
        RefusalCode.POINTS_SHORT,
        RefusalCode.ACTION_CLOSED,
        RefusalCode.ALREADY_DONE,
        RefusalCode.AT_HOME_ONLY,
        RefusalCode.CONDITION_NOT_MET,
        RefusalCode.MEMBER_NOT_PROVEN,
        RefusalCode.RETURN_TOO_LARGE,
        RefusalCode.RETURN_UNKNOWN,  # tests/unit/application/sales/test_refunds.py
        # tests/integration/terminal/test_slips.py
        RefusalCode.SLIP_UNKNOWN,
        RefusalCode.SLIP_MISREAD,
        RefusalCode.SLIP_IN_FUTURE,
        RefusalCode.SLIP_TOO_EARLY,
        RefusalCode.SLIP_TOO_LATE,
        RefusalCode.SLIP_KEYED_IN,
        RefusalCode.SLIP_DECLARED,
        RefusalCode.SLIP_BOOK_USED_UP,
        RefusalCode.SLIP_OTHER_COUPON,
        RefusalCode.SLIPS_NOT_SET_ASIDE,
        # tests/simulation/test_points.py
        RefusalCode.POINTS_OFFLINE,
        RefusalCode.POINTS_ELSEWHERE,
        # tests/unit/registration
        RefusalCode.PHONE_BAD,
        RefusalCode.NAME_BAD,
        RefusalCode.EMAIL_BAD,
        RefusalCode.BIRTHDAY_BAD,
        RefusalCode.CONSENT_MISSING,
        RefusalCode.CONSENT_CHANGED,
        RefusalCode.GUARDIAN_MISSING,
        RefusalCode.REFERRER_UNKNOWN,
        RefusalCode.CODE_NEEDED,
        RefusalCode.CODE_WRONG,
        RefusalCode.CODE_OVER,
        RefusalCode.CODE_LATER,
        RefusalCode.CODE_NOT_SENT,
        RefusalCode.FORM_KEYED_IN,
        RefusalCode.HQ_OFFLINE,
        RefusalCode.NO_INVITES,
        # tests/ui/test_forms.py
        RefusalCode.FORM_MISREAD,
        # tests/unit/application/help/test_calls.py
        RefusalCode.HELP_ANSWERED,
        RefusalCode.HELP_OVER,
        # tests/unit/draws/test_stage_refusals.py
        RefusalCode.DRAW_UNKNOWN,
        RefusalCode.DRAW_NOT_NOW,
        RefusalCode.DRAW_LIST_EMPTY,
        RefusalCode.DRAW_PRIZES_MISSING,
        RefusalCode.DRAW_UNSIGNED,
        RefusalCode.DRAW_LATE,
        RefusalCode.DRAW_DECIDED,
        RefusalCode.DRAW_LIST_LONG,
        RefusalCode.DRAW_NOT_FROM_HQ,
        RefusalCode.DRAW_LIST_OTHER,
        RefusalCode.BEACON_UNREADABLE,
        RefusalCode.BEACON_OTHER_ROUND,
        RefusalCode.BEACON_NOT_YET,
        RefusalCode.BEACON_FORGED,
        RefusalCode.DICE_FEW,
        RefusalCode.DICE_UNREADABLE,
        RefusalCode.DICE_CLOSED,
        RefusalCode.ENVELOPE_UNREADABLE,
        RefusalCode.ENVELOPE_OTHER,
        RefusalCode.ENVELOPE_KNOWN,
        RefusalCode.SAME_PERSON,
        # tests/unit/application/sales/test_codes.py
        RefusalCode.PROMO_UNKNOWN,
        RefusalCode.PROMO_TOO_OFTEN,
        # tests/integration/draws/test_spins.py
        RefusalCode.WHEEL_NOT_READY,
        RefusalCode.WHEEL_EMPTY,
        RefusalCode.NO_SPINS,
        RefusalCode.MAY_NOT_WIN,
        RefusalCode.TICKETS_SHORT,
        # tests/unit/application/draws/test_claims.py
        RefusalCode.PRIZE_UNKNOWN,
        RefusalCode.PRIZE_OVER,
        RefusalCode.PRIZE_LATE,
        RefusalCode.PRIZE_ELSEWHERE,
        RefusalCode.PRIZE_OFFLINE,
        RefusalCode.PRIZE_DOCUMENT,
        RefusalCode.PRIZE_ADDRESS,
        RefusalCode.PRIZE_SENT,
        # tests/unit/application/guests
        RefusalCode.EVENT_UNKNOWN,
        RefusalCode.EVENT_BAD,
        RefusalCode.EVENT_OTHERS,
        RefusalCode.GUEST_UNKNOWN,
        RefusalCode.WALK_INS_CLOSED,
        RefusalCode.EVENT_FULL,
        RefusalCode.ANSWER_BAD,
        RefusalCode.SEAT_BAD,
        RefusalCode.SEAT_TAKEN,
        RefusalCode.WORD_GONE,
        RefusalCode.GUEST_CAME,
        # tests/unit/application/sales/test_charges.py
        RefusalCode.VOUCHER_AMOUNT,
        RefusalCode.VOUCHER_EMPTY,
        RefusalCode.VOUCHER_NOT_SOLD,
        RefusalCode.VOUCHER_UNSIGNED,
        RefusalCode.VOUCHER_USED,
    }
)


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


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
    (fact,) = [fact for fact in journal(shop.till) if fact.kind == SCAN_REFUSED]
    assert (fact.body["code"], fact.actor, fact.body["source"]) == (RefusalCode[code], "s-102", "camera")


@pytest.mark.parametrize("code", ["NO_RIGHT_OFFLINE", "ABOVE_OFFLINE_LIMIT", "RIGHT_ELSEWHERE"])
def test_a_refused_sale_is_a_fact(shop: Shop, code: str) -> None:
    CASES[RefusalCode[code]][0](shop)
    (fact,) = [fact for fact in journal(shop.till) if fact.kind == SALE_REFUSED]
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
    fact = next(fact for fact in journal(shop.till) if fact.kind == SALE_COMPLETED)
    (used,) = fact.body["coupons"]
    assert (used["right"], used["approved_by"]) == ("accepted", "s-101")
