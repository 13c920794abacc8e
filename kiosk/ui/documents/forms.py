"""What is filled in with a pen, as strips of paper: lines, boxes for characters, boxes to tick."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from kiosk.domain.documents.blocks import Align, Field, Ticks
from kiosk.ui.documents.faces import Line
from kiosk.ui.documents.sheet import Sheet, beside, filled, frame
from kiosk.ui.documents.strips import Draw, Run, Strip

_LINE_MM = 9
"""Height of a line that is written on by hand."""
_BOX_MM = (6.0, 7.5)
_TICK_MM = 3.4


def field_runs(sheet: Sheet, field: Field, width: int) -> list[Run]:
    """A word and a line, or boxes; the word stands above where it would leave too little beside it."""
    label_wide = sheet.text_width(field.label) + sheet.units(2.5) if field.label else 0
    # a row for all boxes where one holds them, and half of the width for a line
    box = sheet.units(_BOX_MM[0])
    all_boxes = max(field.boxes, len(field.value)) * box if field.boxes else 0
    needs = all_boxes if all_boxes <= width else min(4 * box, all_boxes)
    above = label_wide > width // 2 or width - label_wide < needs
    start = 0 if above else label_wide
    room = width - start
    strips = list(_boxes(sheet, field, room) if field.boxes else _lines(sheet, field, room))
    if not field.label:
        return [Run(tuple(strips))]
    label = sheet.lines(field.label, width if above else label_wide)
    if above:
        return [Run((*beside([(0, label)]), *strips))]
    first = strips[0]
    baseline = first.height - sheet.units(2)
    strips[0] = Strip(first.height, _labelled(label[0], baseline, first.draw, start))
    strips[1:] = [Strip(strip.height, _moved(strip.draw, start)) for strip in strips[1:]]
    return [Run(tuple(strips))]


def _labelled(label: Line, baseline: int, inner: Draw | None, start: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        label.draw(painter, x, y + max(0, baseline - label.ascent))
        if inner is not None:
            inner(painter, x + start, y)

    return draw


def _moved(inner: Draw | None, start: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        if inner is not None:
            inner(painter, x + start, y)

    return draw


def _lines(sheet: Sheet, field: Field, width: int) -> list[Strip]:
    """The value, each of its lines on a line."""
    line = sheet.line_width()
    foot = sheet.units(1.4)
    strips = []
    for text in sheet.lines(field.value, width):
        height = max(sheet.units(_LINE_MM), text.height + foot + line)
        strips.append(Strip(height, _on_line(text, width, height, foot, line)))
    return strips


def _on_line(text: Line, width: int, height: int, foot: int, line: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        filled(painter, x, y + height - foot, width, line)
        text.draw(painter, x, max(y, y + height - foot - text.height))

    return draw


def _boxes(sheet: Sheet, field: Field, width: int) -> list[Strip]:
    """Boxes with the value's characters, as many rows as they take."""
    wide, high = (sheet.units(mm) for mm in _BOX_MM)
    a_row = max(1, width // wide)
    count = max(field.boxes, len(field.value))
    strips = []
    for first in range(0, count, a_row):
        inside = [
            sheet.lines(field.value[at], wide, align=Align.CENTRE)[0] if at < len(field.value) else None
            for at in range(first, min(first + a_row, count))
        ]
        strips.append(Strip(high + sheet.units(1.5), _row_of_boxes(inside, wide, high, sheet.line_width())))
    return strips


def _row_of_boxes(inside: list[Line | None], wide: int, high: int, line: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        for at, text in enumerate(inside):
            left = x + at * wide
            # neighbours share a line
            frame(painter, left, y, wide + (line if at < len(inside) - 1 else 0), high, line)
            if text is not None:
                text.draw(painter, left, y + max(0, high - text.height) // 2)

    return draw


def ticks_runs(sheet: Sheet, ticks: Ticks, width: int) -> list[Run]:
    """The question, and below it its answers, as many in a row as fit."""
    strips = beside([(0, sheet.lines(ticks.label, width))]) if ticks.label else []
    box, gap = sheet.units(_TICK_MM), sheet.units(1.5)
    between = sheet.units(6)
    row: list[tuple[int, list[Line]]] = []
    at = 0
    for choice in ticks.choices:
        own = min(sheet.text_width(choice) + 1, width - box - gap)
        if row and at + box + gap + own > width:
            strips += _tick_row(sheet, row, box, gap)
            row, at = [], 0
        row.append((at, sheet.lines(choice, own)))
        at += box + gap + own + between
    if row:
        strips += _tick_row(sheet, row, box, gap)
    return [Run(tuple(strips))] if strips else []


def _tick_row(sheet: Sheet, row: list[tuple[int, list[Line]]], box: int, gap: int) -> list[Strip]:
    strips = beside([(x + box + gap, lines) for x, lines in row])
    first = strips[0]
    lift = sheet.units(0.9)
    height = max(first.height, box) + 2 * lift
    strips[0] = Strip(height, _ticked([x for x, _ in row], first, box, sheet.line_width(), lift, height))
    return strips


def _ticked(lefts: list[int], words: Strip, box: int, line: int, lift: int, height: int) -> Draw:
    def draw(painter: QPainter, x: int, y: int) -> None:
        if words.draw is not None:
            words.draw(painter, x, y + (height - words.height) // 2)
        for left in lefts:
            frame(painter, x + left, y + (height - box) // 2, box, box, line)

    return draw
