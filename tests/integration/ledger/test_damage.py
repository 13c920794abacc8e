"""Damaged files: every flipped byte is found, or changes nothing."""

from __future__ import annotations

import hashlib
import random
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.adapters.db import witness
from kiosk.adapters.db.journal import fact
from kiosk.adapters.db.layout import place
from kiosk.adapters.db.ledger import SqlLedger
from kiosk.adapters.db.tables import DERIVED
from kiosk.adapters.db.verify import rebuild, verify
from kiosk.application.ports.faults import LedgerDamaged, LedgerFault, WrongKey
from kiosk.domain.journal import facts
from tests.fakes import ManualClock
from tests.integration.ledger.samples import IDENTITY, KEY, enrolled, facts_in, live, open_at, raw, sell

PARTS = ("", "-wal", "-head")


def _contents(path: Path) -> list[Any]:
    """All facts and what follows from them. Not meta and staff: a transaction that only noted what HQ said leaves no
    fact, and HQ says it again."""
    connection = raw(path)
    try:
        return [connection.execute(f"SELECT * FROM {t.name} ORDER BY 1, 2").fetchall() for t in (fact, *DERIVED)]
    finally:
        connection.close()


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a power cut leaves it: half of the facts in the file, half in the WAL."""
    folder = tmp_path_factory.mktemp("crashed")
    path = tmp_path_factory.mktemp("running") / "ledger.db"
    clock = ManualClock()
    ledger = enrolled(path, clock)
    live(ledger, clock, random.Random(7), 60)
    ledger.close()
    ledger = open_at(path, clock)
    live(ledger, clock, random.Random(8), 40)
    for suffix in PARTS:
        shutil.copyfile(path.with_name(path.name + suffix), folder / ("ledger.db" + suffix))
    ledger.close()
    assert (folder / "ledger.db-wal").stat().st_size > 100_000
    return folder


def _copy(folder: Path, target: Path) -> Path:
    target.mkdir(parents=True, exist_ok=True)
    for suffix in ("", "-wal", "-shm", "-head"):
        (target / f"ledger.db{suffix}").unlink(missing_ok=True)
        if (folder / f"ledger.db{suffix}").exists():
            shutil.copyfile(folder / f"ledger.db{suffix}", target / f"ledger.db{suffix}")
    return target / "ledger.db"


def _found(path: Path) -> bool:
    """What `kiosk ledger verify` looks at."""
    try:
        return not verify(path, KEY).sound or bool(rebuild(path, KEY).differences)
    except LedgerFault:
        return True


def _flip(file: Path, position: int, bit: int) -> None:
    with file.open("r+b") as handle:
        handle.seek(position)
        byte = handle.read(1)[0]
        handle.seek(position)
        handle.write(bytes([byte ^ (1 << bit)]))


def test_the_crashed_folder_itself_is_sound(crashed: Path, tmp_path: Path) -> None:
    path = _copy(crashed, tmp_path)
    assert verify(path, KEY).sound
    assert rebuild(path, KEY).differences == {}
    assert not _found(path)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(suffix=st.sampled_from(PARTS), where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_found_or_changes_nothing(
    crashed: Path, tmp_path: Path, suffix: str, where: float, bit: int
) -> None:
    path = _copy(crashed, tmp_path)
    expected = _contents(_copy(crashed, tmp_path / "whole"))
    file = path.with_name(path.name + suffix)
    _flip(file, int(where * file.stat().st_size), bit)
    if not _found(path):
        assert _contents(path) == expected


def test_every_page_of_the_file_is_under_watch(crashed: Path, tmp_path: Path) -> None:
    rng = random.Random(3)
    # without a WAL in front of it, no page is covered by a newer one
    ledger = open_at(_copy(crashed, tmp_path / "closed"))
    ledger.close()
    whole = (tmp_path / "closed" / "ledger.db").read_bytes()
    target = tmp_path / "ledger.db"
    for page in range(len(whole) // 4096):
        position = page * 4096 + rng.randrange(4096)
        flipped = bytearray(whole)
        flipped[position] ^= 1 << rng.randrange(8)
        target.write_bytes(flipped)
        assert _found(target), f"byte {position}"


def test_every_frame_of_the_wal_is_under_watch(crashed: Path, tmp_path: Path) -> None:
    # SQLite drops a damaged frame and everything behind it without a word: the witness knows better
    rng = random.Random(4)
    size = (crashed / "ledger.db-wal").stat().st_size
    expected = _contents(_copy(crashed, tmp_path / "whole"))
    found = 0
    frames = range(32, size, 4120 * 5)
    for start in (0, *frames):
        path = _copy(crashed, tmp_path / "flipped")
        _flip(path.with_name("ledger.db-wal"), start + rng.randrange(32 if start == 0 else 4120), rng.randrange(8))
        if _found(path):
            found += 1
        else:
            assert _contents(path) == expected, start
    assert found >= len(frames)


def test_a_cut_off_wal_is_noticed_at_the_next_start(crashed: Path, tmp_path: Path, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("facts that were durable are missing")
    path = _copy(crashed, tmp_path)
    had = witness.read(path)
    wal = path.with_name("ledger.db-wal")
    data = wal.read_bytes()
    wal.write_bytes(data[: len(data) - 4120 * 3])
    report = verify(path, KEY)
    assert report.problem is not None
    assert "missing" in report.problem

    clock = ManualClock()
    ledger = open_at(path, clock)
    # the files as they were found are kept, and rights are not used until HQ gave a new epoch
    aside = sorted(tmp_path.glob("ledger.db.short-*-wal"))
    assert [one.read_bytes() for one in aside] == [data[: len(data) - 4120 * 3]]
    assert ledger.run(lambda tx: tx.meta("restored_at")) == str(clock.now)
    last = facts.decode(ledger.run(lambda tx: tx.facts_after(tx.head.epoch, tx.head.seq - 1, 1))[0][1])
    assert had is not None
    assert (last.kind, last.body["seq"], last.body["hash"]) == ("ledger.short", had.seq, had.hash.hex())
    ledger.close()
    assert verify(path, KEY).sound
    open_at(path, clock).close()
    assert len(list(tmp_path.glob("ledger.db.short-*-wal"))) == 1


def test_an_older_file_in_its_place_is_noticed(ledger: SqlLedger, path: Path, allowed_warnings: list[str]) -> None:
    allowed_warnings.append("facts that were durable are missing")
    sell(ledger, "x1", "c1")
    ledger.close()
    old = path.read_bytes()
    ledger = open_at(path)
    sell(ledger, "x2", "c2")
    ledger.close()
    path.write_bytes(old)
    assert not verify(path, KEY).sound
    ledger = open_at(path)
    assert ledger.run(lambda tx: tx.meta("restored_at")) is not None
    ledger.close()


def test_a_witness_that_cannot_be_read_or_written_stops_nothing(
    ledger: SqlLedger, path: Path, allowed_warnings: list[str]
) -> None:
    allowed_warnings.append("witness cannot be written")
    sell(ledger, "x1")
    ledger.close()
    note = witness.path_of(path)
    good = note.read_bytes()
    fields = (
        b"",
        b"x y z",
        b"1 2 3",
        b"-1 2 " + b"a" * 64,
        b"9" * 5_000 + b" 1 " + b"a" * 64,
        b"\xff 1 zz",
        b"1 2 3 4",
    )
    sealed = [one + b" " + hashlib.sha256(one).hexdigest()[:16].encode() + b"\n" for one in fields]
    for data in (b"", b"nonsense", good[:-5], good.replace(b"1", b"2"), good * 3, b"\0" * 10**6, *sealed):
        note.write_bytes(data)
        assert witness.read(path) is None
        assert verify(path, KEY).sound
    note.write_bytes(b"x" * 5_000)
    ledger = open_at(path)
    sell(ledger, "x1b")
    ledger.close()
    assert witness.read(path) is not None  # in the place of all that lay there
    note.unlink()
    note.mkdir()
    ledger = open_at(path)
    sell(ledger, "x2")
    ledger.close()
    assert verify(path, KEY).facts == 4


def test_a_wrong_key_and_a_damaged_first_page_are_clear(ledger: SqlLedger, path: Path, tmp_path: Path) -> None:
    sell(ledger, "x1")
    ledger.close()
    for action in (verify, rebuild):
        with pytest.raises(WrongKey):
            action(path, bytes(32))
    other = tmp_path / "other" / "ledger.db"
    other.parent.mkdir()
    shutil.copyfile(path, other)
    _flip(other, 100, 0)
    with pytest.raises(WrongKey):
        verify(other, KEY)
    with pytest.raises(WrongKey):
        open_at(other)
    other.write_bytes(b"this was never a ledger" * 400)
    with pytest.raises(WrongKey):
        open_at(other)


def test_a_damaged_page_stops_the_opening_or_the_reading(crashed: Path, tmp_path: Path) -> None:
    open_at(_copy(crashed, tmp_path)).close()
    path = tmp_path / "ledger.db"
    for page in range(1, path.stat().st_size // 4096):
        _flip(path, page * 4096 + 50, 0)

    def use() -> None:
        ledger = open_at(path)
        try:
            ledger.run(lambda tx: tx.recent_sales(20))
        finally:
            ledger.close()

    with pytest.raises(LedgerDamaged):
        use()
    assert _found(path)


# --- somebody with the key -------------------------------------------------------------------------------------------


def _execute(*statements: str) -> Callable[[Any], None]:
    def edit(connection: Any) -> None:
        for statement in statements:
            connection.execute(statement)

    return edit


def _swap(connection: Any) -> None:
    connection.execute(f"UPDATE fact SET place = -1 WHERE place = {place(1, 3)}")
    connection.execute(f"UPDATE fact SET place = {place(1, 3)} WHERE place = {place(1, 4)}")
    connection.execute(f"UPDATE fact SET place = {place(1, 4)} WHERE place = -1")


def _rewritten(connection: Any) -> None:
    """A fact changed and its own hash made anew: the next one gives it away."""
    (data,) = connection.execute(f"SELECT bytes FROM fact WHERE place = {place(1, 3)}").fetchone()
    (previous,) = connection.execute(f"SELECT hash FROM fact WHERE place = {place(1, 2)}").fetchone()
    data = data.replace(b'"amount":1000', b'"amount":9000')
    connection.execute(
        f"UPDATE fact SET bytes = ?, hash = ? WHERE place = {place(1, 3)}", (data, facts.link(previous, 3, data))
    )


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (_execute(f"UPDATE fact SET bytes = CAST(bytes AS TEXT) || ' ' WHERE place = {place(1, 3)}"), "fact 3"),
        (_execute(f"UPDATE fact SET hash = zeroblob(32) WHERE place = {place(1, 3)}"), "fact 3"),
        (_execute(f"UPDATE fact SET kind = 'scan.refused' WHERE place = {place(1, 3)}"), "fact 1/3 is filed"),
        (_execute(f"UPDATE fact SET hlc = hlc + 1 WHERE place = {place(1, 3)}"), "fact 1/3 is filed"),
        (_execute(f"DELETE FROM fact WHERE place = {place(1, 3)}"), "fact 3"),
        (_execute(f"DELETE FROM fact WHERE place = {place(1, 1)}"), "fact 1"),
        (_execute(f"UPDATE fact SET place = place + 1 WHERE place = {place(1, 7)}"), "fact 7"),
        (_execute(f"DELETE FROM fact WHERE place = {place(1, 7)}"), "missing"),
        (_execute("DELETE FROM fact"), "the ledger was in epoch 1"),
        (_execute("UPDATE meta SET value = 'd-02' WHERE key = 'device'"), "fact 1"),
        (_execute("UPDATE meta SET value = '9' WHERE key = 'epoch'"), "the ledger was in epoch 9"),
        (_swap, "fact 3"),
        (_rewritten, "fact 4"),
    ],
)
def test_edits_with_the_key_break_the_chain(
    ledger: SqlLedger, path: Path, edit: Callable[[Any], None], words: str
) -> None:
    for number in range(1, 7):
        sell(ledger, f"x{number}", f"c{number}")
    ledger.close()
    connection = raw(path)
    edit(connection)
    connection.close()
    problem = verify(path, KEY).problem
    assert problem is not None
    assert words in problem


def test_the_end_of_an_older_epoch_is_bound_by_the_next(ledger: SqlLedger, path: Path) -> None:
    for number in range(1, 4):
        sell(ledger, f"x{number}", f"c{number}")
    ledger.run(lambda tx: tx.set_meta("acked", "4"))
    ledger.run(lambda tx: tx.begin_epoch(replace(IDENTITY, epoch=2), "restored"))
    ledger.close()
    connection = raw(path)
    connection.execute("BEGIN")
    connection.execute(f"DELETE FROM fact WHERE place = {place(1, 4)}")
    connection.commit()
    problem = verify(path, KEY).problem
    assert problem == "epoch 1 does not end as epoch 2 says it did"
    connection.execute(f"DELETE FROM fact WHERE place < {place(2, 0)}")
    connection.close()
    assert verify(path, KEY).problem == "the epoch before 2 is missing"


def test_a_missing_end_without_a_witness_is_seen_by_what_hq_has(ledger: SqlLedger, path: Path) -> None:
    sell(ledger, "x1", "c1")
    sell(ledger, "x2", "c2")
    ledger.run(lambda tx: tx.set_meta("acked", "3"))
    ledger.close()
    witness.path_of(path).unlink()
    connection = raw(path)
    connection.execute(f"DELETE FROM fact WHERE place = {place(1, 3)}")
    connection.close()
    assert verify(path, KEY).problem == "HQ has 3 facts of epoch 1, the journal ends at 2"


def test_a_missing_end_without_witness_or_acknowledgement_is_seen_by_its_sale(ledger: SqlLedger, path: Path) -> None:
    sell(ledger, "x1", "c1")
    sell(ledger, "x2", "c2")
    ledger.close()
    witness.path_of(path).unlink()
    connection = raw(path)
    connection.execute(f"DELETE FROM fact WHERE place = {place(1, 3)}")
    connection.close()
    # the chain alone cannot tell that something followed
    assert verify(path, KEY).sound
    assert rebuild(path, KEY).differences == {"sale": 1, "sale_key": 1, "coupon_use": 1, "member_fact": 1}


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE sale SET number = 99 WHERE txn = 'x1'", "sale"),
        ("UPDATE sale SET voided_at = 1, void_reason = 'x' WHERE txn = 'x1'", "sale"),
        ("DELETE FROM coupon_use WHERE coupon = 'c2'", "coupon_use"),
        ("UPDATE coupon_use SET value = 1", "coupon_use"),
        ("INSERT INTO coupon_right VALUES ('c9', 5, 1)", "coupon_right"),
        ("DELETE FROM member_fact WHERE place > 0", "member_fact"),
        ("INSERT INTO shared VALUES ('|stock:c/mug', 5)", "shared"),
        ("INSERT INTO pin_failure VALUES ('s-1', 1, 1)", "pin_failure"),
        ("INSERT INTO op VALUES ('o', 'c', 'x', 1, NULL)", "op"),
    ],
)
def test_edited_state_does_not_survive_a_rebuild(ledger: SqlLedger, path: Path, statement: str, table: str) -> None:
    sell(ledger, "x1", "c1")
    sell(ledger, "x2", "c2")
    connection = raw(path)
    connection.execute(statement)
    connection.close()
    assert set(rebuild(path, KEY).differences) == {table}
    assert len(facts_in(path)) == 3


def test_rebuild_equals_after_any_history(tmp_path: Path) -> None:
    for seed in range(8):
        path = tmp_path / str(seed) / "ledger.db"
        clock = ManualClock()
        ledger = enrolled(path, clock)
        for part in range(3):
            live(ledger, clock, random.Random(f"{seed}/{part}"), 60)
            ledger.close()
            clock.reboot()
            ledger = open_at(path, clock)
        assert rebuild(path, KEY).differences == {}
        report = verify(path, KEY)
        assert report.sound, report.problem
        assert report.head == ledger.head.hash.hex()
        ledger.close()


def test_checks_read_while_the_ledger_is_written(path: Path) -> None:
    ledger = enrolled(path, threaded=True)
    stop = threading.Event()

    def sell_on() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            sell(ledger, f"x{number}", f"c{number}")

    seller = threading.Thread(target=sell_on)
    seller.start()
    try:
        for _ in range(10):
            report = verify(path, KEY)
            assert report.sound, report.problem
            assert rebuild(path, KEY).differences == {}
    finally:
        stop.set()
        seller.join()
        ledger.close()
