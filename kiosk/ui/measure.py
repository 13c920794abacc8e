"""Sizes are written in design pixels and multiplied by one factor, the window's scale.

Shape and scale follow from the room that the window has, in logical pixels (`fitting`). Pages have two shapes: wide,
with everything side by side, and tall, for screens of 4:3 and windows that are not wide, where what stood at the side
stands below. Where one of them holds a page whole, nothing is made smaller; where none does, all of it is, so that what
is small is small everywhere and nothing overlaps. A process has one window at a time, and so one scale. `row`, `column`
and `held` remember what was wanted of a layout or widget; `rescale` applies it again when the window gets another size.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QWidget


class Shape(StrEnum):
    """How a page lays its parts out."""

    WIDE = "wide"
    TALL = "tall"


DESIGN = {Shape.WIDE: (1366, 688), Shape.TALL: (1000, 688)}
"""Logical pixels that the pages are made for: screens of 1366×768 and 1024×768, under a title bar and above a task bar.
At this size and above, targets are as large as a finger wants them (`size.target`)."""

UPRIGHT = (760, 1350)
"""Logical pixels that pages for customers are made for on an upright screen: 1080×1920 shows them 1.4 times."""

NARROWER = 0.9
"""Down to this scale a wide page is still preferred to a tall one where the system magnifies everything anyway."""

LEAST_WINDOW = (960, 500)
"""Pixels of the screen, not logical ones: smaller, letters would be too small to be read."""

LEAST_TYPE = 11
"""Pixels of the screen of the smallest letters."""

GROWTH = 0.7
"""How much of the room above DESIGN makes everything larger; the rest is for longer lists and wider columns."""

STEPS = 40
"""Steps of the scale in one: a window that is dragged larger is not laid out anew at every pixel."""

_scale = [1.0]


def fitting(width: int, height: int, reserved: int = 0, ratio: float = 1.0) -> tuple[Shape, float]:
    """Shape and scale for a window of so many logical pixels. `reserved`: design pixels of its height that a strip
    above the page takes. `ratio`: pixels of the screen in a logical one."""
    wide, tall = (scale_for(shape, width, height, reserved) for shape in (Shape.WIDE, Shape.TALL))
    # Not made smaller, or to a finger's eye not: whoever has 150 % on a fine screen keeps the columns.
    if wide >= min(1, tall) or (wide >= NARROWER and wide * ratio >= 1):
        return Shape.WIDE, wide
    return Shape.TALL, tall


def scale_for(shape: Shape, width: int, height: int, reserved: int = 0) -> float:
    """The scale of a shape in a window of so many logical pixels, in steps of 1/STEPS."""
    room = min(width / DESIGN[shape][0], height / (DESIGN[shape][1] + reserved))
    return max(1, int(STEPS * (room if room <= 1 else 1 + GROWTH * (room - 1)))) / STEPS


def upright(width: int, height: int) -> float:
    """The scale of pages for customers in an upright window of so many logical pixels: read standing, they grow with
    all of the room."""
    return max(1, int(STEPS * min(width / UPRIGHT[0], height / UPRIGHT[1]))) / STEPS


def use_scale(scale: float) -> None:
    """From now on."""
    _scale[0] = scale


def px(design: float) -> int:
    """Logical pixels of a size in design pixels; at least 1 of what is not nothing."""
    return max(1, round(design * _scale[0])) if design else 0


def spaced_out(layout: QLayout, margins: tuple[int, int, int, int], gap: int, down: int | None = None) -> None:
    """Margins and gap of a layout, in design pixels; `down`: another gap between the lines of a grid."""
    layout.setProperty("design", [*margins, gap, gap if down is None else down])
    _space(layout)


def respace(layout: QLayout, margins: tuple[int, int, int, int], gap: int) -> None:
    """Other margins, another gap of a layout that has some already, in design pixels."""
    wanted = [*margins, gap, gap]
    if layout.property("design") != wanted:
        spaced_out(layout, margins, gap)


def held(
    widget: QWidget,
    *,
    width: int | None = None,
    height: int | None = None,
    least_width: int | None = None,
    least_height: int | None = None,
    most_height: int | None = None,
) -> None:
    """Keep a widget at a size, or within one, in design pixels."""
    before = widget.property("design") or [0, 0, 0, 0, 0]
    wanted = (width, height, least_width, least_height, most_height)
    widget.setProperty("design", [old if new is None else new for old, new in zip(before, wanted, strict=True)])
    _hold(widget)


def rescale(root: QWidget) -> None:
    """Everything below a widget in the scale in use."""
    for layout in root.findChildren(QLayout):
        _space(layout)
    for widget in (root, *root.findChildren(QWidget)):
        _hold(widget)
        if isinstance(widget, QLabel):
            # A label keeps the size it once wanted; other padding in a style sheet is no reason for it to
            # think again; to be indented is.
            widget.setIndent(widget.indent())


def _space(layout: QLayout) -> None:
    wanted = layout.property("design")
    if wanted is None:
        return
    left, top, right, bottom, gap, down = (px(size) for size in wanted)
    layout.setContentsMargins(left, top, right, bottom)
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(gap)
        layout.setVerticalSpacing(down)
    else:
        layout.setSpacing(gap)


def _hold(widget: QWidget) -> None:
    wanted = widget.property("design")
    if wanted is None:
        return
    width, height, least_width, least_height, most_height = (px(size) for size in wanted)
    if width:
        widget.setFixedWidth(width)
    if height:
        widget.setFixedHeight(height)
    if least_width:
        widget.setMinimumWidth(least_width)
    if least_height:
        widget.setMinimumHeight(least_height)
    if most_height:
        widget.setMaximumHeight(most_height)
