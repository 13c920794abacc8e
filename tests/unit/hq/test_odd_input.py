"""Odd things that were sent to HQ, each with its right answer."""

from __future__ import annotations

import errno
import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from kiosk.hq.headquarters import Headquarters
from kiosk.hq.settings_file import SettingsFault, settings_of
from kiosk.hq.store import troubles
from kiosk.hq.store.troubles import trouble_of
from kiosk.hq.wire import snapshots
from kiosk.protocol.wire.messages import Health, Problem, PushAnswer, SnapshotManifest
from tests.unit.hq.rig import Terminal, TestClock, read


@pytest.mark.parametrize("hash_", [b"", b"\0", bytes(31), bytes(33), bytes(5_000)])
def test_a_hash_of_another_length_is_damaged_and_no_fork(hq: Headquarters, hash_: bytes) -> None:
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    good = till.batch(1, 1)
    for request in (structs.replace(good, prev_hash=hash_), structs.replace(good, last_hash=hash_)):
        assert till.call("POST", "/v1/push", request).status == 400
    assert hq.terminals()[0].state == "active"
    assert till.push().acked == 1


@pytest.mark.parametrize(
    "key", [b"", bytes(31), bytes(33), bytes(32), b"\x01" + bytes(31), b"\xec" + b"\xff" * 30 + b"\x7f"]
)
def test_a_key_under_which_anything_is_signed_makes_no_terminal(hq: Headquarters, key: bytes) -> None:
    machine = Terminal.machine(hq, TestClock())
    code = hq.enroll_code("s1")
    assert code is not None
    request = structs.replace(machine.enroll_request(code), public_key=key)
    assert machine.call("POST", "/v1/enroll", request).status == 400
    assert machine.call("POST", "/v1/enroll", machine.enroll_request(code)).status == 200


@pytest.mark.parametrize("hlc", [2**63 - 1, 2**63, 2**64, -1, -(2**63), 10**30])
def test_a_stamp_beyond_all_time_is_kept_and_the_next_facts_go_on(hq: Headquarters, hlc: int) -> None:
    till, other = Terminal.enrolled(hq), Terminal.enrolled(hq, "s2")
    till.sale("t1", "c1", hlc=hlc)
    assert till.push().acked == 1
    till.sale("t2", "c2")
    assert till.push().acked == 2
    other.sale("t3", "c3", right="accepted")
    assert other.push().acked == 1
    for bucket in till.buckets:
        till.rows(bucket)
    assert hq.verify() == []


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ("bytes=" + "9" * 5_000 + "-", 200),
        ("bytes=0-" + "9" * 5_000, 200),
        ("bytes=-" + "9" * 5_000, 200),
        ("bytes=999999999999999999-", 416),
        ("bytes=0-0", 206),
        ("bytes=-1", 206),
        ("bytes=²-", 200),
        ("bytes=5-3", 200),
        ("\0", 200),
    ],
)
def test_a_range_that_makes_no_sense_is_passed_over(hq: Headquarters, wanted: str, status: int) -> None:
    till = Terminal.enrolled(hq)
    manifest = read(till.call("GET", "/v1/snapshots/store/s1/coupons"), SnapshotManifest)
    assert till.call("GET", manifest.path, range=wanted).status == status


def test_what_a_terminal_says_of_itself_holds_no_nul(hq: Headquarters) -> None:
    till = Terminal.enrolled(hq)
    till.sale("t1", "c1")
    health = Health(app_version="1\0" * 200, queue=1)
    till.ok("/v1/push", structs.replace(till.batch(1, 1), health=health), PushAnswer)
    with hq.database.read() as tx:
        said = tx.connection.exec_driver_sql("SELECT app_version FROM device").scalar_one()
    assert "\0" not in said
    assert len(said) == 64
    fresh = Terminal.machine(hq, hq.context.clock, seed="nul")
    code = hq.enroll_code("s1")
    assert code is not None
    for common in (-1, 2**63, 2**64 - 1):
        assert fresh.call("POST", "/v1/enroll", fresh.enroll_request(code, common_seq=common)).status in (400, 403)
    for path in ("/v1/ops/\0", "/v1/snapshots/\0", "/v1/snapshot-files/\0"):
        assert till.call("GET", path).status in (403, 404)


