"""Codewords that are unsure are left out rather than guessed: errors-and-erasures decoding of Reed–Solomon blocks."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from reedsolo import ReedSolomonError, RSCodec

from kiosk.adapters.scan.fusion.symbol import Block, blocks_of

SPARE = 4
"""Check codewords that must remain over in all blocks together: a wrong symbol passes them once in 2³² tries."""
_HOPE = 4.0
"""A block is tried although it needs so many check codewords more than there are: likelihoods are estimates."""


def mended(version: int, format_: int, seen: NDArray[np.uint8], wrong: NDArray[np.float32]) -> NDArray[np.uint8] | None:
    """The codewords as they were written, in the order of placement; None where a block stays unsure. `wrong`: how
    likely each is not what was written."""
    blocks = blocks_of(version, format_)
    rooms = [block.check - min(-(-SPARE // len(blocks)), block.check // 2) for block in blocks]
    plans = [_plan(room, wrong[block.places]) for block, room in zip(blocks, rooms, strict=True)]
    if any(need > _HOPE for need, _left_out in plans):
        return None
    found = seen.copy()
    # the block that is most likely to fail first
    for block, room, (_need, left_out) in sorted(zip(blocks, rooms, plans, strict=True), key=lambda one: -one[2][0]):
        words = _block(block, room, seen[block.places], left_out)
        if words is None:
            return None
        found[block.places] = words
    return found


def _plan(room: int, wrong: NDArray[np.float32]) -> tuple[float, NDArray[np.intp]]:
    """How many check codewords a block is short of, as far as can be expected (below zero: none), and what is best left
    out. `room`: how many may be used up, one for each left out, two for each that is wrong all the same."""
    order = np.argsort(-wrong, kind="stable")
    likely = wrong[order].astype(np.float64)
    remain = likely.sum() - np.concatenate([[0.0], np.cumsum(likely)])
    needs = np.arange(len(remain)) + 2 * remain
    count = int(np.argmin(needs[: room + 1]))
    return float(needs[count] - room), order[:count]


@lru_cache(maxsize=64)
def _codec(check: int, length: int) -> RSCodec:
    """Kept: its tables take longer to make than a block to mend."""
    return RSCodec(check, nsize=length)


def _block(block: Block, room: int, words: NDArray[np.uint8], left_out: NDArray[np.intp]) -> NDArray[np.uint8] | None:
    codec = _codec(block.check, len(words))
    # what is left to correct may all be errors; then with half as much left out
    for count in dict.fromkeys((len(left_out), len(left_out) // 2, 0)):
        places = sorted(int(place) for place in left_out[:count])
        try:
            _message, whole, _errata = codec.decode(bytearray(words.tobytes()), erase_pos=places)
        except ReedSolomonError:
            continue
        right = np.frombuffer(bytes(whole), np.uint8)
        differs = right != words
        if count + 2 * int(np.count_nonzero(differs) - np.count_nonzero(differs[places])) <= room:
            return right
    return None
