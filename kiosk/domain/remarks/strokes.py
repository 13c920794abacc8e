"""What somebody drew by finger or pen, a signature, as a text short enough to lie where words of theirs do."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.remarks.remark import LONGEST

SIDE = 1 << 10
"""Steps of the field, across and down."""
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUE = {sign: value for value, sign in enumerate(_SIGNS)}
_HEAD = "~s1"
_APART = "."
_A_POINT = 4
Stroke = Sequence[tuple[int, int]]


def packed(strokes: Sequence[Stroke], most: int = LONGEST) -> str:
    """The strokes in at most `most` characters: of too many points as many as are needed least are left out, never a
    stroke's ends. "": nothing was drawn, or too many strokes for that."""
    kept = [[_inside(point) for point in stroke] for stroke in strokes if stroke]
    room = most - len(_HEAD) - len(kept)
    while _A_POINT * sum(map(len, kept)) > room:
        at = min(
            ((_bend(stroke, i), n, i) for n, stroke in enumerate(kept) for i in range(1, len(stroke) - 1)), default=None
        )
        if at is None:
            return ""
        del kept[at[1]][at[2]]
    return _HEAD + "".join(_APART + "".join(map(_signs, stroke)) for stroke in kept) if kept else ""


def strokes_of(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """What was packed. Raises ValueError for anything else."""
    head, *parts = text.split(_APART)
    if head != _HEAD or not parts or any(not part or len(part) % _A_POINT for part in parts):
        raise ValueError("no strokes")
    if any(sign not in _VALUE for part in parts for sign in part):
        raise ValueError("no strokes")
    return tuple(
        tuple(_point(part[first : first + _A_POINT]) for first in range(0, len(part), _A_POINT)) for part in parts
    )


def svg(text: str) -> str:
    """A drawing of them, for who has to show that a prize was signed for. Raises ValueError."""
    lines = "".join(
        '<polyline points="' + " ".join(f"{x},{y * 3 // 10}" for x, y in (*stroke, stroke[-1])) + '"/>'
        for stroke in strokes_of(text)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 308" fill="none" stroke="#000" stroke-width="6"'
        f' stroke-linecap="round" stroke-linejoin="round">{lines}</svg>'
    )


def _inside(point: tuple[int, int]) -> tuple[int, int]:
    return min(max(point[0], 0), SIDE - 1), min(max(point[1], 0), SIDE - 1)


def _bend(stroke: Stroke, at: int) -> int:
    """How much a point has to say: twice the area of the triangle with its neighbours."""
    (ax, ay), (bx, by), (cx, cy) = stroke[at - 1 : at + 2]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))


def _signs(point: tuple[int, int]) -> str:
    return "".join(_SIGNS[value // 64] + _SIGNS[value % 64] for value in point)


def _point(signs: str) -> tuple[int, int]:
    x, y = (_VALUE[signs[at]] * 64 + _VALUE[signs[at + 1]] for at in (0, 2))
    return _inside((x, y))
