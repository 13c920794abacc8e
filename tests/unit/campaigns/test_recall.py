"""Histories recalled on demand: the same state as if everything had been watched, and nothing left to correct."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from kiosk.domain.campaigns.engine import Engine
from kiosk.domain.campaigns.fold import Fold
from kiosk.domain.campaigns.happenings import Happening, HappeningKind
from kiosk.domain.campaigns.shared import Shared
from kiosk.domain.campaigns.standing import standing_of
from kiosk.domain.facts import happening_of
from tests.unit.campaigns.stage import Stage, view
from tests.unit.campaigns.test_laws import MEMBERS, TOGETHER, Story, events_of, play, stories


class Till(Stage):
    """Writes what a till and HQ write so that others can recall it: whose friend buys, and why a referral does not
    count."""

    def write(self, kind: str, body: dict[str, Any], device: str, clerk: str) -> Happening | None:
        if kind == "sale.completed" and (referrer := self.state(body["member"]).referrer):
            body = body | {"referrer": referrer}
        if kind == "member.registered" and body.get("other"):
            told = Stage.write(self, kind, body, device, clerk)
            self.facts.pop()
            self.seq[device] -= 1
            assert told is not None
            body = body | {"part": self.fold.referral_refused(told)}
        return Stage.write(self, kind, body, device, clerk)


def as_lived(story: Story) -> Story:
    """Nobody buys as a member before they registered, where they register at all: a till knows no such member."""
    registers = {how[0]: index for index, (what, *how) in enumerate(story) if what == "register"}
    return [step for index, step in enumerate(story) if step[0] != "buy" or index > registers.get(step[1], -1)]


def touching(stage: Stage, member: str) -> list[Happening]:
    """What a ledger finds in a member's history."""
    happenings = events_of(stage)
    about: dict[str, set[str]] = {}
    for happening in happenings:
        if happening.kind is HappeningKind.PURCHASED:
            about.setdefault(
                happening.txn, {happening.member, happening.other, str(happening.detail.get("referrer", ""))}
            )
    found = []
    for happening in happenings:
        named = {happening.member, happening.other, str(happening.detail.get("referrer", ""))} | (
            about.get(happening.txn, set())
            if happening.kind in (HappeningKind.SALE_VOIDED, HappeningKind.RETURNED)
            else set()
        )
        if member in named:
            found.append(happening)
    return found


def recalled(stage: Stage) -> Fold:
    shared = Shared(stage.fold.shared.pool_of, dict(stage.fold.shared.pools), dict(stage.fold.shared.counts))
    return Fold(stage.engine, pool_of=shared.pool_of, load=lambda member: touching(stage, member), shared=shared)


@given(stories)
@settings(max_examples=150, deadline=None)
def test_what_is_recalled_is_what_was_watched(story: Story) -> None:
    stage = play(Till(TOGETHER), as_lived(story))
    fold = recalled(stage)
    for member in MEMBERS:
        assert view(fold.member(member), stage.wall) == view(stage.state(member), stage.wall), member


@given(stories)
@settings(max_examples=150, deadline=None)
def test_nothing_is_left_to_correct_where_one_terminal_saw_everything(story: Story) -> None:
    stage = play(Till(TOGETHER), as_lived(story))
    for member in MEMBERS:
        effect = recalled(stage).recount(member)
        assert (effect.granted, effect.taken_back) == ((), ())


@given(stories)
@settings(max_examples=100, deadline=None)
def test_progress_is_counted_over_all_terminals(story: Story) -> None:
    stage = play(Till(TOGETHER), as_lived(story), lambda index: f"T{index % 2}")
    fold = recalled(stage)
    for member in MEMBERS:
        assert view(fold.member(member), stage.wall) == view(stage.state(member), stage.wall), member


@given(stories)
@settings(max_examples=60, deadline=None)
def test_the_reasons_of_an_event_are_those_it_had(story: Story) -> None:
    stage = play(Till(TOGETHER), as_lived(story))
    fold = recalled(stage)
    for device, fact in stage.facts:
        happening = happening_of(fact, device, lambda _: ("xinyi", stage.zone))
        if happening is None or happening.kind in (
            HappeningKind.DECIDED,
            HappeningKind.SALE_VOIDED,
            HappeningKind.RETURNED,
        ):
            continue
        stands = {
            reward.id for reward in fold.member(happening.member).rewards.values() if reward.happening == happening.id
        }
        judged = fold.reasons(happening.member, happening.id)
        assert {reward.id for one, made in judged if one.id == happening.id for reward in made.rewards} == stands


def test_a_second_copy_of_a_sale_is_no_second_sale_and_stays_gone_with_it() -> None:
    """A terminal that was restored carries its facts along: the same sale comes twice, with two stamps."""

    def happening(number: int, kind: HappeningKind) -> Happening:
        return Happening(f"T/{number}", kind, (number, "T", 1, number, 0), 0, 0, member="A", amount=5_00, txn="X")

    sold, copy = happening(1, HappeningKind.PURCHASED), happening(2, HappeningKind.PURCHASED)
    void = happening(3, HappeningKind.SALE_VOIDED)
    late = happening(4, HappeningKind.PURCHASED)
    assert standing_of([sold, copy], "A") == [sold]
    assert standing_of([sold, void, late], "A") == []
    assert standing_of([sold, copy, void, late], "A") == []
    back = happening(3, HappeningKind.RETURNED)._replace(amount=2_00)
    assert standing_of([sold, back, late], "A") == [sold._replace(amount=3_00)]
    fold = Fold(Engine([]), load=lambda _member: [sold, copy, void, late])
    assert (fold.member("A").purchases, fold.happenings("A")) == ([], [])
