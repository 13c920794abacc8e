"""How this terminal's scanner types, from a few scans of one code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from kiosk.domain.scan.burst_shape import Stroke
from kiosk.domain.scan.keystrokes import KeystrokeSettings

LEAST_SCANS = 3
ROOM = 1.25
"""A scanner is now and then slower than it was while it was watched."""
STUMBLE = 2.0
"""A gap that many times the usual one is a stumble, if it is the only one of its scan."""
SHORTEST, USUAL = 6, 12


class NotLearned(ValueError):
    """The scans do not say how the scanner types; the text says why, in English."""


@dataclass(frozen=True, slots=True)
class Learned:
    """`settings` for this scanner, and what they rest on: `text` of the code, `gap_s` between keys (the usual one and
    the longest, a stumble in a scan left out), `end`: what it presses after a code, empty for nothing."""

    settings: KeystrokeSettings
    text: str
    usual_gap_s: float
    longest_gap_s: float
    end: str


def learn(
    scans: Sequence[Sequence[Stroke]], base: KeystrokeSettings | None = None, *, code: str | None = None
) -> Learned:
    """Settings from the keys of scans of one and the same code. `code`: what it says, if that is known; what comes
    before it is the scanner's prefix. Raises NotLearned."""
    base = base or KeystrokeSettings()
    if len(scans) < LEAST_SCANS:
        raise NotLearned(f"{LEAST_SCANS} scans are needed, {len(scans)} came")
    texts = {"".join(stroke.char for stroke in scan if not stroke.end) for scan in scans}
    ends = {"".join(stroke.char for stroke in scan if stroke.end) for scan in scans}
    if len(texts) > 1:
        raise NotLearned(f"the scans differ: {', '.join(sorted(map(repr, texts)))}; scan the same code each time")
    (text,) = texts
    if len(text) < 4:
        raise NotLearned(f"{text!r} is too short to learn from; scan a code of four characters or more")
    if code is not None and not text.endswith(code):
        raise NotLearned(f"the code says {code!r}, the scanner typed {text!r}: is it set to this computer's keyboard?")
    gaps = [gap for scan in scans for gap in _gaps(scan)]
    longest = max(gaps)
    begins = any(scan[0].end for scan in scans)
    slow = longest * ROOM > base.hold_s
    if longest * ROOM > base.stumble_s:
        raise NotLearned(f"{longest * 1000:.0f} ms between two keys: set the scanner's delay between characters to 0")
    if begins and slow:
        raise NotLearned("a slow scanner must not begin with Enter: take its prefix away, or its delay to 0")
    settings = replace(
        base,
        slow_s=longest * ROOM if slow else base.hold_s,
        # a scanner as slow as a hand is told by length: of this code, but never as few keys as an amount has
        slow_length=max(SHORTEST, min(USUAL, len(text))) if slow else base.slow_length,
        prefix=text.removesuffix(code) if code is not None else base.prefix,
        # nobody waits for a code behind an Enter where the scanner ends with one only
        alone_s=base.hold_s if begins else 0.0,
        suffixes=base.suffixes | {char for end in ends for char in end},
    )
    return Learned(settings, text, median(gaps), longest, min(ends, key=len))


def _gaps(scan: Sequence[Stroke]) -> list[float]:
    gaps = [later.at - earlier.at for earlier, later in pairwise(scan)]
    *rest, longest = sorted(gaps)
    return rest if rest and longest > STUMBLE * median(rest) else gaps
