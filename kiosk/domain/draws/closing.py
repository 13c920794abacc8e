"""Whether what a terminal says when it closes a lease agrees with what was public before, and what of the tape was
taken: the terminal shows its secret, and everybody can make the tape again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.draws.wheel import Lease, tape, tape_root, tape_seed, terminal_commitment


class Fault(StrEnum):
    """What does not hold of a closing. Stable codes, in the order in which they are said."""

    SECRET_LOST = "secret_lost"
    """The terminal has no nT any more: the tape cannot be made again."""
    COMMITMENT = "commitment"
    """It is not the nT that the lease was given for."""
    NOT_OPENED = "not_opened"
    """No root was published before the spins."""
    ROOT = "root"
    """The root that was published is another tape's."""
    SIZE = "size"
    """The tape that was published has another number of slots than the lease."""
    USED = "used"
    """More slots are said to be taken than there are."""
    GAP = "gap"
    """A slot before the last that was taken was told by nobody."""
    BEYOND = "beyond"
    """A slot was won that is said not to be taken."""
    TWICE = "twice"
    """A slot was won twice."""
    PRIZE = "prize"
    """A slot was won with another prize than it has."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What was published before the first spin. `root`: hex."""

    root: str
    size: int


@dataclass(frozen=True, slots=True)
class Closing:
    """`nt`: hex, "" when it is lost; `used`: slots that were taken."""

    nt: str
    used: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`given`: what the slots that were taken gave, by code; empty where something does not hold."""

    faults: tuple[Fault, ...] = ()
    given: Mapping[str, int] = field(default_factory=dict)


def judged(
    lease: Lease, opening: Opening | None, closing: Closing, signature: bytes, spins: Sequence[tuple[int, str]]
) -> Verdict:
    """`signature`: of the beacon's round; `spins`: slots that were won, with their prizes, each time one was."""
    faults: set[Fault] = set()
    if opening is None:
        faults |= {Fault.NOT_OPENED} if closing.used or spins else set()
    elif opening.size != lease.size:
        faults.add(Fault.SIZE)
    if closing.used > lease.size:
        faults.add(Fault.USED)
    times = Counter(j for j, _code in spins)
    if any(count > 1 for count in times.values()):
        faults.add(Fault.TWICE)
    if any(j >= closing.used for j in times):
        faults.add(Fault.BEYOND)
    # counted, not listed: a number that somebody makes up can be large
    if sum(j < closing.used for j in times) != closing.used:
        faults.add(Fault.GAP)
    nt = bytes.fromhex(closing.nt)
    if not nt:
        return _verdict(faults | {Fault.SECRET_LOST})
    if terminal_commitment(nt).hex() != lease.commit_terminal:
        return _verdict(faults | {Fault.COMMITMENT})
    codes = tape(lease.counts, tape_seed(lease.hash(), nt, signature))
    if opening is not None and opening.root != tape_root(lease.lease_id, codes, nt).hex():
        faults.add(Fault.ROOT)
    if any(j >= len(codes) or codes[j] != code for j, code in spins):
        faults.add(Fault.PRIZE)
    return _verdict(faults) if faults else Verdict(given=Counter(codes[: closing.used]))


def _verdict(faults: set[Fault]) -> Verdict:
    return Verdict(tuple(one for one in Fault if one in faults))
