"""The receipt as it looks on 80 mm paper: as a PDF with its fonts inside, and as a picture for the screen.

Both come from one drawing, in units of 1/96 inch, black on white whatever the skin.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

import qrcode
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPageSize, QPainter, QPdfWriter, QTextLayout, QTextOption

from kiosk.domain.documents.receipt import Receipt, ReceiptWords, wall_time
from kiosk.files import write_whole
from kiosk.ui.theme import load_theme

PAPER_MM = 80.0
_WIDTH = PAPER_MM / 25.4 * 96
_MARGIN = 14.0
_INK, _PALE, _PAPER = QColor("#000000"), QColor("#555555"), QColor("#ffffff")
_PDF_DPI = 600
_QR_SIDE = 96.0
_QUIET_ZONE = 4  # modules, ISO/IEC 18004


def write_pdf(receipt: Receipt, words: ReceiptWords, path: Path) -> None:
    """The receipt as a PDF of one page, 80 mm wide and as long as it takes. OSError when it cannot be written; then
    nothing is changed."""
    write_whole(path, pdf_bytes(receipt, words))


def pdf_bytes(receipt: Receipt, words: ReceiptWords) -> bytes:
    """The PDF itself."""
    height = _Drawing(words.language, None).draw(receipt, words)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    size = QSizeF(PAPER_MM, height / 96 * 25.4)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_PDF_DPI)
    writer.setTitle(words.number.format(number=receipt.number))
    writer.setCreator(receipt.store.get(words.language))
    painter = QPainter(writer)
    painter.scale(_PDF_DPI / 96, _PDF_DPI / 96)
    _Drawing(words.language, painter).draw(receipt, words)
    painter.end()
    return bytes(buffer.data().data())


def paint_receipt(receipt: Receipt, words: ReceiptWords, width_px: int) -> QImage:
    """The receipt as a picture `width_px` pixels wide."""
    scale = width_px / _WIDTH
    height = _Drawing(words.language, None).draw(receipt, words)
    image = QImage(width_px, max(1, math.ceil(height * scale)), QImage.Format.Format_RGB32)
    image.fill(_PAPER)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    _Drawing(words.language, painter).draw(receipt, words)
    painter.end()
    return image


@lru_cache(maxsize=1)
def _families() -> dict[str, list[str]]:
    return {language: list(families) for language, families in load_theme("light").fonts.items()}


class _Drawing:
    """Draws downwards; without a painter it only measures."""

    def __init__(self, language: str, painter: QPainter | None) -> None:
        self._language = language
        self._painter = painter
        self._y = _MARGIN

    def draw(self, receipt: Receipt, words: ReceiptWords) -> float:
        """Draw everything; gives the height of the paper."""
        centre = Qt.AlignmentFlag.AlignHCenter
        self._text(receipt.store.get(self._language), 17, bold=True, align=centre)
        self._y += 4
        if receipt.voided is not None:
            self._voided(words, receipt)
        self._pair(wall_time(receipt.at, receipt.zone), receipt.terminal, 11, pale=True)
        self._text(words.number.format(number=receipt.number), 11, pale=True)
        self._pair(words.clerk, receipt.clerk, 11, pale=True)
        if receipt.member:
            self._pair(words.member, receipt.member, 11, pale=True)
        self._rule()
        for what, how_much in words.pairs(receipt):
            self._pair(what, how_much, 13)
        self._rule()
        self._pair(words.to_pay, words.money(receipt.total, receipt.currency), 20, bold=True)
        if receipt.saved:
            self._pair(words.saved, words.money(receipt.saved, receipt.currency), 13, bold=True)
        self._rule()
        heading, *rewards = words.rewards(receipt) or ("",)
        if rewards:
            self._text(heading, 11, pale=True)
            for reward in rewards:
                self._text(reward, 13)
            self._rule()
        if receipt.unsent:
            self._text(words.unsent, 11, align=centre)
        self._text(words.thanks, 11, align=centre)
        self._symbol(receipt.code)
        return self._y + _MARGIN

    def _font(self, px: float, bold: bool) -> QFont:
        font = QFont()
        font.setFamilies(_families()[self._language])
        font.setPixelSize(round(px))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        if self._language == "en":
            font.setFeature(QFont.Tag("pwid"), 1)  # as on the screen: Chinese faces draw ’ as wide as a character
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # so that text scales with the drawing
        return font

    def _block(
        self,
        text: str,
        px: float,
        left: float,
        width: float,
        *,
        bold: bool,
        colour: QColor = _INK,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> tuple[float, float]:
        """Lay `text` out in a column, draw it at the present height; gives its widest line and its height."""
        layout = QTextLayout(text, self._font(px, bold))
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.beginLayout()
        height, widest = 0.0, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() * 1.1
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        if self._painter is not None:
            self._painter.setPen(colour)
            layout.draw(self._painter, QPointF(left, self._y))
        return widest, height

    def _text(
        self,
        text: str,
        px: float,
        *,
        bold: bool = False,
        pale: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        colour = _PALE if pale else _INK
        _, height = self._block(text, px, _MARGIN, _WIDTH - 2 * _MARGIN, bold=bold, colour=colour, align=align)
        self._y += height

    def _pair(self, left: str, right: str, px: float, *, bold: bool = False, pale: bool = False) -> None:
        """What and how much; each wraps in its own column."""
        room = _WIDTH - 2 * _MARGIN
        painter, self._painter = self._painter, None
        right_wide = min(self._block(right, px, 0, room, bold=bold)[0] + 1, room * 0.6)
        self._painter = painter
        colour = _PALE if pale else _INK
        left_wide = room - right_wide - 8
        _, left_high = self._block(left, px, _MARGIN, left_wide, bold=bold, colour=colour)
        align = Qt.AlignmentFlag.AlignRight
        start = _MARGIN + room - right_wide
        _, right_high = self._block(right, px, start, right_wide, bold=bold, colour=colour, align=align)
        self._y += max(left_high, right_high)

    def _rule(self) -> None:
        self._y += 6
        if self._painter is not None:
            self._painter.fillRect(QRectF(_MARGIN, self._y, _WIDTH - 2 * _MARGIN, 0.75), _INK)
        self._y += 6

    def _voided(self, words: ReceiptWords, receipt: Receipt) -> None:
        """White on black, so that nobody takes the paper for a good receipt."""
        assert receipt.voided is not None
        text = words.voided.format(time=wall_time(receipt.voided.at, receipt.zone), clerk=receipt.voided.clerk)
        painter, self._painter = self._painter, None
        centre = Qt.AlignmentFlag.AlignHCenter
        room = _WIDTH - 2 * _MARGIN
        _, height = self._block(text, 14, _MARGIN, room, bold=True, align=centre)
        self._painter = painter
        if painter is not None:
            painter.fillRect(QRectF(_MARGIN, self._y, room, height + 8), _INK)
        self._y += 4
        self._block(text, 14, _MARGIN, room, bold=True, colour=_PAPER, align=centre)
        self._y += height + 10

    def _symbol(self, text: str) -> None:
        """The QR symbol, in the middle, its quiet zone kept free."""
        symbol = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=_QUIET_ZONE)
        symbol.add_data(text)
        rows = symbol.get_matrix()
        module = _QR_SIDE / len(rows)
        if self._painter is not None:
            antialiasing = QPainter.RenderHint.Antialiasing
            smooth = bool(self._painter.renderHints() & antialiasing)
            self._painter.setRenderHint(antialiasing, False)  # soft edges between modules cost readability
            left = (_WIDTH - _QR_SIDE) / 2
            for y, row in enumerate(rows):
                for x, dark in enumerate(row):
                    if dark:
                        self._painter.fillRect(QRectF(left + x * module, self._y + y * module, module, module), _INK)
            self._painter.setRenderHint(antialiasing, smooth)
        self._y += _QR_SIDE
