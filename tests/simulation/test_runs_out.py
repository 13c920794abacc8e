"""Everything that runs out is counted at HQ, whatever it is paid with: the list in docs/sync.md, held by two tills, out
of reach of each other, that both use up the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.application.campaigns.outcomes import ActionKind
from kiosk.application.sales.outcomes import Acted, Redemption
from kiosk.domain.campaigns.rewards import RewardKind
from kiosk.domain.campaigns.scopes import Scope
from kiosk.hq.campaigns.commands import CampaignPublished
from tests.shared.campaign_text import NAME, head
from tests.simulation.points import CLERK, MANAGER, Shop, shop

NEVER = {
    RewardKind.DISCOUNT: "off the price of one sale",
    RewardKind.TIER: "has an end, and nothing is taken from it",
    RewardKind.TIER_MONTHS: "the same",
    RewardKind.BADGE: "to be had once, and looked at",
    RewardKind.REBATE: "money that HQ pays out",
    RewardKind.EXPERIENCE: "a voucher that a partner takes",
    RewardKind.PARTNER: "the same",
    RewardKind.LOCK: "a price that holds until its day",
    RewardKind.TICKETS: "all of them are in the draw, which HQ holds",
}
BY_SHARES = {RewardKind.GIFT, RewardKind.SLOT}
BY_RIGHTS = {RewardKind.COUPON, RewardKind.POINTS}
BY_HISTORY = {RewardKind.SPINS, RewardKind.MAKE_UP_CARDS, RewardKind.CHOICE}

FILE = f"""{head("runsout")}
stock:
  - {{id: mug, name: {NAME}, value: 100, quantity: 400}}
  - {{id: cap, name: {NAME}, value: 100, quantity: 400}}
tasks:
  - {{id: pick, name: {NAME}}}
rules:
RULES
"""
ONCE = "  - {id: once, name: NAME, when: purchased, give: [{points: 7}], limits: [{most: 1, per: [SCOPE]}]}"
PICK = "  - {id: pick, name: NAME, when: {event: task_done, ref: pick}, give: [{choice: {of: [mug, cap]}}]}"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Callable[[str], Shop]]:
    with shop(tmp_path, "A1", "A2") as it:

        def publish(rules: str) -> Shop:
            document = FILE.replace("RULES", rules.replace("NAME", NAME))
            done = it.world.hq.publish_campaign(document)
            assert isinstance(done, CampaignPublished), done
            it.rounds(3)
            return it

        yield publish


def test_every_reward_is_in_the_list() -> None:
    parts = (set(NEVER), BY_SHARES, BY_RIGHTS, BY_HISTORY)
    assert sum(map(len, parts)) == len(set().union(*parts))
    assert set().union(*parts) == set(RewardKind)


SCOPES = ("member", "household", "store", "day", "week", "month", "year")


@pytest.mark.parametrize("scope", SCOPES)
def test_a_limit_that_two_tills_use_up_is_an_overrun(two: Callable[[str], Shop], scope: str) -> None:
    it = two(ONCE.replace("SCOPE", scope))
    it.offline()
    for name in ("A1", "A2"):
        assert isinstance(it.buys(name, 500), Redemption)
    it.online()
    it.rounds(3)
    found = [(one.kind, one.given - one.due) for one in it.world.hq.overruns()]
    assert found == ([("points", 7)] if scope == "member" else [("limit", 1)])


def test_scopes_of_one_till_or_clerk_are_used_up_there_only() -> None:
    assert set(Scope) - {
        Scope(scope) for scope in ("member", "household", "store", "day", "week", "month", "year")
    } == {
        Scope.DEVICE,
        Scope.CLERK,
    }


def test_a_choice_that_is_made_at_two_tills_is_an_overrun(two: Callable[[str], Shop]) -> None:
    it = two(PICK)
    first = it.tills["A1"].service
    visit = it.visit("A1")
    assert isinstance(
        first.act(visit, next(one for one in first.actions(visit) if one.kind is ActionKind.TASK), CLERK), Acted
    )
    it.rounds(3)
    it.offline()
    for name, gift in (("A1", "mug"), ("A2", "cap")):
        it.world.pass_time(1_000)
        service = it.tills[name].service
        visit = it.visit(name)
        picked = next(one for one in service.actions(visit) if one.kind is ActionKind.CHOOSE and one.ref == gift)
        assert isinstance(service.act(visit, picked, CLERK), Acted)
    it.online()
    it.rounds(3)
    assert [(one.kind, one.given - one.due) for one in it.world.hq.overruns()] == [("gift", 1)]


def test_points_spent_twice_at_the_mall_or_in_sales_are_an_overrun(tmp_path: Path) -> None:
    with shop(tmp_path, "A1", "A2", points=60, offline_limit=1_000) as it:
        it.offline()
        for name in ("A1", "A2"):
            assert isinstance(it.pays(name, 60, MANAGER), Redemption)
        it.online()
        it.rounds(3)
        assert (it.overspent(), it.listed()) == (60, 60)
