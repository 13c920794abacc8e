"""A few hundred broken facts; `make poison` pushes a million."""

from __future__ import annotations

import random

import pytest

from kiosk.domain.facts import KINDS
from kiosk.hq.journal.reading import ReadFact, read_fact
from tests.poison.bodies import record, sound
from tests.poison.chain import play
from tests.poison.filled import filled, optional_fields


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


def test_every_field_of_every_kind_is_there_now_and_then() -> None:
    """A field that no body has is broken by nobody."""
    dice = random.Random(7)
    for kind in KINDS:
        bodies = [filled(dice, kind, sound(dice, kind), 0.7) for _ in range(60)]
        never = {one.encode_name for one in optional_fields(kind)}.difference(*bodies)
        assert not never, (kind, never)
