"""Tills at which the four plans are played; each is checked when its test is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.shared.till import Till, member


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands answer in English here, whatever the language of the machine."""
    monkeypatch.setenv("KIOSK_LANGUAGE", "en")


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Callable[[str, str], Till]]:
    """A plan's till on a day of it, with the members m-1 to m-6, who were here before. In the end its ledger must be
    sound, and the rules, judging everything anew, must give what was given."""
    tills: list[Till] = []

    def make(plan: str, wall: str) -> Till:
        folder = tmp_path / str(len(tills))
        folder.mkdir()
        tills.append(Till(folder).plays(plan, wall))
        tills[-1].has_members(*(member(f"m-{number}") for number in range(1, 7)))
        return tills[-1]

    try:
        yield make
        for till in tills:
            till.counts_the_same()
            till.sound()
    finally:
        for till in tills:
            till.close()
