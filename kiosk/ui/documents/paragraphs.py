"""Text and pairs as strips of paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QColor, QPainter

from kiosk.domain.documents.blocks import Align, Pair, Size, Text
from kiosk.ui.documents.faces import Line
from kiosk.ui.documents.sheet import BLACK, Sheet, beside, filled
from kiosk.ui.documents.strips import Draw, Run, Strip, paragraph

_RIGHT_MOST = 0.6
"""Share of the width that what stands right in a pair may take from what stands left and is long, too."""
_FIT_HEIGHT = 0.45
"""Share of a paper's height that a text takes which is made as large as fits."""
_FIT_STEP = 0.94
_LED_MM = 60
"""Empty paper in a pair from which on dots lead across it."""
_BALANCED = 4
"""Lines up to which a text in the middle is made of equal ones."""


def text_runs(sheet: Sheet, text: Text, width: int) -> list[Run]:
    """A paragraph. One that reads as a heading is followed by something on its page."""
    colour = sheet.colour(pale=text.pale, accent=text.accent, inverse=text.inverse)
    pad = sheet.units(1.4) if text.inverse else 0
    inner = width - 2 * pad
    lines = _fitted(sheet, text, inner, colour) if text.fit else balanced(sheet, text, inner, colour)
    if text.inverse:
        return paragraph(_on_black(lines, width, pad, sheet.ground(accent=text.accent)))
    heading = text.bold or text.size in (Size.LARGE, Size.HUGE)
    return paragraph(beside([(0, lines)]), glued=heading)


def balanced(sheet: Sheet, text: Text, width: int, colour: QColor = BLACK) -> list[Line]:
    """The lines of a text. In the middle of the paper they are about equally long: no word is left over for the last
    one."""

    def lines(room: int) -> list[Line]:
        return sheet.lines(text.text, room, size=text.size, bold=text.bold, colour=colour, align=text.align)

    found = lines(width)
    if text.align is not Align.CENTRE or not 1 < len(found) <= _BALANCED:
        return found
    least, most = width // 2, width
    while most - least > max(1, width // 64):
        middle = (least + most) // 2
        tried = lines(middle)
        if len(tried) > len(found) or any(line.width > middle for line in tried):
            least = middle
        else:
            most = middle
    shift = (width - most) // 2
    return [replace(line, draw=_shifted(line, shift)) for line in lines(most)]


def _shifted(line: Line, by: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        line.draw(painter, x + by, y)

    return draw


def _fitted(sheet: Sheet, text: Text, width: int, colour: QColor) -> list[Line]:
    """As large as its lines fit: on one line if that is still large, else on two, else on three; a text that is longer
    wraps as any other."""
    largest = sheet.points(Size.HUGE) * (1.6 if sheet.is_label else 1.3)
    room = None if sheet.room is None else int(sheet.room * _FIT_HEIGHT)
    given = max(1, text.text.count("\n") + 1)
    steps = ((0, 0.75 * sheet.points(Size.HUGE)), (1, sheet.points(Size.LARGE)), (2, sheet.points(Size.BODY)))

    def lines(points: float, column: int) -> list[Line]:
        font = sheet.faces.font(points, bold=text.bold)
        return sheet.faces.lines(text.text, font, column, colour=colour, align=text.align, whole_words=True)

    def fits(found: list[Line], column: int, most: int, high: float | None) -> bool:
        if len(found) > most or any(line.width > column for line in found):
            return False
        return high is None or sum(line.height for line in found) <= high

    for more, least in steps:
        points = largest
        while points >= least:
            # tried with one font in a wider column, as fonts of many sizes take long to load
            by = largest / points
            column = int(width * by)
            if fits(lines(largest, column), column, given + more, room and room * by):
                found = lines(points, width)
                if fits(found, width, given + more, room):
                    return found
            points *= _FIT_STEP
    return sheet.lines(text.text, width, size=text.size, bold=text.bold, colour=colour, align=text.align)


def _on_black(lines: Sequence[Line], width: int, pad: int, ground: QColor) -> list[Strip]:
    strips = []
    for at, line in enumerate(lines):
        above = pad // 2 if at == 0 else 0
        below = pad // 2 if at == len(lines) - 1 else 0
        height = line.height + above + below
        # black below black: where edges are smoothed, no light shines between the lines
        under = height if at == len(lines) - 1 else height + line.height // 4
        strips.append(Strip(height, _on_ground(line, width, under, pad, above, ground)))
    return strips


def _on_ground(line: Line, width: int, height: int, pad: int, above: int, ground: QColor) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        filled(painter, x, y, width, height, ground)
        line.draw(painter, x + pad, y + above)

    return draw


def pair_runs(sheet: Sheet, pair: Pair, width: int) -> list[Run]:
    """What and how much, each wrapped in its own column; what is long and leaves the other no room takes lines of its
    own."""
    colour = sheet.colour(pale=pair.pale, less=pair.less)
    gap = sheet.units(2.1)
    left_wants = sheet.text_width(pair.left, pair.size, bold=pair.bold) + gap
    most = max(int(width * _RIGHT_MOST), width - left_wants)
    right_wide = min(sheet.text_width(pair.right, pair.size, bold=pair.bold), most)
    left_wide = width - right_wide - gap
    left = sheet.lines(pair.left, left_wide, size=pair.size, bold=pair.bold, colour=colour)
    right = sheet.lines(pair.right, right_wide, size=pair.size, bold=pair.bold, colour=colour, align=Align.RIGHT)
    strips = beside([(0, left), (width - right_wide, right)])
    if len(strips) == 1 and right_wide and not sheet.is_label:
        first, last = left[0].width + gap, width - right_wide - gap
        if last - first >= sheet.units(_LED_MM):
            strips = [_led(sheet, strips[0], max(left[0].ascent, right[0].ascent), first, last)]
    return paragraph(strips)


def _led(sheet: Sheet, strip: Strip, baseline: int, first: int, last: int) -> Strip:
    """With dots that lead the eye from what stands left to what stands far right."""
    step, dot = sheet.units(1.8), max(1, sheet.units(0.25))
    colour = sheet.colour(pale=True)

    def draw(painter: QPainter, x: int, y: int) -> None:
        if strip.draw is not None:
            strip.draw(painter, x, y)
        # counted from the right, so that the dots of all lines stand below each other
        for at in range(last - (last - first) // step * step, last, step):
            filled(painter, x + at, y + baseline - dot, dot, dot, colour)

    return Strip(strip.height, draw)
