"""A day's figures from the journal: each counted once, on its day, as people count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.application.documents import closing
from kiosk.domain.campaigns.effects import Effect
from kiosk.domain.campaigns.facts import REWARDS_DECIDED
from kiosk.domain.campaigns.rewards import Reward, RewardKind
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.closing_report import ClosingReport, LabelsLeft, PrintCount
from kiosk.domain.documents.printers import Reached, Sent
from kiosk.domain.members.facts import MEMBER_REGISTERED
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.roles import Role, StaffMember
from kiosk.protocol.rows import SpentRow
from tests.fakes import IDENTITY
from tests.shared.printing_till import COUNTER, LABELS, PrintingTill
from tests.shared.till import CLERK, MANAGER, Till, member

DAY = date(2026, 3, 10)


def report(till: Till, day: date = DAY, who: Staff = MANAGER) -> ClosingReport:
    found = till.service.closing_report(day, who)
    assert isinstance(found, ClosingReport)
    return found


def test_a_day_on_which_nothing_happened(till: Till) -> None:
    found = report(till, DAY - timedelta(days=30))
    assert (found.sales, found.amount, found.net, found.voids, found.coupons) == (0, 0, 0, (), ())
    assert (found.first, found.last) == ("", "")


def test_sales_discounts_voids_and_returns_add_up(till: Till) -> None:
    till.has_staff(StaffMember(CLERK.id, "林怡君", Role.CLERK), StaffMember(MANAGER.id, "張志豪", Role.MANAGER))
    till.has_members(member("m-1"))
    till.has_template("own")
    till.has_coupon("c-1")
    plain = till.buys(None, 462_00).sale
    with_coupon = till.buys("m-1", 500_00).sale
    voided = till.buys(None, 100_00).sale
    till.voids(voided.txn)
    till.returns(plain.txn, 62_00)
    found = report(till)
    off = with_coupon.amount - with_coupon.total
    assert off > 0
    assert (found.sales, found.amount, found.off) == (3, 1_062_00, off)
    assert (found.returns, found.returned, found.voided) == (1, 62_00, 100_00)
    assert found.net == 400_00 + 500_00 - off
    assert (found.first, found.last) == (plain.receipt, voided.receipt)
    (void,) = found.voids
    assert (void.number, void.reason is not None and void.reason.en) == (voided.receipt, voided_because(till))
    assert [(one.count, one.off) for one in found.coupons] == [(1, off)]


def voided_because(till: Till) -> str:
    return str(till.facts("sale.voided")[0].body["reason"])


def test_each_day_has_its_own_and_a_later_void_counts_on_its_own_day(till: Till) -> None:
    sale = till.buys(None, 300_00).sale
    till.wall("2026-03-11T10:00")
    till.service.void(sale.txn, "goods_returned", MANAGER)
    assert (report(till).sales, report(till).voids, report(till).net) == (1, (), 300_00)
    after = report(till, DAY + timedelta(days=1))
    assert (after.sales, after.voided, after.net) == (0, 300_00, -300_00)


def test_a_long_day_is_read_in_stretches_and_counted_once(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(7):
        till.buys(None, 10_00)
    whole = report(till)
    monkeypatch.setattr(closing, "STRETCH", 2)
    assert replace(report(till), made=whole.made) == whole
    assert whole.sales == 7


def test_points_of_rewards_that_stand(till: Till) -> None:
    def reward(name: str, quantity: int) -> Reward:
        return Reward(name, "k", "r", "h", "m-1", RewardKind.POINTS, "", quantity)

    def decided(effect: Effect) -> None:
        body = effect.body() | {"coupons": [], "coupons_back": []}
        till.ledger.run(lambda tx: tx.append(REWARDS_DECIDED, "s-1", body))

    decided(Effect("m-1", "h", granted=(reward("a", 40), reward("b", -15), reward("c", 7))))
    decided(Effect("m-1", "h", taken_back=(reward("c", 7),)))
    till.ledger.run(lambda tx: tx.append(MEMBER_REGISTERED, "s-1", {"member": "m-9"}))
    found = report(till)
    assert (found.points_given, found.points_taken, found.registered) == (40, 15, 1)


def test_conflicts_are_those_of_this_terminal_on_that_day(till: Till) -> None:
    noon = till.context.now()
    for name, device, at, conflict in (
        ("here", IDENTITY.device, noon, True),
        ("there", "d-77", noon, True),
        ("before", IDENTITY.device, noon - timedelta(days=1), True),
        ("good", IDENTITY.device, noon, False),
    ):
        row = SpentRow(name, "t", f"x-{name}", device, IDENTITY.store, at, conflict=conflict)
        till.put(f"store/{IDENTITY.store}/spent", f"{name}/x-{name}", row)
    assert report(till).conflicts == 1


def test_what_waits_for_hq_is_told_with_its_oldest(till: Till) -> None:
    till.buys(None, 10_00)
    found = report(till)
    assert found.unsent == till.service.sync_status().queue
    assert (found.unsent_since is None) == (found.unsent == 0)


def test_papers_are_counted_by_what_became_of_them() -> None:
    till = PrintingTill()
    came_out, copied, cut_off, waits = (till.wants(about=about) for about in ("x-1", "x-1", "x-2", "x-3"))
    for job, reached in ((came_out, Reached.ALL), (copied, Reached.PRINTED), (cut_off, Reached.PART)):
        work = till.queue.next({COUNTER.id: 0})
        assert work is not None
        assert work.job == job
        till.queue.starting(work, COUNTER.id, 0)
        till.queue.settle(work, COUNTER.id, 0, Sent(reached))
    assert waits
    found = report(till)
    assert found.prints == (PrintCount(DocumentKind.RECEIPT, printed=2, copies=1, failed=1),)
    assert found.labels == (LabelsLeft(LABELS.name, 30),)
    till.close()


def test_only_who_may_read_the_journal(till: Till) -> None:
    assert till.service.closing_report(DAY, CLERK) == Refusal(RefusalCode.NOT_PERMITTED)
