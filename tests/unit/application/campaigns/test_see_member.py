"""Being there is a fact where it brings something, once a day."""

from __future__ import annotations

from kiosk.application.campaigns.see_member import see_member
from kiosk.domain.channels import Channel
from tests.shared.till import Till, shown

DAILY = "rules:\n  - {id: hello, name: NAME, when: seen, give: [{points: 3}]}\n"


def sees(till: Till, who: str = "m-1", channel: Channel = Channel.CHECKOUT) -> list[tuple[str, str, int]]:
    return shown(till.ledger.run(lambda tx: see_member(till.context.campaigns(tx), who, "s-1", channel)))


def test_once_a_store_local_day(till: Till) -> None:
    till.publishes(DAILY)
    till.wall("2026-03-10 23:59")
    assert sees(till) == [("points", "", 3)]
    assert sees(till) == []
    assert sees(till, "m-2") == [("points", "", 3)]
    till.wall("2026-03-11 00:00")
    assert sees(till) == [("points", "", 3)]
    assert [fact.body["member"] for fact in till.facts("member.seen")] == ["m-1", "m-2", "m-1"]


def test_it_says_who_saw_them_and_where(till: Till) -> None:
    till.publishes(DAILY)
    sees(till, channel=Channel.SELF_SERVICE)
    (fact,) = till.facts("member.seen")
    assert (fact.actor, fact.body) == ("s-1", {"member": "m-1", "channel": "self_service"})


def test_no_fact_where_no_rule_waits_or_nothing_is_given(till: Till) -> None:
    assert sees(till) == []
    till.publishes("rules:\n  - {id: hello, name: NAME, when: seen, if: {tiers: [gold]}, give: [{points: 3}]}\n")
    assert sees(till) == []
    assert till.facts("member.seen") == []
