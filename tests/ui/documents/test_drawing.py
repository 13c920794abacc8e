"""What is drawn stays on its paper, whole: for every document of the product, and for drawn ones."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.adapters.scan.decoder import Decoder
from kiosk.demo.documents import example
from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Barcode,
    Column,
    Document,
    DocumentKind,
    Field,
    Frame,
    Keep,
    PageBreak,
    Pair,
    Picture,
    Qr,
    Rule,
    Side,
    Size,
    Space,
    Table,
    Text,
    Ticks,
)
from kiosk.domain.documents.paper import A3, A4, A5, BADGE, CARD, PAPERS, ROLL_58, ROLL_80, SHELF, Paper, paper_named
from kiosk.domain.documents.routing import SUITS
from kiosk.domain.texts import LANGUAGES
from kiosk.ui.documents.drawing import Drawn
from kiosk.ui.documents.faces import Faces, printable
from kiosk.ui.documents.forms import field_runs
from kiosk.ui.documents.pictures import grey_values
from kiosk.ui.documents.sheet import BLACK, Sheet
from tests.ui.documents.samples import CODE, LONG, ODD, document, everything, logo, photo

pytestmark = pytest.mark.usefixtures("qapp")


class Unclipped(QPainter):
    """Draws what would be cut off, too."""

    def setClipRect(self, *_rect: object) -> None:
        """Nothing."""


def values(drawn: Drawn, at: int, *, clipped: bool) -> NDArray[np.uint8]:
    """Grey values of a page, with room around the paper."""
    around = 40
    image = QImage(drawn.width + 2 * around, drawn.height(at) + 2 * around, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image) if clipped else Unclipped(image)
    painter.translate(around, around)
    drawn.draw(painter, at)
    painter.end()
    return grey_values(image)


def outside(grey: NDArray[np.uint8], inside: QRect) -> NDArray[np.bool_]:
    """Where there is ink beyond the margins; a soft edge of one unit is none."""
    seen = np.array(grey < 200)
    x, y = inside.x() + 40, inside.y() + 40
    seen[y - 1 : y + inside.height() + 1, x - 1 : x + inside.width() + 1] = False
    return seen


def check(drawn: Drawn) -> None:
    """Every page has ink, none of it beyond the margins, and none had to be cut off."""
    for at in range(drawn.count):
        grey = values(drawn, at, clipped=False)
        assert (grey < 128).any(), f"page {at + 1} is empty"
        assert not outside(grey, drawn.inside(at)).any(), f"page {at + 1} has ink beyond its margins"
        assert drawn.inside(at).contains(drawn.fills(at)), f"page {at + 1} holds more than fits"


def codes(blocks: tuple[AnyBlock, ...]) -> Iterator[str]:
    """What its symbols say."""
    for block in blocks:
        if isinstance(block, Qr):
            yield block.code
        elif isinstance(block, Keep):
            yield from codes(block.blocks)
        elif isinstance(block, Side):
            yield from codes(block.left)
            yield from codes(block.right)


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_document_stays_on_every_paper(kind: DocumentKind) -> None:
    for number, paper in enumerate(PAPERS):
        check(Drawn(example(kind, LANGUAGES[number % len(LANGUAGES)]), paper, 2))


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_its_symbols_are_read_from_what_is_printed(kind: DocumentKind) -> None:
    """By the product's own decoder, on the papers it is made for, at what the coarsest printers print."""
    for number, name in enumerate(SUITS[kind][:2]):
        paper = paper_named(name)
        assert paper is not None
        made = example(kind, LANGUAGES[number % len(LANGUAGES)])
        if not any(codes(made.blocks)):
            continue
        drawn = Drawn(made, paper, 8, crisp=True)
        read = [
            reading.text
            for at in range(drawn.count)
            for reading in Decoder().decode_still(values(drawn, at, clipped=True))
        ]
        assert set(codes(made.blocks)) <= set(read), name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_what_is_made_for_a_label_or_a_poster_is_one_piece(kind: DocumentKind, language: str) -> None:
    paper = paper_named(SUITS[kind][0])
    assert paper is not None
    whole = kind in (DocumentKind.BADGE, DocumentKind.SHELF_LABEL, DocumentKind.GREETING_CARD)
    if whole or kind in (DocumentKind.INVITE_CARD, DocumentKind.RULES_POSTER):
        assert Drawn(example(kind, language), paper, 4).count == 1


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_kind_of_block_stays_on_every_paper(paper: Paper) -> None:
    check(Drawn(everything(), paper, 4))
    check(Drawn(everything("en"), paper, 8, crisp=True))


