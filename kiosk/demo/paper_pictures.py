"""Pictures of every document on the papers it is made for: as printed in colour, and as a printer without grey gets it.

For `kiosk screenshots`, for looking at after each change.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.application.ports.printing import Dots
from kiosk.demo.documents import example
from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.paper import Paper, paper_named
from kiosk.domain.documents.routing import SUITS
from kiosk.ui.documents.drawing import FINE_PER_MM, Drawn
from kiosk.ui.documents.painting import DotsPainter, page_picture

_DPI = 203
_ACROSS, _GAP = 3600, 24
"""Pixels of a contact sheet."""
_GROUND = QColor("#8c99a6")
_SMALL_MM = 110
"""Papers up to this height, and rolls, are shown in dots, too: they are what printers of labels and receipts print."""


def papers_of(kind: DocumentKind) -> list[Paper]:
    """Two papers at most: the best ones."""
    found = (paper_named(name) for name in SUITS[kind][:2])
    return [paper for paper in found if paper is not None]


def write_papers(language: str, out: Path, only: str = "") -> list[Path]:
    """A PNG a page of every document in a language, in colour and in dots, and one with all of them; gives the paths of
    the pages. `only`: documents whose name ("paper_receipt") contains this. OSError when one cannot be written."""
    written: list[Path] = []
    shown: list[QImage] = []
    for kind in DocumentKind:
        if only not in f"paper_{kind}":
            continue
        for paper in papers_of(kind):
            for name, image in _pages(kind, paper, language):
                path = out / f"paper_{kind}_{paper.name.replace(' ', '')}_{name}_{language}.png"
                if not image.save(str(path)):
                    raise OSError(f"cannot write {path}")
                written.append(path)
                shown.append(image)
    if shown:
        together(shown).save(str(out / f"_papers_{language}.png"))
    return written


def _pages(kind: DocumentKind, paper: Paper, language: str) -> Iterator[tuple[str, QImage]]:
    document = example(kind, language)
    drawn = Drawn(document, paper, FINE_PER_MM)
    dpi = _DPI if paper.width < _SMALL_MM else _DPI * 2 // 3 if paper.width < 200 else _DPI // 2
    for at in range(drawn.count):
        yield f"{at + 1}", page_picture(drawn, at, dpi)
    if paper.height is None or paper.height <= _SMALL_MM:
        for at, dots in enumerate(DotsPainter().paint(document, paper, _DPI)):
            yield f"{at + 1}_dots", picture_of(dots)


def picture_of(dots: Dots) -> QImage:
    """Black dots on white, a pixel each."""
    packed = np.frombuffer(dots.rows, np.uint8).reshape(dots.height, dots.stride)
    grey = np.where(np.unpackbits(packed, axis=1)[:, : dots.width], 0, 255).astype(np.uint8)
    return QImage(grey.tobytes(), dots.width, dots.height, dots.width, QImage.Format.Format_Grayscale8).copy()


def together(images: list[QImage]) -> QImage:
    """All of them on one sheet, half as large, in rows of pictures."""
    smooth = Qt.TransformationMode.SmoothTransformation
    small = [image.scaledToWidth(max(1, image.width() // 2), smooth) for image in images]
    places, x, y, high = [], _GAP, _GAP, 0
    for image in sorted(small, key=QImage.height):
        if x > _GAP and x + image.width() + _GAP > _ACROSS:
            x, y, high = _GAP, y + high + _GAP, 0
        places.append((x, y, image))
        x += image.width() + _GAP
        high = max(high, image.height())
    sheet = QImage(_ACROSS, y + high + _GAP, QImage.Format.Format_RGB32)
    sheet.fill(_GROUND)
    painter = QPainter(sheet)
    for left, top, image in places:
        painter.drawImage(left, top, image)
    painter.end()
    return sheet
