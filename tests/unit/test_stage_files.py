"""Lists that are read for a draw before a room, and what is written after it."""

from __future__ import annotations

from pathlib import Path

from kiosk.stage_files import read_people, save_published


def test_a_list_with_duplicates_and_blanks_in_an_offices_encoding(tmp_path: Path) -> None:
    file = tmp_path / "guests.csv"
    rows = ("姓名,電話,抽獎券", "王小明,0912345678,2", ",,", "王小明,0912345678,2", "林志同,0922333444,1", "")
    file.write_bytes("\r\n".join(rows).encode("big5"))

    read = read_people(file, "TWD")

    assert not read.trouble
    assert [(one.name, one.phone) for one in read.people] == [
        ("王小明", "+886912345678"),
        ("林志同", "+886922333444"),
    ]
    assert read.people[0].tickets >= 2


def test_what_is_no_list_says_so(tmp_path: Path) -> None:
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    assert read_people(picture, "TWD").trouble
    assert read_people(tmp_path / "gone.xlsx", "TWD").trouble


def test_the_file_and_the_page_that_checks_it_lie_side_by_side(tmp_path: Path) -> None:
    saved = save_published(tmp_path / "draws", "draw-local-d-1.json", b"{}")
    assert saved.read_bytes() == b"{}"
    assert (tmp_path / "draws" / "verify-draw.html").stat().st_size > 10_000