def test_a_snapshot_on_a_full_disk_is_507_and_there_again_when_there_is_room(
    hq: Headquarters, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("disk_full|OSError")
    till = Terminal.enrolled(hq)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshots, "write_whole", full)
        answer = till.call("GET", "/v1/snapshots/store/s1/coupons")
    assert answer.status == 507
    assert read(answer, Problem).type == "disk_full"
    assert "full" in read(answer, Problem).title
    assert till.call("GET", "/v1/snapshots/store/s1/coupons").status == 200


def test_a_database_that_may_grow_no_more_is_507_and_health_says_so(
    hq: Headquarters, clock: TestClock, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("fault")
    till = Terminal.enrolled(hq)
    assert till.call("GET", "/healthz").status == 200
    full = True

    @event.listens_for(hq.database.engine, "checkout")
    def _limited(dbapi: sqlite3.Connection, *_: object) -> None:
        dbapi.execute(f"PRAGMA max_page_count = {1 if full else 2**30}")

    for number in range(60):
        till.sale(f"t{number}", "c1", right="accepted")
    answer = till.call("POST", "/v1/push", till.batch(1, 60))
    assert answer.status == 507
    assert read(answer, Problem).type == "disk_full"
    full = False
    assert till.push().acked == 60


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (OSError(errno.ENOSPC, "?"), troubles.DISK_FULL),
        (OSError(errno.EROFS, "?"), troubles.READ_ONLY),
        (OSError(errno.EIO, "?"), troubles.DISK_FAULT),
        (OSError(errno.EMFILE, "?"), troubles.UNAVAILABLE),
        (FileNotFoundError(errno.ENOENT, "?"), None),
        (sqlite3.OperationalError("database or disk is full"), troubles.DISK_FULL),
        (sqlite3.OperationalError("attempt to write a readonly database"), troubles.READ_ONLY),
        (sqlite3.OperationalError("disk I/O error"), troubles.DISK_FAULT),
        (sqlite3.OperationalError("database is locked"), troubles.UNAVAILABLE),
        (sqlite3.DatabaseError("database disk image is malformed"), troubles.DAMAGED),
        (sqlite3.DatabaseError("file is not a database"), troubles.DAMAGED),
        (sqlite3.IntegrityError("UNIQUE constraint failed"), None),
        (OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full")), troubles.DISK_FULL),
    ],
)
def test_troubles_are_told_apart(error: Exception, trouble: troubles.Trouble | None) -> None:
    assert trouble_of(error) == trouble


@pytest.mark.parametrize(
    "text",
    [
        "connections = 5",
        "connections = true",
        'connections = "many"',
        "issuer = 1",
        "unknown = 1",
        "behind_proxy = true",
        "idle_s = 0",
        "bodies = 99999999999999999999",
        "[connections]",
        "=",
        "a" * 10_000,
        "\0",
    ],
)
def test_a_settings_file_that_makes_no_sense_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "hq.toml").write_text(text, "utf-8")
    with pytest.raises(SettingsFault, match=r"hq\.toml"):
        settings_of(tmp_path)


def test_the_settings_file_changes_what_it_names(tmp_path: Path) -> None:
    usual = settings_of(tmp_path)
    (tmp_path / "hq.toml").write_text("\ufeffconnections = 500\nidle_s = 3\n", "utf-8")
    assert settings_of(tmp_path, behind_proxy=True) == replace(usual, connections=500, idle_s=3, behind_proxy=True)
    (tmp_path / "hq.toml").write_bytes(b"\xff")
    with pytest.raises(SettingsFault):
        settings_of(tmp_path)
