"""What printers make of documents, as pictures to look at: `python -m tests.ui.documents.printed FOLDER`.

The bytes that a printer would be sent, read back by the strict printers of tests/shared/printing, every character in
the box that the printer has for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from kiosk.adapters.printing.escpos import EscPosRenderer
from kiosk.adapters.printing.labels import TsplRenderer, ZplRenderer
from kiosk.demo.documents import example
from kiosk.domain.documents.blocks import Document, DocumentKind
from kiosk.domain.documents.paper import BADGE, ROLL_58, ROLL_80, SHELF, Paper
from kiosk.domain.documents.printers import CodePage, Language, Printer
from kiosk.domain.documents.routing import SUITS
from kiosk.ui.documents.painting import DotsPainter
from tests.shared.printing.escpos import Ink, printed
from tests.shared.printing.labels import tspl_printed, zpl_printed
from tests.ui.documents.samples import everything

HEADS = {ROLL_80.name: 576, ROLL_58.name: 384}
PAGES = {CodePage.PICTURE: "", CodePage.GB18030: "gb18030", CodePage.BIG5: "big5"}


def printer(paper: Paper, language: Language = Language.ESCPOS, page: CodePage = CodePage.PICTURE) -> Printer:
    """Settings of a printer with that paper."""
    return Printer("p", "Printer", language, "tcp://printer", paper.name, code_page=page, cuts=paper.height is None)


def glyph(character: str, width: int, height: int) -> Ink:
    """A character as a printer's font might have it."""
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    font = QFont("DejaVu Sans Mono" if character.isascii() else "Noto Sans CJK TC")
    wide = 1 if character.isascii() else 2
    font.setPixelSize(20)
    painter.scale(width / (12 * wide), height / 24)
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, 12 * wide, 24), Qt.AlignmentFlag.AlignCenter, character)
    painter.end()
    grey = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())[:, :width]
    ink: Ink = grey < 128
    return ink


def receipts(document: Document, paper: Paper, page: CodePage) -> Ink:
    """A roll of paper as it leaves the printer."""
    data = EscPosRenderer(printer(paper, page=page), paper, DotsPainter()).render(document)
    return printed(data, HEADS[paper.name], PAGES[page]).image(glyph)


PAGE_OF = {"zh_TW": CodePage.BIG5, "zh_CN": CodePage.GB18030, "en": CodePage.PICTURE}


def pictures(only: str = "") -> Iterator[tuple[str, Ink]]:
    """Names and papers: every document of a roll in every language, some of them by printers without Chinese; labels.
    `only`: those whose name contains it."""
    rolls = [(kind, paper) for kind, papers in SUITS.items() for paper in (ROLL_80, ROLL_58) if paper.name in papers]
    made: dict[str, Callable[[], Ink]] = {"escpos_everything": lambda: receipts(everything(), ROLL_80, CodePage.BIG5)}
    for kind, paper in rolls:
        for language, page in PAGE_OF.items():
            name = f"escpos_{kind.value}_{language}_{paper.name[:2]}"
            made[name] = partial(_receipt, kind, language, paper, page)
        if kind is DocumentKind.RECEIPT:
            made[f"escpos_{kind.value}_painted_{paper.name[:2]}"] = partial(
                _receipt, kind, "zh_TW", paper, CodePage.PICTURE
            )
    for kind, paper in ((DocumentKind.BADGE, BADGE), (DocumentKind.SHELF_LABEL, SHELF)):
        made[f"zpl_{kind.value}"] = partial(_label, kind, paper, Language.ZPL)
        made[f"tspl_{kind.value}"] = partial(_label, kind, paper, Language.TSPL)
    yield from ((name, make()) for name, make in made.items() if only in name)


def _receipt(kind: DocumentKind, language: str, paper: Paper, page: CodePage) -> Ink:
    return receipts(example(kind, language), paper, page)


def _label(kind: DocumentKind, paper: Paper, language: Language) -> Ink:
    if language is Language.ZPL:
        return zpl_printed(ZplRenderer(printer(paper, language), paper, DotsPainter()).render(example(kind, "zh_TW")))[
            0
        ]
    return tspl_printed(TsplRenderer(printer(paper, language), paper, DotsPainter()).render(example(kind, "zh_TW")))[0]


def save(ink: Ink, path: Path) -> None:
    """As PNG, with a little paper around."""
    grey = np.ascontiguousarray(np.pad(np.where(ink, 0, 255).astype(np.uint8), 16, constant_values=255))
    height, width = grey.shape
    image = QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8)
    if not image.save(str(path)):
        raise OSError(f"{path} cannot be written")


def main(out: Path, only: str = "") -> None:
    """Write those whose name contains `only`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, ink in pictures(only):
        save(ink, out / f"printed_{name}.png")
        count += 1
    print(f"{count} papers of printers in {out}")
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]))
