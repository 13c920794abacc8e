"""A few hundred broken facts; `make poison` pushes a million."""

from __future__ import annotations

import random

import pytest

from kiosk.domain.facts import KINDS
from kiosk.hq.journal.reading import ReadFact, read_fact
from tests.poison.bodies import record
from tests.poison.chain import play


@pytest.mark.parametrize("seed", [1, 2])
def test_broken_bodies_of_every_kind_never_stop_hq(seed: int) -> None:
    told = play(seed, 5)
    assert dict(told.faults) == {}
    assert told.unread


def test_sound_bodies_of_every_kind_are_read() -> None:
    """Else broken ones would be refused for another reason than what is broken in them."""
    dice = random.Random(7)
    for kind in KINDS:
        raw = record(dice, 1_797_000_000_000, 1, kind=str(kind), sane=1.0)
        read = read_fact(1, 1, raw)
        assert isinstance(read, ReadFact) or kind == "member.known", (kind, read)
