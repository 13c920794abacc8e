"""Documents as ESC/POS: a strict printer reads them to the end, and what it prints is what the document says."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.adapters.printing.columns import cleaned
from kiosk.adapters.printing.escpos import EscPosRenderer, plainly, unobeyed
from kiosk.adapters.printing.plain_text import flat
from kiosk.application.ports.printing import Dots
from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Barcode,
    Column,
    Document,
    DocumentKind,
    Field,
    PageBreak,
    Pair,
    Picture,
    Qr,
    Rule,
    Size,
    Space,
    Table,
    Text,
    Ticks,
)
from kiosk.domain.documents.paper import ROLL_58, ROLL_80, Paper, paper_named
from kiosk.domain.documents.printers import CodePage, Language, Printer
from tests.shared.printing.documents import DOCUMENTS, ODD_TEXTS
from tests.shared.printing.escpos import Ink, Printout, printed
from tests.shared.printing.painter import HIGH, PatternPainter, dots, pattern

PRINTER = Printer("p-1", "Receipts", Language.ESCPOS, "tcp://printer", ROLL_80.name)
PAGES = {CodePage.PICTURE: "", CodePage.GB18030: "gb18030", CodePage.BIG5: "big5"}


def document(*blocks: AnyBlock, drawer: bool = False) -> Document:
    return Document(DocumentKind.RECEIPT, "zh_TW", "Receipt", blocks, drawer=drawer)


def output(*blocks: AnyBlock, printer: Printer = PRINTER, drawer: bool = False) -> Printout:
    paper = paper_named(printer.paper)
    assert paper is not None
    data = EscPosRenderer(printer, paper, PatternPainter()).render(document(*blocks, drawer=drawer))
    return printed(data, 576 if paper is ROLL_80 else 384, PAGES[printer.code_page])


def alike(image: Ink, painted: Ink) -> bool:
    """Whether a paper holds nothing but a picture, and all of it; of noise a dot or two more (`unobeyed`)."""
    used = np.flatnonzero(image.any(axis=1))
    image = image[used[0] : used[-1] + 1]
    return image.shape == painted.shape and not (painted & ~image).any() and int((image ^ painted).sum()) <= 20


def test_latin_goes_as_characters_in_its_place() -> None:
    out = output(
        Text("Flagship Store", Size.HUGE, bold=True, align=Align.CENTRE),
        Rule(),
        Pair("To pay", "NT$379", Size.LARGE),
        Text("Copy 2", inverse=True, align=Align.CENTRE),
        Space(4),
        Text("Thank you", align=Align.RIGHT),
    )
    assert not out.pictures
    name, rule, pay, copy, thanks = out.texts
    assert (name.text, name.wide, name.high, name.bold) == ("     Flagship Store", 2, 2, True)
    assert (rule.text, pay.high, pay.wide, pay.bold) == ("-" * 48, 2, 1, False)
    assert pay.text == "To pay" + " " * 36 + "NT$379"
    assert (copy.text.strip(), len(copy.text), copy.inverse) == ("Copy 2", 48, True)
    assert (thanks.text, thanks.inverse) == (" " * 39 + "Thank you", False)
    assert (copy.high, thanks.y - copy.y) == (2, 54 + 32)
    assert out.cuts == [(out.height, True)]


def test_chinese_is_painted_where_the_printer_has_none() -> None:
    chinese = Pair("應收", "NT$379")
    out = output(Text("Store 7"), chinese, Text("Thank you"))
    assert [text.text for text in out.texts] == ["Store 7", "Thank you"]
    assert alike(out.image(), pattern(chinese, 576))
    (at, high), (first, last) = out.pictures[0], out.texts
    assert first.y < at < at + high <= last.y


@pytest.mark.parametrize(
    ("page", "text"),
    [(CodePage.GB18030, "应收：￥379（含税）"), (CodePage.BIG5, "應收：ＮＴ＄３７９含稅")],
)
def test_chinese_is_written_where_the_printer_has_it(page: CodePage, text: str) -> None:
    out = output(Text(text, Size.HUGE), Pair("會員" if page is CodePage.BIG5 else "会员", "1"), printer=with_page(page))
    assert out.texts[0].text == text
    assert out.texts[1].text.endswith(" " * 43 + "1")
    assert not out.pictures


def with_page(page: CodePage) -> Printer:
    return replace(PRINTER, code_page=page)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (CodePage.GB18030, "王㐂"),  # four bytes
        (CodePage.GB18030, "𠮷野家"),
        (CodePage.GB18030, "café"),
        (CodePage.GB18030, "Привет"),
        (CodePage.GB18030, "🎉"),
        (CodePage.BIG5, "简体"),
        (CodePage.BIG5, "堃喆龘"),
        (CodePage.PICTURE, "收據"),
        *((page, text) for page in CodePage for text in ODD_TEXTS[3:7]),
    ],
)
def test_what_a_code_page_lacks_is_painted(page: CodePage, text: str) -> None:
    painter = PatternPainter()
    block = Text(text)
    data = EscPosRenderer(with_page(page), ROLL_80, painter).render(document(block))
    out = printed(data, code_page=PAGES[page])
    assert painter.painted == [block]
    assert not out.texts
    assert alike(out.image(), pattern(block, 576))


def test_the_sign_of_the_yuan_is_one_that_code_pages_have() -> None:
    table = Table((Column("What"), Column("¥", count=True)), (("茶", "¥12"),))
    out = output(Pair("应收", "¥88.00"), table, printer=with_page(CodePage.GB18030))
    assert not out.pictures
    assert out.texts[0].text.endswith("￥88.00")
    assert all(text.dots <= 576 for text in out.texts)


@pytest.mark.parametrize("page", CodePage)
def test_signs_of_latin_texts_are_plainer_rather_than_painted(page: CodePage) -> None:
    out = output(Text("Members’ day – 5 % off…"), Pair("・ 2 × “A”", "−5"), printer=with_page(page))
    assert out.texts[0].text == "Members' day - 5 % off..."
    assert out.texts[1].text.startswith('* 2 x "A"')
    chinese = output(Text("「會員」…—"), printer=with_page(CodePage.BIG5))
    assert chinese.texts[0].text == "「會員」…—"


def test_room_is_left_as_wide_as_it_is_said() -> None:
    first, second, third = output(Text("a"), Space(3), Text("b"), Space(60), Text("c"), Space(0)).texts
    assert second.y - first.y == 30 + 24
    assert third.y - second.y == 30 + 480


def test_tables_stand_in_columns_and_become_pairs_where_they_are_too_wide() -> None:
    columns = (Column("Coupon", 3), Column("Off", 1, count=True))
    out = output(Table(columns, (("Gold day", "-23"), ("Over 400 less 60, whatever you buy today", "-60"))))
    assert [text.text for text in out.texts] == [
        "Coupon" + " " * 39 + "Off",
        "-" * 48,
        "Gold day" + " " * 37 + "-23",
        "Over 400 less 60, whatever you buy" + " " * 11 + "-60",
        "today",
    ]
    narrow = output(
        Table(tuple(Column(f"Heading {n}") for n in range(6)), (tuple("abcdef"),)),
        printer=replace(PRINTER, paper=ROLL_58.name),
    )
    assert narrow.texts[0].text == "Heading 0" + " " * 22 + "a"
    assert len(narrow.texts) == 7


@pytest.mark.parametrize(
    "block", [Field("Signature"), Ticks("Paid?", ("yes", "no")), Table((Column("Name"),), (), tall=True)]
)
def test_what_is_written_on_by_hand_is_painted_with_room(block: AnyBlock) -> None:
    out = output(block)
    assert out.pictures == [(0, HIGH)]


@pytest.mark.parametrize("mm", [10, 26, 60, 200])
@pytest.mark.parametrize("align", Align)
def test_a_qr_symbol_is_the_printer_s_own(mm: int, align: Align) -> None:
    code = "KC1:ABCDEFGH1234567890" * 2
    out = output(Text("before"), Qr(code, "Scan me", mm=mm, readable="ABCD-1234", align=align))
    if mm == 10:  # too small for modules of three dots
        assert out.pictures == [(30, HIGH)]
        return
    assert out.codes == [code]
    (at, high), caption = out.pictures[0], out.texts[1]
    assert high <= mm * 8
    assert caption.text.strip() == "Scan me"
    image = out.image()
    quiet = 4 * 3
    assert not image[at - quiet : at].any()
    assert caption.y - (at + high) >= quiet
    columns = np.flatnonzero(image.any(axis=0))
    free = columns[0], 575 - columns[-1]
    assert {Align.LEFT: free[0] == 0, Align.CENTRE: abs(free[0] - free[1]) <= 1, Align.RIGHT: free[1] == 0}[align]
    framed = np.pad(np.where(image, 0, 255).astype(np.uint8), 40, constant_values=255)
    assert [found.text for found in zxingcpp.read_barcodes(framed)] == [code]


@pytest.mark.parametrize("code", ["收據一", "a\x10\x14\x01\x00\x08b", "x" * 2_500, "é"])
def test_a_qr_symbol_that_a_printer_might_misread_is_painted(code: str) -> None:
    qr = Qr(code)
    assert alike(output(qr).image(), pattern(qr, 576))


@pytest.mark.parametrize("code", ["A-1000482", "{B{{}~ !", "12345678901234567890"])
def test_a_barcode_is_the_printer_s_own(code: str) -> None:
    out = output(Barcode(code))
    assert out.codes == [code]
    assert out.pictures[0][1] == 96
    assert out.texts[0].text == code
    framed = np.pad(np.where(out.image(), 0, 255).astype(np.uint8), 40, constant_values=255)
    assert [found.text for found in zxingcpp.read_barcodes(framed)] == [code]


@pytest.mark.parametrize("code", ["", "B" * 30, "é", "A\nB"])
def test_a_barcode_that_does_not_fit_is_painted(code: str) -> None:
    barcode = Barcode(code)
    assert alike(output(barcode).image(), pattern(barcode, 576))


def test_names_that_shall_be_large_are_as_large_as_they_fit() -> None:
    short, middle, long = output(Text("Ann", fit=True), Text("x" * 20, fit=True), Text("x" * 50, fit=True)).texts[:3]
    assert (short.wide, middle.wide, long.wide) == (4, 2, 1)


def test_pages_are_cut_apart_and_torn_where_nothing_cuts() -> None:
    assert [full for _, full in output(Text("a"), PageBreak(), Text("b")).cuts] == [False, True]
    torn = output(Text("a"), PageBreak(), Text("b"), printer=replace(PRINTER, cuts=False))
    assert torn.cuts == []
    assert torn.height - torn.texts[-1].y >= 6 * 30


def test_the_drawer_opens_once_with_what_opens_it_where_there_is_one() -> None:
    with_drawer = replace(PRINTER, drawer=True)
    assert output(Text("a"), printer=with_drawer, drawer=True).drawer == 1
    assert output(Text("a"), printer=with_drawer).drawer == 0
    assert output(Text("a"), drawer=True).drawer == 0


def test_moving_right_loses_nothing() -> None:
    out = output(Text("x" * 48), Picture(b"", 20), printer=replace(PRINTER, left=20, top=10))
    assert [len(text.text) for text in out.texts] == [46, 2]
    assert {text.x for text in out.texts} == {16}
    assert out.texts[0].y == 8
    assert alike(out.image()[:, 16:], pattern(Picture(b"", 20), 560))
    moved_left = output(Text("x" * 48), printer=replace(PRINTER, left=-20, top=-10))
    assert (moved_left.texts[0].x, moved_left.texts[0].y) == (0, 0)


def test_long_pictures_come_in_bands_without_a_seam() -> None:
    blocks = tuple(Picture(bytes([n]), 20) for n in range(40))
    out = output(*blocks)
    assert len(out.pictures) == 4
    assert all(at + high == following for (at, high), (following, _) in pairwise(out.pictures))
    whole = np.concatenate([pattern(block, 576) for block in blocks])
    assert alike(out.image(), whole)


OBEYED = [b"\x10\x04\x01", b"\x10\x14\x01\x00\x08", b"\x10\x05\x02", b"\x10\x10\x14"]


@given(st.binary(max_size=300), st.sampled_from(OBEYED))
def test_no_picture_holds_what_a_printer_obeys_at_once(around: bytes, planted: bytes) -> None:
    before = around + planted + around
    data = unobeyed(before)
    assert not re.search(rb"\x10[\x04\x05\x14]", data)
    assert all(new ^ old in (0, 8) and new & old == old for new, old in zip(data, before, strict=True))


def test_the_dot_more_is_never_beyond_the_paper() -> None:
    """A row whose last byte is printed in part, and whose first byte would make a command of it."""
    ink = np.zeros((3, 532), bool)
    ink[:, 531] = ink[:, 5] = True
    printer = replace(PRINTER, left=55)

    class Given:
        def paint(self, _document: Document, _paper: Paper, _dpi: int) -> tuple[Dots, ...]:
            return (dots(ink),)

    job = EscPosRenderer(printer, ROLL_80, Given()).render(document(Text("一")))
    assert not re.search(rb"\x10[\x04\x05\x14]", job)
    out = printed(job).image()[:, 44:]
    assert (out & ink).sum() == ink.sum()
    assert out.sum() == ink.sum() + 2


HEADS = {
    (ROLL_80, 180): 512,
    (ROLL_80, 203): 576,
    (ROLL_80, 300): 856,
    (ROLL_58, 180): 344,
    (ROLL_58, 203): 384,
    (ROLL_58, 300): 568,
}
"""Dots that printers have for these papers."""


@given(
    DOCUMENTS, st.sampled_from(CodePage), st.sampled_from(sorted(HEADS, key=str)), st.integers(-30, 60), st.booleans()
)
def test_whatever_a_document_holds_a_strict_printer_reads_it_to_the_end(
    drawn: Document, page: CodePage, head: tuple[Paper, int], left: int, cuts: bool
) -> None:
    paper, dpi = head
    painter = PatternPainter()
    renderer = EscPosRenderer(replace(PRINTER, code_page=page, dpi=dpi, left=left, cuts=cuts), paper, painter)
    out = printed(renderer.render(drawn), HEADS[head], PAGES[page])
    assert out.drawer == 0
    assert len(out.cuts) == cuts * (1 + sum(isinstance(block, PageBreak) for block in flat(drawn.blocks)))
    said = "".join("".join([out.said, *out.codes]).split())
    for block in flat(drawn.blocks):
        if block not in painter.painted:
            for text in texts(block):
                wanted = "".join(cleaned(text).split())
                assert plainly(wanted, page) in said


def texts(block: AnyBlock) -> list[str]:
    match block:
        case Text():
            return [block.text]
        case Pair():
            return [block.left, block.right]
        case Qr():
            return [block.code, block.caption, block.readable]
        case Barcode():
            return [block.code]
        case _:
            return []
