"""Hybrid logical clock: int64 of 48-bit milliseconds since 1970 and a 16-bit counter.

After Kulkarni, Demirbas et al., "Logical Physical Clocks" (2014), section 3.
"""

from __future__ import annotations

COUNTER_BITS = 16
_COUNTER_MASK = (1 << COUNTER_BITS) - 1


def tick(last: int, now_ms: int) -> int:
    """The stamp after `last` for a fact at wall time `now_ms`; it always grows, whatever the wall clock does."""
    physical = last >> COUNTER_BITS
    if now_ms > physical:
        return now_ms << COUNTER_BITS
    if last & _COUNTER_MASK == _COUNTER_MASK:
        return (physical + 1) << COUNTER_BITS
    return last + 1


def milliseconds(stamp: int) -> int:
    """The physical part, in milliseconds since 1970."""
    return stamp >> COUNTER_BITS
