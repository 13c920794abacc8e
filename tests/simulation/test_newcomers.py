"""Walk-ins as steps of drawn worlds; and bugs put into the product on purpose, which show in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.campaigns import giving, people, standing
from kiosk.domain.campaigns.happenings import Happening
from kiosk.domain.campaigns.people import People
from kiosk.hq.campaigns import recount
from kiosk.hq.projections import whose
from tests.simulation import newcomers
from tests.simulation.having import Having
from tests.simulation.invariants import Violation
from tests.simulation.runner import Failed, play, play_anew

STEPS, WORLDS = 50, 5
WALK_INS = Having(registrations=True)
Patch = pytest.MonkeyPatch


def test_walk_ins_offline_are_one_person_each_and_nobody_has_anything_twice(tmp_path: Path, monkeypatch: Patch) -> None:
    monkeypatch.setattr(newcomers, "HAPPENS", 0.6)
    outcome = play(tmp_path, 1, 60, having=WALK_INS)
    assert outcome.newcomers > 4


# --- bugs put in on purpose ---


def a_merge_grants_both_packs(patch: Patch) -> None:
    """Of two registrations of one person both count."""
    patch.setattr(people, "_counted_once", lambda root, theirs, rejected: {})


def a_held_referral_pays(patch: Patch) -> None:
    """Nobody waits for HQ's look at a referral."""
    patch.setattr(standing, "HELD", "")


def a_rejected_registration_stays(patch: Patch) -> None:
    """HQ's no changes nothing."""
    patch.setattr(people, "REJECTED", "never")


def the_second_referrer_counts_too(patch: Patch) -> None:
    """Whoever was named is given what a referrer is given."""

    def as_counted(self: People, happening: Happening) -> Happening:
        return happening

    patch.setattr(People, "as_counted", as_counted)


def points_of_unproved_phones_may_be_spent(patch: Patch) -> None:
    """Points wait for no proof."""
    patch.setattr(giving, "AWAITS", "nothing")


def hq_takes_nothing_back(patch: Patch) -> None:
    """What was given for a registration that does not count stays."""
    patch.setattr(recount, "_void_back", lambda tx, found, missing, too_much: ())


def what_was_known_of_the_other_is_forgotten(patch: Patch) -> None:
    """Facts that arrived before a merge stay the other's."""

    def nobody(kin: Any, touches: Any) -> set[str]:
        return set()

    patch.setattr(whose, "known_anew", nobody)


PLANTED: dict[Callable[[Patch], None], int] = {
    # where to begin to look: the first world in which it showed when this was written
    a_merge_grants_both_packs: 6,
    a_held_referral_pays: 1,
    a_rejected_registration_stays: 0,
    the_second_referrer_counts_too: 3,
    points_of_unproved_phones_may_be_spent: 0,
    hq_takes_nothing_back: 0,
    what_was_known_of_the_other_is_forgotten: 0,
}


ONLY_LONG = {
    hq_takes_nothing_back,
    what_was_known_of_the_other_is_forgotten,
    points_of_unproved_phones_may_be_spent,
    a_held_referral_pays,
    a_merge_grants_both_packs,
}
"""Looked for with --torture only: laws of `tests/unit` see them, too."""


@pytest.mark.parametrize("bug", PLANTED, ids=lambda bug: bug.__name__)
def test_a_planted_bug_is_found(
    monkeypatch: Patch, allowed_warnings: list[str], torture: bool, bug: Callable[[Patch], None]
) -> None:
    if bug in ONLY_LONG and not torture:
        return
    allowed_warnings.append("")  # what is put in may well be reported
    monkeypatch.setattr(newcomers, "HAPPENS", 0.7)
    bug(monkeypatch)
    first = PLANTED[bug]
    assert any(_found(seed) for seed in range(first, first + WORLDS)), f"unnoticed in {WORLDS} worlds"


def _found(seed: int) -> bool:
    try:
        play_anew(seed, STEPS, check_every=STEPS, having=WALK_INS)
    except Failed as failed:
        return isinstance(failed.__cause__, Violation)
    return False
