"""Documents as labels: the whole label as dots, since no label printer has all characters in all sizes; the printer's
language only says where the dots go and how the paper moves.

`Printer.left` and `top` move the dots, tenths of a millimetre, either way. A document of several pages is as many
labels.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from kiosk.adapters.printing.dots import placed
from kiosk.application.ports.printing import Dots, Painter
from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.paper import Paper, dots_per_mm
from kiosk.domain.documents.printers import Printer


class Labels:
    """Labels for one printer, as dots."""

    def __init__(self, printer: Printer, paper: Paper, painter: Painter) -> None:
        self._printer = printer
        self._paper = paper
        self._painter = painter

    def painted(self, document: Document) -> Iterator[Dots]:
        """Each label, moved; as wide as the paper, on a roll as long as it takes."""
        per_mm = dots_per_mm(self._printer.dpi)
        left, top = (round(tenths / 10 * per_mm) for tenths in (self._printer.left, self._printer.top))
        roll = self._paper.height is None
        width = math.ceil((self._paper.room if roll else self._paper.width) * per_mm)
        for dots in self._painter.paint(document, self._paper, self._printer.dpi):
            height = dots.height + max(0, top) if self._paper.height is None else round(self._paper.height * per_mm)
            yield placed(dots, width, max(1, height), left, top)


class ZplRenderer:
    """ZPL II, of Zebra's printers and those that follow them."""

    def __init__(self, printer: Printer, paper: Paper, painter: Painter) -> None:
        self._labels = Labels(printer, paper, painter)
        self._mode = "C" if printer.cuts else "T"
        self._tracked = "N" if paper.height is None else "Y"

    def render(self, document: Document) -> bytes:
        """What the printer is sent."""
        return b"".join(self._label(dots) for dots in self._labels.painted(document))

    def _label(self, dots: Dots) -> bytes:
        size = dots.stride * dots.height
        head = f"^XA^PW{dots.width}^LL{dots.height}^LH0,0^LT0^LS0^PON^MM{self._mode}^MN{self._tracked}^FO0,0"
        return f"{head}^GFA,{size},{size},{dots.stride},{_shortened(dots)}^FS^PQ1^XZ".encode()


class TsplRenderer:
    """TSPL, of TSC's printers and those that follow them."""

    def __init__(self, printer: Printer, paper: Paper, painter: Painter) -> None:
        self._labels = Labels(printer, paper, painter)
        self._per_mm = dots_per_mm(printer.dpi)
        self._gap = "0 mm,0 mm" if paper.height is None else "2 mm,0 mm"
        self._cutter = "1" if printer.cuts else "OFF"

    def render(self, document: Document) -> bytes:
        """What the printer is sent."""
        return b"".join(self._label(dots) for dots in self._labels.painted(document))

    def _label(self, dots: Dots) -> bytes:
        wide, high = (f"{size / self._per_mm:.4g} mm" for size in (dots.width, dots.height))
        head = (
            f"SIZE {wide},{high}\r\nGAP {self._gap}\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nSET CUTTER {self._cutter}\r\n"
            f"CLS\r\nBITMAP 0,0,{dots.stride},{dots.height},0,"
        )
        rows = bytes(byte ^ 0xFF for byte in dots.rows)  # a dot is what is 0 there
        return head.encode() + rows + b"\r\nPRINT 1,1\r\n"


def pieces(data: bytes) -> int:
    """How many labels a job of either language is; 0 for a job that is none."""
    return data.count(b"^FS^PQ1^XZ") or data.count(b"\r\nPRINT 1,1\r\n")


_TIMES = "GHIJKLMNOPQRSTUVWXYghijklmnopqrstuvwxyz"
"""Letters that say how often the next digit comes: G to Y once to nineteen times, g to z twenty to four hundred."""


def _shortened(dots: Dots) -> str:
    """Rows as ^GFA has them: hexadecimal digits, repeated ones counted, "," for what is empty up to the end, ":" for a
    row as the one before."""
    rows = []
    before = ""
    for at in range(0, len(dots.rows), dots.stride):
        digits = dots.rows[at : at + dots.stride].hex().upper()
        rows.append(":" if digits == before else _counted(digits))
        before = digits
    return "".join(rows)


def _counted(digits: str) -> str:
    full = digits.rstrip("0")
    said = []
    at = 0
    while at < len(full):
        end = at
        while end < len(full) and full[end] == full[at]:
            end += 1
        said.append(_times(end - at) + full[at])
        at = end
    return "".join(said) + ("," if len(full) < len(digits) else "")


def _times(count: int) -> str:
    """A count in letters, "" for one."""
    if count == 1:
        return ""
    said = "z" * (count // 400)
    twenties, ones = divmod(count % 400, 20)
    return said + (_TIMES[18 + twenties] if twenties else "") + (_TIMES[ones - 1] if ones else "")
