"""What HQ publishes for campaigns, as a terminal keeps it: signed files, and events found by member."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import kiosk.adapters.campaigns.editions
from kiosk.adapters.db.cipher import RealDisk
from kiosk.adapters.db.reference import SqlReference
from kiosk.domain.journal.facts import Fact, encode
from kiosk.domain.stores import Store
from kiosk.domain.texts import LocalText
from kiosk.domain.time import millis
from kiosk.protocol.campaigns.file import read_campaign
from kiosk.protocol.campaigns.signature import sign
from kiosk.protocol.rows import EditionRow, EventRow, KeyRow, encode_row
from tests.unit.campaigns.stage import HEAD, NAME, PHASES

KEY = bytes(range(32, 64))
NOW = datetime(2026, 3, 20, 4, 0, tzinfo=UTC)
DAY = timedelta(days=1)
EDITIONS, KEYS, EVENTS = "chain/editions", "chain/keys", "store/N01/events"
HQ = Ed25519PrivateKey.from_private_bytes(bytes(32))
THIEF = Ed25519PrivateKey.from_private_bytes(b"\1" * 32)
RULES = "rules:\n  - {id: ten, name: NAME, when: purchased, give: [{points: 10}]}\n"

Change = tuple[str, int, str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ref.db"


@pytest.fixture
def reference(path: Path) -> Iterator[SqlReference]:
    reference = SqlReference(path, KEY)
    yield reference
    reference.close()


def document(**head: Any) -> str:
    text = (HEAD + PHASES + RULES).replace("NAME", NAME)
    for name, value in head.items():
        lines = [f"{name}: {value}" if line.startswith(f"{name}: ") else line for line in text.split("\n")]
        text = "\n".join(lines)
    return text


@cache
def edition(text: str = document(), *, key: str = "aa", private: Ed25519PrivateKey = HQ) -> EditionRow:
    campaign = read_campaign(text.encode()).campaign
    signed = sign(campaign, key, private).decode()
    return EditionRow(campaign.id, campaign.version, NOW, None, text, signed)


def put(row: EditionRow, rev: int = 1) -> Change:
    return f"{row.campaign}/{row.version}", rev, encode_row(row).decode()


def key_row(key_id: str = "aa", private: Ed25519PrivateKey = HQ, **changes: Any) -> KeyRow:
    public = private.public_key().public_bytes_raw().hex()
    return replace(KeyRow(key_id, public, NOW - DAY, NOW + 900 * DAY, None, ("KC1", "campaign")), **changes)


def trust(reference: SqlReference, *keys: KeyRow) -> None:
    reference.apply(KEYS, [(key.key_id, 1, encode_row(key).decode()) for key in keys], [], 1)


def names(reference: SqlReference) -> list[str]:
    return [f"{one.campaign.id}/{one.campaign.version}" for one in reference.editions()]


def test_signed_campaigns_run_every_version(reference: SqlReference) -> None:
    trust(reference, key_row())
    second = edition(document(version=2))
    first = replace(edition(), until=NOW + DAY)
    reference.apply(EDITIONS, [put(second), put(first)], [], 2)
    assert names(reference) == ["test/1", "test/2"]
    assert [(one.since, one.until) for one in reference.editions()] == [
        (millis(NOW), millis(NOW + DAY)),
        (millis(NOW), None),
    ]
    assert reference.editions_refused() == ()
    reference.apply(EDITIONS, [], ["test/1"], 3)
    assert names(reference) == ["test/2"]


def test_without_campaigns_there_are_none(reference: SqlReference) -> None:
    assert (reference.editions(), reference.editions_refused()) == ((), ())


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (replace(edition(), signature=""), "unsigned"),
        (replace(edition(), signature="{"), "malformed"),
        (edition(key="bb"), "unknown_key"),
        (edition(private=THIEF), "forged"),
        (replace(edition(), document=document(version=1, currency="HKD")), "forged"),
        (replace(edition(), version=7), "other_campaign"),
        (replace(edition(), campaign="another"), "other_campaign"),
        (replace(edition(), document=document(format=2)), "future_format"),
        (replace(edition(), document="- nothing of the kind"), "not_a_mapping"),
        (replace(edition(), document=document() + "surprise: 1\n"), "unknown_key"),
        (replace(edition(), since=NOW.replace(tzinfo=None)), "unreadable_row"),
    ],
)
def test_a_campaign_that_cannot_be_believed_is_left_out_and_said(
    reference: SqlReference, allowed_warnings: list[str], caplog: pytest.LogCaptureFixture, row: EditionRow, reason: str
) -> None:
    allowed_warnings.append("is left out")
    trust(reference, key_row())
    good = edition(document(id="good"))
    with caplog.at_level(logging.WARNING):
        reference.apply(EDITIONS, [put(row), put(good)], [], 1)
        assert names(reference) == ["good/1"]
        ((found, said),) = reference.editions_refused()
        reference.apply(EDITIONS, [put(good, 2)], [], 2)
        assert names(reference) == ["good/1"]
    assert (found, said) == (f"{row.campaign}/{row.version}", reason)
    # once, however often it is looked at
    assert [record.getMessage() for record in caplog.records] == [f"campaign {found} is left out: {reason}"]


def test_a_row_that_is_no_edition_is_left_out(reference: SqlReference, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("left out: unreadable_row")
    trust(reference, key_row())
    reference.apply(EDITIONS, [("x/1", 1, '{"campaign": 5}'), ("y/1", 1, "no json"), put(edition())], [], 1)
    assert names(reference) == ["test/1"]
    assert reference.editions_refused() == (("x/1", "unreadable_row"), ("y/1", "unreadable_row"))


@pytest.mark.parametrize(
    ("key", "good"),
    [
        (key_row(), True),
        (key_row(purposes=()), True),
        (key_row(purposes=("KC1", "KB1")), False),
        (key_row(revoked_at=NOW + DAY), False),
        (key_row(not_after=NOW), False),
        (key_row(not_before=NOW + 5 * DAY, not_after=NOW + 9 * DAY), False),
        (key_row(not_before=NOW - 9 * DAY, not_after=NOW + timedelta(seconds=1)), True),
        (key_row(public="zz"), False),
    ],
)
def test_only_keys_for_campaigns_that_stand_in_their_time(
    reference: SqlReference, allowed_warnings: list[str], key: KeyRow, good: bool
) -> None:
    allowed_warnings += [] if good else ["left out: unknown_key", "cannot read public"]
    trust(reference, key)
    reference.apply(EDITIONS, [put(replace(edition(), until=NOW + 2 * DAY))], [], 1)
    assert names(reference) == (["test/1"] if good else [])
    assert reference.editions_refused() == (() if good else (("test/1", "unknown_key"),))


def test_a_key_that_comes_later_or_goes_is_noticed(reference: SqlReference, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("left out: unknown_key")
    reference.apply(EDITIONS, [put(edition())], [], 1)
    assert names(reference) == []
    trust(reference, key_row())
    assert names(reference) == ["test/1"]
    trust(reference, key_row(revoked_at=NOW))
    assert names(reference) == []


def test_files_are_read_once(reference: SqlReference, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []

    def counting(raw: bytes, *, published: bool) -> Any:
        read.append(raw)
        return read_campaign(raw, published=published)

    monkeypatch.setattr(kiosk.adapters.campaigns.editions, "read_campaign", counting)
    trust(reference, key_row())
    first, second = edition(), edition(document(id="second"))
    reference.apply(EDITIONS, [put(first)], [], 1)
    found = reference.editions()
    reference.apply(EVENTS, [event("T1/1", "m1")], [], 1)
    reference.apply("chain/stores", [store()], [], 1)
    assert reference.editions() is found
    assert len(read) == 1
    reference.apply(EDITIONS, [put(second)], [], 2)
    assert names(reference) == ["second/1", "test/1"]
    trust(reference, key_row(), key_row("bb", THIEF))
    assert names(reference) == ["second/1", "test/1"]
    assert len(read) == 2
    reference.apply(EDITIONS, [put(replace(first, until=NOW + DAY), 5)], [], 3)
    assert [one.until is None for one in reference.editions()] == [True, False]
    assert len(read) == 3


# --- events ---


def store() -> Change:
    row = Store("N01", LocalText("信義店", "信义店", "Xinyi"), "Asia/Taipei", "TWD", "north")
    return "N01", 1, encode_row(row).decode()


def fact(stamp: int, kind: str = "check_in.done") -> Fact:
    return Fact(1, stamp, kind, stamp, 1_790_000_000_000, None, "boot", 0, "lin", {"member": "m1", "言": "好"})


def event(row_id: str, *members: str, rev: int = 1, text: str | None = None) -> Change:
    device, _, stamp = row_id.partition("/")
    raw = encode(fact(int(stamp, 16))).decode() if text is None else text
    return row_id, rev, encode_row(EventRow(device, "N02", "Asia/Hong_Kong", members, raw)).decode()


def ids(reference: SqlReference, member: str) -> list[str]:
    return [f"{one.device}/{one.fact.hlc:x}" for one in reference.events_of(member)]


def test_events_are_found_by_every_member_they_touch(reference: SqlReference) -> None:
    reference.apply(EVENTS, [event("T1/1", "m1", "m2"), event("hq/2", "m2"), event("T2/3", "m1")], [], 1)
    assert ids(reference, "m1") == ["T1/1", "T2/3"]
    assert ids(reference, "m2") == ["T1/1", "hq/2"]
    assert ids(reference, "m3") == []
    (found, _) = reference.events_of("m1")
    assert (found.device, found.store, found.zone, found.fact) == ("T1", "N02", "Asia/Hong_Kong", fact(1))


def test_events_change_hands_and_go(reference: SqlReference) -> None:
    reference.apply(EVENTS, [event("T1/1", "m1", "m1"), event("T1/2", "m1")], [], 1)
    reference.apply(EVENTS, [event("T1/1", "m2", rev=2)], ["T1/2"], 2)
    assert (ids(reference, "m1"), ids(reference, "m2")) == ([], ["T1/1"])
    reference.apply(EVENTS, [event("T1/2", "m1")], [], 3)
    reference.forget(EVENTS)
    assert (ids(reference, "m1"), ids(reference, "m2")) == ([], [])


def test_a_snapshot_of_events_is_found_too(reference: SqlReference, tmp_path: Path) -> None:
    reference.apply(EVENTS, [event("T1/1", "m1")], [], 1)
    file = tmp_path / "snapshot.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE row (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, data TEXT NOT NULL)")
    rows: Sequence[Change] = [event(f"T2/{n:x}", f"m{n % 3}", "m9") for n in range(1, 31)]
    connection.executemany("INSERT INTO row VALUES (?, ?, ?)", rows)
    connection.commit()
    connection.close()
    reference.load_snapshot(EVENTS, file, 40)
    assert [len(ids(reference, f"m{n}")) for n in (0, 1, 2, 9)] == [10, 10, 10, 30]
    assert "T1/1" not in ids(reference, "m1")


def test_events_that_cannot_be_read_are_left_out_and_said_once(
    reference: SqlReference, allowed_warnings: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    allowed_warnings.append("event .* is left out")
    bad = ("T1/2", 1, '{"members": ["m1"]}')
    ugly = event("T1/3", "m1", text="{}")
    hopeless = ("T1/4", 1, "no json")
    with caplog.at_level(logging.WARNING):
        reference.apply(EVENTS, [event("T1/1", "m1"), bad, ugly, hopeless], [], 1)
        assert ids(reference, "m1") == ids(reference, "m1") == ["T1/1"]
    assert sorted(record.getMessage() for record in caplog.records) == [
        "event T1/2 is left out: cannot read device (a newer program may: update advised)",
        "event T1/3 is left out: cannot read its fact (a newer program may: update advised)",
    ]
    reference.apply(EVENTS, [event("T1/4", "m1", rev=2)], [], 2)
    assert ids(reference, "m1") == ["T1/1", "T1/4"]


def test_a_members_events_are_found_by_index(reference: SqlReference, path: Path) -> None:
    connection = RealDisk().connect(path, KEY)
    statement = "SELECT e.data FROM event_member m JOIN event e ON e.id = m.event WHERE m.member = 'm' ORDER BY e.id"
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    connection.close()
    assert len(plan) >= 2
    assert all(step.startswith("SEARCH") or "ORDER BY" in step for step in plan), plan


def test_only_what_campaigns_depend_on_outdates_what_is_known_of_them(reference: SqlReference) -> None:
    seen = [reference.campaign_generation]

    def grew() -> bool:
        seen.append(reference.campaign_generation)
        return seen[-1] > seen[-2]

    before = reference.generation
    for bucket in ("store/N01/coupons", "store/N01/spent", "chain/templates", "chain/campaigns", "chain/revocations"):
        reference.apply(bucket, [("x", 1, "{}")], [], 1)
        assert not grew(), bucket
    reference.apply(EVENTS, [], [], 2)
    assert not grew()
    assert reference.generation == before + 6
    for bucket, change in (
        (EDITIONS, put(edition())),
        (EVENTS, event("T1/1", "m1")),
        ("chain/stores", store()),
        ("store/N01/members", ("m1", 1, "{}")),
    ):
        reference.apply(bucket, [change], [], 1)
        assert grew(), bucket
        reference.apply(bucket, [], [change[0]], 2)
        assert grew(), bucket
    reference.forget(EVENTS)
    assert grew()
