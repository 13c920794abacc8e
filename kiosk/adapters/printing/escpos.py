"""Documents as ESC/POS: what receipt printers understand, after Epson's command reference and what others make of it.

What the printer's own characters can say goes as characters, in columns of 12 dots, QR symbols and barcodes as commands
where they fit; every other block goes as a picture. No character of a document reaches the printer as a command: text
is printable ASCII or two bytes of a Chinese code page, and a picture holds none of the sequences that printers obey
even there.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import Enum
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace as replaced

from kiosk.adapters.printing.columns import cleaned, width
from kiosk.adapters.printing.dots import placed
from kiosk.adapters.printing.plain_text import flat, text_lines
from kiosk.adapters.printing.qr_symbols import QUIET_ZONE, TooLongForSymbol, symbol_size
from kiosk.application.ports.printing import Dots, Painter
from kiosk.domain.documents.blocks import (
    Align,
    AnyBlock,
    Barcode,
    Document,
    PageBreak,
    Pair,
    Qr,
    Rule,
    Size,
    Space,
    Table,
    Text,
)
from kiosk.domain.documents.paper import Paper, dots_per_mm
from kiosk.domain.documents.printers import CodePage, Printer

_Block = TypeVar("_Block", bound=AnyBlock)

CELL = 12
"""Dots of a column (font A)."""
_BAND = 240
"""Rows of a picture that are sent at once; small printers have little memory."""
_LARGEST_FIT = 4
_QUIET = 10
"""Light modules that a Code 128 symbol needs on each side."""

_RESET = b"\x1b@"
_KICK = b"\x1bp\x00\x19\xfa"
"""The drawer's pulse: 50 ms on, 500 ms off."""
_CUT_ALL = b"\x1dV\x41\x00"
_CUT_PART = b"\x1dV\x42\x00"
"""Each feeds to the cutter first."""
_TEAR = b"\x1bd\x06"
_TIMES = {Size.SMALL: (1, 1), Size.BODY: (1, 1), Size.LARGE: (1, 2), Size.HUGE: (2, 2)}
"""Times wider, times higher."""
_OBEYED = re.compile(rb"\x10([\x04\x05\x14])")


