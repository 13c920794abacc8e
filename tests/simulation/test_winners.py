"""Draws at HQ and prizes that are fetched as steps of drawn worlds; and a bug put into the product on purpose, which
shows in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.domain.draws import life
from kiosk.domain.draws.batch import Alternate
from kiosk.domain.draws.encoding import H
from kiosk.domain.draws.facts import PassedBody
from kiosk.domain.draws.life import NOBODY, Held
from kiosk.domain.draws.stream import Stream
from kiosk.hq.draws_batch import passing
from tests.simulation import winners
from tests.simulation.having import Having
from tests.simulation.invariants import Violation
from tests.simulation.runner import Failed, play, play_anew

DRAWS = Having(draws=True)
FIRST, WORLDS = 1, 4
"""Where to begin to look for the bug: the first world in which it showed when this was written."""


def often(patch: pytest.MonkeyPatch, **chances: float) -> None:
    for name, chance in chances.items():
        patch.setattr(winners, name, chance)


def test_each_prize_is_drawn_once_and_given_to_one_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, torture: bool
) -> None:
    often(monkeypatch, BUYS=0.6, LATER=0.25, COMES=0.7)
    outcome = play(tmp_path, 5, 250 if torture else 30, having=DRAWS)
    assert outcome.draws > 1
    assert outcome.prizes > 0


def a_no_show_is_drawn_anew(patch: pytest.MonkeyPatch) -> None:
    """HQ draws again among those who are left, instead of asking the next alternate."""

    def anew(alternates: Sequence[Alternate], passed: Sequence[PassedBody]) -> int:
        if len(passed) >= len(alternates):
            return NOBODY
        return alternates[Stream(H("again", bytes([len(passed)]))).below(len(alternates))].entrant

    patch.setattr(passing, "next_alternate", anew)
    misfit = life.misfit

    def anything(held: Sequence[Held], alternates: Sequence[Alternate], used: int, said: PassedBody) -> str | None:
        found = misfit(held, alternates, used, said)
        return None if found == "not_the_next_alternate" else found

    for module in (passing, life):
        patch.setattr(module, "misfit", anything)


def test_a_no_show_that_is_drawn_anew_is_found(monkeypatch: pytest.MonkeyPatch, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("")  # what is put in may well be reported
    often(monkeypatch, BUYS=0.6, LATER=0.25, COMES=0.1, DECIDES=0.6)
    a_no_show_is_drawn_anew(monkeypatch)
    assert any(_found(seed) for seed in range(FIRST, FIRST + WORLDS)), f"unnoticed in {WORLDS} worlds"


def _found(seed: int) -> bool:
    try:
        play_anew(seed, 40, check_every=20, having=DRAWS)
    except Failed as failed:
        # a program that merely breaks would be found without a simulation
        return isinstance(failed.__cause__, Violation) and "the next alternate is" in failed.cause
    return False
