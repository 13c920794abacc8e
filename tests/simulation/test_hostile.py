"""A terminal in the hands of somebody who means harm changes nothing at honest tills; and bugs put in on purpose, which
it would make use of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from kiosk.hq.context import Caller
from kiosk.hq.coupons import judging, rights
from kiosk.hq.journal import reading
from kiosk.hq.leases import commands as leases
from kiosk.hq.projections import live, redemptions
from kiosk.hq.store.schema import device, right_grant
from kiosk.hq.wire import push
from tests.simulation import runner
from tests.simulation.having import Having
from tests.simulation.invariants import Violation
from tests.simulation.runner import Failed, play, play_anew
from tests.simulation.surroundings import HqFault

HOSTILE = Having(campaign=True, hostile=True)
STEPS, WORLDS = 60, 8
Patch = pytest.MonkeyPatch


def test_honest_tills_go_on(tmp_path: Path) -> None:
    outcome = play(tmp_path, 1, 120, having=HOSTILE)
    assert outcome.sales > 5


def one_bad_fact_harms_its_batch(patch: Patch) -> None:
    """A projection breaks on coupons of a kind that nobody published, and that breaks the push."""
    record = redemptions._record_uses

    def record_known_ones(tx: Any, origin: Caller, uses: Sequence[Any]) -> None:
        if any(use.template == "t1" for _fact, use in uses):
            raise ValueError("no such template")
        record(tx, origin, uses)

    patch.setattr(redemptions, "_record_uses", record_known_ones)
    patch.setattr(live, "_carry_out", lambda *told: live.project(*told) if told[3] else [])


def what_cannot_be_read_is_refused(patch: Patch) -> None:
    """HQ has an error of its own where it cannot read a body."""
    read = reading.read_fact

    def strict(epoch: int, seq: int, raw: bytes) -> Any:
        found = read(epoch, seq, raw)
        if isinstance(found, str):
            raise ValueError(found)
        return found

    patch.setattr(push, "read_fact", strict)


def anybody_voids(patch: Patch) -> None:
    """A void counts in whatever store it was made."""
    use = judging._Evidence.use

    def everywhere(self: Any, row: Any) -> Any:
        return replace(use(self, row), voided=any(txn == row.txn for _store, txn in self.voided))

    patch.setattr(judging._Evidence, "use", everywhere)


def anybody_gives_rights_back(patch: Patch) -> None:
    """HQ takes anybody's word that a right was given back, and gives it to the store's newest terminal."""

    def newest(tx: Any, store: str) -> str | None:
        query = select(device.c.device).where(device.c.store == store, device.c.state == "active")
        found: str | None = tx.execute(query.order_by(device.c.number.desc()).limit(1)).scalar()
        return found

    def returned(tx: Any, device_id: str, coupons: Any, now: int) -> set[str]:
        ended = rights.open_grants(tx, coupons)
        for grant in ended.values():
            tx.execute(update(right_grant).where(rights._same(grant)).values(ended_at=now))
        return set(ended)

    patch.setattr(rights, "returned", returned)
    patch.setattr(rights, "holder_of", newest)


def what_is_used_counts_for_the_first_till(patch: Patch) -> None:
    """HQ looks up by itself whose share was used."""
    use = leases.use

    def of_the_first(tx: Any, origin: Caller, used: Any) -> None:
        first = tx.execute(select(device).order_by(device.c.enrolled_at, device.c.device).limit(1)).one()
        use(tx, Caller(first.store, first.device, first.epoch, first.state), used)

    patch.setattr(leases, "use", of_the_first)


PLANTED = {
    # where to begin to look: the first world in which it showed when this was written
    one_bad_fact_harms_its_batch: 31,
    what_cannot_be_read_is_refused: 0,
    anybody_voids: 0,
    anybody_gives_rights_back: 1,
    what_is_used_counts_for_the_first_till: 0,
}

SHORT = (what_cannot_be_read_is_refused, what_is_used_counts_for_the_first_till)


@pytest.mark.parametrize(("bug", "first"), [pytest.param(bug, at, id=bug.__name__) for bug, at in PLANTED.items()])
def test_a_planted_bug_is_found(
    monkeypatch: Patch, allowed_warnings: list[str], torture: bool, bug: Callable[[Patch], None], first: int
) -> None:
    if bug not in SHORT and not torture:
        pytest.skip("make torture looks for all of them")
    allowed_warnings.append("")  # HQ reports its errors
    monkeypatch.setattr(runner, "HARM", 0.4)
    bug(monkeypatch)
    assert any(_found(seed) for seed in range(first, first + WORLDS)), f"unnoticed in {WORLDS} worlds of {STEPS} steps"


def _found(seed: int) -> bool:
    try:
        play_anew(seed, STEPS, check_every=20, having=HOSTILE)
    except Failed as failed:
        return isinstance(failed.__cause__, Violation | HqFault)
    return False
