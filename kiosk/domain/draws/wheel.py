"""An instant win from a sealed tape: the lease that HQ gives, the tape that follows from it, and what a slot is.

A lease is published before the beacon's round that it names is out, and before the terminal's secret (nT) is shown, so
that nobody chooses the order of the tape. Which lease it is of a wheel is in `lease_id`, a text of HQ's choosing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.domain.draws import merkle
from kiosk.domain.draws.batch import KD1, Prize, prize_of
from kiosk.domain.draws.beacon import Round, round_of
from kiosk.domain.draws.encoding import H, jcs
from kiosk.domain.draws.fields import FieldFault, Fields
from kiosk.domain.draws.stream import Stream

SECRET_BYTES = 32
SALT_BYTES = 16
MOST_SLOTS = 1_000_000
"""Slots of one tape; a body that says more is none, and nobody makes its tape."""


@dataclass(frozen=True, slots=True)
class Lease:
    """What a terminal may give away by its wheel. Times: unix seconds. `counts`: with the fields that give nothing.
    `commit_terminal`: `H("commit", nT)` in hex."""

    campaign: str
    lease_id: str
    terminal: str
    seq: int
    counts: tuple[Prize, ...]
    commit_terminal: str
    beacon: Round
    valid_from: int
    valid_to: int
    rules_hash: str
    alg: str = KD1

    @property
    def size(self) -> int:
        """Slots of its tape."""
        return sum(prize.n for prize in self.counts)

    def body(self) -> dict[str, Any]:
        """As it is hashed, signed and published."""
        return {
            "alg": self.alg,
            "campaign": self.campaign,
            "lease_id": self.lease_id,
            "terminal": self.terminal,
            "seq": self.seq,
            "counts": [prize.body() for prize in self.counts],
            "commit_terminal": self.commit_terminal,
            "beacon": self.beacon.body(),
            "valid_from": self.valid_from,
            "valid_to": self.valid_to,
            "rules_hash": self.rules_hash,
        }

    def hash(self) -> bytes:
        """`H("lease", JCS(lease))`, 32 bytes."""
        return lease_hash(self.body())


def lease_of(value: Any, at: str = "") -> Lease:
    """A lease from its body. Raises FieldFault, also where its parts do not fit each other."""
    fields = Fields(value, at)
    lease = Lease(
        alg=fields.text("alg"),
        campaign=fields.text("campaign"),
        lease_id=fields.text("lease_id"),
        terminal=fields.text("terminal"),
        seq=fields.whole("seq", 1),
        counts=fields.each("counts", prize_of),
        commit_terminal=fields.hex("commit_terminal", 32),
        beacon=fields.part("beacon", round_of),
        valid_from=fields.whole("valid_from"),
        valid_to=fields.whole("valid_to"),
        rules_hash=fields.hex("rules_hash", 32),
    )
    fields.done()
    unfit = "alg" if lease.alg != KD1 else "valid_to" if lease.valid_to < lease.valid_from else None
    if not 0 < lease.size <= MOST_SLOTS:
        unfit = "counts"
    if unfit is not None:
        raise FieldFault(fields.at(unfit), "shape")
    return lease


def terminal_commitment(nt: bytes) -> bytes:
    """`C = H("commit", nT)`, 32 bytes: what the terminal uploads before it is given a lease."""
    return H("commit", nt)


def lease_hash(body: Mapping[str, Any]) -> bytes:
    """`H("lease", JCS(lease))`, 32 bytes."""
    return H("lease", jcs(body))


def tape_seed(lease_hash: bytes, nt: bytes, signature: bytes) -> bytes:
    """The seed of a tape; `signature`: the 48 bytes of the beacon's round."""
    return H("tape-seed", lease_hash, nt, signature)


def tape(counts: Iterable[Prize], seed: bytes) -> list[str]:
    """Codes by slot: the counts in listed order, shuffled by Fisher and Yates."""
    return shuffled([prize.code for prize in counts for _ in range(prize.n)], Stream(seed).below)


def shuffled(codes: Sequence[str], below: Callable[[int], int]) -> list[str]:
    """The codes in another order, each order equally likely: from the last slot down, swapped with `below(i + 1)`."""
    mixed = list(codes)
    for i in range(len(mixed) - 1, 0, -1):
        other = below(i + 1)
        mixed[i], mixed[other] = mixed[other], mixed[i]
    return mixed


def slot_salt(nt: bytes, j: int) -> bytes:
    """16 bytes that keep a slot's leaf from being guessed while the tape is sealed."""
    return H("slot-salt", nt, j.to_bytes(8, "big"))[:SALT_BYTES]


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of a tape: place j, what it gives, the lease's id, the salt in hex."""

    code: str
    j: int
    lease: str
    salt: str

    def body(self) -> dict[str, Any]:
        """As it is hashed and shown to the customer."""
        return {"code": self.code, "j": self.j, "lease": self.lease, "salt": self.salt}

    def hash(self) -> bytes:
        """The leaf's hash in the tape's tree."""
        return slot_leaf(self.code, self.j, self.lease, bytes.fromhex(self.salt))


def slot_leaf(code: str, j: int, lease: str, salt: bytes) -> bytes:
    """The hash of a slot in the tape's tree."""
    return merkle.leaf_hash(jcs({"code": code, "j": j, "lease": lease, "salt": salt.hex()}))


def slots(lease_id: str, codes: Sequence[str], nt: bytes) -> Iterator[Slot]:
    """The slots of a tape in order."""
    for j, code in enumerate(codes):
        yield Slot(code, j, lease_id, slot_salt(nt, j).hex())


def tape_tree(lease_id: str, codes: Sequence[str], nt: bytes) -> merkle.Tree:
    """The tree of a tape, for its root and the path of each slot."""
    return merkle.Tree(slot.hash() for slot in slots(lease_id, codes, nt))


def tape_root(lease_id: str, codes: Sequence[str], nt: bytes) -> bytes:
    """The root that is signed and published before the first spin, 32 bytes."""
    return tape_tree(lease_id, codes, nt).root()


def opening_body(lease: Lease, root: bytes) -> dict[str, Any]:
    """What the terminal's device key signs before the first spin: `sign(H("sig", JCS(this)))`."""
    return {"lease": lease.lease_id, "lease_hash": lease.hash().hex(), "root": root.hex(), "size": lease.size}


def slot_is_in(slot: Slot, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether a slot, as a customer's receipt has it, is the j-th of the tape that `root` stands for."""
    return merkle.verify_path(slot.hash(), slot.j, size, path, root)
