"""Limits count under what they are, not where they stand: moving one, or raising it, resets nothing."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.campaigns.check import check
from kiosk.domain.campaigns.compiled import Edition
from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.limit_keys import limit_key, newest_key
from kiosk.domain.campaigns.model import Campaign, Limit, Rule
from kiosk.domain.campaigns.scopes import Scope
from kiosk.domain.campaigns.shared import whole_quantities
from tests.unit.campaigns.stage import Stage, campaign, same_everywhere
from tests.unit.campaigns.test_laws import MEMBERS, Story, play, stories, told, world

RULES = """
stock: [{id: mug, name: NAME, value: 99, quantity: 6}, {id: pin, name: NAME, value: 9, quantity: 30}]
rules:
  - {id: base, name: NAME, when: purchased, give: [{points: 3}],
     limits: [{most: 2, per: [member, day]}, {most: 4, per: [member]}, {most: 6, per: [household, week]}]}
  - {id: all, name: NAME, when: purchased, give: [{gift: pin}],
     limits: [{most: 7}, {most: 3, per: [member]}, {most: 5, per: [clerk, day]}, {most: 6, id: few, per: [store]}]}
  - {id: mug, name: NAME, when: checked_in, give: [{gift: mug}], otherwise: [{points: 1}],
     limits: [{most: 4, shared: both}, {most: 2, per: [member], shared: mine}]}
  - {id: more, name: NAME, when: purchased, if: {amount: {at_least: 260}}, give: [{gift: mug}],
     limits: [{most: 2, per: [member], shared: mine}, {most: 4, shared: both}, {most: 3, per: [device, month]}]}
"""
PLAIN = campaign(RULES)
MIDDLE = "2026-03-10 12:00"


@st.composite
def moved(draw: st.DrawFn) -> Campaign:
    """The campaign with the limits of its rules, and what they count by, in any order."""

    def any_order(rule: Rule) -> Rule:
        limits = draw(st.permutations(rule.limits))
        per = [dataclasses.replace(one, per=tuple(draw(st.permutations(one.per)))) for one in limits]
        return dataclasses.replace(rule, limits=tuple(per))

    return dataclasses.replace(PLAIN, version=2, rules=tuple(map(any_order, PLAIN.rules)))


def staged(*editions: Edition) -> Stage:
    stage = Stage(PLAIN)
    stage.engine = Engine(editions)
    stage.fold = Fold(stage.engine, trace=True, **stage._how)
    return stage


def outcome(stage: Stage) -> tuple[Any, ...]:
    """What members got, what counts, and every verdict."""
    verdicts = {
        happening: {(trace.rule, trace.outcome) for trace in decision.trace if trace.rule != "*"}
        for happening, decision in stage.decisions.items()
    }
    return told(stage), world(stage.fold, stage.wall), verdicts


@given(stories, moved())
@settings(max_examples=80, deadline=None)
def test_the_order_of_limits_changes_no_verdict(story: Story, other: Campaign) -> None:
    assert outcome(play(staged(Edition(other)), story)) == outcome(play(staged(Edition(PLAIN)), story))


@given(stories, moved())
@settings(max_examples=80, deadline=None)
def test_a_version_with_its_limits_moved_changes_no_verdict(story: Story, other: Campaign) -> None:
    stage = Stage(PLAIN).at(MIDDLE)
    halves = Edition(PLAIN, 0, stage.ms), Edition(other, stage.ms)
    one = play(staged(*halves), story)
    assert outcome(one) == outcome(play(staged(Edition(PLAIN)), story))
    same_everywhere(one)


@given(stories, st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_a_limit_that_is_raised_goes_on_counting(story: Story, more: int) -> None:
    def raised(rule: Rule) -> Rule:
        limits = tuple(dataclasses.replace(one, most=one.bound + more) for one in rule.limits)
        return dataclasses.replace(rule, limits=limits)

    other = dataclasses.replace(PLAIN, version=2, rules=tuple(map(raised, PLAIN.rules)))
    stage = play(
        staged(Edition(PLAIN, 0, Stage(PLAIN).at(MIDDLE).ms), Edition(other, Stage(PLAIN).at(MIDDLE).ms)), story
    )
    for member in MEMBERS:
        given_to = [one for one in stage.state(member).rewards.values() if one.rule == "base"]
        assert stage.state(member).counters.get("limit:test/base/member", 0) >= len(given_to)
        assert len(given_to) <= 4 + more


def test_no_two_limits_of_these_tests_have_one_name() -> None:
    assert [one for one in check(PLAIN) if one.code == "limit_twice"] == []


@pytest.mark.parametrize(
    ("limit", "key"),
    [
        (Limit(3), "limit:c/r/total"),
        (Limit(3, (Scope.MEMBER,)), "limit:c/r/member"),
        (Limit(3, (Scope.DAY, Scope.MEMBER)), "limit:c/r/member.day"),
        (Limit(3, (Scope.DAY,), id="noon"), "limit:c/r/noon"),
        (Limit(3, (Scope.DAY,), "both", "noon"), "limit:c/~both"),
    ],
)
def test_what_a_limit_is_called(limit: Limit, key: str) -> None:
    assert limit_key("c", "r", limit) == key


@pytest.mark.parametrize(
    ("old", "of_member", "new"),
    [
        ("total:c/r#0", True, "limit:c/r/member"),
        ("total:c/r#12@739000", True, "limit:c/r/member.day@739000"),
        ("total:c/r#1@739000@s:N01", True, "limit:c/r/member.store.day@s:N01@739000"),
        ("total:c/r#1", False, "limit:c/r/total"),
        ("|total:c/r#1", False, "|limit:c/r/total"),
        ("T1|total:c/r.x#1", False, "T1|limit:c/r.x/total"),
        ("total:c/r#0@v:d-01@m2026-11", False, "limit:c/r/device.month@v:d-01@m2026-11"),
        ("total:c/r#0@w105500@c:s-1", False, "limit:c/r/clerk.week@c:s-1@w105500"),
        ("total:c/r#0@h:m-1@y2026", False, "limit:c/r/household.year@h:m-1@y2026"),
        ("|total:c/~both", False, "|limit:c/~both"),
        ("total:c/~both@739000@h:#1", False, "limit:c/~both@h:#1@739000"),
        ("limit:c/r/total", False, "limit:c/r/total"),
        ("|stock:c/mug", False, "|stock:c/mug"),
        ("once:c/r@2026", True, "once:c/r@2026"),
        ("c/r:n", True, "c/r:n"),
    ],
)
def test_what_was_counted_by_place_has_a_name(old: str, of_member: bool, new: str) -> None:
    assert newest_key(old, of_member=of_member) == new
    assert newest_key(new, of_member=of_member) == new


def test_two_totals_of_one_rule_are_the_smaller() -> None:
    one = campaign("""
rules: [{id: x, name: NAME, when: checked_in, give: [{points: 1}], limits: [{most: 5}, {most: 2}, {most: 9}]}]
""")
    assert whole_quantities(one) == {"limit:test/x/total": 2}
    stage = Stage(one, pools={"limit:test/x/total": 9})
    assert [len(stage.tomorrow().checks_in("A")) for _ in range(4)] == [1, 1, 1, 1]
    assert stage.fold.shared.pools["|limit:test/x/total"] == 5
