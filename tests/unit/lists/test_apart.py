"""A file is read in a process of its own: whatever that does, whoever asked goes on, and hears why there is nothing."""

from __future__ import annotations

import os
import struct
import sys
import threading
import zlib
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.lists import wire
from kiosk.adapters.lists.apart import MOST_ROOM, read_book_apart, reader, room
from kiosk.adapters.lists.reading import read_book
from kiosk.domain.lists.book import Book, Row, Sheet, Trouble, UnreadableList
from kiosk.domain.lists.understand import understand
from kiosk.domain.progress import Cancelled
from tests.unit.lists.sheets import workbook

CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=[])),
    st.dates(),
    st.times().map(lambda one: one.replace(fold=0)),
    st.datetimes().map(lambda one: one.replace(fold=0)),
    st.datetimes(timezones=st.just(UTC)).map(lambda one: one.replace(fold=0)),
    st.timedeltas(),
)
PLACES = st.integers(0, 1 << 20)


@st.composite
def books(draw: st.DrawFn) -> Book:
    def sheet(rows: list[list[object]]) -> Sheet:
        return Sheet(
            draw(st.text(max_size=31)),
            lambda: iter(rows),  # type: ignore[arg-type]
            len(rows),
            tuple(draw(st.lists(st.tuples(PLACES, PLACES, PLACES, PLACES), max_size=3))),
            draw(st.booleans()),
            frozenset(draw(st.lists(st.tuples(PLACES, PLACES), max_size=3))),
            frozenset(draw(st.lists(PLACES, max_size=3))),
        )

    sheets = draw(st.lists(st.lists(st.lists(CELLS, max_size=5), max_size=4), max_size=3))
    kind, encoding = draw(st.sampled_from(["xlsx", "csv"])), draw(st.sampled_from(["", "big5"]))
    return Book(kind, tuple(map(sheet, sheets)), encoding, draw(st.sampled_from(["", "\t"])), draw(st.integers(0, 9)))


def parted(lines: list[bytes]) -> Book:
    sheets: list[list[bytes]] = [[]]
    for line in lines[1:]:
        if line == wire.NO_MORE:
            sheets.append([])
        elif line != wire.END:
            sheets[-1].append(zlib.compress(line))
    return wire.book_of(lines[0], sheets[:-1], zlib.decompress)


def held(book: Book) -> tuple[object, ...]:
    sheets = [
        (one.name, one.height, one.merged, one.hidden, one.unsaved, one.hidden_rows, repr(list(one.rows())))
        for one in book.sheets
    ]
    return book.kind, book.encoding, book.separator, book.broken_characters, sheets


@settings(max_examples=40)
@given(book=books())
def test_a_file_is_the_same_at_the_other_end(book: Book) -> None:
    lines = list(wire.lines(book))
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 and line[:1] in b'{["n' for line in lines)
    assert held(parted(lines)) == held(book)


def test_long_sheets_come_in_pieces() -> None:
    rows: list[Row] = [(number, "x") for number in range(wire.AT_ONCE * 2 + 1)]
    lines = list(wire.lines(Book("csv", (Sheet("", lambda: iter(rows), len(rows)),))))
    assert len(lines) == 1 + 3 + 1 + 1
    assert [tuple(row) for row in parted(lines).sheets[0].rows()] == rows


def test_the_program_reads_as_it_would_itself(tmp_path: Path) -> None:
    made = tmp_path / "名單 ü.xlsx"
    rows = [
        ("姓名", "手機", "日期", "時間"),
        ("王小明", 912345678.0, date(2026, 12, 5), time(18, 30)),
        ("李大華", "0922000111", datetime.fromisoformat("2026-12-05T18:30"), timedelta(hours=30)),
    ]
    made.write_bytes(workbook(("名單", rows)))
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        seen.append((done, total))
        return True

    book = read_book_apart(made, progress)
    assert held(book) == held(read_book(made))
    assert [one.name for one in understand(book).guests] == ["王小明", "李大華"]
    assert {*seen} == {(0, 0)}


