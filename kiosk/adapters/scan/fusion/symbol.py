"""What a QR symbol of a version looks like before anything is known of its data: fixed patterns, where codewords lie,
how they are dealt into blocks (ISO/IEC 18004:2015, 6.3, 7.6 and 7.7).

Tables of positions and blocks are those of the `qrcode` library. Symbols are matrices of modules by row; 1 is dark.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qrcode import base, util

Soft = NDArray[np.float32]
"""A value a module: above zero dark, below zero light, the more the surer."""

VERSIONS = range(1, 41)
FORMATS = 32
"""Error correction (2 bits) and mask (3 bits)."""
_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Frame:
    """A version's modules that are known beforehand. `fixed`: N×N, 1 dark, 0 light, −1 data or format. `order`: row
    and column of each data bit, in the order in which codewords are placed. `formats`: places of the 15 bits of
    the format, twice, the most significant bit first."""

    version: int
    size: int
    fixed: NDArray[np.int8]
    order: tuple[NDArray[np.intp], NDArray[np.intp]]
    formats: tuple[tuple[NDArray[np.intp], NDArray[np.intp]], ...]

    @property
    def known(self) -> NDArray[np.bool_]:
        """Where `fixed` says something."""
        return np.asarray(self.fixed != _UNKNOWN)


@lru_cache(maxsize=40)
def frame_of(version: int) -> Frame:
    """The frame of a version, 1 to 40."""
    size = 17 + 4 * version
    fixed = np.full((size, size), _UNKNOWN, np.int8)
    reserved = np.zeros((size, size), bool)
    for row, column in ((0, 0), (0, size - 7), (size - 7, 0)):
        _finder(fixed, row, column)
    for row in util.pattern_position(version):
        for column in util.pattern_position(version):
            if fixed[row, column] == _UNKNOWN:
                _alignment(fixed, row, column)
    line = (np.arange(8, size - 8) % 2 == 0).astype(np.int8)
    fixed[6, 8 : size - 8] = line
    fixed[8 : size - 8, 6] = line
    formats = _format_places(size)
    for rows, columns in formats:
        reserved[rows, columns] = True
    fixed[size - 8, 8] = 1
    if version >= 7:
        bits = util.BCH_type_number(version)
        for place in range(18):
            bit = bits >> place & 1
            fixed[place // 3, place % 3 + size - 11] = bit
            fixed[place % 3 + size - 11, place // 3] = bit
    return Frame(version, size, fixed, _data_order((fixed == _UNKNOWN) & ~reserved), formats)


def _finder(fixed: NDArray[np.int8], row: int, column: int) -> None:
    size = len(fixed)
    fixed[max(0, row - 1) : min(size, row + 8), max(0, column - 1) : min(size, column + 8)] = 0
    _rings(fixed, row + 3, column + 3, ((3, 1), (2, 0), (1, 1)))


def _alignment(fixed: NDArray[np.int8], row: int, column: int) -> None:
    _rings(fixed, row, column, ((2, 1), (1, 0), (0, 1)))


def _rings(fixed: NDArray[np.int8], row: int, column: int, rings: tuple[tuple[int, int], ...]) -> None:
    for reach, dark in rings:
        fixed[row - reach : row + reach + 1, column - reach : column + reach + 1] = dark


def _format_places(size: int) -> tuple[tuple[NDArray[np.intp], NDArray[np.intp]], ...]:
    """Around the finder at the top left; and beside the other two."""
    column8 = [row for row in range(9) if row != 6]
    first = [(8, column) for column in column8[:-1]] + [(row, 8) for row in reversed(column8)]
    second = [(size - 1 - step, 8) for step in range(7)] + [(8, size - 8 + step) for step in range(8)]
    return tuple(
        (np.array([row for row, _ in one]), np.array([column for _, column in one])) for one in (first, second)
    )


def _data_order(free: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Two columns at a time from the right, up and down by turns; the column of the timing pattern is left out."""
    size, upwards, rows, columns = len(free), True, [], []
    for right in [*range(size - 1, 6, -2), 5, 3, 1]:
        for row in range(size - 1, -1, -1) if upwards else range(size):
            for column in (right, right - 1):
                if free[row, column]:
                    rows.append(row)
                    columns.append(column)
        upwards = not upwards
    return np.array(rows), np.array(columns)


@lru_cache(maxsize=8)
def _mask_of(size: int, mask: int) -> NDArray[np.bool_]:
    invert = util.mask_func(mask)
    return np.array([[invert(row, column) for column in range(size)] for row in range(size)], bool)


@lru_cache(maxsize=1)
def _format_words() -> NDArray[np.float32]:
    """The 32 codewords of the format as ±1, dark +1."""
    words = [util.BCH_type_info(one) for one in range(FORMATS)]
    return np.array([[1.0 if word >> 14 - place & 1 else -1.0 for place in range(15)] for word in words], np.float32)


def formats_seen(frame: Frame, soft: Soft) -> list[tuple[int, float]]:
    """The formats that the symbol may have, the likeliest first, and how well the votes agree with each."""
    seen = sum(np.clip(soft[rows, columns], -2, 2) for rows, columns in frame.formats)
    likely = _format_words() @ np.asarray(seen, np.float32)
    return [(int(one), float(likely[one])) for one in np.argsort(-likely, kind="stable")]


def codewords_seen(frame: Frame, soft: Soft, format_: int) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """The codewords in the order in which they are placed, and how likely each is wrong (0 to 1)."""
    rows, columns = frame.order
    unmasked = np.where(_mask_of(frame.size, format_ & 7)[rows, columns], -soft[rows, columns], soft[rows, columns])
    bits = unmasked[: len(unmasked) // 8 * 8].reshape(-1, 8)
    right = -np.log1p(np.exp(-np.abs(bits))).sum(axis=1)
    return np.packbits(bits > 0, axis=1).ravel(), np.asarray(-np.expm1(right), np.float32)


def drawn(frame: Frame, format_: int, codewords: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The symbol with these codewords: modules, 1 dark."""
    modules = np.maximum(frame.fixed, 0).astype(np.uint8)
    word = util.BCH_type_info(format_)
    for rows, columns in frame.formats:
        modules[rows, columns] = [word >> 14 - place & 1 for place in range(15)]
    rows, columns = frame.order
    bits = np.zeros(len(rows), np.uint8)
    data = np.unpackbits(codewords)
    bits[: len(data)] = data
    modules[rows, columns] = bits ^ _mask_of(frame.size, format_ & 7)[rows, columns]
    return modules


def picture_of(modules: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A symbol as a gray picture with its margin, three pixels a module."""
    return np.asarray(np.kron(np.pad(1 - modules, 4, constant_values=1) * 255, np.ones((3, 3))), np.uint8)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of codewords: their `places` in the order of placement, data first; `check` of them correct errors."""

    places: NDArray[np.intp]
    check: int


@lru_cache(maxsize=160)
def blocks_of(version: int, format_: int) -> tuple[Block, ...]:
    """How the codewords of a symbol are dealt into blocks (7.6: data by turns, then the check by turns)."""
    shapes: list[Any] = base.rs_blocks(version, format_ >> 3)
    places: list[list[int]] = [[] for _ in shapes]
    next_place = 0
    for parts in ([one.data_count for one in shapes], [one.total_count - one.data_count for one in shapes]):
        for step in range(max(parts)):
            for index, count in enumerate(parts):
                if step < count:
                    places[index].append(next_place)
                    next_place += 1
    return tuple(
        Block(np.array(own), shape.total_count - shape.data_count) for own, shape in zip(places, shapes, strict=True)
    )
