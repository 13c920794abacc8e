"""Whose keys are these? Judged by the shape of the whole run of keys, not by one gap.

What tells a scanner from a hand:

- *Pace.* No hand presses two keys within 35 ms and has let go of the first by then. A scanner of the usual kind does
  nothing else.
- *Overlap.* A fast hand presses the next key before it lets go of the last one, which it held for 40 ms and more. A
  scanner lets go first, or (those that send several keys in one report) holds them for a few milliseconds only.
- *Length and evenness.* Slow scanners, 45 to 120 ms a key, are told by a long text without a pause and without any
  overlap. A short one at that pace can be either, and then it is said to be `UNSURE`: nothing may be decided by it.

One gap in a run may be a stumble (the scanner's radio, a busy hub).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

ROLL_DWELL_S = 0.040
"""Only hands hold a key that long while they press the next."""
ROLL_OVERLAP_S = 0.010
"""Keys that overlap for less may be one report that came late."""
HAND_DWELL_S = 0.065
"""Held longer than any key of a scanner that was fast elsewhere in the same run."""
BURST_GAP_S = 0.015
"""Three gaps running below this are beyond any hand, however the keys overlap."""
PAUSE_S = 0.065
"""No radio keeps a key back for so long more than once in a scan that is fast elsewhere."""
LOOSE_DWELL_S = 0.050
LOOSE_SPREAD_S = 0.022
"""Keys held for this long on average, and for times this far apart, are a hand's."""
KEYS_PER_STUMBLE = 8
COMPOSED_RUN = 3
"""So many fast gaps running are a machine's at an input method: one key may give two events there, not four."""


BEGINS = "\x02"
"""Ctrl B, which a scanner that was told to begin with STX presses, and a person for something else."""


class Verdict(Enum):
    """Whose keys a run is."""

    TYPED = auto()
    SCAN = auto()
    UNSURE = auto()


@dataclass(slots=True)
class Stroke:
    """A key of a run. `char` is empty for a key that writes nothing. `at`, `up`: when it was pressed and let go (None:
    not yet, or nobody said), seconds. `passed`: it was given on already. `composed`: an input method took it.
    `assembled`: put together from Alt and digits of the number block. `end`: Enter or Tab. `presses`: a space that
    would press a button. `dropped`: one that nobody gets."""

    char: str
    at: float
    code: Hashable = None
    up: float | None = None
    passed: bool = False
    composed: bool = False
    assembled: bool = False
    end: bool = False
    presses: bool = False
    dropped: bool = False

    @property
    def writes(self) -> bool:
        """Whether a field would take anything of it."""
        return self.char not in ("", BEGINS)

    @property
    def dwell(self) -> float | None:
        """Seconds it was held down; None while that is unknown."""
        return None if self.up is None else self.up - self.at


@dataclass(frozen=True, slots=True)
class Paces:
    """What is fast and slow at this terminal, in seconds. `fast_s`: no hand is faster. `slow_s`: no scanner here is
    slower, but for a stumble; not above `fast_s` where no scanner is slow. `slow_length`: so many keys of a slow run
    without a hand's marks are a scan."""

    fast_s: float
    slow_s: float
    slow_length: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """`verdict`, and with SCAN the place in the run at which the scan begins."""

    verdict: Verdict
    start: int = 0


class _Pair(Enum):
    """Two keys that follow each other."""

    HAND = auto()
    FAST = auto()
    OPEN = auto()  # fast, and the first one is still down: a roll of a hand's fingers or a scanner
    SLOW = auto()


def judge(run: Sequence[Stroke], paces: Paces, *, head: bool, final: bool) -> Judgement:
    """Judge a run of keys. `head`: its text begins with what nobody types. `final`: nothing more will be known."""
    pairs = _pairs(run, paces)
    start = _after_the_hand(run, pairs)
    rest, own = run[start:], pairs[start:]
    if not any(stroke.writes and not stroke.end for stroke in rest):
        # a switch that bounces is one key again and again; several keys that write nothing are a scanner's set wrongly
        several = len({stroke.code for stroke in rest}) > 1 and len(rest) > 2
        fast = bool(own) and all(pair in (_Pair.FAST, _Pair.OPEN) for pair in own)
        return Judgement(Verdict.SCAN if several and fast else Verdict.TYPED, start)
    if any(stroke.composed for stroke in rest):
        return Judgement(Verdict.SCAN if _composed_burst(own) else Verdict.TYPED, start)
    if sum(stroke.assembled for stroke in rest) >= 2 or (rest[0].assembled and len(rest) > 1):
        return Judgement(Verdict.SCAN, start)
    if _Pair.FAST in own:
        return Judgement(Verdict.SCAN, start)
    if _Pair.OPEN in own:
        return Judgement(Verdict.SCAN if final else Verdict.UNSURE, start)
    if start or not all(stroke.writes for stroke in rest):
        return Judgement(Verdict.TYPED)
    return Judgement(_judge_slow(rest, paces, head=head))


