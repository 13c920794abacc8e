"""Reads EAN codes from lines across bars that are blurred, mirrored over or narrow, where no single line holds them.

What is read must look like its text and like no other: a check digit alone lets one in ten through.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kiosk.adapters.scan.bars.digits import likeliest
from kiosk.adapters.scan.bars.laying import Laid, guesses, laid
from kiosk.adapters.scan.bars.patterns import Kind, Line

_GUESSES = 3
_FIRST_ROUNDS, _ROUNDS = 2, 4
_LEAST_GUESS = 0.64
"""Digits that look less like digits are not laid on: of what was read rightly all were above 0.7, of textures, QR codes
and other bar codes most are below."""
_PLAIN = 0.9
"""Likeness after the first rounds from which on no other guess is tried."""
_LEAST_ALIKE = 0.94
_LEAST_MARGIN = 0.3
"""What the next likeliest text leaves unexplained is more by so much than what this one does."""


@dataclass(frozen=True, slots=True)
class LineRead:
    """`text` of the likeliest EAN code in a line; `alike`: how much the line looks like it (a correlation); `margin`:
    by how much the next likeliest text explains less; `guess`: how much its digits by themselves look like digits.
    `first` and `last`: where it begins and ends, in samples."""

    text: str
    kind: Kind
    modules: tuple[int, ...]
    alike: float
    margin: float
    guess: float
    blur: float
    first: float
    last: float

    @property
    def sure(self) -> bool:
        """Whether it counts."""
        return self.alike >= _LEAST_ALIKE and self.margin >= _LEAST_MARGIN


def read_line(kind: Kind, line: Line, known: Line) -> LineRead | None:
    """The likeliest code of a kind, in either direction; None where nothing looks like digits. `known`: how much is
    known of each sample."""
    best: tuple[float, Laid, bool] | None = None
    sides = [(line, known), (np.ascontiguousarray(line[::-1]), np.ascontiguousarray(known[::-1]))]
    tries = [(like, way, turned) for turned in (False, True) for like, way in guesses(kind, sides[turned][0], _GUESSES)]
    tries.sort(key=lambda one: -one[0])
    for like, way, turned in tries[:_GUESSES]:
        if like < _LEAST_GUESS or (best is not None and best[1].alike > _PLAIN):
            break
        found = laid(kind, *sides[turned], way, _FIRST_ROUNDS)
        if best is None or found.alike > best[1].alike:
            best = like, found, turned
    if best is None:
        return None
    like, found, turned = best
    found = laid(kind, *sides[turned], found.way, _ROUNDS, found.blur)
    text = likeliest(kind, found.fit)
    first, last = found.way[0] - found.way[1], found.way[0] + found.way[1]
    if turned:
        first, last = len(line) - 1 - first, len(line) - 1 - last
    return LineRead(
        text.text,
        kind,
        kind.symbol(text.states),
        found.alike,
        (text.next_cost - text.cost) / text.cost,
        like,
        found.blur,
        float(first),
        float(last),
    )
