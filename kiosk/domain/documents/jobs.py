"""What may become of a document on its way to paper, and what is said about it. Nothing here touches a printer.

A job is queued; it is sent from the moment before its first byte leaves, durably; after that it printed, or was taken
whole by a printer that cannot tell more, or nobody knows (a crash, a dropped line): then whoever stands there is asked.
Only a job of which nothing left is ever sent again by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kiosk.domain.documents.blocks import DocumentKind
from kiosk.domain.documents.printers import Reached


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    """Nothing of it left."""
    SENT = "sent"
    """Some of it may have left. Found so at a start, nobody knows how far it came."""
    PRINTED = "printed"
    """The printer says that it came out."""
    TAKEN = "taken"
    """Everything was taken by a printer that cannot tell more."""
    UNKNOWN = "unknown"
    """Part of it left: a person is asked whether the paper came out."""
    FAILED = "failed"
    """Nothing of it left, and nothing will by itself: it cannot be brought into the printer's language."""
    CAME_OUT = "came_out"
    """A person says that it did."""
    REPLACED = "replaced"
    """A person had it printed again, as a copy."""
    WITHDRAWN = "withdrawn"


FROM: Mapping[JobState, frozenset[JobState]] = {
    JobState.QUEUED: frozenset({JobState.SENT, JobState.FAILED}),
    JobState.SENT: frozenset({JobState.QUEUED}),
    JobState.PRINTED: frozenset({JobState.SENT}),
    JobState.TAKEN: frozenset({JobState.SENT}),
    JobState.UNKNOWN: frozenset({JobState.SENT}),
    JobState.FAILED: frozenset({JobState.QUEUED, JobState.SENT}),
    JobState.CAME_OUT: frozenset({JobState.UNKNOWN}),
    JobState.REPLACED: frozenset({JobState.UNKNOWN}),
    JobState.WITHDRAWN: frozenset({JobState.QUEUED, JobState.UNKNOWN, JobState.FAILED}),
}
"""From where a job comes to a state. Whatever else is said of a job changes nothing."""

NOT_KEPT = frozenset({DocumentKind.GREETING_CARD})
"""Documents of which nothing is kept when they are over: a customer's own words and photo."""

OPEN = (JobState.QUEUED, JobState.SENT, JobState.UNKNOWN, JobState.FAILED)
"""What is not over."""
ASKED = (JobState.UNKNOWN, JobState.FAILED)
"""What a person decides."""

_OUTCOMES = {
    Reached.NOTHING: JobState.QUEUED,
    Reached.PART: JobState.UNKNOWN,
    Reached.ALL: JobState.TAKEN,
    Reached.PRINTED: JobState.PRINTED,
}


def may_become(state: JobState, to: JobState) -> bool:
    """Whether a job that stands there can come there."""
    return state in FROM[to]


def outcome(reached: Reached) -> JobState:
    """Where a job stands that came so far."""
    return _OUTCOMES[reached]


def next_copy(highest: int | None) -> int:
    """Which copy the next one is: 0 for the first that may come to paper, which is no copy. `highest`: of those that
    are on paper or may still be; None where there is none."""
    return 0 if highest is None else highest + 1


def oldest_printed(now_ms: int, stale_minutes: int) -> int:
    """Since when (ms since 1970) a job must have waited at most to be printed by itself when its printer comes back;
    older ones are offered. `stale_minutes` 0: none is too old."""
    return now_ms - stale_minutes * 60_000 if stale_minutes > 0 else 0
