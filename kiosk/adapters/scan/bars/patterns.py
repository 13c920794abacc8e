"""How EAN-13 (with UPC-A) and EAN-8 write digits, and how they look when blurred. ISO/IEC 15420.

Modules are 1 (dark) or 0; a look is a line of −1 light … 1 dark, PER_MODULE samples a module.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Line = NDArray[np.float32]

PER_MODULE = 4
QUIET = 4
"""Modules of the light margin that are compared, to either side."""
DIGIT = 7
EDGE = (1, 0, 1)
CENTRE = (0, 1, 0, 1, 0)
_FINE = 4
_ODD = ("0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011")
_PARITIES = (
    "000000",
    "001011",
    "001101",
    "001110",
    "010011",
    "011001",
    "011100",
    "010101",
    "010110",
    "011010",
)
_REACH = 9
"""Modules of context about what is drawn: more than any blur reaches."""


_Bits = tuple[int, ...]


def _bits(word: str) -> _Bits:
    return tuple(map(int, word))


LEFT_ODD = tuple(map(_bits, _ODD))
RIGHT = tuple(tuple(1 - bit for bit in bits) for bits in LEFT_ODD)
LEFT_EVEN = tuple(tuple(reversed(bits)) for bits in RIGHT)
LEFT = LEFT_ODD + LEFT_EVEN
"""By digit, and by digit + 10 for even parity."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A symbology: digits in each half, the parities of the left half that there are (0 odd, 1 even, a digit each) with
    the digit that each stands for (None: for none)."""

    half: int
    parities: tuple[tuple[int, ...], ...]
    leading: bool

    @property
    def modules(self) -> int:
        """Without margins."""
        return 2 * len(EDGE) + len(CENTRE) + 2 * self.half * DIGIT

    def symbol(self, states: tuple[int, ...]) -> tuple[int, ...]:
        """The modules of a symbol; `states`: of the left half an index into LEFT, of the right one digits."""
        left = [bit for state in states[: self.half] for bit in LEFT[state]]
        right = [bit for state in states[self.half :] for bit in RIGHT[state]]
        return (*EDGE, *left, *CENTRE, *right, *EDGE)


def states_of(kind: Kind, text: str) -> tuple[int, ...]:
    """How a text's digits are drawn, as `Kind.symbol` takes it."""
    digits = [int(digit) for digit in text]
    row = kind.parities[digits.pop(0) if kind.leading else 0]
    return tuple(digit + 10 * row[at] if at < kind.half else digit for at, digit in enumerate(digits))


EAN13 = Kind(6, tuple(map(_bits, _PARITIES)), leading=True)
EAN8 = Kind(4, ((0, 0, 0, 0),), leading=False)


def drawn(modules: Sequence[int] | NDArray[np.int_], blur: float) -> Line:
    """The look of modules (or of rows of them) with what lies around them as the first and the last, out of focus by
    `blur` modules (the Gaussian's standard deviation)."""
    bits = np.asarray(modules, np.float32)
    return np.asarray((2 * bits - 1) @ _responses(bits.shape[-1], blur), np.float32)


@lru_cache(maxsize=128)
def _responses(count: int, blur: float) -> Line:
    """What each of so many modules adds to a look."""
    scale = PER_MODULE * _FINE
    reach = int(min(_REACH, 4 * blur + 1) * scale)
    offsets = np.arange(-reach, reach + 1) / scale
    kernel = np.exp(-0.5 * (offsets / max(blur, 0.05)) ** 2)
    kernel /= kernel.sum()
    fine = np.repeat(np.eye(count), scale, axis=1)
    fine = np.pad(fine, ((0, 0), (_REACH * scale, _REACH * scale)), mode="edge")
    inner = slice(_REACH * scale, -_REACH * scale)
    soft = np.array([np.convolve(row, kernel, "same")[inner] for row in fine])
    return np.asarray(soft.reshape(count, -1, _FINE).mean(axis=2), np.float32)


@dataclass(frozen=True, slots=True)
class Table:
    """Looks, and their squares."""

    look: Line
    square: Line


@dataclass(frozen=True, slots=True)
class Looks:
    """Looks of what lies between the middles of two digits that follow each other, by both their states: `first` (to
    the first digit's middle, by its state), `left`, `centre`, `right`, `last`."""

    first: Table
    left: Table
    centre: Table
    right: Table
    last: Table


@lru_cache(maxsize=64)
def looks(even: bool, blur: float) -> Looks:
    """`even`: whether the left half has digits of even parity, too (states 10 … 19)."""
    half = DIGIT * PER_MODULE // 2
    left = LEFT if even else LEFT_ODD
    margin = (0,) * (QUIET + _REACH)

    def table(rows: list[_Bits] | list[list[_Bits]], begin: int, end: int) -> Table:
        look = drawn(np.array(rows), blur)[..., begin:-end]
        return Table(look, look * look)

    def between(ones: tuple[_Bits, ...], others: tuple[_Bits, ...], middle: _Bits) -> Table:
        return table([[(*a, *middle, *b) for b in others] for a in ones], half, half)

    skipped = _REACH * PER_MODULE
    return Looks(
        table([(*margin, *EDGE, *a) for a in left], skipped, half),
        between(left, left, ()),
        between(left, RIGHT, CENTRE),
        between(RIGHT, RIGHT, ()),
        table([(*b, *EDGE, *margin) for b in RIGHT], half, skipped),
    )


@lru_cache(maxsize=8)
def digit_looks(blur: float) -> tuple[Line, Line]:
    """Looks of single digits by state: of the left half, and of the right one; each with mean 0 and length 1."""

    def one(bits: tuple[int, ...], before: int) -> Line:
        look = drawn((before, *bits, 1 - before), blur)[PER_MODULE:-PER_MODULE]
        look = look - look.mean()
        return np.asarray(look / np.linalg.norm(look), np.float32)

    return np.array([one(bits, 1) for bits in LEFT]), np.array([one(bits, 0) for bits in RIGHT])


def picture_of(modules: tuple[int, ...]) -> NDArray[np.uint8]:
    """A symbol drawn without a fault, margins about it."""
    row = np.pad(np.asarray(modules, np.uint8), 12)
    return np.asarray(np.kron((1 - row) * np.uint8(255), np.ones((40, 3), np.uint8)), np.uint8)
