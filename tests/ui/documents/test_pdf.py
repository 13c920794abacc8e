"""Documents as PDF: sizes, fonts, sheets that are cut up."""

from __future__ import annotations

import re
import sys
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.documents.blocks import Document, PageBreak, Qr, Text
from kiosk.domain.documents.paper import A4, A5, BADGE, CARD, PAPERS, ROLL_80, SHELF, Paper
from kiosk.ui.documents.pdf import Imposition, impose, part_of, pdf_bytes, write_pdf, write_sheet
from tests.ui.documents.samples import document, everything

pytestmark = pytest.mark.usefixtures("qapp")


def sizes(data: bytes) -> list[tuple[float, float]]:
    """Millimetres of each page."""
    found = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    return [(float(width) / 72 * 25.4, float(height) / 72 * 25.4) for width, height in found]


def streams(data: bytes) -> Iterator[bytes]:
    """What is drawn, as text."""
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            yield zlib.decompress(found[1])
        except zlib.error:
            continue


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_page_is_as_large_as_its_paper(paper: Paper) -> None:
    for width, height in sizes(pdf_bytes(everything(), paper)):
        assert width == pytest.approx(paper.width, abs=0.4)
        assert paper.height is None or height == pytest.approx(paper.height, abs=0.4)


def test_a_part_between_cuts_of_a_roll_is_a_page_of_its_own_length() -> None:
    found = sizes(pdf_bytes(document(Text("1"), PageBreak(), *[Text("2")] * 9), ROLL_80))
    assert len(found) == 2
    assert found[1][1] > 2 * found[0][1]


@pytest.mark.parametrize(("language", "family"), [("zh_TW", "tc"), ("zh_CN", "sc"), ("en", "tc")])
def test_fonts_are_inside(language: str, family: str) -> None:
    data = pdf_bytes(document(Text("會員 Member", bold=True), Text("小票"), language=language), A4)
    fonts = re.findall(rb"/BaseFont /([\w+-]+)", data)
    assert fonts
    assert data.count(b"/FontFile") == len(set(fonts))
    assert all(f"CJK{family}".encode() in font for font in fonts)


def test_a_pdf_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"before")
    with pytest.raises(OSError):
        write_pdf(document(Text("x")), A4, tmp_path / "taken" / "1.pdf")
    with pytest.raises(OSError):
        write_sheet([document(Text("x"))], CARD, A4, tmp_path / "taken" / "1.pdf")
    assert (tmp_path / "taken").read_bytes() == b"before"


def many(count: int) -> Iterator[Document]:
    for at in range(count):
        yield document(Text(f"券 {at}"), Qr(f"KC1:{at:04}", mm=15))


def test_pieces_fill_sheets_and_each_is_told(tmp_path: Path) -> None:
    path, told = tmp_path / "new" / "coupons.pdf", list[int]()
    assert write_sheet(many(25), BADGE, A4, path, title="券", done=told.append) == 3
    assert told == list(range(1, 26))
    data = path.read_bytes()
    assert len(sizes(data)) == 3
    assert [file.name for file in path.parent.iterdir()] == ["coupons.pdf"]
    # each symbol is one shape of many squares
    drawn = b"".join(streams(data))
    assert len(re.findall(rb"(?:[\d .-]+ re\n){40,}f", drawn)) == 25


def test_a_sheet_that_is_given_up_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "coupons.pdf"
    path.write_bytes(b"before")
    told = list[int]()
    assert write_sheet(many(10_000), BADGE, A4, path, done=told.append, cancelled=lambda: len(told) == 7) is None
    assert told == list(range(1, 8))
    assert [file.name for file in tmp_path.iterdir()] == ["coupons.pdf"]
    assert path.read_bytes() == b"before"


def test_a_document_that_cannot_be_made_leaves_no_file(tmp_path: Path) -> None:
    def broken() -> Iterator[Document]:
        yield document(Text("x"))
        raise LookupError

    with pytest.raises(LookupError):
        write_sheet(broken(), BADGE, A4, tmp_path / "coupons.pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a process stands in for a full disk there")
@pytest.mark.parametrize("limit", [0, 3_000, 20_000])
def test_a_full_disk_is_told_and_leaves_no_file(tmp_path: Path, limit: int) -> None:
    import resource

    path = tmp_path / "coupons.pdf"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(OSError):
            write_sheet(many(120), BADGE, A4, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list(tmp_path.iterdir())


def test_sheets_are_written_on_any_thread(tmp_path: Path) -> None:
    made: list[int | None] = []
    paths = [tmp_path / f"{at}.pdf" for at in range(3)]
    threads = [
        threading.Thread(target=lambda path=path: made.append(write_sheet(many(12), BADGE, A4, path))) for path in paths
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [2, 2, 2]


@pytest.mark.parametrize(
    ("piece", "sheet", "count"),
    [(CARD, A4, 4), (BADGE, A4, 10), (SHELF, A4, 21), (A5, A4, 2), (A4, A4, 1), (part_of(A4, 3, 3), A4, 9)],
)
def test_as_many_pieces_as_fit(piece: Paper, sheet: Paper, count: int) -> None:
    plan = impose(piece, sheet)
    assert plan.count == count
    corners = [plan.corner(at) for at in range(count)]
    assert len(set(corners)) == count
    assert piece.height is not None
    for x, y in corners:
        assert -0.6 <= x <= plan.width - piece.width + 0.6
        assert -0.6 <= y <= plan.height - piece.height + 0.6


def test_what_cannot_be_cut_out_of_a_sheet_is_said() -> None:
    for piece, sheet in ((ROLL_80, A4), (CARD, ROLL_80), (A4, A5)):
        with pytest.raises(ValueError):
            impose(piece, sheet)
    with pytest.raises(ValueError):
        part_of(ROLL_80, 2, 2)
    assert Imposition(CARD, 2, 2, 297, 210).corner(3) == pytest.approx((148.5, 105))
