"""How this terminal's scanner types, from a few scans of one code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
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
_KIND = re.compile(r"\][A-Za-z][0-9A-Za-z]\Z", re.ASCII)
"""An AIM identifier, which codes of another kind have not."""


class Why(StrEnum):
    """Why scans say nothing about a scanner. Stable codes; the words are the screen's."""

    TOO_FEW = "too_few"
    DIFFERENT = "different"
    TOO_SHORT = "too_short"
    OTHER_TEXT = "other_text"
    """Not what the code says: scanner and computer are set to different keyboards, or it was another code."""
    TOO_SLOW = "too_slow"
    SLOW_AND_BEGINS = "slow_and_begins"
    """Slow, and an Enter before the code."""


class NotLearned(ValueError):
    """The scans do not say how the scanner types; the text says why, in English. `why`: the same as a code; `text`:
    what was read, where all scans agree."""

    def __init__(self, why: Why, words: str, text: str = "") -> None:
        super().__init__(words)
        self.why, self.text = why, text


@dataclass(frozen=True, slots=True)
class Learned:
    """`settings` for this scanner, and what they rest on: `text` of the code, the time between keys (the usual one and
    the longest, a stumble in a scan left out), `end`: what it presses after a code, empty for nothing. `slow`: as slow
    as a hand. `by_alt`: it types by Alt and the number block, and is known by that at any pace."""

    settings: KeystrokeSettings
    text: str
    usual_gap_s: float
    longest_gap_s: float
    end: str
    slow: bool = False
    by_alt: bool = False

    @property
    def stays_digits(self) -> bool:
        """Whether a short code of this scanner would stay in a field like typed digits, nobody being asked: only its
        Enter could have raised the question."""
        return self.slow and not self.end


def learn(
    scans: Sequence[Sequence[Stroke]], base: KeystrokeSettings | None = None, *, code: str | None = None
) -> Learned:
    """Settings from the keys of scans of one and the same code. `code`: what it says, if that is known; what comes
    before it is the scanner's prefix. Raises NotLearned."""
    base = base or KeystrokeSettings()
    if len(scans) < LEAST_SCANS:
        raise NotLearned(Why.TOO_FEW, f"{LEAST_SCANS} scans are needed, {len(scans)} came")
    texts = {"".join(stroke.char for stroke in scan if not stroke.end) for scan in scans}
    ends = {"".join(stroke.char for stroke in scan if stroke.end) for scan in scans}
    if len(texts) > 1:
        raise NotLearned(
            Why.DIFFERENT, f"the scans differ: {', '.join(sorted(map(repr, texts)))}; scan the same code each time"
        )
    (text,) = texts
    if len(text) < 4:
        raise NotLearned(
            Why.TOO_SHORT, f"{text!r} is too short to learn from; scan a code of four characters or more", text
        )
    if code is not None and not text.endswith(code):
        raise NotLearned(
            Why.OTHER_TEXT,
            f"the code says {code!r}, the scanner typed {text!r}: is it set to this computer's keyboard?",
            text,
        )
    gaps = [gap for scan in scans for gap in _gaps(scan)]
    longest = max(gaps)
    begins = any(scan[0].end for scan in scans)
    by_alt = all(stroke.assembled for scan in scans for stroke in scan if not stroke.end)
    slow = longest * ROOM > base.hold_s and not by_alt
    if longest * ROOM > base.stumble_s:
        raise NotLearned(
            Why.TOO_SLOW,
            f"{longest * 1000:.0f} ms between two keys: set the scanner's delay between characters to 0",
            text,
        )
    if begins and slow:
        raise NotLearned(
            Why.SLOW_AND_BEGINS,
            "a slow scanner must not begin with Enter: take its prefix away, or its delay to 0",
            text,
        )
    settings = replace(
        base,
        slow_s=longest * ROOM if slow else base.hold_s,
        # a scanner as slow as a hand is told by length: of this code, but never as few keys as an amount has
        slow_length=max(SHORTEST, min(USUAL, len(text))) if slow else base.slow_length,
        prefix=_prefix(text, code) if code is not None else base.prefix,
        # nobody waits for a code behind an Enter where the scanner ends with one only
        alone_s=base.hold_s if begins else 0.0,
        suffixes=base.suffixes | {char for end in ends for char in end},
    )
    return Learned(settings, text, median(gaps), longest, min(ends, key=len), slow, by_alt)


def _gaps(scan: Sequence[Stroke]) -> list[float]:
    gaps = [later.at - earlier.at for earlier, later in pairwise(scan)]
    *rest, longest = sorted(gaps)
    return rest if rest and longest > STUMBLE * median(rest) else gaps


def _prefix(text: str, code: str) -> str:
    """What the scanner was told to type before every code, without what it says of this code's kind."""
    return _KIND.sub("", text.removesuffix(code))
