"""Tables as strips of paper: columns as wide as they must be, headings again on each page, pairs where there is no
room for columns."""

from __future__ import annotations

import re

from PySide6.QtGui import QPainter

from kiosk.domain.documents.blocks import Align, Column, Field, Pair, Size, Table
from kiosk.ui.documents.forms import field_runs
from kiosk.ui.documents.paragraphs import pair_runs
from kiosk.ui.documents.sheet import Sheet, beside, filled
from kiosk.ui.documents.strips import Draw, Run, Strip, high

_TALL_MM = 9
_WIDE_MM = 100
_LEAST_EMS = 3.5
"""Letters that a column of text takes at least, narrower it is no column."""
_HEADING_EMS = 4
"""Letters up to which a heading stays on one line."""
_MOST_LINES = 1.9
"""Lines of a cell from which on a narrow paper has pairs rather than columns."""
_WORD_EMS = 9
"""Letters up to which a word makes its column wider instead of being broken."""


def table_runs(sheet: Sheet, table: Table, width: int) -> list[Run]:
    """Heading and rows, or pairs of heading and cell."""
    if not table.columns:
        return []
    wide = _widths(sheet, table, width - 2 * _begin(sheet, table))
    if wide is None:
        return _as_pairs(sheet, table, width)
    head = _heading(sheet, table, wide)
    runs = [Run(head, glued=True)] if head else []
    return runs + [Run(_row(sheet, table, row, wide), head=head) for row in table.rows]


def _cells(table: Table, row: tuple[str, ...]) -> list[str]:
    """As many as there are columns."""
    return [row[at] if at < len(row) else "" for at in range(len(table.columns))]


def _pad(sheet: Sheet, table: Table) -> int:
    """Empty on both sides of a cell; without lines, what stands outermost stands at the column's edge."""
    return sheet.units(1.2 if table.lined else 1.6 if sheet.paper.width >= _WIDE_MM else 0.9)


def _begin(sheet: Sheet, table: Table) -> int:
    return 0 if table.lined else -_pad(sheet, table)


def _widths(sheet: Sheet, table: Table, width: int) -> list[int] | None:
    """Units of each column: by its share, but none so narrow that its figures or words do not fit. None: there are too
    many for the width."""
    em = sheet.text_width("M" * 10) / 10
    pad = 2 * _pad(sheet, table)
    natural, least = [], []
    for at, column in enumerate(table.columns):
        texts = [_cells(table, row)[at] for row in table.rows]
        heading = min(int(_HEADING_EMS * em), sheet.text_width(column.heading, Size.SMALL, bold=True))
        longest = max((sheet.text_width(text) for text in set(texts)), default=0)
        needed = longest if column.count else max(int(_LEAST_EMS * em), _word_width(sheet, texts, em))
        natural.append(max(longest, heading) + pad)
        least.append(max(needed, heading) + pad)
    if sum(least) > width:
        return None
    shares = [max(1, column.share) for column in table.columns]
    wide = _shared(width, shares, least)
    if any(has < need for has, need in zip(wide, natural, strict=True)):
        # figures take what they need, texts the rest
        wide = _shared(
            width, [0 if column.count else share for column, share in zip(table.columns, shares, strict=True)], least
        )
    if sheet.paper.width < _WIDE_MM and any(need > _MOST_LINES * has for has, need in zip(wide, natural, strict=True)):
        return None
    return wide


