"""What can be done for a member, by whom, and that doing it is one fact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.application.campaigns.member_actions import needs
from kiosk.application.campaigns.outcomes import ActionKind, MemberAction
from kiosk.application.campaigns.service import CampaignsService
from kiosk.domain.channels import Channel
from kiosk.domain.refusals import Refusal, RefusalCode
from kiosk.domain.staff.actors import Actor, Customer, Staff, System
from kiosk.domain.staff.roles import Permission, Role
from kiosk.domain.texts import LocalText
from tests.shared.till import CLERK, Till, shown

RULES = (
    "coupons: [{id: ten-off, name: NAME, off: 10, valid_days: 7}]\n"
    "mall: [{id: cup, name: NAME}]\n"
    "tasks: [{id: profile, name: NAME}]\n"
    "surveys: [{id: taste, name: NAME}]\n"
    "rules:\n"
    "  - {id: bonus, name: NAME, when: purchased, give: [{points: 50}]}\n"
    "  - {id: daily, name: NAME, when: checked_in, give: [{points: 1}]}\n"
    "  - {id: mall, name: NAME, when: {event: points_spent, ref: cup, points: 30}, give: [{coupon: ten-off}]}\n"
    "  - {id: task, name: NAME, when: {event: task_done, ref: profile}, give: [{points: 5}], "
    "limits: [{most: 1, per: [member]}]}\n"
    "  - {id: asked, name: NAME, when: {event: survey_answered, ref: taste}, give: [{points: 2}]}\n"
)
AUDITOR = Staff("s-9", "鄭雅雯", Role.AUDITOR)


@pytest.fixture
def campaigns(till: Till) -> CampaignsService:
    till.publishes(RULES)
    return CampaignsService(till.context)


def offered(
    campaigns: CampaignsService, actor: Actor = CLERK, *, proven: bool = True
) -> dict[ActionKind, MemberAction]:
    return {action.kind: action for action in campaigns.actions_for("m-1", actor, proven=proven)}


def code(outcome: object) -> RefusalCode:
    assert isinstance(outcome, Refusal), outcome
    return outcome.code


def test_what_rules_wait_for_is_offered_what_is_possible_first(till: Till, campaigns: CampaignsService) -> None:
    actions = campaigns.actions_for("m-1", CLERK, proven=True)
    assert [(one.kind, one.refusal is None) for one in actions] == [
        (ActionKind.CHECK_IN, True),
        (ActionKind.TASK, True),
        (ActionKind.SURVEY, True),
        (ActionKind.MALL, False),
    ]
    assert shown(actions[1].rewards) == [("points", "", 5)]
    (mall,) = (one for one in actions if one.kind is ActionKind.MALL)
    assert mall.refusal is not None
    assert (mall.refusal.code, mall.refusal.args["have"], mall.refusal.args["need"]) == (
        RefusalCode.POINTS_SHORT,
        0,
        30,
    )


def test_doing_it_is_one_fact_and_what_it_brings(till: Till, campaigns: CampaignsService) -> None:
    task = offered(campaigns)[ActionKind.TASK]
    brought = campaigns.act_for("m-1", task, CLERK, proven=True)
    assert shown(brought) == [("points", "", 5)]
    (fact,) = till.facts("task.done")
    assert (fact.actor, fact.body) == (CLERK.id, {"member": "m-1", "ref": "profile", "channel": "checkout"})
    assert code(campaigns.act_for("m-1", task, CLERK, proven=True)) is RefusalCode.ALREADY_DONE
    assert len(till.facts("task.done")) == 1


def test_it_is_judged_anew_when_it_is_done(till: Till, campaigns: CampaignsService) -> None:
    check_in = offered(campaigns)[ActionKind.CHECK_IN]
    assert not isinstance(campaigns.act_for("m-1", check_in, CLERK, proven=True), Refusal)
    assert code(campaigns.act_for("m-1", check_in, CLERK, proven=True)) is RefusalCode.ALREADY_DONE
    unknown = replace(check_in, kind=ActionKind.VOTE, ref="nothing")
    assert code(campaigns.act_for("m-1", unknown, CLERK, proven=True)) is RefusalCode.ACTION_CLOSED


@pytest.mark.parametrize(("score", "fits"), [(0, False), (1, True), (5, True), (6, False)])
def test_scores_are_one_to_five(till: Till, campaigns: CampaignsService, score: int, fits: bool) -> None:
    survey = offered(campaigns)[ActionKind.SURVEY]
    outcome = campaigns.act_for("m-1", survey, CLERK, score, proven=True)
    assert isinstance(outcome, Refusal) is not fits
    assert [fact.body["value"] for fact in till.facts("survey.answered")] == ([score] if fits else [])


def test_points_are_spent_by_who_has_proven_who_they_are(till: Till, campaigns: CampaignsService) -> None:
    till.buys("m-1", 100_00)
    mall = offered(campaigns, proven=False)[ActionKind.MALL]
    assert mall.refusal is not None
    assert mall.refusal.code is RefusalCode.MEMBER_NOT_PROVEN
    assert code(campaigns.act_for("m-1", mall, CLERK, proven=False)) is RefusalCode.MEMBER_NOT_PROVEN
    assert till.points("m-1") == 50
    assert not isinstance(campaigns.act_for("m-1", mall, CLERK, proven=True), Refusal)
    assert till.points("m-1") == 20


def test_a_customer_does_for_themselves_what_needs_nobody(till: Till, campaigns: CampaignsService) -> None:
    assert set(offered(campaigns, Customer())) == {ActionKind.CHECK_IN, ActionKind.SURVEY, ActionKind.MALL}
    done = campaigns.act_for("m-1", offered(campaigns)[ActionKind.CHECK_IN], Customer(), proven=True)
    assert not isinstance(done, Refusal)
    (fact,) = till.facts("check_in.done")
    assert (fact.actor, fact.body["channel"]) == ("customer", "self_service")


@pytest.mark.parametrize("actor", [Customer(), AUDITOR, System(), System(Channel.TILL)])
def test_what_needs_somebody_of_the_store_is_done_by_nobody_else(
    till: Till, campaigns: CampaignsService, actor: Actor
) -> None:
    task = offered(campaigns)[ActionKind.TASK]
    assert code(campaigns.act_for("m-1", task, actor, proven=True)) is RefusalCode.NOT_PERMITTED
    assert till.facts("task.done") == []


def test_money_and_witness_need_the_store() -> None:
    plain = MemberAction(ActionKind.CHECK_IN, "", None, LocalText("", "", ""))
    serving = {kind for kind in ActionKind if needs(replace(plain, kind=kind)) is Permission.SERVE}
    assert serving == {ActionKind.CHOOSE, ActionKind.DEPOSIT, ActionKind.TASK, ActionKind.ATTEND, ActionKind.PARTNER}


def test_without_campaigns_there_is_nothing_to_do(till: Till) -> None:
    assert CampaignsService(till.context).actions_for("m-1", CLERK, proven=True) == ()
