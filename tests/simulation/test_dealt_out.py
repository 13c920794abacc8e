"""A campaign with few gifts, through everything that may happen to terminals and HQ: never more given than there is,
the same rewards everywhere, none lost. And bugs put into the product on purpose, which this finds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.db.ledger import LedgerTransaction
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.sync import lease_answers, leases, restore
from kiosk.application import context
from kiosk.domain.campaigns.facts import LEASE_CHANGED, REWARDS_DECIDED
from kiosk.hq.leases import commands as hq_leases
from tests.simulation.dealt_out import check_dealt_out, check_rewards_agree, check_rewards_kept, shares_usable
from tests.simulation.having import CAMPAIGN, EVERYTHING
from tests.simulation.invariants import Violation
from tests.simulation.promotion import GIFT
from tests.simulation.run import Run
from tests.simulation.runner import Failed, play, play_anew, step
from tests.simulation.surroundings import quiet_logs
from tests.simulation.world import SimTerminal

SEEDS, STEPS = (131, 0), 250
"""In the first one something was wrong once; the other one is played with --torture."""
LONG_SEEDS, LONG_STEPS = range(2_000, 2_100), 600
PLANTED_STEPS, WORLDS = 250, 12
Patch = pytest.MonkeyPatch


@pytest.mark.parametrize("seed", SEEDS)
def test_no_more_is_given_than_there_is(tmp_path: Path, seed: int, torture: bool) -> None:
    if seed != SEEDS[0] and not torture:
        pytest.skip("the long form: --torture")
    outcome = play(tmp_path, seed, STEPS if torture else STEPS // 2, having=CAMPAIGN)
    assert outcome.sales > 5


@pytest.mark.slow
def test_no_more_is_given_than_there_is_in_the_long_run(torture: bool) -> None:
    """60,000 steps in 100 worlds with everything."""
    if not torture:
        pytest.skip("the long form: --torture")
    for seed in LONG_SEEDS:
        play_anew(seed, LONG_STEPS, having=EVERYTHING)


def test_the_invariants_see_what_is_wrong(tmp_path: Path) -> None:
    with quiet_logs():
        run = Run(tmp_path, 2, CAMPAIGN)
        for number in range(60):
            step(run, number)
        run.come_together()
        world, given = run.world, run.given
        assert given.taken()[GIFT] > 0
        sold = next(one for one in run.deeds.attempts.values() if one.rewards and not one.voided and not one.forgotten)
        till = world.terminals[sold.terminal]

        sold.rewards = (*sold.rewards, "few/mug/never/0")
        with pytest.raises(Violation, match="which no journal has"):
            check_rewards_kept(till, [sold])

        assert shares_usable(till)
        _comes(till, 20)
        with pytest.raises(Violation, match=r"given or at hand"):
            check_dealt_out(world, given)
        with pytest.raises(Violation, match="left, HQ says"):
            check_rewards_agree(world)
        _comes(till, -20)
        check_dealt_out(world, given)
        check_rewards_agree(world)

        who = world.chain.members[0].id
        more: list[Any] = ["few/third/x/0", "few", "third", "x", who, "points", "", 5, 0, "", 0, 0, 0, False, []]
        decided = {"member": who, "event": "x", "granted": [more], "taken_back": [], "counters": []}
        decided |= {"takes": [], "refused": [], "coupons": [], "coupons_back": []}
        home = next(one for one in world.terminals.values() if one.reference.member(who))
        home.ledger.run(lambda tx: tx.append(REWARDS_DECIDED, "s-1", decided))
        with pytest.raises(Violation, match="differ from HQ's"):
            check_rewards_agree(world)
        world.close()


def _comes(till: SimTerminal, count: int) -> None:
    body = {"op": "l-9-9", "quantities": {GIFT: count}}
    till.ledger.run(lambda tx: tx.append(LEASE_CHANGED, "system", body))


# --- bugs put in on purpose ---


def an_answer_counts_again(patch: Patch) -> None:
    """The terminal forgets now and then that an exchange is settled, and takes its share a second time."""
    drop = LedgerTransaction.drop_meta

    def forgetful(self: LedgerTransaction, key: str) -> None:
        if key != leases._OPEN or self.head.seq % 3:
            drop(self, key)

    patch.setattr(LedgerTransaction, "drop_meta", forgetful)


def hq_tops_up_from_the_whole(patch: Patch) -> None:
    """HQ gives every terminal its part of the whole, whatever is out already."""

    def shares(context: Any, tx: Any, caller: Any, wanted: Any, now: int) -> dict[str, int]:
        return {row.key: min(wanted[row.key], row.whole // 3) for row in hq_leases._quantities(tx, wanted)}

    patch.setattr(hq_leases, "_shares", shares)


def a_share_is_used_after_a_start(patch: Patch) -> None:
    """A till gives its shares away though it has not met HQ since the machine was started."""
    patch.setattr(context, "leases_usable", lambda tx, clock, online: True)


def a_restored_ledger_keeps_its_shares(patch: Patch) -> None:
    """After a restore the till goes on with what the backup says is left."""
    patch.setattr(leases, "forget_shares", lambda tx, now_ms: None)
    patch.setattr(restore, "forget_shares", lambda tx, now_ms: None)


def given_back_and_kept(patch: Patch) -> None:
    """What is given back to HQ is not taken out of the till's own count."""
    journal = lease_answers.journal_share

    def only_what_comes(tx: LedgerTransaction, op: str, quantities: Any) -> None:
        if all(count >= 0 for count in quantities.values()):
            journal(tx, op, quantities)

    patch.setattr(leases, "journal_share", only_what_comes)


def an_open_exchange_is_forgotten(patch: Patch) -> None:
    """After a lost answer the till asks anew instead of asking again: HQ has dealt out what nobody has."""
    patch.setattr(leases, "_open_op", lambda tx: None)


def what_happens_elsewhere_is_not_looked_at(patch: Patch) -> None:
    """The till knows of its own sales only."""
    patch.setattr(SqlReference, "events_of", lambda self, member: [])


PLANTED = {
    # where to begin to look: the first world in which it showed when this was written
    an_answer_counts_again: 0,
    hq_tops_up_from_the_whole: 0,
    a_share_is_used_after_a_start: 0,
    a_restored_ledger_keeps_its_shares: 0,
    given_back_and_kept: 0,
    an_open_exchange_is_forgotten: 12,
    what_happens_elsewhere_is_not_looked_at: 0,
}

SHORT = (an_answer_counts_again,)


@pytest.mark.parametrize(("bug", "first"), [pytest.param(bug, at, id=bug.__name__) for bug, at in PLANTED.items()])
def test_a_planted_bug_is_found(
    monkeypatch: pytest.MonkeyPatch, torture: bool, bug: Callable[[Patch], None], first: int
) -> None:
    if bug not in SHORT and not torture:
        pytest.skip("make torture looks for all of them")
    bug(monkeypatch)
    seeds = range(first, first + WORLDS)
    assert any(_found(seed) for seed in seeds), f"unnoticed in {WORLDS} worlds of {PLANTED_STEPS} steps"


def _found(seed: int) -> bool:
    try:
        play_anew(seed, PLANTED_STEPS, check_every=10, having=CAMPAIGN)
    except Failed as failed:
        # a program that merely breaks would be found without a simulation
        return isinstance(failed.__cause__, Violation)
    return False
