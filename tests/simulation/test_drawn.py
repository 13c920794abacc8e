"""Copied disks, members who pay with points and a hostile terminal as steps of drawn worlds; and bugs put into the
product on purpose, which show in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from kiosk.adapters.sync.standing import Standing
from kiosk.application.campaigns import histories
from kiosk.application.sales import points as points_of_sales
from kiosk.application.sales import rights as sale_rights
from kiosk.application.sync import lease_trust
from kiosk.domain.campaigns.points import PointsMoved
from kiosk.hq.campaigns import recount
from kiosk.hq.journal import admission
from kiosk.hq.leases import points as hq_points
from kiosk.hq.store.schema import lease
from kiosk.hq.terminals import commands, copies
from kiosk.protocol import signed_texts
from tests.simulation import clones, purses, runner
from tests.simulation.having import EVERYTHING, Having
from tests.simulation.invariants import Violation
from tests.simulation.runner import Failed, play, play_anew

STEPS, WORLDS = 60, 6
CLONES, POINTS, HOSTILE = Having(clones=True), Having(points=True), Having(points=True, hostile=True)
Patch = pytest.MonkeyPatch


@pytest.mark.parametrize("seed", [1, 2])
def test_with_everything_at_once_nothing_is_lost_or_given_too_often(tmp_path: Path, seed: int, torture: bool) -> None:
    if seed > 1 and not torture:
        pytest.skip("the long form: --torture")
    # draws have a short form of their own
    outcome = play(
        tmp_path, seed, 120 if torture else 80, having=EVERYTHING if torture else replace(EVERYTHING, draws=False)
    )
    assert outcome.sales > 5
    assert outcome.copies > 0
    assert outcome.paid > 0


# --- bugs put in on purpose ---


def nobody_looks_for_copies(patch: Patch) -> None:
    """HQ lets two programs of one terminal take turns."""
    patch.setattr(copies, "mark", lambda tx, caller, state, now: None)


def a_copy_does_not_say_so(patch: Patch) -> None:
    """A terminal does not listen when HQ says that there are two of it."""
    patch.setattr(Standing, "set_waits", lambda self, why: None)


def a_copy_uses_its_rights(patch: Patch) -> None:
    """It says that it is two, and goes on."""
    patch.setattr(sale_rights, "RIGHTS_WAIT", ())
    patch.setattr(lease_trust, "RIGHTS_WAIT", ())


def the_other_machine_gets_in(patch: Patch) -> None:
    """HQ looks at no signature: the machine that does not stay is the terminal, too."""
    patch.setattr(signed_texts, "holds", lambda key, signature, text: True)


def the_key_that_both_know_will_do(patch: Patch) -> None:
    """A person's code is enough, whichever of the machines has it."""
    patch.setattr(commands, "COPIED", "never")


def every_till_may_spend_all_points(patch: Patch) -> None:
    """HQ hands out a member's points whatever other tills hold of them."""

    def reckoned(tx: Any, key: str, points: int) -> int:
        hq_points.known(tx, [key])
        return points

    patch.setattr(hq_points, "_reckoned", reckoned)


def what_is_paid_stays_in_the_share(patch: Patch) -> None:
    """A till pays with the same points again and again."""

    def moved(points: PointsMoved, beyond: int) -> int:
        return points.earned

    patch.setattr(histories, "share_moved", moved)


def points_spent_twice_are_not_listed(patch: Patch) -> None:
    """HQ looks at no balance."""
    patch.setattr(recount, "overspent", lambda rewards, points: [])


def a_manager_accepts_any_number_of_points(patch: Patch) -> None:
    """The campaign's limit does not hold."""
    patch.setattr(points_of_sales, "_beyond", lambda campaigns, key: 10**6)


def an_old_call_back_takes_what_came_since(patch: Patch) -> None:
    """HQ takes a share for given back that it did not call back."""
    returned = hq_points.returned

    def anything(tx: Any, holder: Any, keys: Sequence[str]) -> None:
        keys = list(keys)
        mine = (lease.c.device == holder.device) & lease.c.key.in_(keys)
        tx.execute(update(lease).where(mine).values(recalled_at=1))
        returned(tx, holder, keys)

    patch.setattr(hq_points, "returned", anything)


def anybody_decides_for_anybody(patch: Patch) -> None:
    """HQ believes a terminal that says what another store's members were given."""
    patch.setattr(admission, "beyond", lambda *told: {})


PLANTED: dict[Callable[[Patch], None], tuple[Having, int]] = {
    # what a world has, and where to begin to look: the first in which it showed when this was written
    nobody_looks_for_copies: (CLONES, 0),
    a_copy_does_not_say_so: (CLONES, 0),
    a_copy_uses_its_rights: (CLONES, 0),
    the_other_machine_gets_in: (CLONES, 0),
    the_key_that_both_know_will_do: (CLONES, 0),
    every_till_may_spend_all_points: (POINTS, 1),
    what_is_paid_stays_in_the_share: (POINTS, 0),
    points_spent_twice_are_not_listed: (POINTS, 6),
    a_manager_accepts_any_number_of_points: (POINTS, 14),
    an_old_call_back_takes_what_came_since: (POINTS, 400),
    anybody_decides_for_anybody: (HOSTILE, 6),
}


ONLY_LONG = {anybody_decides_for_anybody, an_old_call_back_takes_what_came_since, points_spent_twice_are_not_listed}
"""They take the longest; the others are looked for each time."""


@pytest.mark.parametrize("bug", PLANTED, ids=lambda bug: bug.__name__)
def test_a_planted_bug_is_found(
    monkeypatch: Patch, allowed_warnings: list[str], torture: bool, bug: Callable[[Patch], None]
) -> None:
    if bug in ONLY_LONG and not torture:
        pytest.skip("make torture looks for all of them")
    allowed_warnings.append("")  # what is put in may well be reported
    for module, often in ((clones, "COPIED"), (clones, "NOTICED"), (purses, "HAPPENS"), (runner, "HARM")):
        monkeypatch.setattr(module, often, 0.3)
    bug(monkeypatch)
    having, first = PLANTED[bug]
    assert any(_found(seed, having) for seed in range(first, first + WORLDS)), f"unnoticed in {WORLDS} worlds"


def _found(seed: int, having: Having) -> bool:
    try:
        play_anew(seed, STEPS, check_every=20, having=having)
    except Failed as failed:
        # a program that merely breaks would be found without a simulation
        return isinstance(failed.__cause__, Violation)
    return False