class EscPosRenderer:
    """For one printer. What it moves right by (`Printer.left`) makes the paper narrower; left it cannot move."""

    def __init__(self, printer: Printer, paper: Paper, painter: Painter) -> None:
        self._printer = printer
        self._painter = painter
        self._page = printer.code_page
        self._per_mm = dots_per_mm(printer.dpi)
        reach = paper.room * self._per_mm
        self._left = round(min(max(0, printer.left) / 10, paper.room / 4) * self._per_mm)
        self._paper = paper
        if self._left:
            self._paper = replace(paper, width=2 * paper.margin + math.floor(reach - self._left) / self._per_mm)
        self._dots = max(1, math.ceil(reach / 8)) * 8 - self._left
        self._columns = self._dots // CELL

    def render(self, document: Document) -> bytes:
        """What the printer is sent."""
        start = _RESET + b"\x1b2"
        if self._page is not CodePage.PICTURE:
            start += b"\x1c&"
        if document.drawer and self._printer.drawer:
            start += _KICK
        if self._left:
            start += b"\x1dL" + self._left.to_bytes(2, "little")
        if self._printer.top > 0:
            start += _fed(round(self._printer.top / 10 * self._per_mm))
        end = _CUT_ALL if self._printer.cuts else _TEAR
        return start + b"".join(self._parts(document)) + end

    def _parts(self, document: Document) -> Iterator[bytes]:
        painted: list[AnyBlock] = []
        for block in flat(document.blocks):
            if (data := self._said(block)) is None:
                painted.append(block)
                continue
            yield from self._pictures(document, painted)
            painted.clear()
            yield data
        yield from self._pictures(document, painted)

    def _said(self, block: AnyBlock) -> bytes | None:
        """A block in the printer's own words; None where it has to be painted."""
        match block:
            case Space():
                return _fed(round(block.mm * self._per_mm))
            case PageBreak():
                return _CUT_PART if self._printer.cuts else _TEAR
            case Qr():
                return self._qr(block)
            case Barcode():
                return self._barcode(block)
            case Text():
                wide, high = self._fitted(block) if block.fit else _TIMES[block.size]
                # what nobody shall overlook is a bar of twice a line's height at least
                return self._lines(
                    block, wide, max(high, 2) if block.inverse else high, bold=block.bold, inverse=block.inverse
                )
            case Pair():
                wide, high = _TIMES[block.size]
                return self._lines(block, wide, high, bold=block.bold)
            case Rule() | Table(lined=False, tall=False):
                return self._lines(block, 1, 1)
            case _:
                return None  # what is written on by hand needs room

    def _fitted(self, text: Text) -> tuple[int, int]:
        """How much larger a text can be with each of its lines still whole."""
        widest = max(map(width, cleaned(self._written(text).text).split("\n")))
        times = max(1, min(_LARGEST_FIT, self._columns // max(1, widest)))
        return times, times

    def _lines(
        self, block: AnyBlock, wide: int, high: int, *, bold: bool = False, inverse: bool = False
    ) -> bytes | None:
        columns = self._columns // wide
        lines = list(text_lines(self._written(block), columns))
        if inverse:
            lines = [line + " " * (columns - width(line)) for line in lines]
        encoded = []
        for line in lines:
            if (characters := self._encoded(line)) is None or width(line) > columns:
                return None
            encoded.append(characters + b"\n")
        if not encoded:
            return b""
        on, off = b"", b""
        if (wide, high) != (1, 1):
            on, off = b"\x1d!" + bytes([(wide - 1) << 4 | high - 1]), b"\x1d!\x00"
        if bold:
            on, off = on + b"\x1bE\x01", off + b"\x1bE\x00"
        if inverse:
            on, off = on + b"\x1dB\x01", off + b"\x1dB\x00"
        return on + b"".join(encoded) + off

    def _written(self, block: _Block) -> _Block:
        """As printers' characters have it."""
        written: _Block = _rewritten(block, lambda text: plainly(text, self._page))
        return written

    def _encoded(self, line: str) -> bytes | None:
        """A line in the printer's characters, None where it lacks one."""
        encoded = b""
        for character in line:
            if (more := self._character(character)) is None:
                return None
            encoded += more
        return encoded

    def _character(self, character: str) -> bytes | None:
        if character.isascii():
            return character.encode() if character.isprintable() else None
        if self._page is CodePage.PICTURE or width(character) != 2:
            return None
        if unicodedata.category(character)[0] == "L" and unicodedata.east_asian_width(character) == "A":
            return None  # letters of other scripts would stand in fields twice as wide as theirs
        try:
            return character.encode("gbk" if self._page is CodePage.GB18030 else "big5")
        except UnicodeEncodeError:
            return None

    def _qr(self, qr: Qr) -> bytes | None:
        if not (qr.code and qr.code.isascii() and qr.code.isprintable()):
            return None
        below = [self._lines(Text(text, align=qr.align), 1, 1) for text in (qr.caption, qr.readable)]
        if (module := self._module(qr)) < 3:
            return None
        commands = (
            b"1A2\x00",
            b"1C" + bytes([module]),
            b"1E1",
            b"1P0" + qr.code.encode(),
            b"1Q0",
        )
        symbol = b"".join(b"\x1d(k" + len(command).to_bytes(2, "little") + command for command in commands)
        said = [_standing(qr.align, b"\x1bd\x01" + symbol + b"\x1bd\x01")]
        for lines in below:
            if lines is None:
                return None
            said.append(lines)
        return b"".join(said)

    def _module(self, qr: Qr) -> int:
        """Dots of a module, 0 where the symbol is too large. Printers compact less well than we do."""
        try:
            modules = symbol_size(f"{qr.code}a")
        except TooLongForSymbol:
            return 0
        return min(16, int(qr.mm * self._per_mm) // modules, self._dots // (modules + 2 * QUIET_ZONE))

    def _barcode(self, barcode: Barcode) -> bytes | None:
        code = barcode.code
        if not (code and code.isascii() and code.isprintable()):
            return None
        modules = 11 * (len(code) + 3) + 2 + 2 * _QUIET
        data = b"{B" + code.encode().replace(b"{", b"{{")
        if modules * 2 > self._dots or len(data) > 255:
            return None
        high = min(255, max(1, round(barcode.mm * self._per_mm)))
        wide = 3 if modules * 3 <= self._dots else 2
        settings = b"\x1dh" + bytes([high]) + b"\x1dw" + bytes([wide]) + b"\x1dH\x02\x1df\x00"
        return _standing(barcode.align, settings + b"\x1dk\x49" + bytes([len(data)]) + data)

    def _pictures(self, document: Document, blocks: Iterable[AnyBlock]) -> Iterator[bytes]:
        if painted := tuple(blocks):
            part = replaced(document, blocks=painted)
            for dots in self._painter.paint(part, self._paper, self._printer.dpi):
                yield self._picture(dots)

    def _picture(self, dots: Dots) -> bytes:
        bands = []
        for top in range(0, dots.height, _BAND):
            rows = min(_BAND, dots.height - top)
            band = placed(dots, self._dots, rows, top=-top)
            head = b"\x1dv0\x00" + band.stride.to_bytes(2, "little") + rows.to_bytes(2, "little")
            bands.append(head + unobeyed(band.rows))
        return b"".join(bands)


def unobeyed(rows: bytes) -> bytes:
    """Rows in which no printer finds DLE EOT, DLE ENQ or DLE DC4, which it obeys in the middle of pictures (status,
    recovery, the drawer, off): a dot more stands in the second byte, left of one that is there, so never beyond the
    paper."""
    return _OBEYED.sub(lambda found: bytes([0x10, found[1][0] | 0x08]), rows)


def _standing(align: Align, data: bytes) -> bytes:
    if align is Align.LEFT:
        return data
    return b"\x1ba" + (b"\x01" if align is Align.CENTRE else b"\x02") + data + b"\x1ba\x00"


_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "•": "*",
        "·": "*",
        "・": "*",
        "×": "x",
        "\u00a0": " ",
    }
)


def plainly(text: str, page: CodePage) -> str:
    """With plainer signs where those of a Latin text are all that keeps it from being printable ASCII; in Chinese code
    pages with the sign of the yuan as they have it, in full width."""
    if (plain := text.translate(_PLAIN)).isascii():
        return plain
    return text if page is CodePage.PICTURE else text.replace("¥", "￥")


def _fed(dots: int) -> bytes:
    """Paper moved; a unit is a dot on most printers, half a one on some."""
    return b"\x1bJ\xff" * (dots // 255) + (b"\x1bJ" + bytes([dots % 255]) if dots % 255 > 0 else b"")


def _rewritten(value: Any, say: Callable[[str], str]) -> Any:
    """A block with every text that is read on it said otherwise."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return say(value)
    if isinstance(value, tuple):
        return tuple(_rewritten(part, say) for part in value)
    if isinstance(value, Struct):
        return type(value)(*(_rewritten(getattr(value, name), say) for name in value.__struct_fields__))
    return value