def is_fast(run: Sequence[Stroke], paces: Paces) -> bool:
    """Whether some of the keys are a fast scanner's for sure."""
    own = _own(run, paces)
    if any(stroke.composed for stroke in run):
        return _composed_burst(own)
    return _Pair.FAST in own


def may_be_fast(run: Sequence[Stroke], paces: Paces) -> bool:
    """Whether some of the keys are a fast scanner's, as far as is known: keys may still be down."""
    return is_fast(run, paces) or (_Pair.OPEN in _own(run, paces) and not any(stroke.composed for stroke in run))


def _own(run: Sequence[Stroke], paces: Paces) -> list[_Pair]:
    pairs = _pairs(run, paces)
    return pairs[_after_the_hand(run, pairs) :]


def has_hand(run: Sequence[Stroke], paces: Paces) -> bool:
    """Whether the keys show a hand: one was held down while the next was pressed."""
    return _Pair.HAND in _pairs(run, paces)


def _pairs(run: Sequence[Stroke], paces: Paces) -> list[_Pair]:
    gaps = [later.at - earlier.at for earlier, later in pairwise(run)]
    pairs = [_pair(earlier, later, paces) for earlier, later in pairwise(run)]
    for at in range(len(gaps) - 2):
        if max(gaps[at : at + 3]) < min(BURST_GAP_S, paces.fast_s):
            pairs[at : at + 3] = [_Pair.FAST] * 3
    return pairs


def _pair(earlier: Stroke, later: Stroke, paces: Paces) -> _Pair:
    dwell = earlier.dwell
    if dwell is not None and dwell >= ROLL_DWELL_S and earlier.at + dwell - later.at >= ROLL_OVERLAP_S:
        return _Pair.HAND
    if later.at - earlier.at > paces.fast_s:
        return _Pair.SLOW
    return _Pair.OPEN if dwell is None and earlier.code is not None else _Pair.FAST


def _after_the_hand(run: Sequence[Stroke], pairs: Sequence[_Pair]) -> int:
    """Where the keys begin that nothing shows to be a hand's; what was typed just before a scan stays typed."""
    start = 0
    fast = _Pair.FAST in pairs
    for at, pair in enumerate(pairs):
        if pair is _Pair.HAND:
            start = at + 2 if at + 2 < len(run) else len(run)
        elif fast and pair is _Pair.SLOW and (run[at].dwell or 0.0) >= HAND_DWELL_S:
            start = at + 1
    # a scanner that is fast stumbles once; two pauses before its first fast key were a hand's
    first = pairs.index(_Pair.FAST) if fast else 0
    pauses = [at for at in range(start, first) if run[at + 1].at - run[at].at > PAUSE_S and not run[at + 1].assembled]
    return pauses[-1] + 1 if len(pauses) > 1 else start


def _composed_burst(pairs: Sequence[_Pair]) -> bool:
    running = 0
    for pair in pairs:
        running = running + 1 if pair in (_Pair.FAST, _Pair.OPEN) else 0
        if running >= COMPOSED_RUN:
            return True
    return False


def _judge_slow(run: Sequence[Stroke], paces: Paces, *, head: bool) -> Verdict:
    letters = sum(not stroke.end for stroke in run)
    gaps = [later.at - earlier.at for earlier, later in pairwise(run)]
    stumbles = sum(gap > paces.slow_s for gap in gaps)
    if letters < 2 or stumbles > 1 + len(run) // KEYS_PER_STUMBLE or stumbles == len(gaps):
        return Verdict.TYPED
    long = letters >= paces.slow_length
    if head and letters >= 4:
        return Verdict.SCAN
    if _loosely_held(run):
        return Verdict.UNSURE if long else Verdict.TYPED
    return Verdict.SCAN if long else Verdict.UNSURE


def _loosely_held(run: Sequence[Stroke]) -> bool:
    held = [stroke.dwell for stroke in run if stroke.dwell is not None]
    if len(held) < 3:
        return False
    return sum(held) / len(held) >= LOOSE_DWELL_S and max(held) - min(held) >= LOOSE_SPREAD_S