texts = st.one_of(
    st.sampled_from(
        ["", "1", "王小明", LONG, ODD, "NT$1,234,567.00", "Donaudampfschifffahrtsgesellschaftskapitän" * 3]
    ),
    st.text(st.sampled_from("ab 1，。」）（「会員ẤgjמرⅧ👍\n\u200b\u3000-/"), max_size=80),
)
aligns = st.sampled_from(list(Align))
sizes = st.sampled_from(list(Size))
columns = st.lists(
    st.builds(Column, texts, share=st.integers(0, 5), align=aligns, count=st.booleans()), min_size=1, max_size=5
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    shown = tuple(draw(columns))
    rows = draw(st.lists(st.lists(texts, max_size=len(shown) + 1).map(tuple), max_size=12).map(tuple))
    return Table(shown, rows, lined=draw(st.booleans()), tall=draw(st.booleans()))


leaves = st.one_of(
    st.builds(
        Text,
        texts,
        size=sizes,
        bold=st.booleans(),
        pale=st.booleans(),
        inverse=st.booleans(),
        accent=st.booleans(),
        fit=st.booleans(),
        align=aligns,
    ),
    st.builds(Pair, texts, texts, size=sizes, bold=st.booleans(), less=st.booleans()),
    tables(),
    st.builds(Rule, torn=st.booleans()),
    st.builds(Space, mm=st.integers(-5, 500)),
    st.builds(
        Qr, st.sampled_from(["", "A", CODE, "券" * 40, "x" * 3000]), texts, st.integers(0, 300), texts, align=aligns
    ),
    st.builds(Barcode, st.sampled_from(["", "A", "4710088123456", "B" * 200]), mm=st.integers(0, 300), align=aligns),
    st.builds(Field, texts, boxes=st.integers(0, 40), value=texts),
    st.builds(Ticks, texts, st.lists(texts, max_size=6).map(tuple)),
    st.just(PageBreak()),
    st.deferred(lambda: st.builds(Picture, st.sampled_from(_pictures()), st.integers(0, 300), texts, align=aligns)),
)
blocks = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Keep, st.lists(inner, max_size=4).map(tuple)),
        st.builds(
            Side,
            st.lists(inner, max_size=3).map(tuple),
            st.lists(inner, max_size=3).map(tuple),
            shares=st.tuples(st.integers(0, 9), st.integers(0, 9)),
        ),
    ),
    max_leaves=8,
)


def _pictures() -> list[bytes]:
    return [photo(), logo(), photo(10, 900), photo(900, 10), b"", b"\x89PNG\r\n\x1a\n", b"GIF89a"]


@settings(max_examples=25)
@given(
    st.lists(blocks, max_size=6),
    st.sampled_from(PAPERS),
    st.sampled_from((*LANGUAGES, "xx")),
    st.sampled_from(list(Frame)),
    st.booleans(),
)
def test_whatever_is_drawn_stays_on_its_paper(
    drawn_blocks: list[AnyBlock], paper: Paper, language: str, frame: Frame, crisp: bool
) -> None:
    made = Document(DocumentKind.COUPON, language, "x", tuple(drawn_blocks), accent="#12z", frame=frame)
    drawn = Drawn(made, paper, 3, crisp=crisp)
    for at in range(drawn.count):
        inside = drawn.inside(at)
        assert inside.contains(drawn.fills(at)) or drawn.fills(at).isEmpty()
        assert not outside(values(drawn, at, clipped=True), inside).any()


@given(texts, st.integers(320, 2000), sizes, st.booleans())
def test_no_line_is_wider_than_its_column(text: str, width: int, size: Size, bold: bool) -> None:
    """But for what is one character to its readers: without a font that joins them it is up to five boxes."""
    sheet = Sheet(document(), A4, 4, crisp=False)
    lines = sheet.lines(text, width, size=size, bold=bold)
    assert lines
    assert all(line.width <= width + 1 for line in lines)


def test_no_closing_mark_begins_a_line_and_no_opening_one_ends_it() -> None:
    text = printable(LONG * 6)
    faces = Faces("zh_TW", 4, crisp=False)
    for width in range(150, 700, 13):
        lines = [line.text for line in faces.lines(text, faces.font(10), width, colour=BLACK)]
        assert "".join(lines) == text
        assert not [line for line in lines if line[0] in "，。」）！、" or line[-1] in "「（"]


