"""QR symbols, bar codes and pictures as strips of paper. Modules are whole units, so that none is broader than another;
what no symbol holds is printed as text: a code is never left out."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QPainterPath

from kiosk.domain.documents.blocks import Align, Barcode, Picture, Qr, Size, Text
from kiosk.ui.documents import pictures
from kiosk.ui.documents.paragraphs import balanced
from kiosk.ui.documents.sheet import BLACK, Sheet, beside, placed
from kiosk.ui.documents.strips import Draw, Run, Strip, high, paragraph
from kiosk.ui.documents.symbols import BAR_QUIET, QR_QUIET, Symbol, bar_symbol, qr_symbol

_LEAST_MODULE_MM = 0.33
"""Of a symbol that is made smaller with everything else on its paper: phones read that at a hand's breadth."""
_BAR_MM = 0.33
_TALLEST_MM = 280
_PICTURE_DPI = 300
_MM_PER_INCH = 25.4


def qr_runs(sheet: Sheet, qr: Qr, width: int) -> list[Run]:
    """The symbol with its quiet zone, then the caption, then the code in letters."""
    words = [
        strip
        for text in (qr.caption, qr.readable)
        if text
        for strip in beside([(0, balanced(sheet, Text(text, Size.SMALL, align=qr.align), width))])
    ]
    symbol = qr_symbol(qr.code)
    module = 0 if symbol is None else _module(sheet, qr.mm, symbol.across, width, high(words))
    if symbol is None or module == 0:
        return [*_plain(sheet, qr.code, width, qr.align), *paragraph(words)]
    side = module * (symbol.across + 2 * QR_QUIET)
    x = placed(qr.align, side, width) + module * QR_QUIET
    square = Strip(side, _modules(symbol, x, module * QR_QUIET, module, module))
    if sheet.room is not None and side + high(words) > sheet.room:
        return [Run((square,)), *paragraph(words)]
    return [Run((square, *words))]


def _module(sheet: Sheet, mm: float, count: int, width: int, below: int) -> int:
    """Units of a module; 0: the symbol does not fit."""
    wanted = sheet.units(max(mm * sheet.scale, min(mm, _LEAST_MODULE_MM * count))) / count
    room = width if sheet.room is None else min(width, max(sheet.room - below, sheet.room // 2))
    return min(max(1, int(wanted)), room // (count + 2 * QR_QUIET))


def barcode_runs(sheet: Sheet, barcode: Barcode, width: int) -> list[Run]:
    """The bars, and their text below."""
    symbol = bar_symbol(barcode.code)
    module = 0
    if symbol is not None:
        module = min(max(1, sheet.units(_BAR_MM)), width // (symbol.across + 2 * BAR_QUIET))
    if symbol is None or module == 0:
        return _plain(sheet, barcode.code, width, barcode.align)
    wide = module * (symbol.across + 2 * BAR_QUIET)
    left = placed(barcode.align, wide, width)
    text = sheet.lines(barcode.code, wide, size=Size.SMALL, align=Align.CENTRE)
    words = beside([(left, text)])
    tall = sheet.units(barcode.mm)
    if sheet.room is not None:
        tall = max(1, min(tall, sheet.room - high(words)))
    bars = Strip(tall, _modules(symbol, left + module * BAR_QUIET, 0, module, tall))
    return [Run((bars, *words))]


def _plain(sheet: Sheet, code: str, width: int, align: Align) -> list[Run]:
    return paragraph(beside([(0, sheet.lines(code, width, size=Size.SMALL, align=align))])) if code else []


def _modules(symbol: Symbol, left: int, top: int, wide: int, tall: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        x, y = x + left, y + top
        rects = [QRect(x + first * wide, y + row * tall, count * wide, tall) for row, first, count in symbol.runs]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(BLACK)
        if not painter.transform().isScaling() or _is_pdf(painter):
            painter.drawRects(rects)
            return
        # on a screen at any size: one shape, so that no light shines between its parts
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for rect in rects:
            path.addRect(QRectF(rect))
        painter.drawPath(path)

    return draw


def _is_pdf(painter: QPainter) -> bool:
    """Whether all rectangles become one shape anyway."""
    return painter.paintEngine().type() is QPaintEngine.Type.Pdf


def picture_runs(sheet: Sheet, picture: Picture, width: int) -> list[Run]:
    """The picture, or what it shows in words when it cannot be read. Where everything is set smaller, pictures give
    way first."""
    found = pictures.shape(picture.data)
    if found is not None and min(found) > 0:
        wide = min(width, max(1, sheet.units(picture.mm * sheet.scale**2)))
        tall = max(1, round(wide * found[1] / found[0]))
        most = sheet.units(_TALLEST_MM) if sheet.room is None else sheet.room
        if tall > most:
            wide, tall = max(1, round(wide * most / tall)), most
        across, down = _pixels(sheet, wide, tall)
        image = pictures.scaled(picture.data, across, down, dots=sheet.crisp)
        if image is not None:
            return [Run((Strip(tall, _image(image, placed(picture.align, wide, width), wide, tall)),))]
    if not picture.words:
        return []
    return paragraph(beside([(0, sheet.lines(picture.words, width, align=picture.align))]))


def _pixels(sheet: Sheet, wide: int, tall: int) -> tuple[int, int]:
    """How finely a picture is kept: as finely as it is painted, at most 300 dpi where units are finer than that."""
    a_unit = min(1.0, sheet.units(_MM_PER_INCH) and _PICTURE_DPI / sheet.units(_MM_PER_INCH))
    share = 1.0 if sheet.crisp else a_unit
    return max(1, round(wide * share)), max(1, round(tall * share))


def _image(image: QImage, left: int, wide: int, tall: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        if (image.width(), image.height()) == (wide, tall):
            painter.drawImage(x + left, y, image)
        else:
            painter.drawImage(QRectF(x + left, y, wide, tall), image, QRectF(image.rect()))

    return draw
