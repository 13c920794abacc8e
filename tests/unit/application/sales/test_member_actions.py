"""What is done within a visit refreshes it, and who the member is is proven by four digits."""

from __future__ import annotations

import pytest

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.sales.outcomes import Acted, Visit
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Customer
from tests.shared.till import CLERK, Till, shown

RULES = (
    "tasks: [{id: profile, name: NAME}]\n"
    "rules:\n"
    "  - {id: daily, name: NAME, when: checked_in, give: [{points: 1}]}\n"
    "  - {id: task, name: NAME, when: {event: task_done, ref: profile}, give: [{points: 5}]}\n"
)


def test_the_visit_shows_what_the_action_brought(till: Till) -> None:
    till.publishes(RULES)
    visit = till.visit("m-1", 100_00)
    (check_in,) = (one for one in till.service.actions(visit) if one.kind is ActionKind.CHECK_IN)
    done = till.service.act(visit, check_in, CLERK)
    assert isinstance(done, Acted)
    assert shown(done.rewards) == [("points", "", 1)]
    assert done.visit.member is not None
    assert (done.visit.member.points, done.visit.member.streak_days) == (1, 1)
    assert (done.visit.txn, done.visit.amount, done.visit.quote.total) == (visit.txn, 100_00, 100_00)


def test_without_a_member_of_this_store_there_is_nothing_to_do(till: Till) -> None:
    till.publishes(RULES)
    visit = till.visit("m-1", 0)
    (action, *_) = till.service.actions(visit)
    nobody = till.visit(None, 0)
    assert till.service.actions(nobody) == ()
    refused = till.service.act(nobody, action, CLERK)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.ACTION_CLOSED


def test_a_customers_hand_does_not_replace_the_clerks(till: Till) -> None:
    till.publishes(RULES)
    visit = till.visit("m-1", 0)
    (task,) = (one for one in till.service.actions(visit) if one.kind is ActionKind.TASK)
    refused = till.service.act(visit, task, Customer())
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.NOT_PERMITTED
    assert till.facts("task.done") == []


@pytest.mark.parametrize("digits", ["", "001", "0002", "00001", "912340001"])
def test_only_the_last_four_digits_prove(till: Till, digits: str) -> None:
    refused = till.service.prove(till.visit("m-1", 0), digits)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.MEMBER_NOT_PROVEN


def test_they_do(till: Till) -> None:
    proven = till.service.prove(till.visit("m-1", 100_00), "0001")
    assert isinstance(proven, Visit)
    assert proven.member is not None
    assert proven.member.proven
    assert proven.quote.total == 100_00
    assert isinstance(till.service.prove(till.visit(None, 0), "0001"), Refusal)
