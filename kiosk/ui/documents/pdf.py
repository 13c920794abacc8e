"""Documents as PDF, with their fonts inside: one on its paper, or many on sheets that are cut up."""

from __future__ import annotations

import math
import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QFile, QFileDevice, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from kiosk.domain.documents.blocks import Document
from kiosk.domain.documents.paper import MM_PER_INCH, Paper
from kiosk.files import put_in_place, write_whole
from kiosk.owner_only import restrict
from kiosk.ui.documents.drawing import FINE_PER_MM, Drawn
from kiosk.ui.documents.sheet import filled

_CROSS_MM = 2.0
_HAIR_MM = 0.1
_ADDED_MM = 0.2
"""What a sheet may lack of the pieces together: four A6 are half a millimetre wider than their A4 is listed."""


def pdf_bytes(document: Document, paper: Paper) -> bytes:
    """The PDF: a page a page of paper, on a roll as long as it takes, one a part between cuts."""
    drawn = Drawn(document, paper, FINE_PER_MM)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, document.title)
    painter = QPainter()
    for at in range(drawn.count):
        _size(writer, drawn.width / FINE_PER_MM, drawn.height(at) / FINE_PER_MM)
        _ = painter.begin(writer) if at == 0 else writer.newPage()
        drawn.draw(painter, at)
    painter.end()
    return bytes(buffer.data().data())


def write_pdf(document: Document, paper: Paper, path: Path) -> None:
    """Write the PDF. OSError when it cannot be written; then nothing is changed."""
    write_whole(path, pdf_bytes(document, paper))


@dataclass(frozen=True, slots=True)
class Imposition:
    """Pieces on a sheet of `width` × `height` millimetres that is cut up along crosses."""

    piece: Paper
    across: int
    down: int
    width: float
    height: float

    @property
    def count(self) -> int:
        """Pieces a sheet."""
        return self.across * self.down

    def corner(self, at: int) -> tuple[float, float]:
        """Where the piece of that number stands on its sheet, in millimetres: row by row, all in the middle."""
        row, column = divmod(at, self.across)
        return self.left + column * self.piece.width, self.top + row * (self.piece.height or 0)

    @property
    def left(self) -> float:
        """Millimetres beside the pieces."""
        return (self.width - self.across * self.piece.width) / 2

    @property
    def top(self) -> float:
        """Millimetres above the pieces."""
        return (self.height - self.down * (self.piece.height or 0)) / 2


def impose(piece: Paper, sheet: Paper) -> Imposition:
    """As many pieces as fit on a sheet, standing or lying. ValueError: a roll, or not even one fits."""
    if piece.height is None or sheet.height is None:
        raise ValueError("a roll has no pieces and is no sheet")
    found = []
    for width, height in ((sheet.width, sheet.height), (sheet.height, sheet.width)):
        across, down = (int((room + _ADDED_MM) // one) for room, one in ((width, piece.width), (height, piece.height)))
        found.append(Imposition(piece, across, down, width, height))
    best = max(found, key=lambda one: one.count)
    if not best.count:
        raise ValueError(f"{piece.name} does not fit on {sheet.name}")
    return best


def part_of(sheet: Paper, across: int, down: int, margin: float = 5) -> Paper:
    """The paper of a piece when a sheet is cut into so many; its types are as large as its size allows. ValueError: a
    roll."""
    if sheet.height is None:
        raise ValueError("a roll is no sheet")
    width, height = sheet.width / across, sheet.height / down
    share = max(0.75, min(1.0, math.sqrt(width * height / (148 * 105))))
    small, body, large, huge = (8.0, 10.0, 15.0, 24.0)
    points = (max(6.5, small * share), max(7.5, body * share), large * share, huge * share)
    return replace(
        sheet, name=f"{sheet.name} / {across * down}", width=width, height=height, margin=margin, points=points
    )


def write_sheet(
    documents: Iterable[Document],
    piece: Paper,
    sheet: Paper,
    path: Path,
    *,
    title: str = "",
    done: Callable[[int], None] = lambda _count: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int | None:
    """Write documents as one PDF, as many pieces to a sheet as fit, with crosses to cut along; gives the sheets.

    Documents are taken one by one, and pages go to the disk as they are full, so that memory does not grow with them.
    `done` is told how many are painted. `cancelled` is asked after each; then there is None, and no file. OSError when
    it cannot be written: nothing is changed. Raises ValueError as `impose` does. Runs on any thread.
    """
    plan = impose(piece, sheet)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    os.close(handle)
    part, file = Path(name), QFile(name)
    try:
        restrict(part)
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            raise OSError(file.errorString())
        sheets = _write(documents, plan, file, title, done, cancelled)
        if sheets is not None:
            _make_durable(file)
            file.close()
            put_in_place(part, path)
    finally:
        file.close()  # Windows removes no file that is open
        part.unlink(missing_ok=True)
    return sheets


def _write(
    documents: Iterable[Document],
    plan: Imposition,
    file: QFile,
    title: str,
    done: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> int | None:
    writer = _writer(file, title)
    _size(writer, plan.width, plan.height)
    painter = QPainter(writer)
    try:
        used, sheets = 0, 1
        drawn: Drawn | None = None
        _crosses(painter, plan)
        for number, document in enumerate(documents, start=1):
            drawn = Drawn(document, plan.piece, FINE_PER_MM, like=drawn)
            for page in range(drawn.count):
                if used == plan.count:
                    writer.newPage()
                    _crosses(painter, plan)
                    used, sheets = 0, sheets + 1
                x, y = plan.corner(used)
                painter.save()
                painter.translate(round(x * FINE_PER_MM), round(y * FINE_PER_MM))
                drawn.draw(painter, page)
                painter.restore()
                used += 1
            done(number)
            if cancelled():
                return None
            if file.error() != QFileDevice.FileError.NoError:
                raise OSError(file.errorString())
        return sheets
    finally:
        painter.end()


def _make_durable(file: QFile) -> None:
    if not file.flush() or file.error() != QFileDevice.FileError.NoError:
        raise OSError(file.errorString())
    os.fsync(file.handle())


def _writer(device: QIODevice, title: str) -> QPdfWriter:
    writer = QPdfWriter(device)
    writer.setResolution(round(FINE_PER_MM * MM_PER_INCH))
    writer.setTitle(title)
    return writer


def _size(writer: QPdfWriter, width: float, height: float) -> None:
    """The size of the pages that follow, in millimetres."""
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "", exact))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))


def _crosses(painter: QPainter, plan: Imposition) -> None:
    """A fine cross where cuts meet: whoever cuts from one to the next has each piece whole."""
    arm, hair = round(_CROSS_MM * FINE_PER_MM), max(1, round(_HAIR_MM * FINE_PER_MM))
    for row in range(plan.down + 1):
        for column in range(plan.across + 1):
            x = round((plan.left + column * plan.piece.width) * FINE_PER_MM)
            y = round((plan.top + row * (plan.piece.height or 0)) * FINE_PER_MM)
            filled(painter, x - arm, y - hair // 2, 2 * arm, hair)
            filled(painter, x - hair // 2, y - arm, hair, 2 * arm)
