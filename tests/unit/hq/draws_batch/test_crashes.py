"""HQ dies at every transaction of a draw's life, once before its commit and once after it: nothing is drawn, told or
given twice, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import msgspec
import pytest

from kiosk.domain.draws.facts import PassReason
from kiosk.domain.draws.life import State
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.database import Database, Tx
from tests.unit.hq.draws_batch.rig import DRAW, HOUR, chain_with, comes_out, file_of
from tests.unit.hq.draws_batch.test_draws import good
from tests.unit.hq.rig import TestClock


class Killed(BaseException):
    """The process is no more."""


class _Deadly:
    """Each life ends at a transaction that writes: the first one at the first, before its commit; the second after it;
    the third and the fourth at the second one, and so on."""

    def __init__(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lives, self._done, self._write = 0, 0, database.write
        monkeypatch.setattr(database, "write", self.write)

    def begins(self) -> None:
        """Another life."""
        self.lives, self._done = self.lives + 1, 0

    @contextmanager
    def write(self) -> Iterator[Tx]:
        last, after = divmod(self.lives - 1, 2)
        with self._write() as tx:
            yield tx
            if self._done == last and not after:
                raise Killed
        if self._done == last:
            raise Killed
        self._done += 1


def lives_on(hq: Headquarters, monkeypatch: pytest.MonkeyPatch) -> int:
    """HQ is started again each time it dies, until nothing is to be done; gives how often that was."""
    with monkeypatch.context() as patch:
        deadly = _Deadly(hq.database, patch)
        for _ in range(100):
            deadly.begins()
            with suppress(Killed):
                hq.draws.clock().settle()
                return deadly.lives
    raise AssertionError("it never comes to an end")


def journalled(hq: Headquarters, kind: str) -> list[dict[str, object]]:
    return [fact["body"] for raw in hq.facts("hq", 1) if (fact := msgspec.json.decode(raw))["kind"] == kind]


def test_a_stop_at_any_moment_does_nothing_twice(
    hq: Headquarters, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain_with(hq, {f"m{n}": 1 + n % 3 for n in range(9)})
    clock.now += HOUR
    lives = lives_on(hq, monkeypatch)
    (seen,) = hq.draws.every()
    assert seen.state is State.PUBLISHED
    clock.now += HOUR
    comes_out(hq, seen)
    lives += lives_on(hq, monkeypatch)
    assert lives > 12
    drawn = hq.draws.every()[0].drawn
    assert drawn is not None
    before = drawn.winners
    hq.draws.pass_on(DRAW, 0, PassReason.NO_SHOW, "s-1", "s-2")
    lives_on(hq, monkeypatch)
    for kind, times in (("draw.frozen", 1), ("draw.published", 1), ("draw.seeded", 1), ("draw.drawn", 1)):
        assert len(journalled(hq, kind)) == times, kind
    won = [(one.get("place", 0), one.get("turn", 0)) for one in journalled(hq, "draw.won")]
    assert sorted(won) == sorted({*won}) == [(0, 0), (0, 1), (1, 0), (2, 0)]
    assert len(journalled(hq, "claim.due")) == 4
    again = hq.draws.every()[0].drawn
    assert again is not None
    assert again.winners == before
    assert (
        len([one for one in hq.rewards() if one.rule in ("mug", "bike")]) == 3
    )  # of who had it before it is taken back
    report = good(file_of(hq))
    assert report.good, report.faults
