"""Snapshots: signed, immutable, resumable, and only of one's own buckets."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.domain.stores import Store
from kiosk.hq.headquarters import Headquarters
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.wire.messages import SnapshotManifest
from tests.unit.hq.campaign_rig import member
from tests.unit.hq.rig import Terminal, TestClock, put, read, words

BUCKET = "store/s1/coupons"


def manifest_of(till: Terminal, bucket: str = BUCKET) -> SnapshotManifest:
    response = till.call("GET", f"/v1/snapshots/{bucket}")
    assert response.status == 200, response
    return read(response, SnapshotManifest)


def store(name: str) -> Store:
    return Store(name, words(name), "Asia/Taipei", "TWD", "r")


def test_a_snapshot_holds_the_bucket_and_is_signed_by_a_published_key(hq: Headquarters, tmp_path: Path) -> None:
    till = Terminal.enrolled(hq)
    manifest = manifest_of(till)
    packed = till.call("GET", manifest.path).body
    assert (len(packed), hashlib.sha256(packed).hexdigest()) == (manifest.size, manifest.sha256)
    said = f"snapshot/{BUCKET}/{manifest.cursor}/{manifest.rows}/{manifest.sha256}".encode()
    key = till.rows("chain/keys")[manifest.key_id.hex()]
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(key["public"])).verify(manifest.signature, said)
    path = tmp_path / "rows.sqlite"
    path.write_bytes(zstandard.decompress(packed))
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT id, rev, data FROM row ORDER BY id").fetchall()
    connection.close()
    answer = till.pull(BUCKET)
    assert answer is not None
    (page,) = answer.pages
    assert rows == sorted((row.id, row.rev, row.data) for row in page.rows)
    assert (manifest.cursor, manifest.rows) == (page.cursor, len(rows))
    assert till.pull(BUCKET, manifest.cursor) is None


def test_the_same_rows_give_the_same_file_and_few_changes_no_new_one(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    first = manifest_of(till, "chain/stores")
    assert manifest_of(till, "chain/stores").sha256 == first.sha256
    hq.publish([put(CHAIN, "stores", "s3", store("s3"))])
    second = manifest_of(till, "chain/stores")
    assert (second.sha256, second.cursor) == (first.sha256, first.cursor)
    answer = till.pull("chain/stores", second.cursor)
    assert answer is not None
    assert [row.id for row in answer.pages[0].rows] == ["s3"]
    hq.publish([put(CHAIN, "stores", f"x{number}", store(f"x{number}")) for number in range(101)])
    third = manifest_of(till, "chain/stores")
    assert third.cursor > first.cursor
    assert till.call("GET", first.path).status == 200  # a download that is going on is not cut off


def test_a_snapshot_older_than_a_forgotten_deletion_is_made_anew(hq: Headquarters, clock: TestClock) -> None:
    till = Terminal.enrolled(hq)
    first = manifest_of(till, "chain/stores")
    hq.publish([put(CHAIN, "stores", "s2", None)])
    clock.now += hq.context.settings.tombstones_kept + 1
    hq.forget_deletions()
    till.open_session()
    second = manifest_of(till, "chain/stores")
    assert second.cursor > first.cursor
    assert second.rows == 1


def test_old_files_go_and_a_lost_file_is_made_again(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    for turn in range(4):
        hq.publish([put(CHAIN, "stores", f"x{turn}-{number}", store("x")) for number in range(130)])
        last = manifest_of(till, "chain/stores")
    folder = hq.context.folder
    assert len(list(folder.iterdir())) == 2
    for file in folder.iterdir():
        file.unlink()
    assert till.call("GET", last.path).status == 404
    again = manifest_of(till, "chain/stores")
    assert (again.sha256, till.call("GET", again.path).status) == (last.sha256, 200)


def test_an_empty_bucket_has_a_snapshot_too(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    manifest = manifest_of(till, "store/s1/members")
    assert (manifest.rows, manifest.cursor) == (0, 0)
    hq.publish([put("s1", "members", "m", member("m"))])
    assert manifest_of(till, "store/s1/members").rows == 1


@pytest.mark.parametrize(
    ("wanted", "status", "span"),
    [
        ("bytes=0-9", 206, (0, 10)),
        ("bytes=10-", 206, (10, None)),
        ("bytes=-7", 206, (-7, None)),
        ("bytes=5-999999999", 206, (5, None)),
        ("bytes=0-0,5-6", 200, (0, None)),
        ("bytes=9-5", 200, (0, None)),
        ("bytes=-", 200, (0, None)),
        ("nonsense", 200, (0, None)),
        ("bytes=99999999-", 416, (0, 0)),
    ],
)
def test_a_download_can_be_resumed(hq: Headquarters, wanted: str, status: int, span: tuple[int, int | None]) -> None:
    till = Terminal.enrolled(hq)
    manifest = manifest_of(till)
    whole = till.call("GET", manifest.path).body
    response = till.call("GET", manifest.path, range=wanted)
    assert response.status == status
    assert response.body == whole[slice(*span)]
    if status == 206:
        start, end = response.headers["content-range"].removeprefix("bytes ").split("/")[0].split("-")
        assert whole[int(start) : int(end) + 1] == response.body
    if status == 416:
        assert response.headers["content-range"] == f"bytes */{len(whole)}"


def test_other_stores_snapshots_are_not_given(hq: Headquarters) -> None:
    one, two = Terminal.enrolled(hq, "s1"), Terminal.enrolled(hq, "s2")
    manifest = manifest_of(one)
    assert two.call("GET", f"/v1/snapshots/{BUCKET}").status == 403
    assert two.call("GET", manifest.path).status == 404
    for name in ("../../hq.db", "x", "0" * 64, ""):
        assert one.call("GET", f"/v1/snapshot-files/{name}").status == 404
