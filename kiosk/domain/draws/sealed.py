"""A sealed tape as it is spun: what each slot gives, and how that is proven. Made anew from what is kept in three
places (the lease in the ledger, the beacon's signature beside it, the terminal's secret in the key store), and never
written down."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.draws.fields import FieldFault
from kiosk.domain.draws.held import HeldLease
from kiosk.domain.draws.merkle import Tree
from kiosk.domain.draws.wheel import lease_of, slot_salt, tape, tape_seed, tape_tree, terminal_commitment

MOST_TAPES = 32
"""So many are remembered; others are made anew when they are wanted."""


class TapeFault(LookupError):
    """A tape that cannot be had, or is not the one that was published. `code`: no_secret | other_secret | other_root |
    no_lease."""

    def __init__(self, code: str, lease: str) -> None:
        super().__init__(f"{lease}: {code}")
        self.code = code


@dataclass(frozen=True, slots=True)
class SealedTape:
    """What the slots of a lease give, in order."""

    lease: str
    codes: tuple[str, ...]
    tree: Tree
    secret: bytes

    def salt(self, j: int) -> bytes:
        """Of a slot, 16 bytes."""
        return slot_salt(self.secret, j)

    def path(self, j: int) -> tuple[bytes, ...]:
        """From a slot to the root."""
        return self.tree.path(j)


def open_tape(held: HeldLease, secret: bytes) -> SealedTape:
    """The tape of a lease. Raises TapeFault where it is not the one whose root was published before its first spin."""
    try:
        lease = lease_of(dict(held.body))
    except FieldFault as fault:
        raise TapeFault("no_lease", held.lease) from fault
    if lease.lease_id != held.lease:
        raise TapeFault("no_lease", held.lease)
    if terminal_commitment(secret).hex() != lease.commit_terminal:
        raise TapeFault("other_secret", held.lease)
    codes = tape(lease.counts, tape_seed(lease.hash(), secret, bytes.fromhex(held.beacon)))
    tree = tape_tree(held.lease, codes, secret)
    if tree.root().hex() != held.root or len(codes) != held.size:
        raise TapeFault("other_root", held.lease)
    return SealedTape(held.lease, tuple(codes), tree, secret)


class Tapes:
    """Tapes that are in use, kept in memory. May be asked from any thread."""

    def __init__(self, secret: Callable[[str], bytes]) -> None:
        """`secret`: gives what the terminal committed itself to in an exchange with HQ, by its op; raises LookupError
        where it cannot."""
        self._secret = secret
        self._kept: dict[str, SealedTape] = {}
        self._lock = threading.Lock()

    def known(self, lease: str) -> SealedTape | None:
        """A tape that was made before."""
        return self._kept.get(lease)

    def get(self, held: HeldLease, published: bytes = b"") -> SealedTape:
        """A lease's tape. `published`: its secret, where it was closed and anybody may know. Takes the key store's time
        the first time: not for the ledger's thread. Raises TapeFault."""
        found = self._kept.get(held.lease)
        if found is not None:
            return found
        try:
            secret = published or self._secret(held.op)
        except TapeFault:
            raise
        except LookupError as error:
            raise TapeFault("no_secret", held.lease) from error
        made = open_tape(held, secret)
        with self._lock:
            while len(self._kept) >= MOST_TAPES:
                self._kept.pop(next(iter(self._kept)))
            self._kept[held.lease] = made
        return made


def no_tapes() -> Tapes:
    """Of a terminal that keeps no secrets."""

    def nothing(op: str) -> bytes:
        raise LookupError(op)

    return Tapes(nothing)
