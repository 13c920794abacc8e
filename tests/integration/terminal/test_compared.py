"""The daily comparison: what differs is fetched anew, and nothing is deleted before its replacement is here."""

from __future__ import annotations

import pytest

from kiosk.hq.ports import HqSettings
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import bucket_state
from tests.integration.terminal.local_hq import LocalHq, Trick, half, nothing, status
from tests.simulation.world import SimTerminal, World

DAY_MS = 24 * 3_600_000
MEMBERS, COUPONS = "store/xinyi/members", "store/xinyi/coupons"
_AS_PAGES, _AS_SNAPSHOT = 5_000, 20


@pytest.fixture(params=[_AS_PAGES, _AS_SNAPSHOT], ids=["pages", "snapshot"])
def settings(request: pytest.FixtureRequest) -> HqSettings:
    return HqSettings(snapshot_above=request.param)


@pytest.fixture(autouse=True)
def _short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.adapters.sync.pull.PULL_ROWS", 40)


def spoil(till: SimTerminal) -> None:
    """Of what lies here a row is missing, one is left over, and nothing says so."""
    for bucket, table in ((MEMBERS, "member"), (COUPONS, "coupon")):
        rows = [(row_id, 1, data) for row_id, data in till.reference.told(bucket)]
        cursor = till.reference.cursor(bucket)
        till.reference.replace(bucket, [*rows[1:], (f"{table}-over", 1, rows[0][2])], cursor)


def count(till: SimTerminal) -> tuple[int, int]:
    return len(till.reference.told(MEMBERS)), len(till.reference.told(COUPONS))


def whole(world: World, till: SimTerminal) -> bool:
    with world.hq.database.read() as tx:
        states = [bucket_state(tx, Bucket("xinyi", name)) for name in ("members", "coupons")]
    return [till.reference.digest(name) for name in (MEMBERS, COUPONS)] == [(one.rows, one.checksum) for one in states]


@pytest.mark.parametrize("trick", [nothing, half, status(500), status(410)], ids=["cut", "half", "500", "410"])
def test_a_cut_at_any_request_leaves_what_is_here(world: World, hq: LocalHq, till: SimTerminal, trick: Trick) -> None:
    before = count(till)
    spoil(till)
    world.pass_time(DAY_MS)
    for good in range(40):
        # so many answers come through; whatever is asked then is cut
        hq.play_after("/v1/pull", good, trick)
        hq.play_after("/v1/snapshot", good, trick)
        till.engine.round()
        hq.stop_playing()
        assert count(till) == before
        world.pass_time(400_000)
        if whole(world, till):
            break
    assert whole(world, till)
    till.engine.round()
    assert count(till) == before


def test_buckets_without_news_are_compared_too(world: World, till: SimTerminal) -> None:
    spoil(till)
    till.engine.round()
    assert not whole(world, till)  # compared today already
    world.pass_time(DAY_MS)
    till.engine.round()
    assert whole(world, till)
