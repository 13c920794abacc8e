"""What printers make of documents, as pictures to look at: `python -m tests.ui.documents.printed FOLDER`.

The bytes that a printer would be sent, read back by the strict printers of tests/shared/printing, every character in
the box that the printer has for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from kiosk.adapters.printing.escpos import EscPosRenderer
from kiosk.adapters.printing.labels import TsplRenderer, ZplRenderer
from kiosk.domain.documents.blocks import (
    Align,
    Column,
    Document,
    DocumentKind,
    Field,
    Pair,
    Qr,
    Rule,
    Size,
    Space,
    Table,
    Text,
)
from kiosk.domain.documents.paper import BADGE, ROLL_58, ROLL_80, SHELF, Paper
from kiosk.domain.documents.printers import CodePage, Language, Printer
from kiosk.ui.documents.painting import DotsPainter
from tests.shared.printing.escpos import Ink, printed
from tests.shared.printing.labels import tspl_printed, zpl_printed
from tests.ui.documents.samples import CODE, everything

HEADS = {ROLL_80.name: 576, ROLL_58.name: 384}
PAGES = {CodePage.PICTURE: "", CodePage.GB18030: "gb18030", CodePage.BIG5: "big5"}


def printer(paper: Paper, language: Language = Language.ESCPOS, page: CodePage = CodePage.PICTURE) -> Printer:
    """Settings of a printer with that paper."""
    return Printer("p", "Printer", language, "tcp://printer", paper.name, code_page=page, cuts=paper.height is None)


def slip(language: str = "zh_TW") -> Document:
    """What a receipt says, in the main."""
    goods = {"en": "Hand cream", "zh_TW": "護手霜", "zh_CN": "护手霜"}[language]
    pay = {"en": "To pay", "zh_TW": "應收", "zh_CN": "应收"}[language]
    scan = {"en": "Show this code", "zh_TW": "出示此碼", "zh_CN": "出示此码"}[language]
    return Document(
        DocumentKind.RECEIPT,
        language,
        "Receipt",
        (
            Text(
                "Xinyi 信義旗艦店" if language != "en" else "Xinyi Flagship", Size.HUGE, bold=True, align=Align.CENTRE
            ),
            Text("2026-09-22 14:26  POS-2", align=Align.CENTRE),
            Text("COPY 2" if language == "en" else "副本 2", bold=True, inverse=True, align=Align.CENTRE),
            Rule(),
            Table(
                (Column("Item" if language == "en" else "品名", 4), Column("NT$", 1, count=True)),
                ((goods, "80"), (f"{goods} 250 ml, very long name of it, with rose", "1,240")),
            ),
            Rule(),
            Pair(pay, "NT$1,320", Size.LARGE, bold=True),
            Space(4),
            Qr(CODE, scan, mm=34),
            Rule(torn=True),
            Field("Signature" if language == "en" else "簽名"),
        ),
        drawer=True,
    )


def badge() -> Document:
    """A name to be worn."""
    return Document(
        DocumentKind.BADGE,
        "zh_TW",
        "Badge",
        (
            Text("歐陽 龘靐 Amélie", fit=True, bold=True, align=Align.CENTRE),
            Text("Taipei 台北", align=Align.CENTRE),
            Qr("KM1:123", mm=18),
        ),
    )


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


def pictures() -> Iterator[tuple[str, Ink]]:
    """Names and papers."""
    for language, page in (
        ("zh_TW", CodePage.BIG5),
        ("zh_CN", CodePage.GB18030),
        ("zh_TW", CodePage.PICTURE),
        ("en", CodePage.PICTURE),
    ):
        for paper in (ROLL_80, ROLL_58):
            yield f"escpos_{language}_{page.value}_{paper.name[:2]}", receipts(slip(language), paper, page)
    yield "escpos_everything", receipts(everything(), ROLL_80, CodePage.BIG5)
    for paper in (BADGE, SHELF):
        zpl = ZplRenderer(printer(paper, Language.ZPL), paper, DotsPainter()).render(badge())
        yield f"zpl_{paper.name}", zpl_printed(zpl)[0]
        tspl = TsplRenderer(printer(paper, Language.TSPL), paper, DotsPainter()).render(badge())
        yield f"tspl_{paper.name}", tspl_printed(tspl)[0]


def save(ink: Ink, path: Path) -> None:
    """As PNG, with a little paper around."""
    grey = np.ascontiguousarray(np.pad(np.where(ink, 0, 255).astype(np.uint8), 16, constant_values=255))
    height, width = grey.shape
    image = QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8)
    if not image.save(str(path)):
        raise OSError(f"{path} cannot be written")


def main(out: Path) -> None:
    """Write all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, ink in pictures():
        save(ink, out / f"printed_{name}.png")
        count += 1
    print(f"{count} papers of printers in {out}")
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]))
