"""What was scanned: a member, a coupon, a badge, an invitation, or a reasoned no that is journalled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.application.sales.outcomes import CouponAdded, MemberFound, ShareRead
from kiosk.application.staff.outcomes import BadgeRead
from kiosk.application.sync.outcomes import Link
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.scan.facts import SCAN_REFUSED
from kiosk.domain.tokens import Assurance, CouponClaims, InviteClaims, MemberPassClaims, StaffBadgeClaims
from tests.shared.till import CLERK, Till
from tests.unit.application.conftest import CARD


def found(outcome: object) -> MemberFound:
    assert isinstance(outcome, MemberFound), outcome
    return outcome


def refused(outcome: object, code: RefusalCode) -> Refusal:
    assert isinstance(outcome, Refusal), outcome
    assert outcome.code is code
    return outcome


def coupon(till: Till, name: str = "c-1", **fields: Any) -> str:
    return till.code(CouponClaims, id=name, template="own", **fields)


def test_a_card_names_a_member_and_proves_nothing_a_pass_does(till: Till) -> None:
    by_card = found(till.scans(CARD))
    by_pass = found(till.scans(till.code(MemberPassClaims, member="m-1", assurance=Assurance.PRESENT)))
    for outcome, proven in ((by_card, False), (by_pass, True)):
        assert outcome.visit.member is not None
        assert (outcome.visit.member.id, outcome.visit.member.proven) == ("m-1", proven)
        assert outcome.visit.member.masked_name == "王*明"
        assert not outcome.replaced


def test_another_member_puts_the_first_ones_things_aside(till: Till) -> None:
    till.has_template()
    visit = found(till.scans(CARD)).visit
    added = till.scans(coupon(till, member="m-1"), visit)
    assert isinstance(added, CouponAdded)
    other = found(till.scans(till.code(MemberPassClaims, member="m-2", assurance=Assurance.PRESENT), added.visit))
    assert other.replaced
    assert (other.visit.tokens, other.visit.scanned, other.visit.txn) == ((), (), visit.txn)
    again = found(till.scans(CARD, visit))
    assert not again.replaced


def test_a_coupon_comes_into_the_visit_with_its_member(till: Till) -> None:
    till.has_template()
    added = till.scans(coupon(till, member="m-1"))
    assert isinstance(added, CouponAdded)
    assert added.visit.member is not None
    assert (added.visit.member.id, added.visit.member.known) == ("m-1", True)
    assert added.visit.scanned == ("c-1",)
    assert added.coupon.refusal is not None  # its right is elsewhere, and HQ cannot be asked
    assert added.coupon.refusal.code is RefusalCode.NO_RIGHT_OFFLINE
    till.link = Link.ONLINE
    assert till.service.price(added.visit).coupons[0].refusal is None
    refused(till.scans(coupon(till, member="m-1"), added.visit), RefusalCode.ALREADY_IN_SALE)
    refused(till.scans(coupon(till, "c-2", member="m-2"), added.visit), RefusalCode.OTHER_MEMBER)


def test_a_member_of_another_store_is_known_by_the_coupon_alone(till: Till) -> None:
    till.has_template()
    added = till.scans(coupon(till, member="m-99"))
    assert isinstance(added, CouponAdded)
    assert added.visit.member is not None
    assert (added.visit.member.id, added.visit.member.known) == ("m-99", False)
    assert added.visit.basket().member == ""


def test_a_coupon_that_waits_for_an_amount_stays_one_that_is_used_up_does_not(till: Till) -> None:
    till.has_template(min_spend=100_00)
    waiting = till.scans(coupon(till), till.visit(None, 50_00))
    assert isinstance(waiting, CouponAdded)
    assert waiting.coupon.refusal is not None
    assert waiting.coupon.refusal.code is RefusalCode.MINIMUM_NOT_REACHED
    till.holds("c-1")
    till.service.confirm(till.service.price(replace(waiting.visit, amount=100_00)), CLERK)
    refused(till.scans(coupon(till)), RefusalCode.ALREADY_USED_HERE)


def test_places_and_templates(till: Till) -> None:
    only = refused(till.scans(coupon(till, stores=("N09",))), RefusalCode.OTHER_STORE)
    assert (only.args["store"], only.args["coupon"]) == ("N09", "c-1")
    several = refused(till.scans(coupon(till, stores=("N08", "N09"))), RefusalCode.OTHER_STORE)
    assert "store" not in several.args
    refused(till.scans(coupon(till)), RefusalCode.TEMPLATE_UNKNOWN)


def test_a_badge_is_told_apart_and_not_journalled(till: Till) -> None:
    before = till.kinds()
    read = till.scans(till.code(StaffBadgeClaims, staff="s-1", serial="B7"))
    assert read == BadgeRead("s-1", "B7")
    assert till.kinds() == before


def test_an_invitation_counts_where_a_campaign_rewards_who_shared(till: Till) -> None:
    invitation = till.code(InviteClaims, referrer="m-2", campaign="test")
    refused(till.scans(invitation), RefusalCode.WRONG_KIND)
    till.publishes("rules:\n  - {id: share, name: NAME, when: share_bought, give: [{points: 5}]}\n")
    read = till.scans(invitation)
    assert isinstance(read, ShareRead)
    assert read.visit.sharer == "m-2"
    assert read.visit.basket().sharer == "m-2"


@pytest.mark.parametrize(
    ("text", "code"),
    [("hello", RefusalCode.NOT_OURS), ("20000014", RefusalCode.MEMBER_NOT_LOOKED_UP)],
)
def test_refusals_are_facts(till: Till, text: str, code: RefusalCode) -> None:
    refused(till.scans(text), code)
    (fact,) = till.facts(SCAN_REFUSED)
    assert fact.actor == CLERK.id
    assert fact.body == {"code": str(code), "source": "handheld", "symbology": "qr"}


def test_what_has_run_out_says_since_when(till: Till) -> None:
    till.has_template()
    text = coupon(till)
    ends = till.context.now() + timedelta(days=7)
    till.clock.advance(8 * 86_400_000)
    expired = refused(till.scans(text), RefusalCode.EXPIRED)
    assert expired.args["since"] == ends.replace(microsecond=0)
    assert till.facts(SCAN_REFUSED)[0].body["coupon"] == "c-1"


def test_a_member_chosen_by_hand_is_in_the_visit_an_unknown_one_is_not(till: Till) -> None:
    visit = till.service.new_visit()
    chosen = till.service.choose_member(visit, "m-2")
    assert chosen.member is not None
    assert (chosen.member.id, chosen.member.proven) == ("m-2", False)
    assert till.service.choose_member(visit, "m-99") == visit
