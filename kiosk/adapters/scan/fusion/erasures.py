"""Codewords that are unsure are left out rather than guessed: errors-and-erasures decoding of Reed–Solomon blocks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from reedsolo import ReedSolomonError, RSCodec

from kiosk.adapters.scan.fusion.symbol import Block, blocks_of

SPARE = 4
"""Check codewords of a block that must remain over: a wrong block passes them once in 2³² tries."""
_STEPS = (0.0, 0.3, 0.6, 1.0)
"""How much of what could be left out is left out, one after another."""


def mended(
    version: int, format_: int, seen: NDArray[np.uint8], sure: NDArray[np.float32]
) -> NDArray[np.uint8] | None:
    """The codewords as they were written, in the order of placement; None where a block stays unsure. `sure`: how sure
    each is (≥ 0)."""
    found = seen.copy()
    for block in blocks_of(version, format_):
        words = _block(block, seen[block.places], sure[block.places])
        if words is None:
            return None
        found[block.places] = words
    return found


def _block(block: Block, words: NDArray[np.uint8], sure: NDArray[np.float32]) -> NDArray[np.uint8] | None:
    spare = min(SPARE, block.check // 2)
    least = np.argsort(sure, kind="stable")
    codec = RSCodec(block.check, nsize=len(words))
    tried = set()
    for step in _STEPS:
        count = int((block.check - spare) * step)
        if count in tried:
            continue
        tried.add(count)
        left_out = sorted(int(place) for place in least[:count])
        try:
            _message, whole, _errata = codec.decode(bytearray(words.tobytes()), erase_pos=left_out)
        except ReedSolomonError:
            continue
        right = np.frombuffer(bytes(whole), np.uint8)
        wrong = int(np.count_nonzero(right != words)) - int(np.count_nonzero((right != words)[left_out]))
        if count + 2 * wrong <= block.check - spare:
            return right
    return None
