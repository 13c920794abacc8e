"""The readable journal: a day in stretches, topics, search, one fact in full, and who may look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.application.journal import read
from kiosk.application.journal.outcomes import FactInFull, FactLine, JournalPage, JournalQuery, Topic
from kiosk.application.ports.journal import Place
from kiosk.application.sales.outcomes import Redemption
from kiosk.application.staff.outcomes import Approval
from kiosk.domain.coupons.facts import RIGHTS_CHANGED
from kiosk.domain.journal.kinds import EPOCH_BEGAN
from kiosk.domain.members.facts import MEMBER_SEEN
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.sales.facts import SALE_COMPLETED, SALE_VOIDED
from kiosk.domain.staff.actors import Staff
from kiosk.domain.staff.facts import STAFF_LOCKED, STAFF_SIGNED_OUT
from kiosk.domain.staff.roles import Role, StaffMember
from tests.fakes import IDENTITY
from tests.shared.till import CLERK, MANAGER, Till, member

AUDITOR = Staff("s-9", "Grace Lin", Role.AUDITOR)
DAY = date(2026, 3, 10)


def lines(till: Till, **wanted: Any) -> list[FactLine]:
    """The whole day, stretch by stretch."""
    found: list[FactLine] = []
    query, start = JournalQuery(**{"day": DAY} | wanted), None
    while True:
        page = till.service.journal_page(query, AUDITOR, start)
        assert isinstance(page, JournalPage)
        found += page.lines
        start = page.following
        if start is None:
            return found


def sell(till: Till, amount: int = 46_200) -> str:
    visit = till.service.price(replace(till.service.new_visit(), amount=amount))
    done = till.service.confirm(visit, CLERK)
    assert isinstance(done, Redemption)
    return done.sale.txn


def journal(till: Till, kind: str, body: dict[str, Any], actor: str = "s-1") -> None:
    till.ledger.run(lambda tx: tx.append(kind, actor, body))


def test_newest_first_with_what_is_known_of_it(till: Till) -> None:
    till.has_staff(StaffMember("s-1", "林怡君", Role.CLERK), StaffMember("s-2", "張志豪", Role.MANAGER))
    txn = sell(till)
    till.ledger.run(lambda tx: tx.set_meta("acked", str(tx.head.seq)))
    till.service.void(txn, "wrong_amount", MANAGER)
    void, sale, began = lines(till)
    assert (void.kind, void.topic, void.who, void.at_hq) == (SALE_VOIDED, Topic.OVERRIDES, "張志豪", False)
    assert (sale.kind, sale.topic, sale.who, sale.at_hq) == (SALE_COMPLETED, Topic.SALES, "林怡君", True)
    assert void.sale == sale.sale
    assert sale.sale is not None
    assert (sale.sale.total, sale.sale.currency) == (46_200, "TWD")
    assert (began.kind, began.topic, began.actor) == (EPOCH_BEGAN, Topic.TERMINAL, "system")


def test_a_topic_alone_and_a_search(till: Till) -> None:
    till.has_staff(StaffMember("s-1", "林怡君", Role.CLERK))
    sell(till)
    sell(till, 1_234_500)
    journal(till, STAFF_LOCKED, {"staff": "s-1"})
    assert [line.kind for line in lines(till, topic=Topic.STAFF)] == [STAFF_LOCKED]
    assert len(lines(till, topic=Topic.SALES)) == 2
    for text in ("12345", "12,345", " 12345 "):
        assert [line.body["amount"] for line in lines(till, text=text)] == [1_234_500]
    assert [line.body["number"] for line in lines(till, text="-000001", topic=Topic.SALES)] == [1]
    assert {line.actor for line in lines(till, text="怡君")} == {"s-1"}
    assert [line.kind for line in lines(till, text="ENROLLED")] == [EPOCH_BEGAN]
    assert lines(till, text="nothing of the kind") == []


def test_a_sale_that_a_manager_stood_by_for_is_an_override(till: Till) -> None:
    till.has_staff(StaffMember("s-2", "張志豪", Role.MANAGER))
    body = {"coupons": [{"approved_by": "s-2"}, {"approved_by": "s-2"}, {}]}
    assert read.topic_of(SALE_COMPLETED, body) is Topic.OVERRIDES
    assert read.topic_of(SALE_COMPLETED, {"coupons": [{}]}) is Topic.SALES
    txn = sell(till)
    till.service.void(txn, "training", CLERK, Approval("s-2", "張志豪"))
    assert lines(till)[0].approved_by == "張志豪"
    assert lines(till, text="張志豪")[0].kind == SALE_VOIDED


def test_days_by_the_stores_midnight(till: Till) -> None:
    till.wall("2026-03-10 23:59:59")
    journal(till, STAFF_LOCKED, {"staff": "s-1"})
    till.wall("2026-03-11 00:00:00")
    journal(till, STAFF_SIGNED_OUT, {"staff": "s-1"})
    till.wall("2026-03-13 09:00:00")
    assert [line.kind for line in lines(till)] == [STAFF_LOCKED, EPOCH_BEGAN]
    assert [line.kind for line in lines(till, day=date(2026, 3, 11))] == [STAFF_SIGNED_OUT]
    assert lines(till, day=date(2026, 3, 12)) == []
    assert lines(till, day=date(2026, 3, 9)) == []
    days = till.service.journal_days()
    assert (days.first, days.last) == (DAY, date(2026, 3, 13))


def test_a_long_day_comes_in_stretches_and_nothing_twice(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "STRETCH", 7)
    for at in range(30):
        journal(till, STAFF_LOCKED if at % 3 else STAFF_SIGNED_OUT, {"staff": "s-1"})
    page = till.service.journal_page(JournalQuery(DAY), AUDITOR)
    assert isinstance(page, JournalPage)
    assert (len(page.lines), page.following) == (7, Place(1, 24))
    assert [line.place.seq for line in lines(till)] == list(range(31, 0, -1))
    assert len(lines(till, topic=Topic.TERMINAL)) == 1  # behind five stretches without any


def test_what_was_carried_into_a_new_epoch_is_told_once_in_its_time(till: Till) -> None:
    journal(till, STAFF_LOCKED, {"staff": "s-1"})
    till.ledger.run(lambda tx: tx.set_meta("acked", "2"))
    journal(till, STAFF_SIGNED_OUT, {"staff": "s-1"})
    journal(till, RIGHTS_CHANGED, {"grant": [], "revoke": []}, "system")
    till.wall("2026-03-11 08:00:00")
    till.ledger.run(lambda tx: tx.begin_epoch(replace(IDENTITY, epoch=2), "restored"))
    journal(till, STAFF_LOCKED, {"staff": "s-2"})
    till.ledger.run(lambda tx: tx.set_meta("acked", "1"))
    today = lines(till, day=date(2026, 3, 11))
    assert [(line.place, line.at_hq) for line in today] == [(Place(2, 4), False), (Place(2, 1), True)]
    before = lines(till)
    assert [line.place for line in before] == [Place(2, 3), Place(2, 2), Place(1, 2), Place(1, 1)]
    assert [line.at_hq for line in before] == [False, False, True, True]
    assert lines(till, day=date(2026, 3, 9)) == []


def test_one_fact_in_full(till: Till) -> None:
    till.has_template()
    till.has_coupon("c-1")
    sell(till)
    place = lines(till)[0].place
    found = till.service.journal_fact(place, AUDITOR)
    assert isinstance(found, FactInFull)
    assert found.device == IDENTITY.device
    assert found.link == till.ledger.head.hash
    assert ("amount", "46200") in found.fields
    nested = {"grant": [{"coupon": "c-1", "uses": 1}], "revoke": ["a", "b"]}
    assert list(read._fields(nested)) == [("grant 1.coupon", "c-1"), ("grant 1.uses", "1"), ("revoke", "a, b")]
    assert till.service.journal_fact(Place(1, 999), AUDITOR) is None


def test_whoever_may_not_look_sees_nothing(till: Till) -> None:
    for found in (
        till.service.journal_page(JournalQuery(DAY), CLERK),
        till.service.journal_fact(Place(1, 1), CLERK),
    ):
        assert found == Refusal(RefusalCode.NOT_PERMITTED)
    assert isinstance(till.service.journal_page(JournalQuery(DAY), MANAGER), JournalPage)


def test_a_member_is_a_masked_name_and_found_by_it(till: Till) -> None:
    till.has_members(member("m-1"))
    journal(till, MEMBER_SEEN, {"member": "m-1"})
    journal(till, MEMBER_SEEN, {"member": "m-999"})
    unknown, known, *_ = lines(till)
    assert (known.member, unknown.member) == ("王*明", "")
    assert lines(till, text="王*明") == [known]
    full = till.service.journal_fact(known.place, AUDITOR)
    assert isinstance(full, FactInFull)
    assert full.line == known
