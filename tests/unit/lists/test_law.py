"""Whatever people write and however it was saved, the same people come out."""

from __future__ import annotations

import csv
import io
import string
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.lists.reading import read_book
from kiosk.adapters.lists.texts import read_text
from kiosk.adapters.lists.workbooks import read_workbook
from kiosk.domain.lists.book import UnreadableList
from kiosk.domain.lists.understand import understand
from kiosk.domain.registration.phones import read_phone
from tests.unit.lists.sheets import said, workbook

TRADITIONAL = "王陳林黃張李吳劉蔡楊明珊玲宇翰君雅婷俊傑怡佩詩淑"
SIMPLIFIED = "王陈林黄张李吴刘蔡杨明珊玲宇翰君雅婷俊杰怡佩诗淑"
HEADINGS = {
    "big5": ("姓名", "手機", "攜伴人數", "桌次"),
    "gb18030": ("姓名", "手机", "携伴人数", "桌号"),
    "utf-8": ("Name 姓名", "電話 Tel", "Plus ones", "Table"),
    "utf-8-sig": ("來賓姓名(必填)", "聯絡電話", "同行人數", "座位"),
    "utf-16": ("Name", "Mobile phone", "+1", "Seat"),
}
PHONES = (
    lambda n: f"09{n:08d}",
    lambda n: f"+8869{n:08d}",
    lambda n: f"09{n:08d}"[:4] + "-" + f"09{n:08d}"[4:7] + "-" + f"09{n:08d}"[7:],
    lambda n: f"9{n:08d}",
    lambda n: f"'+8869{n:08d}",
    lambda n: f"09{n:08d}".translate(str.maketrans(string.digits, "０１２３４５６７８９")),
)

WRITTEN = st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\t\r\n")
"""What may stand in a cell; a short file full of other control characters is no list, and is refused."""


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, list[tuple[str, str, int, str, bool]], list[list[str]]]:
    encoding = draw(st.sampled_from(sorted(HEADINGS)))
    letters = SIMPLIFIED if encoding == "gb18030" else TRADITIONAL
    names = draw(st.lists(st.text(letters, min_size=2, max_size=4), min_size=3, max_size=12, unique=True))
    start = draw(st.integers(10_000_000, 69_999_000))
    meant, rows = [], []
    for at, name in enumerate(names):
        number = start + at
        e164 = read_phone(f"09{number:08d}", "TW").e164
        more = draw(st.sampled_from([0, 0, 1, 2]))
        table = draw(st.sampled_from(["", "主桌", "A-1", "12"]))
        written = draw(st.sampled_from([str(more)] if more else ["0", "", "無"]))
        meant.append((name, e164, more, table, False))
        how = draw(st.sampled_from(PHONES))
        phone = how(number)
        if encoding == "big5" and not phone.isascii():
            phone = f"09{number:08d}"
        rows.append([name, phone, written, table])
    order = draw(st.permutations(range(4)))
    heads = list(HEADINGS[encoding])
    table_rows = [[heads[at] for at in order], *([row[at] for at in order] for row in rows)]
    title = draw(st.booleans())
    if title:
        table_rows = [["體驗日名單" if encoding != "gb18030" else "体验日名单", "", "", ""], *table_rows]
    return encoding, meant, table_rows


@settings(max_examples=60)
@given(made=lists(), separator=st.sampled_from(",;\t|"), ends=st.sampled_from(["\n", "\r\n", "\r"]))
def test_the_same_people_come_out_of_any_text(
    made: tuple[str, list[tuple[str, str, int, str, bool]], list[list[str]]], separator: str, ends: str
) -> None:
    encoding, meant, rows = made
    text = ends.join(separator.join(row) for row in rows) + ends
    read = understand(read_text(text.encode(encoding)))
    assert said(read) == meant
    assert not read.left_out


@settings(max_examples=15)
@given(made=lists())
def test_the_same_people_come_out_of_a_workbook(
    made: tuple[str, list[tuple[str, str, int, str, bool]], list[list[str]]],
) -> None:
    _, meant, rows = made
    numbers = [[int(cell) if cell.isdigit() and cell.isascii() else cell for cell in row] for row in rows]
    assert said(understand(read_workbook(workbook(("名單", numbers))))) == meant


@settings(max_examples=80)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_list_or_are_refused(data: bytes) -> None:
    try:
        read = understand(read_text(data))
    except UnreadableList:
        return
    assert all(one.name or one.phone or one.email or one.code or one.member for one in read.guests)


@settings(max_examples=40)
@given(st.lists(st.lists(st.text(WRITTEN, max_size=6), max_size=4), max_size=8))
def test_each_row_is_taken_or_left_out_with_a_reason(rows: list[list[str]]) -> None:
    """Under headings, nothing vanishes: a row with anything in it is a guest or has a reason."""
    table = [["姓名", "手機", "備註"], *([one.replace("\0", "") for one in row] for row in rows)]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    data = text.getvalue().encode("utf-8", "replace")
    book = read_text(data)
    try:
        read = understand(book)
    except UnreadableList:
        return
    filled = [at for at, row in enumerate(book.sheets[0].rows(), 1) if any(str(cell).strip() for cell in row)]
    seen = {one.row for one in read.guests} | {one.row for one in read.left_out} | {read.sheets[0].heading_row}
    assert set(filled) <= seen | set(range(1, read.sheets[0].heading_row + 1))


def test_a_file_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "list.xls"
    file.write_bytes("姓名\t手機\n王明\t0912345678\n".encode("utf-16"))
    assert [one.name for one in understand(read_book(file)).guests] == ["王明"]
