"""Charts as inline SVG: bars against a limit, upright bars over an axis, ranges. No script, nothing from elsewhere.

Bars are all the charts that reports take, so they are drawn here: chart libraries are ten to a hundred times a report
(docs/adr/0010-campaigns-as-data.md). Numbers are integers; `words` says how one is written, with its unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import NamedTuple

WIDTH, ROW, LABEL = 960, 26, 250
BAR, SOFT, OVER, LINE, GRID, BAND = "#3566c4", "#9db3dd", "#c43535", "#1d2433", "#dfe3ea", "#eef1f6"
STYLE = """
svg{display:block;overflow:visible;margin-bottom:.8rem}
svg text{font:12px system-ui,"Noto Sans TC","Noto Sans SC","Noto Sans CJK TC",sans-serif;fill:#1d2433}
svg .soft{fill:#5b6475}
"""
_HIGH, _LEFT, _FOOT = 200, 84, 40

Words = Callable[[int], str]


class Against(NamedTuple):
    """`used` of `whole` (None: of nothing in particular), and what is said of it."""

    label: str
    used: int
    whole: int | None
    words: str


class Range(NamedTuple):
    """The least, the middle and the most of several outcomes; `whole`: what there is, or None."""

    label: str
    least: int
    middle: int
    most: int
    whole: int | None
    words: str


def bars(rows: Sequence[tuple[str, int, str]]) -> str:
    """Horizontal bars: (label, value, value in words) each."""
    if not rows:
        return _nothing()
    most = max(value for _, value, _ in rows) or 1
    room = WIDTH - LABEL - 160
    parts = []
    for index, (label, value, words) in enumerate(rows):
        y = index * ROW
        wide = max(1, max(0, value) * room // most)
        parts += [
            _label(y, label),
            f'<rect x="{LABEL}" y="{y + 5}" width="{wide}" height="{ROW - 10}" fill="{BAR}"/>',
            _text(LABEL + wide + 6, y + 17, words),
        ]
    return svg(len(rows) * ROW, parts)


def against(rows: Sequence[Against]) -> str:
    """Horizontal bars on what there is; what goes beyond it is red."""
    if not rows:
        return _nothing()
    room = WIDTH - LABEL - 330
    parts = []
    for index, row in enumerate(rows):
        y = index * ROW
        whole = row.used if row.whole is None else row.whole
        end = max(row.used, whole, 1)
        wide, line = max(0, row.used) * room // end, LABEL + whole * room // end
        colour = SOFT if row.whole is None else OVER if row.used > whole else BAR
        parts += [
            _label(y, row.label),
            f'<rect x="{LABEL}" y="{y + 5}" width="{room}" height="{ROW - 10}" fill="{BAND}"/>',
            f'<rect x="{LABEL}" y="{y + 5}" width="{wide}" height="{ROW - 10}" fill="{colour}"/>',
            _text(LABEL + room + 10, y + 17, row.words),
        ]
        if row.whole is not None:
            parts.append(f'<rect x="{line - 1}" y="{y + 2}" width="2" height="{ROW - 4}" fill="{LINE}"/>')
    return svg(len(rows) * ROW, parts)


def ranges(rows: Sequence[Range]) -> str:
    """From the least to the most outcome, with a dot at the middle one, each row on its own scale from 0."""
    if not rows:
        return _nothing()
    room = WIDTH - LABEL - 330
    parts = []
    for index, row in enumerate(rows):
        y = index * ROW
        end = max(row.most, row.whole or 0, 1)
        first, dot, last = (LABEL + max(0, at) * room // end for at in (row.least, row.middle, row.most))
        parts += [
            _label(y, row.label),
            f'<rect x="{LABEL}" y="{y + 12}" width="{room}" height="2" fill="{BAND}"/>',
            (
                f'<rect x="{first}" y="{y + 8}" width="{max(2, last - first)}" height="10" rx="5" fill="{BAR}" '
                'fill-opacity="0.35"/>'
            ),
            f'<circle cx="{dot}" cy="{y + 13}" r="5" fill="{BAR}"/>',
            _text(LABEL + room + 10, y + 17, row.words),
        ]
        if row.whole is not None:
            line = LABEL + row.whole * room // end
            parts.append(f'<rect x="{line - 1}" y="{y + 3}" width="2" height="{ROW - 6}" fill="{LINE}"/>')
    return svg(len(rows) * ROW, parts)


def columns(
    rows: Sequence[tuple[str, int]], words: Words, *, across: str, marks: Sequence[tuple[int, str]] = ()
) -> str:
    """Upright bars over an axis with its numbers; each bar has its value as a tool tip. `across`: what goes along the
    axis below. `marks`: (index of a bar, what begins there)."""
    if not rows:
        return _nothing()
    top, step = scale(max(value for _, value in rows))
    wide = (WIDTH - _LEFT) / len(rows)
    head = 20 if marks else 6
    parts = []
    for tick in range(0, top + 1, step):
        y = head + _HIGH - tick * _HIGH / top
        parts += [
            f'<rect x="{_LEFT}" y="{y:.1f}" width="{WIDTH - _LEFT}" height="1" fill="{GRID}"/>',
            _text(_LEFT - 8, y + 4, words(tick), anchor="end", soft=True),
        ]
    for index, what in marks:
        x = _LEFT + index * wide
        parts += [
            f'<rect x="{x:.1f}" y="0" width="1" height="{head + _HIGH}" fill="{LINE}" fill-opacity="0.4"/>',
            _text(x + 5, 12, what, soft=True),
        ]
    every = max(1, -(-len(rows) // 14))
    for index, (label, value) in enumerate(rows):
        tall = max(0, value) * _HIGH / top
        x = _LEFT + index * wide
        parts.append(
            f'<rect x="{x + 1:.1f}" y="{head + _HIGH - tall:.1f}" width="{max(wide - 2, 1):.1f}" height="{tall:.1f}" '
            f'fill="{BAR}"><title>{escape(f"{label}: {words(value)}")}</title></rect>'
        )
        if index % every == 0:
            parts.append(_text(x + wide / 2, head + _HIGH + 16, label, anchor="middle"))
    parts.append(_text(_LEFT + (WIDTH - _LEFT) / 2, head + _HIGH + 34, across, anchor="middle", soft=True))
    return svg(head + _HIGH + _FOOT, parts)


def scale(most: int) -> tuple[int, int]:
    """The end of an axis that has room for `most`, and the step of its numbers."""
    step = step_of(most, 5)
    return max(step, -(-most // step) * step), step


def step_of(most: int, steps: int) -> int:
    """The least round step (1, 2 or 5 and zeros) of which `steps` reach `most`."""
    power = 1
    while True:
        for digit in (1, 2, 5):
            if power * digit * steps >= most:
                return power * digit
        power *= 10


def svg(high: float, parts: Iterable[str]) -> str:
    """A drawing as wide as the page."""
    return f'<svg viewBox="0 0 {WIDTH} {high:g}" width="100%" role="img">{"".join(parts)}</svg>'


def _label(y: int, label: str) -> str:
    """A row's label; a long one is cut and whole in its tool tip."""
    short = label if len(label) <= 36 else f"{label[:35]}…"
    return f'<text x="0" y="{y + 17}"><title>{escape(label)}</title>{escape(short)}</text>'


def _text(x: float, y: float, words: str, *, anchor: str = "start", soft: bool = False) -> str:
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    colour = ' class="soft"' if soft else ""
    return f'<text x="{x:g}" y="{y:g}"{place}{colour}>{escape(words)}</text>'


def _nothing() -> str:
    return "<p>–</p>"
