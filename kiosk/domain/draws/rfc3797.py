"""The notary mode: RFC 3797, publicly verifiable random selection, by numbers that a notary reads out (a lottery's, a
stock exchange's). Everybody in the pool has one chance. MD5 is the RFC's; nothing here rests on its strength, since the
numbers are not known to anybody when the list is frozen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from kiosk.domain.draws.fenwick import Fenwick

MOST = 2**16
"""The RFC numbers its draws with 16 bits."""


def key_of(sources: Iterable[Iterable[int]]) -> str:
    """The key string of the RFC: the numbers of a source in ascending order, a point after each, a slash after each
    source. Raises ValueError for a negative number and where a source is empty."""
    written = [sorted(source) for source in sources]
    if any(not source or source[0] < 0 for source in written):
        raise ValueError("a source has numbers, and none of them is negative")
    return "".join("".join(f"{number}." for number in source) + "/" for source in written)


def digest(key: str, index: int) -> bytes:
    """The MD5 of the RFC for the draw numbered `index` (from 0)."""
    number = index.to_bytes(2, "big")
    return hashlib.md5(number + key.encode() + number, usedforsecurity=False).digest()


def selected(pool: int, key: str, wanted: int) -> list[int]:
    """The numbers (1 to `pool`) that are selected, in order. Raises ValueError for more than there are, or than the
    RFC can number."""
    if not 0 <= wanted <= min(pool, MOST):
        raise ValueError("more are wanted than can be selected")
    left = Fenwick([1] * pool)
    found: list[int] = []
    for index in range(wanted):
        place, _ = left.find(int.from_bytes(digest(key, index), "big") % left.total)
        left.take(place, 1)
        found.append(place + 1)
    return found
