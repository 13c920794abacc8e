"""What printers print of what is painted for them: the same dots, the same codes, nothing beyond the paper."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from msgspec.structs import replace

from kiosk.adapters.printing.escpos import EscPosRenderer
from kiosk.adapters.printing.labels import TsplRenderer, ZplRenderer
from kiosk.adapters.printing.plain_text import flat
from kiosk.demo.documents import example
from kiosk.domain.documents.blocks import AnyBlock, Barcode, DocumentKind, Qr, Rule, Text
from kiosk.domain.documents.paper import BADGE, ROLL_58, ROLL_80, SHELF, Paper
from kiosk.domain.documents.printers import CodePage, Language
from kiosk.domain.documents.routing import SUITS
from kiosk.ui.documents.painting import DotsPainter
from tests.shared.printing.escpos import Ink, printed
from tests.shared.printing.labels import tspl_printed, zpl_printed
from tests.shared.printing.painter import ink_of
from tests.ui.documents.printed import HEADS, PAGES, glyph, main, printer
from tests.ui.documents.samples import CODE, ODD, document, everything

pytestmark = pytest.mark.usefixtures("qapp")


def codes(image: Ink) -> list[str]:
    grey = np.pad(np.where(image, 0, 255).astype(np.uint8), 60, constant_values=255)
    return [found.text for found in zxingcpp.read_barcodes(grey)]


@pytest.mark.parametrize("kind", [kind for kind, papers in SUITS.items() if ROLL_80.name in papers])
def test_every_document_of_a_roll_is_printed_with_its_codes(kind: DocumentKind) -> None:
    for language, page, paper in (
        ("zh_TW", CodePage.BIG5, ROLL_58),
        ("zh_CN", CodePage.GB18030, ROLL_80),
        ("en", CodePage.PICTURE, ROLL_58),
        ("zh_TW", CodePage.PICTURE, ROLL_80),
    ):
        made = example(kind, language)
        with_drawer = replace(printer(paper, page=page), drawer=True)
        data = EscPosRenderer(with_drawer, paper, DotsPainter()).render(made)
        out = printed(data, HEADS[paper.name], PAGES[page])
        wanted = [block.code for block in flat(made.blocks) if isinstance(block, Qr | Barcode)]
        assert sorted(codes(out.image(glyph))) == sorted(wanted)
        assert out.drawer == made.drawer
        assert out.texts or language != "en" or kind is DocumentKind.INVITE_CARD


@pytest.mark.parametrize("paper", [ROLL_80, ROLL_58], ids=lambda paper: str(paper.name))
@pytest.mark.parametrize(
    "blocks", [(Text("收據"),), (Text(ODD),), (Text("龘靐齉爩" * 25), Rule()), (Qr("收據"), Barcode("x" * 40))], ids=str
)
def test_what_is_painted_for_a_printer_is_what_it_prints(paper: Paper, blocks: tuple[AnyBlock, ...]) -> None:
    painted = [block for block in blocks if not isinstance(block, Rule)]
    expected = np.concatenate([ink_of(dots) for dots in DotsPainter().paint(document(*painted), paper, 203)])
    data = EscPosRenderer(printer(paper), paper, DotsPainter()).render(document(*blocks))
    image = printed(data, HEADS[paper.name]).image()[: len(expected)]
    assert not (expected & ~image).any()
    assert (expected ^ image).sum() < 5


@pytest.mark.parametrize("paper", [BADGE, SHELF], ids=lambda paper: str(paper.name))
@pytest.mark.parametrize("kind", [DocumentKind.BADGE, DocumentKind.SHELF_LABEL, DocumentKind.TEST_PAGE, None])
def test_labels_are_what_was_painted_dot_by_dot(paper: Paper, kind: DocumentKind | None) -> None:
    made = example(kind, "zh_TW") if kind is not None else everything()
    expected = [ink_of(dots) for dots in DotsPainter().paint(made, paper, 203)]
    zpl = zpl_printed(ZplRenderer(printer(paper, Language.ZPL), paper, DotsPainter()).render(made))
    tspl = tspl_printed(TsplRenderer(printer(paper, Language.TSPL), paper, DotsPainter()).render(made))
    assert len(zpl) == len(tspl) == len(expected)
    assert all(map(np.array_equal, zpl, expected))
    assert all(map(np.array_equal, tspl, expected))


@pytest.mark.parametrize("page", CodePage)
@pytest.mark.parametrize("paper", [ROLL_80, ROLL_58], ids=lambda paper: str(paper.name))
def test_every_kind_of_block_comes_out(page: CodePage, paper: Paper) -> None:
    data = EscPosRenderer(printer(paper, page=page), paper, DotsPainter()).render(everything())
    out = printed(data, HEADS[paper.name], PAGES[page])
    assert sorted(codes(out.image(glyph))) == sorted([CODE, "KS-000123456"])


def test_pictures_to_look_at_are_written(tmp_path: Path) -> None:
    main(tmp_path, only="shelf")
    written = {path.stem for path in tmp_path.glob("*.png")}
    assert written == {"printed_zpl_shelf_label", "printed_tspl_shelf_label"}
