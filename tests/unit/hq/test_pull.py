"""Pulling rows: order, pages, deletions, checksums, limits, access."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.digest import MODULUS, row_digest
from kiosk.domain.stores import Store
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.ports import HqSettings
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.wire.messages import PullAnswer, PullRequest, SnapshotNeeded
from tests.unit.hq.rig import Terminal, TestClock, headquarters, put, read, words

STORES = Bucket(CHAIN, "stores")


def store(name: str, region: str = "r") -> Store:
    return Store(name, words(name), "Asia/Taipei", "TWD", region)


def ask(till: Terminal, cursors: dict[str, int], **more: Any) -> PullAnswer | int:
    response = till.call("POST", "/v1/pull", PullRequest(device=till.device, cursors=cursors, **more))
    return read(response, PullAnswer) if response.status == 200 else response.status


def test_rows_come_in_pages_in_revision_order_with_a_checksum_at_the_end(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    hq.publish([put(CHAIN, "stores", f"x{n}", store(f"x{n}")) for n in range(7)])
    seen: dict[str, int] = {}
    cursor, more, pages = 0, True, 0
    while more:
        answer = till.pull("chain/stores", cursor, limit=4)
        assert answer is not None
        (page,) = answer.pages
        revisions = [row.rev for row in page.rows]
        assert revisions == sorted(revisions)
        assert cursor < revisions[0]
        assert page.cursor == revisions[-1]
        seen.update({row.id: row.rev for row in page.rows})
        cursor, more, pages = page.cursor, page.more, pages + 1
        assert (page.checksum is None) == more
    assert pages == 3
    assert page.count == len(seen) == 9
    assert page.checksum == sum(row_digest(name, rev) for name, rev in seen.items()) % MODULUS
    assert till.pull("chain/stores", cursor) is None


def test_a_change_and_a_deletion_are_told_once(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    answer = till.pull("chain/stores")
    assert answer is not None
    cursor = answer.pages[0].cursor
    assert hq.publish([put(CHAIN, "stores", "s1", store("s1"))]) == 0  # nothing changed
    assert till.pull("chain/stores", cursor) is None
    hq.publish([put(CHAIN, "stores", "s1", store("s1", "east")), put(CHAIN, "stores", "s2", None)])
    answer = till.pull("chain/stores", cursor)
    assert answer is not None
    (page,) = answer.pages
    assert [(row.id, row.data is None) for row in page.rows] == [("s1", False), ("s2", True)]
    assert page.count == 1
    assert page.checksum == row_digest("s1", page.rows[0].rev)
    assert hq.publish([put(CHAIN, "stores", "s2", None), put(CHAIN, "stores", "never", None)]) == 0


def test_the_limit_is_for_all_buckets_and_none_is_forgotten(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    cursors = dict.fromkeys(till.buckets, 0)
    seen: list[str] = []
    for _ in range(50):
        answer = ask(till, cursors, limit=3)
        if not isinstance(answer, PullAnswer):
            assert answer == 204
            break
        assert sum(len(page.rows) for page in answer.pages) <= 3
        for page in answer.pages:
            seen += [f"{page.bucket}:{row.id}" for row in page.rows]
            cursors[page.bucket] = page.cursor
    # HQ's key, the terminal's, how the chain registers, two stores, a campaign, a template, ten coupons, ten rights
    assert len(seen) == len(set(seen)) == 27


def test_a_terminal_pulls_its_own_buckets_only(hq: Headquarters) -> None:
    till, other = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    for bucket in ("store/s2/members", other.rights_bucket, "chain/coupons", "", "store/s1/rights", "device//rights"):
        assert ask(till, {bucket: 0}) == 403
    response = till.call("POST", "/v1/pull", PullRequest(device=other.device, cursors={}))
    assert response.status == 403


@pytest.mark.parametrize("bad", [{"limit": 0}, {"limit": -1}, {"wait": -1}])
def test_nonsense_is_malformed(hq: Headquarters, bad: dict[str, int]) -> None:
    till = Terminal.enrolled(hq)
    assert ask(till, {"chain/stores": 0}, **bad) == 400
    assert ask(till, {"chain/stores": -1}) == 400
    assert ask(till, {"chain/stores": 2**63}) == 400


def test_a_wait_is_offered_only_when_nothing_is_new(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    request = PullRequest(device=till.device, cursors={"chain/stores": 0}, wait=20)
    assert till.call("POST", "/v1/pull", request).hold_ms == 0
    answer = till.pull("chain/stores")
    assert answer is not None
    request = PullRequest(device=till.device, cursors={"chain/stores": answer.pages[0].cursor}, wait=9999)
    response = till.call("POST", "/v1/pull", request)
    assert (response.status, response.hold_ms) == (204, 25_000)
    assert "chain/stores" in response.topics


def test_large_buckets_and_old_cursors_need_a_snapshot(tmp_path: Path, clock: TestClock) -> None:
    hq = headquarters(tmp_path, clock, HqSettings(snapshot_above=5, tombstones_kept=1000))
    till = Terminal.enrolled(hq)
    response = till.call("POST", "/v1/pull", PullRequest(device=till.device, cursors={"store/s1/coupons": 0}))
    assert response.status == 410
    assert read(response, SnapshotNeeded).buckets == ("store/s1/coupons",)
    # rights go into the journal, row by row, however many they are
    assert len(till.rows(till.rights_bucket)) == 10
    answer = till.pull("chain/stores")
    assert answer is not None
    old = answer.pages[0].cursor
    hq.publish([put(CHAIN, "stores", "s2", None), put(CHAIN, "stores", "s3", store("s3"))])
    clock.now += 1001
    assert hq.forget_deletions() == 1
    assert ask(till, {"chain/stores": old}) == 410
    assert ask(till, {"chain/stores": 10**9}) == 410  # from a future that HQ has lost
    assert isinstance(ask(till, {till.rights_bucket: 10**9}), PullAnswer)
    assert hq.forget_deletions() == 0
    hq.database.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from("abcde"), st.sampled_from([None, "east", "west"]), st.booleans()), max_size=20
    )
)
def test_whoever_pulls_now_and_then_ends_with_hqs_rows(
    hq: Headquarters, steps: list[tuple[str, str | None, bool]]
) -> None:
    till = Terminal.enrolled(hq)
    mine: dict[str, tuple[int, str]] = {}
    cursor = 0
    for name, region, look in [*steps, ("a", "last", True)]:
        row = None if region is None else store(name, region)
        hq.publish([RowChange(STORES, name, row)])
        while look and (answer := till.pull("chain/stores", cursor, limit=2)) is not None:
            (page,) = answer.pages
            for got in page.rows:
                mine.pop(got.id, None)
                if got.data is not None:
                    mine[got.id] = (got.rev, got.data)
            cursor = page.cursor
            if not page.more:
                assert page.count == len(mine)
                assert page.checksum == sum(row_digest(key, rev) for key, (rev, _) in mine.items()) % MODULUS
    theirs = till.rows("chain/stores")
    assert {key: msgspec.json.decode(data) for key, (_, data) in mine.items()} == theirs
