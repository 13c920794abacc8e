"""Merkle trees of RFC 9162: one root of 32 bytes stands for a whole list, a short path shows that an entry is in it.

A level is built from the one below by hashing neighbours; a last one without a neighbour moves up as it is. That gives
the tree of the RFC, whatever the number of leaves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

HASH = 32


def leaf_hash(data: bytes) -> bytes:
    """`SHA256(00 ‖ data)`."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """`SHA256(01 ‖ left ‖ right)`."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Growing:
    """The root of a list that is read once, leaf by leaf: holds one hash a level, however many leaves come."""

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        """Append a leaf's hash."""
        self.size += 1
        done = self.size
        while done % 2 == 0:
            leaf = node_hash(self._peaks.pop(), leaf)
            done //= 2
        self._peaks.append(leaf)

    def root(self) -> bytes:
        """The root of what was added so far; of nothing, the hash of nothing."""
        if not self._peaks:
            return hashlib.sha256(b"").digest()
        found = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            found = node_hash(peak, found)
        return found


class Tree:
    """A tree that is kept, for many paths: 64 bytes a leaf."""

    def __init__(self, leaves: Iterable[bytes]) -> None:
        self._levels = [bytearray().join(leaves)]
        while len(self._levels[-1]) > HASH:
            self._levels.append(_above(self._levels[-1]))

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return len(self._levels[0]) // HASH

    def root(self) -> bytes:
        """32 bytes."""
        return bytes(self._levels[-1]) if self.size else hashlib.sha256(b"").digest()

    def path(self, index: int) -> tuple[bytes, ...]:
        """What `leads_to_root` needs besides the leaf, from the leaf upward. Raises ValueError for no leaf of it."""
        if not 0 <= index < self.size:
            raise ValueError("there is no such leaf")
        found = []
        for level in self._levels[:-1]:
            beside = (index ^ 1) * HASH
            if beside < len(level):
                found.append(bytes(level[beside : beside + HASH]))
            index >>= 1
        return tuple(found)


def root(leaves: Iterable[bytes]) -> bytes:
    """The root of leaves' hashes."""
    growing = Growing()
    for leaf in leaves:
        growing.add(leaf)
    return growing.root()


def path(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The path of one leaf; for many, keep a Tree."""
    return Tree(leaves).path(index)


def verify_path(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether a leaf's hash stands at `index` of the list of `size` leaves that `root` is the root of. False for any
    path that is too short, too long or of another place."""
    if not 0 <= index < size:
        return False
    last, rest = size - 1, list(path)
    found = leaf
    while last > 0:
        if index % 2 or index < last:
            if not rest:
                return False
            beside = rest.pop(0)
            found = node_hash(beside, found) if index % 2 else node_hash(found, beside)
        index, last = index >> 1, last >> 1
    return not rest and found == root


def _above(level: bytearray) -> bytearray:
    pairs = len(level) // (2 * HASH) * 2 * HASH
    sha256 = hashlib.sha256
    above = bytearray().join(sha256(b"\x01" + level[at : at + 2 * HASH]).digest() for at in range(0, pairs, 2 * HASH))
    above += level[pairs:]
    return above
