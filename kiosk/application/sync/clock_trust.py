"""Whether the wall clock can be trusted with rights (sync.md, "Coupons and stock without a network").

A clock that stands behind the newest fact was set back, or is dead: what has run out would be good again. It is not
trusted until HQ was met. The stamp of the newest fact never goes back, so a fact that was made while the clock stood a
year ahead would spoil the clock for a year: where HQ was met later than that fact, the time of the meeting counts
instead.
"""

from __future__ import annotations

from kiosk.domain.journal import hlc

CLOCK_SLACK_MS = 60_000
"""So far behind the newest fact a wall clock may stand."""

MET = "clock_met"
"""Key of the ledger's setting: the newest fact's stamp (ms) and the wall clock (ms) when HQ was last met, where the
one was ahead of the other."""


def met(now_ms: int, last_stamp: int) -> str | None:
    """What to remember of a meeting with HQ; None when stamp and clock agree, and nothing need be remembered."""
    stamp = hlc.milliseconds(last_stamp)
    return f"{stamp} {now_ms}" if stamp - now_ms > CLOCK_SLACK_MS else None


def clock_behind(now_ms: int, last_stamp: int, remembered: str | None) -> bool:
    """True when the wall clock stands more than a minute behind the newest fact and HQ was not met since.
    `remembered`: what `met` gave last."""
    floor = hlc.milliseconds(last_stamp)
    if remembered is not None:
        stamp, wall = map(int, remembered.split())
        if floor <= stamp + CLOCK_SLACK_MS:  # nothing newer than the meeting, but for the counter's overflow
            floor = wall
    return now_ms < floor - CLOCK_SLACK_MS
