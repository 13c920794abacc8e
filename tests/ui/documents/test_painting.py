"""Documents in black dots: what a printer without grey gets."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray

from kiosk.application.ports.printing import Dots
from kiosk.domain.documents.blocks import Align, Barcode, Document, PageBreak, Picture, Qr, Rule, Size, Space, Text
from kiosk.domain.documents.paper import BADGE, PAPERS, ROLL_58, ROLL_80, SHELF, Paper, dots_per_mm
from kiosk.ui.documents.painting import DotsPainter
from tests.ui.documents.samples import CODE, ODD, document, everything, logo, photo

pytestmark = pytest.mark.usefixtures("qapp")


def ink(dots: Dots) -> NDArray[np.bool_]:
    """True where it is black."""
    packed = np.frombuffer(dots.rows, np.uint8).reshape(dots.height, dots.stride)
    bits = np.unpackbits(packed, axis=1)
    assert not bits[:, dots.width :].any(), "dots beyond the width"
    return bits[:, : dots.width].astype(bool)


def codes(dots: Dots) -> list[str]:
    """What the product's decoder library reads in them, white paper around."""
    grey = np.pad(np.where(ink(dots), 0, 255).astype(np.uint8), 60, constant_values=255)
    return [found.text for found in zxingcpp.read_barcodes(grey)]


def paint(document: Document, paper: Paper = ROLL_80, dpi: int = 203) -> tuple[Dots, ...]:
    return DotsPainter().paint(document, paper, dpi)


@pytest.mark.parametrize(("paper", "dots"), [(ROLL_80, 576), (ROLL_58, 384)])
def test_a_roll_is_as_wide_as_the_head_reaches(paper: Paper, dots: int) -> None:
    (made,) = paint(document(Text("x")), paper)
    assert made.width == dots
    assert made.stride == dots // 8


def test_a_label_is_painted_whole_and_its_margin_is_empty() -> None:
    (made,) = paint(document(Text("王小明", fit=True), Rule()), BADGE)
    assert (made.width, made.height) == (90 * 8, 55 * 8)
    seen = ink(made)
    assert seen.any()
    edge = 4 * 8
    seen[edge:-edge, edge:-edge] = False
    assert not seen.any()


@pytest.mark.parametrize(
    ("paper", "dpi"),
    [*((paper, 203) for paper in PAPERS), *((paper, dpi) for paper in (ROLL_80, BADGE) for dpi in (180, 300, 600))],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_modules_of_a_symbol_are_equally_many_dots(paper: Paper, dpi: int) -> None:
    (made,) = paint(document(Qr(CODE, mm=24)), paper, dpi)
    seen = ink(made)
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    symbol = np.array(seen[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    assert symbol.shape[0] == symbol.shape[1]
    # the finder's upper bar is seven modules, and each module is the same square
    module = int(np.flatnonzero(~symbol[0])[0]) // 7
    count = symbol.shape[0] // module
    assert symbol.shape[0] == count * module
    one = np.array(symbol[::module, ::module])
    assert np.array_equal(one.repeat(module, axis=0).repeat(module, axis=1), symbol)
    assert codes(made) == [CODE]


@pytest.mark.parametrize("language", ["zh_TW", "zh_CN", "en"])
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_block_comes_onto_every_paper(paper: Paper, language: str) -> None:
    made = paint(everything(language), paper)
    assert all(ink(page).any() for page in made)
    found = [text for page in made for text in codes(page)]
    assert found.count(CODE) == 1
    assert found.count("KS-000123456") == 1


def test_what_is_painted_does_not_depend_on_the_thread() -> None:
    wanted = paint(everything(), ROLL_80)
    made: list[tuple[Dots, ...]] = []
    threads = [threading.Thread(target=lambda: made.append(paint(everything(), ROLL_80))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [wanted] * 4


def test_a_roll_may_be_longer_than_any_picture() -> None:
    (made,) = paint(document(*[Text(f"{at} {ODD}", Size.LARGE) for at in range(600)]))
    assert made.height > 32_767
    seen = np.flatnonzero(ink(made).any(axis=1))
    assert seen[0] < 60
    assert seen[-1] > made.height - 60


def test_a_page_break_is_a_cut_on_a_roll() -> None:
    made = paint(document(PageBreak(), Text("1"), PageBreak(), PageBreak(), Text("2"), PageBreak()))
    assert len(made) == 2


def test_an_empty_document_is_an_empty_picture() -> None:
    (made,) = paint(document(Space(5)))
    assert not ink(made).any()


def test_what_has_no_glyph_is_a_box_and_not_nothing() -> None:
    (nothing,) = paint(document(Text("")))
    for text in ("\U00031350", "👍🏽", "\x07", "\ue123", "\ufffc", "\U0010fff0"):
        (made,) = paint(document(Text(text)))
        assert ink(made).sum() > ink(nothing).sum() + 20, text.encode("unicode_escape")


def test_grey_and_coloured_letters_are_whole_black_ones() -> None:
    plain = paint(document(Text("會員 Member")))
    assert paint(document(Text("會員 Member", pale=True))) == plain
    assert paint(document(Text("會員 Member", accent=True))) == plain


def test_a_logo_keeps_hard_edges_whatever_its_colour() -> None:
    for colour in ("#e07b00", "#0E6B5B", "#88c0d0"):
        (made,) = paint(document(Picture(logo(colour), mm=20)))
        seen = ink(made)
        rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
        disc = seen[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        assert abs(disc.mean() - np.pi / 4) < 0.02, colour
        assert np.abs(np.diff(disc.astype(int), axis=1)).sum(axis=1).max() <= 2, "holes"


def test_a_photograph_has_as_much_black_as_it_is_dark() -> None:
    (made,) = paint(document(Picture(photo(), mm=60)))
    seen = ink(made)[:, 60:-60]
    assert 0.3 < seen.mean() < 0.7
    assert np.abs(np.diff(seen.astype(int), axis=1)).sum(axis=1).mean() > 30, "no pattern"


def test_codes_that_no_symbol_holds_are_printed_as_text() -> None:
    for block in (Qr("x" * 5000), Barcode("長"), Barcode("A" * 300), Qr("A" * 2000, mm=10)):
        made = paint(document(block), SHELF)
        assert all(ink(page).any() for page in made)
    assert paint(document(Qr("")))[0].height == 0


@pytest.mark.parametrize("align", list(Align))
def test_bar_codes_and_symbols_are_read_where_they_stand(align: Align) -> None:
    (made,) = paint(document(Qr("KT1:1", align=align), Barcode("AB-1", align=align)))
    assert sorted(codes(made)) == ["AB-1", "KT1:1"]


def test_203_dpi_are_eight_dots_a_millimetre() -> None:
    assert dots_per_mm(203) == 8
    assert dots_per_mm(600) == pytest.approx(23.6, abs=0.05)