def test_headings_come_again_on_every_page_and_pages_are_numbered() -> None:
    rows = tuple((str(at), f"名 {at}", "") for at in range(100))
    table = Table((Column("No.", count=True), Column("姓名", 4), Column("簽名", 4)), rows, lined=True, tall=True)
    drawn = Drawn(document(table), A4, 4)
    assert drawn.count == 4
    pages = [values(drawn, at, clipped=True) for at in range(drawn.count)]
    upper = 40 + drawn.inside(0).y()
    head = slice(upper, upper + 22)
    assert (pages[0][head] < 128).any(axis=1).mean() > 0.4
    for page in pages[1:]:
        assert (page[head] == pages[0][head]).all()
        assert (page[upper + 22 : upper + 80] != pages[0][upper + 22 : upper + 80]).any(), "other rows"
    # the number stands in the middle of the last line
    foot = pages[0][-40 - 60 - 25 : -40 - 60]
    assert (foot < 200).any()
    one = Drawn(document(Text("x")), A4, 4)
    assert not (values(one, 0, clipped=True)[-40 - 60 - 25 :] < 200).any()


def test_a_table_without_room_for_its_columns_becomes_pairs() -> None:
    cells = ("2026-09-22 14:26", "NT$1,234,567", "12,345", "99,999", "Administration")
    shown = tuple(Column(f"Heading{at}", count=True) for at in range(5))
    wide, narrow = (Drawn(document(Table(shown, (cells,))), paper, 8) for paper in (A4, ROLL_58))
    assert narrow.fills(0).height() > 4 * 30
    assert wide.fills(0).height() < 4 * 30
    check(narrow)


def test_blocks_that_are_kept_together_are_on_one_page() -> None:
    kept = Keep(tuple(Text(f"{at}") for at in range(10)))
    for before in range(0, 60, 7):
        drawn = Drawn(document(*[Text("x")] * before, kept, *[Text("y")] * 60), A5, 4)
        check(drawn)
    # a heading never stands alone at the end of a page
    counts = []
    for before in range(20, 40):
        blocks = [*[Text("x")] * before, Text("heading", bold=True), Text("below")]
        counts.append(Drawn(document(*blocks, PageBreak(), *[Text("z")] * 120), A5, 4).count)
    assert max(counts) - min(counts) <= 1


def test_a_long_name_is_as_large_as_it_fits() -> None:
    def black(name: str) -> int:
        return int((values(Drawn(document(Text(name, fit=True, bold=True)), BADGE, 8), 0, clipped=True) < 128).sum())

    assert black("王小明") > 2 * black("王小明" * 20) / 20
    check(Drawn(document(Text("王小明 " * 60, fit=True)), SHELF, 8))
    check(Drawn(document(Text("W" * 200, fit=True)), CARD, 8))


def test_what_is_shown_from_afar_fills_its_paper() -> None:
    poster = Document(DocumentKind.RULES_POSTER, "en", "x", (Text("Rules"), Text("Be kind."), Text("Be quick.")))
    other = Document(DocumentKind.CLOSING_REPORT, "en", "x", poster.blocks)
    assert Drawn(poster, A3, 2).scale > 1
    assert Drawn(other, A3, 2).scale == 1


@pytest.mark.parametrize("frame", [frame for frame in Frame if frame is not Frame.NONE])
def test_a_frame_is_drawn_where_there_is_room_for_one(frame: Frame) -> None:
    made = Document(DocumentKind.GREETING_CARD, "en", "x", (Text("x"),), frame=frame)
    for paper, framed in ((CARD, True), (A4, True), (BADGE, False), (ROLL_80, False)):
        drawn = Drawn(made, paper, 6)
        grey = values(drawn, 0, clipped=False)
        assert not outside(grey, drawn.inside(0)).any()
        inside = drawn.inside(0)
        upper = grey[40 + inside.y() : 40 + inside.y() + drawn.width // 20]
        assert bool((upper < 220).sum() > drawn.width // 3) is framed, paper.name


@pytest.mark.parametrize("boxes", [4, 8, 10])
def test_boxes_that_one_row_holds_are_in_one_row(boxes: int) -> None:
    sheet = Sheet(document(), A5, 8, crisp=False)
    box_mm = 6
    row = field_runs(sheet, Field("", boxes=boxes), sheet.units(200))[0].strips[0].height
    for label in ("日", "出生日期（西元年月日）", "Date (year, month, day), if you like"):
        for width_mm in range(boxes * box_mm, boxes * box_mm + 60, 7):
            strips = field_runs(sheet, Field(label, boxes=boxes), sheet.units(width_mm))[0].strips
            assert [strip.height for strip in strips].count(row) == 1, (label, width_mm)