def test_what_cannot_be_opened_is_said_here(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_book_apart(tmp_path / "gone.xlsx")


def test_why_nothing_can_be_read_comes_over(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    with pytest.raises(UnreadableList) as caught:
        read_book_apart(empty)
    assert caught.value.trouble is Trouble.EMPTY


HEAD = 'print(\'{"kind":"csv","encoding":"","separator":"","broken":0,"sheets":[{"name":"","height":1,"merged":[],'
HEAD += '"hidden":false,"unsaved":[],"hidden_rows":[]}]}\', flush=True);'
READERS = {
    "says nothing and ends": ("", Trouble.DAMAGED),
    "fails": ("raise SystemExit(3)", Trouble.DAMAGED),
    "is killed": ("import os; os.abort()", Trouble.DAMAGED),
    "wants more than there is, of a small file": ("print('memory allocation of 9 bytes failed')", Trouble.DAMAGED),
    "talks": ("print('Warning: x'); print('[1]')", Trouble.DAMAGED),
    "says what is no file": ("print('{}')", Trouble.DAMAGED),
    "dies within a sheet": (HEAD + "print('[[1]]')", Trouble.DAMAGED),
    "dies between sheets": (HEAD + "print('[[1]]'); print('null')", Trouble.DAMAGED),
    "ends too early": (HEAD + "print('\"end\"')", Trouble.DAMAGED),
    "goes round and round": ("while True: pass", Trouble.TOO_SLOW),
    "goes round within a sheet": (HEAD + "\nwhile True: pass", Trouble.TOO_SLOW),
}


@pytest.mark.parametrize("does", READERS)
def test_a_reader_may_do_what_it_likes(does: str, tmp_path: Path) -> None:
    script, trouble = READERS[does]
    file = tmp_path / "list.xls"
    file.write_bytes(b"x")
    # time enough for who ends by themselves, and none that is waited for else
    silence = 0.3 if trouble is Trouble.TOO_SLOW else 60.0
    with pytest.raises(UnreadableList) as caught:
        read_book_apart(file, command=[sys.executable, "-I", "-S", "-c", script], silence_s=silence)
    assert caught.value.trouble is trouble


def test_whoever_waits_can_stop_it_and_nothing_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "list.xls"
    file.write_bytes(b"x")
    told = tmp_path / "pid"
    script = f"import os; open({str(told)!r}, 'w', encoding='utf-8').write(str(os.getpid()))\nwhile True: pass"
    before = threading.active_count()
    with pytest.raises(Cancelled):
        read_book_apart(
            file,
            lambda _done, _total: not (told.exists() and told.read_text("utf-8")),
            command=[sys.executable, "-I", "-S", "-c", script],
        )
    assert threading.active_count() == before
    if os.name != "nt":
        with pytest.raises(ProcessLookupError):
            os.kill(int(told.read_text("utf-8")), 0)


def in_circles() -> bytes:
    """An old workbook whose file says that its sheets' sectors follow each other in a circle."""
    none, end = 0xFFFFFFFF, 0xFFFFFFFE
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0"))
    struct.pack_into("<5H", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<2I", head, 44, 1, 1)
    struct.pack_into("<5I", head, 56, 4096, end, 0, end, 0)
    struct.pack_into("<109I", head, 76, 0, *[none] * 108)

    def entry(name: str, kind: int, start: int, size: int, child: int = none) -> bytes:
        made, said = bytearray(128), name.encode("utf-16-le") + b"\0\0"
        made[: len(said)] = said
        struct.pack_into("<HBB3I", made, 64, len(said), kind, 1, none, none, child)
        struct.pack_into("<IQ", made, 116, start, size)
        return bytes(made)

    sectors = struct.pack("<128I", 0xFFFFFFFD, end, 3, 2, *[none] * 124)
    folder = entry("Root Entry", 5, end, 0, 1) + entry("Workbook", 2, 2, 100_000)
    # the folder's own chain ends nowhere: the library follows it for ever
    sectors = sectors[:4] + struct.pack("<I", 1) + sectors[8:]
    return bytes(head) + sectors + folder.ljust(512, b"\0") + bytes(1024)


@pytest.mark.skipif(os.name == "nt", reason="its parent holds its memory there, when it has begun")
def test_a_file_that_leads_the_library_in_circles_is_a_damaged_one(tmp_path: Path) -> None:
    file = tmp_path / "old.xls"
    file.write_bytes(in_circles())
    with pytest.raises(UnreadableList) as caught:
        read_book_apart(file, command=reader(file, 300 << 20))
    assert caught.value.trouble is Trouble.DAMAGED


def test_room_grows_with_the_file_and_ends() -> None:
    sizes = [0, 1, 1 << 20, 50 << 20, 200 << 20]
    rooms = [room(size) for size in sizes]
    assert rooms == sorted(rooms)
    assert rooms[0] >= 1 << 30
    assert rooms[-1] == MOST_ROOM
