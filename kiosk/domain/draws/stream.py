"""The stream of numbers that a seed stands for, and how a number below n is taken from it without favouring any."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.draws.encoding import H

WORD_BITS = 64


def picked(word: int, n: int, bits: int = WORD_BITS) -> int | None:
    """`word mod n`, or None when this word has to be passed over: those above the last whole multiple of n would make
    the smaller results likelier. `bits`: width of a word; tests try all words of eight bits."""
    span = 1 << bits
    return word % n if word < span - span % n else None


class Stream:
    """Numbers from a seed of 32 bytes: block k is `H("stream", seed, u64be(k))`, four big-endian words each.

    Raises ValueError for a seed that is not of 32 bytes."""

    def __init__(self, seed: bytes) -> None:
        if len(seed) != 32:
            raise ValueError("a seed has 32 bytes")
        self._words = _words(seed)

    def word(self) -> int:
        """The next word, 64 bits."""
        return next(self._words)

    def below(self, n: int) -> int:
        """A number from 0 to n − 1, all equally likely. Raises ValueError unless 1 ≤ n ≤ 2^64."""
        if not 1 <= n <= 1 << WORD_BITS:
            raise ValueError("n must be from 1 to 2^64")
        while (found := picked(next(self._words), n)) is None:
            pass
        return found


def _words(seed: bytes) -> Iterator[int]:
    block = 0
    while True:
        hashed = H("stream", seed, block.to_bytes(8, "big"))
        for at in range(0, 32, 8):
            yield int.from_bytes(hashed[at : at + 8], "big")
        block += 1
