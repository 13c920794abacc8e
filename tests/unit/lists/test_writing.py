"""Tables that go out: nothing in them runs, and what went out comes in again."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from kiosk.adapters.lists.reading import read_book
from kiosk.adapters.lists.writing import write_csv, write_xlsx, xlsx_bytes
from kiosk.domain.lists.tables import OutTable, harmless
from kiosk.domain.lists.understand import understand

EVIL = ("=1+1", "+886912345678", "-2", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "＝1", "%0A", "|x")


def test_formulas_are_texts_in_both(tmp_path: Path) -> None:
    table = OutTable("得獎", ("姓名", "備註"), [(one, one) for one in EVIL])
    write_csv(tmp_path / "a.csv", table)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in list(csv.reader(file))[1:]:
            assert all(cell.startswith("'") for cell in row)
    data = xlsx_bytes([table])
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
        assert b"<f" not in sheet
        assert b"hyperlink" not in sheet


@given(st.text())
def test_no_text_begins_as_a_formula(text: str) -> None:
    made = harmless(text)
    assert not made.lstrip(" \u3000\ufeff\u200b").startswith(
        ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
    )


def test_a_workbook_has_numbers_days_and_texts(tmp_path: Path) -> None:
    at = datetime(2026, 11, 29, 4, 5, 6, tzinfo=UTC)
    rows = [("王明", 20000, date(2026, 11, 30), at, None, True, "=x"), ("\x00\ud800壞", 0, None, None, "", False, "")]
    write_xlsx(
        tmp_path / "a.xlsx",
        [OutTable("a/b:c", ("名", "額", "日", "時", "空", "勾", "式"), rows), OutTable("A b c", ("x",), [])],
    )
    book = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx"))
    assert book.sheet_names == ["a b c", "A b c 2"]
    read = book.get_sheet_by_index(0).to_python()
    assert read[1] == ["王明", 20000.0, date(2026, 11, 30), at.replace(tzinfo=None), "", True, "=x"]
    assert read[2][0] == "壞"


def test_what_went_out_comes_in_again(tmp_path: Path) -> None:
    table = OutTable("名單", ("姓名", "手機"), [("王明", "+886912345678"), ("=陳", "+886987654321")])
    write_csv(tmp_path / "a.csv", table)
    write_xlsx(tmp_path / "a.xlsx", [table])
    for name in ("a.csv", "a.xlsx"):
        read = understand(read_book(tmp_path / name))
        assert [one.phone for one in read.guests] == ["+886912345678", "+886987654321"]
