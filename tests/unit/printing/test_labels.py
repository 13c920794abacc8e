"""Documents as ZPL and TSPL: a strict printer reads them to the end, and what it prints is what was painted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.adapters.printing.labels import TsplRenderer, ZplRenderer, pieces
from kiosk.application.ports.printing import Dots
from kiosk.domain.documents.blocks import AnyBlock, Document, DocumentKind, PageBreak, Text
from kiosk.domain.documents.paper import BADGE, ROLL_58, SHELF, Paper, dots_per_mm
from kiosk.domain.documents.printers import Language, Printer
from tests.shared.printing.documents import DOCUMENTS
from tests.shared.printing.escpos import Ink
from tests.shared.printing.labels import tspl_printed, zpl_printed
from tests.shared.printing.painter import PatternPainter, dots, ink_of
from tests.shared.printing.streams import NoCommand

PRINTER = Printer("p-2", "Badges", Language.ZPL, "tcp://printer", BADGE.name, cuts=False)


class Given:
    """Paints what it was given."""

    def __init__(self, *inks: Ink) -> None:
        self._inks = inks

    def paint(self, _document: Document, _paper: Paper, _dpi: int) -> tuple[Dots, ...]:
        return tuple(map(dots, self._inks))


def label(*blocks: AnyBlock) -> Document:
    return Document(DocumentKind.BADGE, "zh_TW", "Badge", blocks)


def both(printer: Printer, paper: Paper, *inks: Ink) -> list[list[Ink]]:
    """What comes out of a printer of each language."""
    painter, document = Given(*inks), label()
    return [
        zpl_printed(ZplRenderer(printer, paper, painter).render(document)),
        tspl_printed(TsplRenderer(printer, paper, painter).render(document), dots_per_mm(printer.dpi)),
    ]


INKS = st.builds(
    lambda seed, kind: np.random.default_rng(seed).random((440, 720)) < (0.0, 0.001, 0.5, 1.0)[kind],
    st.integers(0, 2**32),
    st.integers(0, 3),
)
"""Empty, speckled, half black and black labels."""


@settings(max_examples=30)
@given(INKS, st.sampled_from(["rows", "columns", "as it is"]))
def test_what_was_painted_comes_out_dot_by_dot(ink: Ink, kind: str) -> None:
    ink = {"rows": np.repeat(ink[::40], 40, axis=0), "columns": np.repeat(ink[:, ::40], 40, axis=1)}.get(kind, ink)
    for labels in both(PRINTER, BADGE, ink):
        assert len(labels) == 1
        assert np.array_equal(labels[0], ink)


@pytest.mark.parametrize("paper", [BADGE, SHELF, ROLL_58])
@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_sizes_are_the_paper_s(paper: Paper, dpi: int) -> None:
    document = label(Text("一"), PageBreak(), Text("二"))
    painter = PatternPainter()
    painted = [ink_of(page) for page in painter.paint(document, paper, dpi)]
    printer = replace(PRINTER, dpi=dpi)
    for labels in (
        zpl_printed(ZplRenderer(printer, paper, painter).render(document)),
        tspl_printed(TsplRenderer(printer, paper, painter).render(document), dots_per_mm(dpi)),
    ):
        assert [one.shape for one in labels] == [one.shape for one in painted]
        assert all(map(np.array_equal, labels, painted))


@settings(max_examples=30)
@given(st.integers(-50, 50), st.integers(-50, 50))
def test_moved_by_tenths_of_a_millimetre_either_way(left: int, top: int) -> None:
    ink = np.zeros((440, 720), bool)
    ink[200:210, 300:320] = True
    x, y = round(left / 10 * 8), round(top / 10 * 8)
    for labels in both(replace(PRINTER, left=left, top=top), BADGE, ink):
        assert labels[0][200 + y : 210 + y, 300 + x : 320 + x].all()
        assert labels[0].sum() == 200


def test_what_is_moved_beyond_the_edge_is_cut_off() -> None:
    ink = np.ones((440, 720), bool)
    for left, top in ((-10, 0), (10, 0), (0, -10), (0, 10)):
        for labels in both(replace(PRINTER, left=left, top=top), BADGE, ink):
            assert labels[0].sum() == (720 - 8 * bool(left)) * (440 - 8 * bool(top))


def test_rows_of_one_kind_of_any_length() -> None:
    width, height = 2126, 1299
    for ink in (np.ones((height, width), bool), np.zeros((height, width), bool)):
        for labels in both(replace(PRINTER, dpi=600), BADGE, ink):
            assert np.array_equal(labels[0], ink)


def test_pieces_are_counted_as_they_leave_the_roll() -> None:
    document = label(Text("a"), PageBreak(), Text("b"), PageBreak(), Text("c"))
    assert pieces(ZplRenderer(PRINTER, BADGE, PatternPainter()).render(document)) == 3
    assert pieces(TsplRenderer(PRINTER, BADGE, PatternPainter()).render(document)) == 3
    assert pieces(b"\x1b@a receipt\n") == 0


def test_a_badge_is_sent_in_few_bytes() -> None:
    ink = np.zeros((440, 720), bool)
    ink[100:180, 50:400] = True
    data = ZplRenderer(PRINTER, BADGE, Given(ink)).render(label())
    assert len(data) < 700


def test_a_cutter_cuts() -> None:
    cutting = replace(PRINTER, cuts=True)
    assert b"^MMC" in ZplRenderer(cutting, BADGE, PatternPainter()).render(label(Text("a")))
    assert b"SET CUTTER 1" in TsplRenderer(cutting, BADGE, PatternPainter()).render(label(Text("a")))


@settings(max_examples=40)
@given(DOCUMENTS)
def test_whatever_a_document_holds_nothing_of_it_is_a_command(drawn: Document) -> None:
    painter = PatternPainter()
    painted = [ink_of(page) for page in painter.paint(drawn, SHELF, 203)]
    for labels in (
        zpl_printed(ZplRenderer(PRINTER, SHELF, painter).render(drawn)),
        tspl_printed(TsplRenderer(PRINTER, SHELF, painter).render(drawn)),
    ):
        assert len(labels) == len(painted)
        assert all(map(np.array_equal, labels, painted))


@pytest.mark.parametrize(
    "data",
    [
        b"^XA^XZ",
        b"^XA^PW16^LL1^FO0,0^GFA,2,2,2,FF^FS^XZ",
        b"^XA^PW16^LL1^FO0,0^GFA,2,2,2,FFFFF^FS^XZ",
        b"^XA^PW16^LL1^FO0,0^GFA,2,2,2,:^FS^XZ",
        b"^XA^PW8^LL1^FO0,0^GFA,2,2,2,FFFF^FS^XZ",
        b"^XA^PW8^LL1^FO0,0^GFB,1,1,1,F^FS^XZ",
    ],
)
def test_the_strict_printer_of_labels_is_strict(data: bytes) -> None:
    with pytest.raises(NoCommand):
        zpl_printed(data)
