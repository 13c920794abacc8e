"""Visits, voids, sign-ins and restarts through the real service, ledger and HQ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.application.sales.outcomes import CouponAdded, MemberFound, Redemption, Visit, Voided
from kiosk.application.sales.receipt import receipt_of
from kiosk.application.staff.outcomes import ApprovalNeeded, BadgeRead, SignedIn
from kiosk.domain.coupons.facts import OP_SETTLED, RIGHTS_CHANGED
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.facts import STAFF_LOCKED, STAFF_SIGNED_IN
from kiosk.domain.staff.roles import Permission, Role
from tests.integration.terminal.shop import Shop
from tests.integration.terminal.visits import clerk, redeemed
from tests.simulation.invariants import journal
from tests.simulation.surroundings import Crash
from tests.simulation.world import World

SECOND = 1_000


@pytest.fixture
def shop(world: World) -> Shop:
    return Shop(world)


def kinds(shop: Shop) -> list[str]:
    return [fact.kind for fact in journal(shop.till)]


# --- visits ------------------------------------------------------------------------------------------


def test_a_member_by_card_sees_their_coupons_by_value(shop: Shop) -> None:
    outcome = shop.scan(shop.card())
    assert isinstance(outcome, MemberFound)
    member = outcome.visit.member
    assert member is not None
    assert "*" in member.masked_name + member.masked_phone
    assert not member.proven
    visit = shop.till.service.price(replace(outcome.visit, amount=300_000))
    usable = [view for view in visit.coupons if view.refusal is None]
    assert usable
    assert visit.coupons[: len(usable)] == tuple(usable)  # what can be used comes first
    assert visit.quote.total == 300_000 - sum(line.off for line in visit.quote.lines)


def test_what_a_scan_or_a_choice_answers_is_priced(shop: Shop) -> None:
    """The screen shows it as it is and does not ask for the price again."""
    service = shop.till.service
    row = shop.give(shop.template())
    fresh = replace(service.new_visit(), amount=300_000)
    scanned = shop.scan(row.token, fresh)
    assert isinstance(scanned, CouponAdded)
    known = shop.scan(shop.card(), fresh)
    assert isinstance(known, MemberFound)
    assert known.visit.member is not None
    for visit in (scanned.visit, known.visit, service.choose_member(fresh, known.visit.member.id)):
        assert visit.quote.amount == 300_000
        assert service.price(visit) == visit


def test_another_members_card_puts_the_first_visit_aside(shop: Shop) -> None:
    row = shop.give(shop.template())
    visit = shop.visit(row.token)
    outcome = shop.scan(shop.card(1), visit)
    assert isinstance(outcome, MemberFound)
    assert outcome.replaced
    assert outcome.visit.scanned == ()


def test_a_coupon_of_a_stranger_says_no_more_than_the_member_id(shop: Shop) -> None:
    row = shop.give(shop.template(), shop.guests[0])
    shop.offline()  # else HQ says who it is
    outcome = shop.scan(row.token)
    assert isinstance(outcome, CouponAdded)
    member = outcome.visit.member
    assert member is not None
    assert (member.id, member.known, member.masked_name) == (shop.guests[0].id, False, "")
    shop.till.network.up = True
    shop.till.engine.round()
    assert isinstance(shop.sold(row.token), Redemption)
    shop.till.engine.round()
    (use,) = shop.world.hq.redemptions()
    assert (use.member, use.store) == (shop.guests[0].id, "xinyi")


def test_confirming_again_gives_the_same_sale(shop: Shop) -> None:
    visit = shop.visit(shop.give(shop.template()).token)
    first, again = shop.confirmed(visit), shop.confirmed(visit)
    assert isinstance(first, Redemption)
    assert again == first
    assert kinds(shop).count(SALE_COMPLETED) == 1
    shop.till.crash()
    shop.till.start()
    assert shop.confirmed(visit).sale == first.sale


def test_whoever_may_sell_no_more_is_told_of_the_sale_that_there_is(shop: Shop) -> None:
    visit, other = (shop.visit(shop.give(shop.template()).token) for _ in range(2))
    first = shop.confirmed(visit)
    assert isinstance(first, Redemption)
    auditor = Staff("s-9", "", Role.AUDITOR)
    again = shop.till.service.confirm(replace(visit, amount=0), auditor)
    assert isinstance(again, Redemption)
    assert again.sale.receipt == first.sale.receipt
    assert shop.till.service.confirm(other, auditor) == Refusal(RefusalCode.NOT_PERMITTED)


def test_a_sale_that_died_before_the_commit_can_be_made_again_and_one_after_it_is_there(shop: Shop) -> None:
    for after in (False, True):
        visit = shop.visit(shop.give(shop.template()).token)
        shop.till.disk.fuse, shop.till.disk.after = 0, after
        with pytest.raises(Crash):
            shop.confirmed(visit)
        shop.till.crash()
        shop.till.start()
        listed = [sale.txn for sale in shop.till.service.recent_sales()]
        assert (visit.txn in listed) is after
        assert isinstance(shop.confirmed(visit), Redemption)
    assert kinds(shop).count(SALE_COMPLETED) == 2
    shop.till.engine.round()
    assert [use.state for use in shop.world.hq.redemptions()] == ["counts", "counts"]


def test_a_claim_left_open_by_a_crash_is_given_back_at_start(shop: Shop) -> None:
    row = shop.give(shop.template(), shop.guests[0])
    visit = shop.visit(row.token)
    shop.till.disk.fuse, shop.till.disk.after = 0, True  # dies when the intent is durable
    with pytest.raises(Crash):
        shop.confirmed(visit)
    shop.till.crash()
    shop.till.start()
    assert shop.till.ledger.run(lambda tx: tx.open_ops()) == []
    settled = [fact.body["verdict"] for fact in journal(shop.till) if fact.kind == OP_SETTLED]
    assert settled == ["abandoned"]
    shop.till.engine.round()
    assert isinstance(shop.confirmed(visit), Redemption)


def test_a_claim_granted_just_before_a_crash_does_not_block_the_coupon(shop: Shop) -> None:
    other = shop.world.add("ZX01", "zhongxiao")
    other.engine.round()
    row = shop.give(shop.template(), shop.members[0])
    other.engine.round()
    visit = shop.visit(row.token)
    shop.till.ledger.run(lambda tx: tx.append(RIGHTS_CHANGED, "system", {"grant": [], "revoke": [row.coupon.id]}))
    shop.till.disk.fuse, shop.till.disk.after = 1, False  # the claim is granted, the sale never durable
    with pytest.raises(Crash):
        shop.confirmed(visit)
    shop.till.crash()
    shop.till.start()
    shop.till.engine.round()
    assert isinstance(redeemed(other, clerk(other), row.token), Redemption)


def test_receipts_are_numbered_without_gaps_and_carry_the_epoch_after_a_restore(shop: Shop) -> None:
    template = shop.template()
    first = shop.sold(shop.give(template).token).sale
    shop.till.engine.round()
    backup = shop.till.back_up()
    shop.sold(shop.give(template).token)
    shop.till.engine.round()
    shop.till.restore(backup)
    shop.actor = clerk(shop.till)
    shop.till.engine.round()
    second = shop.sold(shop.give(template).token).sale
    assert (first.receipt, second.receipt) == ("XY01-000001", "XY01-2.000002")
    listed = {sale.receipt: sale.sent for sale in shop.till.service.recent_sales()}
    assert listed == {"XY01-000001": True, "XY01-2.000002": False}
    receipt = receipt_of(second, shop.till.service.terminal())
    assert (receipt.number, receipt.unsent, receipt.amount - receipt.total) == ("XY01-2.000002", True, 5_000)


def test_rights_left_after_a_restore_are_trimmed_by_what_the_ledger_forgot_and_no_more(shop: Shop) -> None:
    """Five uses: one before the backup, two after it. Two are left, and all may be made offline."""
    row = shop.give(shop.template(uses_per_coupon=5))
    shop.sold(row.token)
    shop.till.engine.round()
    backup = shop.till.back_up()
    for _ in range(2):
        shop.sold(row.token)
    shop.till.engine.round()
    shop.till.restore(backup)
    shop.actor = clerk(shop.till)
    for _ in range(2):
        shop.till.engine.round()
    right = shop.till.ledger.run(lambda tx: tx.right(row.coupon.id))
    assert right is not None
    assert right.uses == 2


# --- voids -------------------------------------------------------------------------------------------


def test_a_void_gives_the_coupon_back_here_and_at_hq(shop: Shop) -> None:
    row = shop.give(shop.template())
    txn = shop.sold(row.token).sale.txn
    voided = shop.till.service.void(txn, "other: no bag", shop.actor)
    assert isinstance(voided, Voided)
    assert (voided.sale.voided_by, voided.sale.void_reason) == ("陳柏翰", "other: no bag")
    again = shop.sold(row.token)
    assert isinstance(again, Redemption)
    shop.till.engine.round()
    assert [use.txn for use in shop.world.hq.redemptions()] == [again.sale.txn]


def test_a_late_void_needs_a_manager(shop: Shop) -> None:
    txn = shop.sold(shop.give(shop.template()).token).sale.txn
    shop.world.pass_time(16 * 60 * SECOND)
    asked = shop.till.service.void(txn, "wrong_amount", shop.actor)
    assert isinstance(asked, ApprovalNeeded)
    assert asked.refusal.args["policy"] == "too_late"
    assert shop.till.service.recent_sales()[0].void_needs_manager
    approval = shop.manager(Permission.APPROVE_VOID)
    assert isinstance(shop.till.service.void(txn, "wrong_amount", shop.actor, approval), Voided)
    fact = next(fact for fact in journal(shop.till) if fact.kind == SALE_VOIDED)
    assert (fact.actor, fact.body["approved_by"]) == ("s-102", "s-101")


# --- staff -------------------------------------------------------------------------------------------


def test_wrong_pins_wait_longer_and_longer_and_a_restart_forgives_nothing(shop: Shop) -> None:
    waits: list[int] = []
    for _ in range(9):
        outcome = shop.sign_in("s-103", "0000")
        assert isinstance(outcome, Refusal)
        seconds = outcome.args.get("seconds", 0)
        assert isinstance(seconds, int)
        waits.append(seconds)
        shop.till.crash()
        shop.till.start()
        if seconds:
            early = shop.sign_in("s-103", "1357")  # even the right PIN has to wait
            assert isinstance(early, Refusal)
            assert early.code is RefusalCode.PIN_LOCKED
            listed = next(name for name in shop.till.service.staff() if name.id == "s-103")
            assert listed.wait_until == early.args["until"]
            shop.world.pass_time(seconds * SECOND)
    assert waits == [0, 0, 5, 15, 60, 300, 900, 900, 900]
    assert isinstance(shop.sign_in("s-103", "1357"), SignedIn)
    cleared = shop.sign_in("s-103", "0000")
    assert isinstance(cleared, Refusal)
    assert cleared.args["uses"] == 2


@pytest.mark.parametrize("skew", [-3_600_000, 3_600_000])
def test_delays_count_in_hqs_time(shop: Shop, skew: int) -> None:
    """A till whose clock is an hour off waits no longer and no shorter than any other."""
    shop.till.clock.skew_ms = skew
    shop.till.client.token = None
    shop.till.engine.round()
    for _ in range(3):
        last = shop.sign_in("s-103", "0000")
    assert isinstance(last, Refusal)
    assert last.args["seconds"] == 5
    shop.world.pass_time(4 * SECOND)
    assert isinstance(shop.sign_in("s-103", "1357"), Refusal)
    shop.world.pass_time(1 * SECOND)
    assert isinstance(shop.sign_in("s-103", "1357"), SignedIn)


def test_a_badge_signs_in_until_hq_gives_out_another(shop: Shop) -> None:
    read = shop.scan(shop.world.chain.badges["s-103"])
    assert isinstance(read, BadgeRead)
    outcome = shop.till.service.sign_in_badge(read.staff, read.serial)
    assert isinstance(outcome, SignedIn)
    assert outcome.actor.id == "s-103"
    shop.colleague(badge_id="another")
    refused = shop.till.service.sign_in_badge(read.staff, read.serial)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.STAFF_INACTIVE


def test_a_badge_does_not_clear_the_way_for_guessing(shop: Shop) -> None:
    for _ in range(3):
        shop.sign_in("s-103", "0000")
    read = shop.scan(shop.world.chain.badges["s-103"])
    assert isinstance(read, BadgeRead)
    assert isinstance(shop.till.service.sign_in_badge(read.staff, read.serial), SignedIn)
    refused = shop.sign_in("s-103", "0000")
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.PIN_LOCKED


def test_every_action_carries_its_actor(shop: Shop) -> None:
    shop.till.service.sign_out(shop.actor, locked=True)
    other = shop.sign_in("s-103", "1357")
    assert isinstance(other, SignedIn)
    shop.actor = other.actor
    shop.sold(shop.give(shop.template()).token)
    facts = [fact for fact in journal(shop.till) if fact.kind.startswith(("staff", "sale"))]
    assert [(fact.kind, fact.actor) for fact in facts[1:]] == [
        (STAFF_LOCKED, "s-102"),
        (STAFF_SIGNED_IN, "s-103"),
        (SALE_COMPLETED, "s-103"),
    ]


def test_a_visit_is_new_each_time(shop: Shop) -> None:
    visits = {shop.till.service.new_visit().txn for _ in range(5)}
    assert len(visits) == 5
    assert all(isinstance(txn, str) and len(txn) == 32 for txn in visits)
    assert Visit(txn="x").quote.saved == 0
