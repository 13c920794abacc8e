"""`ref.db`: replaceable, applied page by page, searched at the till."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.db.cipher import RealDisk
from kiosk.adapters.db.reference import SqlReference
from kiosk.adapters.db.reference_tables import LAYOUT, TABLES
from kiosk.application.ports.faults import LedgerDamaged, LedgerFault, LedgerFull
from kiosk.domain.coupons.model import Coupon
from kiosk.domain.members.member import Member, Segment, Tier
from kiosk.domain.stores import Store
from kiosk.domain.texts import LocalText
from kiosk.protocol.rows import CouponRow, RevocationRow, SpentRow, encode_row, terminal_buckets

KEY = bytes(range(32, 64))
NOW = datetime(2026, 9, 20, 4, 0, tzinfo=UTC)
MEMBERS = "store/N01/members"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ref.db"


@pytest.fixture
def reference(path: Path) -> Iterator[SqlReference]:
    reference = SqlReference(path, KEY)
    yield reference
    reference.close()


def member(number: int, **changes: Any) -> Member:
    values: dict[str, Any] = {
        "id": f"m-{number:04d}",
        "card_no": f"47100{number:08d}",
        "name": "王小明",
        "phone": f"+8869{number:08d}",
        "tier": Tier.BASIC,
        "segment": Segment.ACTIVE,
        "points": 5,
        "home_store": "N01",
        "joined": NOW,
    }
    return Member(**values | changes)


def rows(*members: Any, rev: int = 1) -> list[tuple[str, int, str]]:
    return [(one.id, rev, encode_row(one).decode()) for one in members]


def test_a_page_and_its_cursor_come_together(reference: SqlReference) -> None:
    assert reference.cursor(MEMBERS) == 0
    reference.apply(MEMBERS, rows(member(1), member(2)), [], 7)
    assert reference.cursor(MEMBERS) == 7
    assert reference.member("m-0001") == member(1)
    reference.apply(MEMBERS, rows(member(2, points=9), rev=8), ["m-0001"], 8)
    assert (reference.member("m-0001"), reference.member("m-0002")) == (None, member(2, points=9))
    assert reference.cursor(MEMBERS) == 8
    assert reference.cursor("chain/stores") == 0


def test_a_page_that_fails_leaves_everything_as_it_was(reference: SqlReference) -> None:
    reference.apply(MEMBERS, rows(member(1)), [], 7)
    generation = reference.generation
    bad: Any = [*rows(member(2)), ("m-0003", 1, None)]
    with pytest.raises(LedgerFault):
        reference.apply(MEMBERS, bad, ["m-0001"], 9)
    assert (reference.cursor(MEMBERS), reference.generation) == (7, generation)
    assert reference.member("m-0001") == member(1)
    assert reference.member("m-0002") is None
    reference.apply(MEMBERS, rows(member(2)), [], 9)
    assert reference.cursor(MEMBERS) == 9


def test_unknown_buckets_are_not_for_here(reference: SqlReference) -> None:
    with pytest.raises(KeyError):
        reference.apply("store/N01/staff", [], [], 1)


def _snapshot(file: Path, entries: Sequence[tuple[str, int, str]]) -> Path:
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE row (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, data TEXT NOT NULL)")
    connection.executemany("INSERT INTO row VALUES (?, ?, ?)", entries)
    connection.commit()
    connection.close()
    return file


def test_a_snapshot_replaces_its_bucket_alone(reference: SqlReference, tmp_path: Path) -> None:
    store = Store("N01", LocalText("信義店", "信义店", "Xinyi"), "Asia/Taipei", "TWD", "north")
    reference.apply("chain/stores", rows(store), [], 3)
    reference.apply(MEMBERS, rows(member(1), member(2)), [], 7)
    reference.load_snapshot(MEMBERS, _snapshot(tmp_path / "s.db", rows(member(2), member(3))), 40)
    assert [reference.member(f"m-000{n}") for n in (1, 2, 3)] == [None, member(2), member(3)]
    assert (reference.cursor(MEMBERS), reference.cursor("chain/stores")) == (40, 3)
    assert reference.store("N01") == store


def test_a_bad_snapshot_changes_nothing(reference: SqlReference, tmp_path: Path) -> None:
    reference.apply(MEMBERS, rows(member(1)), [], 7)
    nonsense = tmp_path / "nonsense.db"
    nonsense.write_bytes(b"no database at all" * 500)
    empty = tmp_path / "empty.db"
    sqlite3.connect(empty).close()
    for bad in (nonsense, empty):
        with pytest.raises(LedgerFault):
            reference.load_snapshot(MEMBERS, bad, 40)
        assert (reference.cursor(MEMBERS), reference.member("m-0001")) == (7, member(1))
    reference.load_snapshot(MEMBERS, _snapshot(tmp_path / "s.db", rows(member(3))), 41)
    assert reference.cursor(MEMBERS) == 41


def test_a_forgotten_bucket_is_fetched_from_the_start(reference: SqlReference) -> None:
    reference.apply(MEMBERS, rows(member(1)), [], 7)
    reference.forget(MEMBERS)
    assert (reference.cursor(MEMBERS), reference.member("m-0001")) == (0, None)


def test_the_digest_is_hqs(reference: SqlReference) -> None:
    assert reference.digest(MEMBERS) == (0, 0)
    reference.apply(MEMBERS, rows(member(1), member(2), rev=5), [], 7)
    shares = [hashlib.sha256(f"m-000{n}\n5".encode()).digest()[:8] for n in (1, 2)]
    expected = sum(int.from_bytes(share, "big") % 2**63 for share in shares) % 2**63
    assert reference.digest(MEMBERS) == (2, expected)


def test_what_is_there_is_there_after_a_restart(reference: SqlReference, path: Path) -> None:
    reference.apply(MEMBERS, rows(member(1)), [], 7)
    reference.close()
    assert b"SQLite format" not in path.read_bytes()
    again = SqlReference(path, KEY)
    assert (again.cursor(MEMBERS), again.member("m-0001")) == (7, member(1))
    again.close()


def _garbage(path: Path) -> None:
    path.write_bytes(b"garbage" * 2000)


def _other_layout(path: Path) -> None:
    connection = RealDisk().connect(path, KEY)
    connection.execute(f"PRAGMA user_version = {LAYOUT + 1}")
    connection.close()


def _other_key(path: Path) -> None:
    connection = RealDisk().connect(path, KEY)
    connection.execute(f"PRAGMA rekey = \"x'{bytes(32).hex()}'\"")
    connection.close()


@pytest.mark.parametrize("spoil", [_garbage, _other_layout, _other_key])
def test_a_file_of_no_use_is_replaced(reference: SqlReference, path: Path, spoil: Any) -> None:
    reference.apply(MEMBERS, rows(member(1)), [], 7)
    reference.close()
    spoil(path)
    again = SqlReference(path, KEY)
    assert (again.cursor(MEMBERS), again.member("m-0001")) == (0, None)
    again.apply(MEMBERS, rows(member(2)), [], 8)
    again.close()


def test_damage_found_while_reading_is_said_and_gone_after_a_restart(reference: SqlReference, path: Path) -> None:
    reference.apply(MEMBERS, rows(*(member(n) for n in range(900))), [], 7)
    reference.close()
    data = bytearray(path.read_bytes())
    pages = len(data) // 4096
    for page in range(pages // 2, pages):  # rows, not the tables' definitions
        data[page * 4096 + 9] ^= 1
    path.write_bytes(data)
    again = SqlReference(path, KEY)
    with pytest.raises(LedgerDamaged):
        again.find_members("王", 500)
    again.close()
    healed = SqlReference(path, KEY)
    assert (healed.cursor(MEMBERS), healed.find_members("王", 5).members) == (0, ())
    healed.apply(MEMBERS, rows(member(1)), [], 7)
    healed.close()
    kept = SqlReference(path, KEY)
    assert kept.cursor(MEMBERS) == 7
    kept.close()


def test_a_full_disk_does_not_cost_the_data(reference: SqlReference, path: Path) -> None:
    reference.apply(MEMBERS, rows(member(1)), [], 7)
    reference.close()

    class Full(RealDisk):
        def connect(self, path: Path, key: bytes, *, read_only: bool = False) -> Any:
            raise OSError(28, "no space left on device")

    with pytest.raises(LedgerFull):
        SqlReference(path, KEY, disk=Full())
    again = SqlReference(path, KEY)
    assert again.cursor(MEMBERS) == 7
    again.close()


def test_readers_see_whole_pages_while_a_writer_writes(path: Path) -> None:
    reference = SqlReference(path, KEY)
    reference.apply(MEMBERS, rows(*(member(n, points=0) for n in range(40))), [], 1)
    stop = threading.Event()
    seen: set[frozenset[int]] = set()

    def read() -> None:
        while not stop.is_set():
            found = reference.find_members("王", 100).members
            assert len(found) == 40
            seen.add(frozenset(one.points for one in found))

    reader = threading.Thread(target=read)
    reader.start()
    for points in range(1, 60):
        reference.apply(MEMBERS, rows(*(member(n, points=points) for n in range(40)), rev=points), [], points)
    stop.set()
    reader.join()
    reference.close()
    assert seen
    # never half of one page and half of the next
    assert all(len(points) == 1 for points in seen)


# --- what the till looks for ---


@pytest.fixture
def people(reference: SqlReference) -> SqlReference:
    reference.apply(
        MEMBERS,
        rows(
            member(1, phone="+886922123456", name="王小明", card_no="4710088423456"),
            member(2, phone="+886933993456", name="陳小美", card_no="4710000000017"),
            member(3, phone="+85291230456", name="O'Neil %_", card_no="4710000000024"),
            member(4, phone="+8613800138000", name="王大明", card_no="4710000000031"),
        ),
        [],
        1,
    )
    return reference


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3456", {1, 2}),
        ("123456", {1}),
        ("0922123456", {1}),
        ("0922-123 456", {1}),
        ("+886922123456", {1}),
        ("886922123456", {1}),
        ("0922999999", set()),
        ("0456", {3}),
        ("8000", {4}),
        ("00138000", {4}),
        ("4710000000017", {2}),
        ("456", set()),
        ("6", set()),
        ("", set()),
        ("   ", set()),
        ("0000", set()),
        ("王", {1, 4}),
        ("小明", {1}),
        (" 王小明 ", {1}),
        ("o'neil", {3}),
        ("%", {3}),
        ("王%", {1, 4}),
        ("小%明", {1}),
        ("小_", {1, 2}),
        ("'; DROP TABLE member; --", set()),
        ("9" * 400, set()),
    ],
)
def test_members_are_found_by_what_people_say(people: SqlReference, text: str, found: set[int]) -> None:
    assert {int(one.id[2:]) for one in people.find_members(text, 10).members} == found


@pytest.fixture
def named(reference: SqlReference) -> SqlReference:
    names = [
        "王小明",
        "陳小美",
        "歐陽娜娜",
        "曾樂兒",
        "O'Neil %_",
        "呂ＡＭＹ",
        "许美静",
        "Chen Wei",
        "單雄信",
        "李 小龍",
    ]
    reference.apply(MEMBERS, rows(*(member(number, name=name) for number, name in enumerate(names, 1))), [], 1)
    return reference


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("陈小美", {2}),
        ("陳小美", {2}),
        ("小美", {2}),
        ("欧阳", {3}),
        ("許美靜", {7}),
        ("曾乐", {4}),
        ("chenxiaomei", {2}),
        ("Chen Xiao-Mei", {2}),
        ("xiaomei", {2}),
        ("chen", {2, 8}),
        ("ＣＨＥＮ", {2, 8}),
        ("chen wei", {8}),
        ("wei", {8}),
        ("cxm", {2}),
        ("chenxm", {2}),
        ("wxm", {1}),
        ("oynn", {3}),
        ("ouyang", {3}),
        ("na", {3}),
        ("zengle", {4}),
        ("zengyue", {4}),
        ("shanxiongxin", {9}),
        ("lüamy", {6}),
        ("lvamy", {6}),
        ("amy", {6}),
        ("吕amy", {6}),
        ("o’neil", {5}),
        ("O'NEIL", {5}),
        ("李 小龙", {10}),
        ("lixiaolong", {10}),
        ("iaomei", set()),
        ("%", {5}),
        ("xm'; --", set()),
    ],
)
def test_names_are_found_as_they_are_written_anywhere_and_as_they_sound(
    named: SqlReference, text: str, found: set[int]
) -> None:
    assert {int(one.id[2:]) for one in named.find_members(text, 10).members} == found


def test_a_name_that_changes_is_found_by_the_new_one_alone(reference: SqlReference, tmp_path: Path) -> None:
    def found(text: str) -> list[str]:
        return [one.id for one in reference.find_members(text, 10).members]

    reference.apply(MEMBERS, rows(member(1, name="陳小美"), member(2, name="王小美")), [], 1)
    reference.apply(MEMBERS, rows(member(1, name="林小美"), rev=2), ["m-0002"], 2)
    assert (found("chen"), found("lin"), found("小美")) == ([], ["m-0001"], ["m-0001"])
    reference.load_snapshot(MEMBERS, _snapshot(tmp_path / "s.db", rows(member(3, name="周杰倫"))), 3)
    assert (found("lin"), found("zjl"), found("周杰伦")) == ([], ["m-0003"], ["m-0003"])
    reference.forget(MEMBERS)
    assert found("zjl") == []


def test_no_more_than_asked_for(people: SqlReference) -> None:
    assert len(people.find_members("王", 1).members) == 1
    assert len(people.find_members("3456", 1).members) == 1


def test_by_card(people: SqlReference) -> None:
    found = people.member_by_card("4710000000017")
    assert found is not None
    assert found.id == "m-0002"
    assert people.member_by_card("4710000000018") is None


def test_coupons_and_their_uses(reference: SqlReference) -> None:
    coupon = Coupon("c-1", "t-1", NOW, NOW + timedelta(days=9), "m-1")
    other = Coupon("c-2", "t-1", NOW, NOW + timedelta(days=9))
    entries = [(c.id, 1, encode_row(CouponRow(c, "KC1:…")).decode()) for c in (coupon, other)]
    reference.apply("store/N01/coupons", entries, [], 1)
    spent = SpentRow("c-1", "t-1", "x-1", "N02-1", "N02", NOW, "m-1")
    reference.apply("store/N01/spent", [("c-1/x-1", 1, encode_row(spent).decode())], [], 1)
    revoked = RevocationRow("c-2", NOW)
    reference.apply("chain/revocations", [("c-2", 1, encode_row(revoked).decode())], [], 1)
    assert reference.coupon("c-1") == coupon
    assert reference.coupons_of("m-1") == [coupon]
    assert reference.coupon("c-9") is None
    (use,) = reference.spent("c-1")
    assert (use.coupon, use.member, use.at, use.store, use.terminal, use.txn) == (
        "c-1",
        "m-1",
        NOW,
        "N02",
        "N02-1",
        "x-1",
    )
    assert reference.spent_by_member("m-1", "t-1") == [use]
    assert reference.spent_by_member("m-1", "t-2") == []
    assert reference.spent("c-2") == []
    assert (reference.revoked_at("c-2"), reference.revoked_at("c-1")) == (NOW, None)


def test_small_rows_are_remembered_until_something_changes(reference: SqlReference) -> None:
    store = Store("N01", LocalText("信義店", "信义店", "Xinyi"), "Asia/Taipei", "TWD", "north")
    reference.apply("chain/stores", rows(store), [], 3)
    first = reference.store("N01")
    assert reference.store("N01") is first
    reference.apply(MEMBERS, rows(member(1)), [], 7)
    assert reference.store("N01") == first
    reference.apply("chain/stores", [], ["N01"], 4)
    assert reference.store("N01") is None


def test_searches_use_indexes(reference: SqlReference, path: Path) -> None:
    connection = RealDisk().connect(path, KEY)
    for statement in (
        "SELECT data FROM member WHERE json_extract(data, '$.card_no') = 'x'",
        "SELECT data FROM member WHERE substr(json_extract(data, '$.phone'), -4) = '1234'",
        "SELECT data FROM coupon WHERE json_extract(data, '$.coupon.member') = 'm' ORDER BY id",
        "SELECT data FROM spent WHERE id > 'c' || '/' AND id < 'c' || '0'",
        "SELECT data FROM spent WHERE json_extract(data, '$.member') = 'm' AND json_extract(data, '$.template') = 't'",
        "SELECT data FROM guest WHERE json_extract(data, '$.phone') = 'x' AND json_extract(data, '$.phone') <> ''",
        "SELECT data FROM guest WHERE json_extract(data, '$.member') = 'x' AND json_extract(data, '$.member') <> ''",
    ):
        plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"))
        assert "USING INDEX" in plan, plan
    connection.close()


def test_every_bucket_of_a_terminal_has_its_place() -> None:
    """Staff and rights lie in the ledger."""
    here = {bucket.rpartition("/")[2] for bucket in terminal_buckets("s1", "d-1")} - {"staff", "rights"}
    assert here == set(TABLES)
