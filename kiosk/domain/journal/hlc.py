"""Hybrid logical clock: int64 of 48-bit milliseconds since 1970 and a 16-bit counter.

After Kulkarni, Demirbas et al., "Logical Physical Clocks" (2014), section 3.
"""

from __future__ import annotations

COUNTER_BITS = 16
_FIRST, _NEXT, _BEHIND = (1 << 14) - 1, (1 << 12) - 1, (1 << 20) - 1
_BEHIND_MS = 1_000
_LAST_MS = (1 << 47) - (1 << 36)
"""In the year 6427: a wall clock beyond it is wrong, and what is kept of it still leaves stamps for billions of
facts."""


def tick(last: int, now_ms: int, salt: int = 0) -> int:
    """The stamp after `last` for a fact at wall time `now_ms`; it always grows, whatever the wall clock does.

    Two machines of one terminal (a copied disk) must not come upon the same stamps: of `salt`, another number for each
    fact, a part is added. It is some thousandths of a millisecond, and 8 ms while the wall clock is set back and both
    would count on from the same stamp."""
    now_ms, physical = min(now_ms, _LAST_MS), last >> COUNTER_BITS
    if now_ms > physical:
        return (now_ms << COUNTER_BITS) + (salt & _FIRST)
    return last + 1 + (salt & (_BEHIND if physical - now_ms > _BEHIND_MS else _NEXT))


def milliseconds(stamp: int) -> int:
    """The physical part, in milliseconds since 1970."""
    return stamp >> COUNTER_BITS
