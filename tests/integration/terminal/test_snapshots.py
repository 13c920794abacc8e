"""Snapshots over real HTTP: fetched, interrupted and resumed, damaged, wrongly signed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from kiosk.adapters.sync.parts import BACK_OFF_MOST_MS
from kiosk.adapters.sync.snapshot import LEFT_FREE
from kiosk.adapters.sync.transport import HqAnswer
from kiosk.application.sync.outcomes import Link
from kiosk.hq.ports import HqSettings
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, bucket_state
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.wire import encoding as wire
from kiosk.protocol.wire.messages import Problem, SnapshotManifest
from tests.integration.terminal.local_hq import Exchange, LocalHq, changed, status
from tests.simulation.world import SimTerminal, World

MANIFEST, FILE = "/v1/snapshots/", "/v1/snapshot-files/"
COUPONS = "store/xinyi/coupons"


@pytest.fixture
def settings() -> HqSettings:
    return HqSettings(snapshot_above=20)


@pytest.fixture
def till(world: World, hq: LocalHq) -> SimTerminal:
    """Enrolled, but has not met HQ yet."""
    return world.add("XY01", "xinyi", transport=hq.transport)


def complete(world: World, till: SimTerminal) -> bool:
    with world.hq.database.read() as tx:
        state = bucket_state(tx, Bucket("xinyi", "coupons"))
    return bool(till.reference.digest(COUPONS) == (state.rows, state.checksum))


def fetched(hq: LocalHq) -> list[int]:
    return [code for _method, path, code in hq.seen if path.startswith(FILE)]


def left_over(till: SimTerminal) -> list[str]:
    return sorted(path.name for path in till.folder.glob("snapshot-*"))


def part(share: float) -> Callable[[Exchange], None]:
    """The connection breaks when so much of the file has come."""

    def trick(exchange: Exchange) -> None:
        answer = exchange.hand_over()
        body = answer.body[: int(len(answer.body) * share)]
        exchange.reply(answer.status, answer.headers, body, length=len(answer.body))

    return trick


def manifest(**changes: Any) -> Callable[[Exchange], None]:
    def change(answer: HqAnswer) -> HqAnswer:
        said = wire.decode(answer.body, SnapshotManifest, answer.headers["content-type"])
        return HqAnswer(200, answer.headers, wire.encode(msgspec.structs.replace(said, **changes)))

    return changed(change)


def test_a_large_bucket_comes_as_a_snapshot(world: World, hq: LocalHq, till: SimTerminal) -> None:
    till.engine.round()
    assert till.engine.status().link is Link.ONLINE
    assert fetched(hq) == [200]
    assert complete(world, till)
    assert left_over(till) == []


def test_an_interrupted_download_goes_on_where_it_stopped(world: World, hq: LocalHq, till: SimTerminal) -> None:
    hq.play(FILE, part(0.4), part(0.5))
    sizes = []
    for _ in range(2):
        till.engine.round()
        assert till.engine.status().trouble == "pull_failed"
        sizes.append(next(till.folder.glob("snapshot-*.zst")).stat().st_size)
    assert 0 < sizes[0] < sizes[1]
    till.engine.round()
    assert fetched(hq) == [200, 206, 206]
    assert complete(world, till)
    assert left_over(till) == []


def test_an_interrupted_download_is_resumed_after_a_restart(world: World, hq: LocalHq, till: SimTerminal) -> None:
    hq.play(FILE, part(0.7))
    till.engine.round()
    till.crash()
    till.start()
    till.engine.round()
    assert fetched(hq) == [200, 206]
    assert complete(world, till)


def test_a_damaged_snapshot_is_thrown_away_and_fetched_anew(world: World, hq: LocalHq, till: SimTerminal) -> None:
    hq.play(FILE, changed(lambda a: HqAnswer(a.status, a.headers, a.body[:-9] + bytes(9))))
    till.engine.round()
    assert till.engine.status().trouble == "pull_failed"
    assert left_over(till) == []
    assert till.reference.digest(COUPONS) == (0, 0)
    till.engine.round()
    assert fetched(hq) == [200, 200]
    assert complete(world, till)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"signature": bytes(64)}, id="no signature"),
        pytest.param({"cursor": 2**40}, id="another cursor"),
        pytest.param({"sha256": "0" * 64}, id="another file"),
        pytest.param({"key_id": b"stranger"}, id="unknown key"),
        pytest.param({"bucket": "store/xinyi/members"}, id="another bucket"),
    ],
)
def test_a_manifest_that_hq_did_not_sign_is_not_followed(
    world: World, hq: LocalHq, till: SimTerminal, change: dict[str, Any]
) -> None:
    hq.play(MANIFEST, manifest(**change))
    till.engine.round()
    assert till.engine.status().trouble == "pull_failed"
    assert fetched(hq) == []
    till.engine.round()
    assert complete(world, till)


def test_a_manifest_by_a_revoked_key_is_not_followed(world: World, hq: LocalHq, till: SimTerminal) -> None:
    hq.play(MANIFEST, status(503))
    till.engine.round()  # the terminal knows the keys now
    old = till.reference.token_keys()[0].key_id
    world.hq.rotate_key()
    assert world.hq.revoke_key(old)
    hq.play(MANIFEST, manifest(key_id=bytes.fromhex(old)))
    till.engine.round()
    assert till.engine.status().trouble == "pull_failed"
    till.engine.round()
    assert complete(world, till)


def test_a_missing_file_is_asked_for_again(world: World, hq: LocalHq, till: SimTerminal) -> None:
    gone = Problem(type="no_such_file", title="ask for the manifest again", time=0)
    hq.play(FILE, status(404, wire.encode(gone), wire.MSGPACK))
    till.engine.round()
    assert till.engine.status().trouble == "pull_failed"
    till.engine.round()
    assert complete(world, till)


def test_a_cursor_older_than_forgotten_deletions_takes_a_snapshot(world: World, hq: LocalHq, till: SimTerminal) -> None:
    till.engine.round()
    gone = next(m for m in world.chain.members if m.home_store == "xinyi")
    world.hq.publish([RowChange(Bucket("xinyi", "members"), gone.id, None)])
    world.pass_time(world.hq.context.settings.tombstones_kept + 1_000)
    assert world.hq.forget_deletions() == 1
    for _ in range(3):
        till.engine.round()
    assert till.engine.status().link is Link.ONLINE
    assert till.reference.member(gone.id) is None
    assert len(fetched(hq)) == 2


def test_a_cursor_of_a_future_that_hq_lost_takes_a_snapshot_even_of_the_keys(
    world: World, hq: LocalHq, till: SimTerminal
) -> None:
    till.engine.round()
    till.reference.apply("chain/keys", [], [], 2**40)
    till.engine.round()
    assert till.engine.status().link is Link.ONLINE
    with world.hq.database.read() as tx:
        state = bucket_state(tx, Bucket(CHAIN, "keys"))
    assert till.reference.digest("chain/keys") == (state.rows, state.checksum)
    assert till.reference.cursor("chain/keys") <= state.head


def test_rows_that_differ_from_hqs_are_found_by_the_daily_check(world: World, hq: LocalHq, till: SimTerminal) -> None:
    till.engine.round()
    cursor = till.reference.cursor(COUPONS)
    till.reference.apply(COUPONS, [], [world.chain.coupons[0].coupon.id, world.chain.coupons[1].coupon.id], cursor)
    assert not complete(world, till)
    member = next(m for m in world.chain.members if m.home_store == "xinyi")
    coupon = next(row for row in world.chain.coupons if row.coupon.member == member.id)
    world.pass_time(25 * 3_600_000)
    world.hq.publish([RowChange(Bucket("xinyi", "coupons"), coupon.coupon.id, coupon, again=True)])
    for _ in range(3):
        till.engine.round()
    assert complete(world, till)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"bucket": "store/xinyi/members"}, id="of another bucket"),
        pytest.param({"size": 10}, id="larger than was said"),
        pytest.param({"size": 2**50}, id="larger than any disk"),
        pytest.param({"size": 2**36}, id="larger than what is left"),
        pytest.param({"cursor": 2**63}, id="of no place"),
    ],
)
def test_a_snapshot_that_is_not_what_was_asked_for_fills_nothing(
    world: World, hq: LocalHq, till: SimTerminal, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any]
) -> None:
    usage = shutil.disk_usage(till.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=LEFT_FREE + 2**30))
    hq.play(MANIFEST, manifest(**changes))
    till.engine.round()
    assert not complete(world, till)
    assert till.engine.status().trouble == "pull_failed"
    assert left_over(till) == []
    world.pass_time(BACK_OFF_MOST_MS)
    till.engine.round()
    assert complete(world, till)
