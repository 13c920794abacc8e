"""What long runs found, told in a few steps: each story ends well, and badly with the fault it is about."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.db import ledger
from kiosk.application.sales.outcomes import MemberFound
from kiosk.domain.members.member import Member
from kiosk.hq.coupons import rights
from kiosk.hq.projections import rewards
from tests.simulation.having import CAMPAIGN
from tests.simulation.invariants import Violation, check_stamps
from tests.simulation.run import DAY, Run
from tests.simulation.steps import put_back, scanned
from tests.simulation.surroundings import quiet_logs
from tests.simulation.undoing import undo
from tests.simulation.world import SimTerminal

Patch = pytest.MonkeyPatch
MINUTE = 60_000


class Story:
    """A world with a campaign, in which only happens what is told."""

    def __init__(self, folder: Path) -> None:
        self.run = Run(folder, 1, CAMPAIGN)
        self.run.dice_of(0)
        self.here, self.beside = (self.run.world.terminals[name] for name in ("XY01", "XY02"))
        self.members: Sequence[Member] = [one for one in self.run.members if one.home_store == self.here.store]

    def sells(self, till: SimTerminal, member: Member, amount: int = 60_000) -> str:
        """Gives the sale's transaction."""
        self.run.world.pass_time(MINUTE)
        actor = self.run.actor(till, random.Random(1))
        assert actor is not None
        found = till.service.scan(till.service.new_visit(), scanned(member.card_no), actor)
        assert isinstance(found, MemberFound)
        visit = till.service.price(replace(found.visit, amount=amount, chosen=()))
        self.run.confirm(till, visit, actor, random.Random(3))
        assert self.run.deeds.attempts[visit.txn].sold
        return visit.txn

    def voids(self, till: SimTerminal, txn: str) -> None:
        self.run.world.pass_time(MINUTE)
        actor = self.run.actor(till, random.Random(1))
        assert actor is not None
        undo(self.run, till, actor, next(one for one in till.service.recent_sales(12) if one.txn == txn))
        assert self.run.deeds.attempts[txn].voided


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with quiet_logs():
        made = Story(tmp_path)
        yield made
        made.run.world.close()


def a_coupon_taken_back_and_made_again(story: Story) -> None:
    """The third sale brings a coupon. A sale at the till beside becomes known, and two voids shift the coupon to
    another sale and back again before HQ hears of either."""
    till, member = story.here, story.members[0]
    story.beside.network.up = False
    story.sells(story.beside, member)
    first, _second, _third, fourth = (story.sells(till, member) for _ in range(4))
    till.engine.round()
    story.beside.network.up = True
    story.beside.engine.round()
    till.engine.round()
    story.voids(till, fourth)
    story.voids(till, first)


def a_backup_restored_twice(story: Story) -> None:
    """The clock stood two days ahead for a while; the same backup comes back twice, and in between HQ heard of sales
    that neither disk has any more."""
    till = story.here
    till.clock.skew_ms = 2 * DAY
    story.sells(till, story.members[0])
    till.clock.skew_ms = 0
    till.engine.round()
    kept = till.back_up()
    for members in (story.members[1:4], story.members[4:7]):
        put_back(story.run, till, kept)
        till.engine.round()
        till.engine.round()
        for member in members:
            story.sells(till, member)
        till.engine.round()


STORIES = (a_coupon_taken_back_and_made_again, a_backup_restored_twice)


@pytest.mark.parametrize("told", STORIES, ids=lambda one: one.__name__)
def test_it_ends_well(story: Story, told: Callable[[Story], None]) -> None:
    told(story)
    story.run.come_together()
    story.run.check()


# --- the same with the bug that it is about ---


def the_last_word_of_a_batch_alone_counts(patch: Patch) -> None:
    """HQ calls a right back only where the last word on a coupon takes it back."""

    def let_go(tx: Any, origin: Any, facts: Any, now: int) -> None:
        words: dict[str, bool] = {}
        for one in sorted(facts, key=lambda one: one.hlc):
            words |= dict.fromkeys(one.body.coupons, False)
            words |= dict.fromkeys(one.body.coupons_back, True)
        for grant in rights.open_grants(tx, [coupon for coupon, back in words.items() if back]).values():
            if grant.device == origin.device:
                rights.recall(tx, grant, now)

    patch.setattr(rewards, "_let_go", let_go)


PLANTED = [
    (a_coupon_taken_back_and_made_again, the_last_word_of_a_batch_alone_counts, "rights differ from HQ's"),
]


def test_stamps_that_every_restore_leaves_out_alike_are_found(monkeypatch: Patch, story: Story) -> None:
    monkeypatch.setattr(ledger, "_MORE_LEFT_OUT", 1)
    monkeypatch.setattr(ledger.LedgerTransaction, "_salt", lambda _self, _moment: 0)
    a_backup_restored_twice(story)
    with pytest.raises(Violation, match="has the stamp of another fact"):
        check_stamps(story.run.world)


@pytest.mark.parametrize(("told", "bug", "found"), PLANTED, ids=lambda one: getattr(one, "__name__", ""))
def test_the_bug_is_found(
    monkeypatch: Patch, story: Story, told: Callable[[Story], None], bug: Callable[[Patch], None], found: str
) -> None:
    bug(monkeypatch)
    told(story)
    with pytest.raises(Violation, match=found):
        story.run.come_together()
