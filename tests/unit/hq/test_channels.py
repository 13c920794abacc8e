"""HQ judges by the channel that the fact has: what the terminal wrote, and the checkout where nothing was written."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.domain.campaigns.facts import CHECK_IN_DONE
from kiosk.domain.channels import Channel
from kiosk.domain.journal.facts import decode
from kiosk.hq.campaigns import recount
from kiosk.hq.campaigns.happenings import happened
from kiosk.hq.headquarters import Headquarters
from tests.unit.hq.campaign_rig import buys, member, published, pushes, with_members
from tests.unit.hq.rig import Terminal

RULES = "rules:\n  - {id: points, name: NAME, when: purchased, if: {channels: [CHANNEL]}, give: [{points: 7}]}\n"
CASES = [
    (Channel.TILL, {"channel": "till"}, True),
    (Channel.TILL, {"channel": "checkout"}, False),
    (Channel.TILL, {}, False),
    (Channel.CHECKOUT, {}, True),
    (Channel.CHECKOUT, {"channel": "till"}, False),
    (Channel.SELF_SERVICE, {"channel": "self_service"}, True),
]


@pytest.mark.parametrize(("rule", "written", "given"), CASES)
def test_what_a_terminal_could_not_give_hq_gives_by_the_channel(
    hq: Headquarters, rule: Channel, written: dict[str, Any], given: bool
) -> None:
    published(hq, RULES.replace("CHANNEL", rule))
    with_members(hq, member("m1"))
    till = Terminal.enrolled(hq)
    buys(till, "m1", "x1", **written)
    pushes(till)
    with hq.database.write() as tx:
        rewards = recount.fold_of(hq.context, tx).member("m1").rewards.values()
    assert [(reward.rule, reward.quantity) for reward in rewards] == ([("points", 7)] if given else [])


def test_what_happens_at_hq_happens_there(hq: Headquarters) -> None:
    published(hq, RULES.replace("purchased", "checked_in").replace("CHANNEL", "hq"))
    with_members(hq, member("m1"))
    with hq.database.write() as tx:
        rewards = happened(hq.context, tx, CHECK_IN_DONE, {"member": "m1"})
    assert [reward.quantity for reward in rewards] == [7]
    assert decode(next(iter(hq.facts("hq", 1)))).body["channel"] == "hq"