def _shared(width: int, shares: list[int], least: list[int]) -> list[int]:
    """A width by shares, no part below its least; their sum is not more than the width."""
    if not any(shares):
        shares = [1] * len(shares)
    fixed: set[int] = set()
    while True:
        room = width - sum(least[at] for at in fixed)
        whole = sum(share for at, share in enumerate(shares) if at not in fixed)
        wide = [need if at in fixed else room * shares[at] // max(1, whole) for at, need in enumerate(least)]
        below = {at for at, need in enumerate(least) if wide[at] < need}
        if not below:
            wide[max(range(len(wide)), key=wide.__getitem__)] += width - sum(wide)
            return wide
        fixed |= below


def _word_width(sheet: Sheet, texts: list[str], em: float) -> int:
    """The widest word, of those that are not to be broken."""
    words = {word for text in texts[:500] for word in re.split(r"\s+", text) if word.isascii() and len(word) > 2}
    longest = sorted(words, key=len)[-20:]
    return min(int(_WORD_EMS * em), max((sheet.text_width(word) for word in longest), default=0))


def _heading(sheet: Sheet, table: Table, wide: list[int]) -> tuple[Strip, ...]:
    """What stands above the rows of each page: headings, and the line above or below them."""
    line = sheet.line_width()
    across = _across(sum(wide) + 2 * _begin(sheet, table), line)
    above = (Strip(line, across),) if table.lined else ()
    if not any(column.heading for column in table.columns):
        return above
    headings = tuple(column.heading for column in table.columns)
    strips = _row(sheet, table, headings, wide, heading=True)
    if table.lined:
        return (*above, *strips)
    return (*strips, Strip(line + sheet.units(0.6), across))


def _row(
    sheet: Sheet, table: Table, row: tuple[str, ...], wide: list[int], *, heading: bool = False
) -> tuple[Strip, ...]:
    pad = _pad(sheet, table)
    size = Size.SMALL if heading else Size.BODY
    colour = sheet.colour(pale=heading)
    cells, x = [], _begin(sheet, table)
    for column, text, has in zip(table.columns, _cells(table, row), wide, strict=True):
        cells.append(
            (x + pad, sheet.lines(text, has - 2 * pad, size=size, bold=heading, colour=colour, align=_side(column)))
        )
        x += has
    strips = beside(cells)
    above = below = sheet.units(0.7 if table.lined else 0.4)
    if table.tall and not heading and (missing := sheet.units(_TALL_MM) - high(strips)) > 0:
        above, below = missing // 2, missing - missing // 2
    edges = [sum(wide[:at]) for at in range(len(wide) + 1)] if table.lined else []
    line = sheet.line_width()
    return tuple(
        _padded(
            strip,
            above if at == 0 else 0,
            below if at == len(strips) - 1 else 0,
            edges,
            line,
            last=at == len(strips) - 1,
        )
        for at, strip in enumerate(strips)
    )


def _side(column: Column) -> Align:
    return Align.RIGHT if column.count and column.align is Align.LEFT else column.align


def _padded(strip: Strip, above: int, below: int, edges: list[int], line: int, *, last: bool) -> Strip:
    height = strip.height + above + below

    def draw(painter: QPainter, x: int, y: int) -> None:
        if strip.draw is not None:
            strip.draw(painter, x, y + above)
        if edges:
            for at, edge in enumerate(edges):
                filled(painter, x + edge - (line if at == len(edges) - 1 else 0), y, line, height)
            if last:
                filled(painter, x, y + height - line, edges[-1], line)

    return Strip(height, draw)


def _across(width: int, line: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        filled(painter, x, y, width, line)

    return draw


def _as_pairs(sheet: Sheet, table: Table, width: int) -> list[Run]:
    """Each row below the other, its cells in pairs; what is empty in a table for writing gets a line to write on."""
    runs: list[Run] = []
    line = sheet.line_width()
    for row in table.rows:
        strips: list[Strip] = []
        for column, text in zip(table.columns, _cells(table, row), strict=True):
            if (table.tall or table.lined) and not text:
                block = field_runs(sheet, Field(column.heading), width)
            else:
                block = pair_runs(sheet, Pair(column.heading, text), width)
            strips += [strip for run in block for strip in run.strips]
        gap = sheet.units(1)
        strips.append(Strip(2 * gap + line, _below(width, line, gap)))
        runs.append(Run(tuple(strips)))
    return runs


def _below(width: int, line: int, gap: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        filled(painter, x, y + gap, width, line)

    return draw
