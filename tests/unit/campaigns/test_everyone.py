"""Rules for everyone need no member's card; what counts by member does."""

from __future__ import annotations

import pytest

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.happenings import Item
from kiosk.domain.campaigns.sample import Sample, SamplePrice, first_minute, price_sample
from kiosk.domain.findings import Finding
from kiosk.domain.members.member import Tier
from tests.unit.campaigns.stage import campaign

TEA = (Item("oolong", "tea", 3, 10_000),)
RULE = "  - {id: two-one, name: NAME, when: basket, give: [{discount: {buy: 2, free: 1, categories: [tea]}}], MORE}"


def priced(more: str, tier: Tier | None, head: str = "") -> SamplePrice:
    said = campaign(f"{head}rules:\n{RULE.replace('MORE', more)}\n")
    return price_sample(said, Sample(TEA, first_minute(said), tier))


@pytest.mark.parametrize(
    ("more", "nobody", "member"),
    [
        ("for: everyone", 20_000, 20_000),
        ("for: members", 30_000, 20_000),
        ("on_void: claw_back", 30_000, 20_000),  # for members, where it does not say
        ("for: everyone, limits: [{most: 5, per: [store, day]}]", 20_000, 20_000),
        ("for: everyone, limits: [{most: 5}]", 20_000, 20_000),
        ("for: everyone, limits: [{most: 5, per: [member]}]", 30_000, 20_000),
        ("for: everyone, limits: [{most: 5, per: [household, day]}]", 30_000, 20_000),
        ("for: everyone, if: {tiers: [basic]}", 30_000, 20_000),
    ],
)
def test_who_gets_what(more: str, nobody: int, member: int) -> None:
    without, with_card = priced(more, None), priced(more, Tier.BASIC)
    assert (without.total, with_card.total) == (nobody, member)
    assert [(left.id, left.why.code) for left in without.left_out] == [("two-one", "member")] * (nobody > member)


def test_an_audience_of_members_is_known_by_their_cards() -> None:
    head = "audience: {tiers: [gold]}\n"
    assert priced("for: everyone", None, head).total == 30_000
    assert priced("for: everyone", Tier.GOLD, head).total == 20_000


def found(more: str, head: str = "", when: str = "basket") -> list[Finding]:
    rule = RULE.replace("MORE", more).replace("when: basket", f"when: {when}")
    said = campaign(f"{head}rules:\n{rule}\n")
    return [one for one in check(said) if one.code == "card_needed" or one.path == "rules[0].for"]


def test_the_check_says_what_needs_a_card() -> None:
    assert found("for: everyone") == []
    assert found("for: members, limits: [{most: 1, per: [member]}]") == []
    (limit,) = found("for: everyone, limits: [{most: 9}, {most: 1, per: [member, day]}]")
    assert limit.path == "rules[0].limits[1].per"
    assert limit.words.endswith("`limits[1].per` asks who buys: without a member's card it gives nothing")
    paths = [one.path for one in found("for: everyone, if: {amount: 5, purchases: 2, lacks: ['badge:x']}")]
    assert paths == ["rules[0].if.purchases", "rules[0].if.lacks"]
    assert [one.path for one in found("for: everyone", "audience: {tiers: [gold]}\n")] == ["rules[0].for"]


def test_only_a_discount_is_for_everyone() -> None:
    (one,) = found("for: everyone", when="purchased")
    assert (str(one.severity), one.code) == ("error", "no_meaning")
