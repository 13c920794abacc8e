"""A call for help from a station without staff: who calls, since when, and who goes there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

STANDS_MS = 30 * 60_000
"""Nobody stands at a station for longer than that: an older call, told late, asks nobody to go there any more."""
KEPT_MS = 24 * 3_600_000
"""HQ tells a store of a call for so long."""


@dataclass(frozen=True, slots=True)
class CallForHelp:
    """One call of a terminal (`terminal`: its name). Times are ms since 1970; `answered_by`: the staff id of who goes
    there, "" while nobody has said so; `ended`: it is over, since whoever called went away or was helped."""

    call: str
    device: str
    terminal: str
    since: int
    answered_by: str = ""
    answered: int = 0
    ended: int = 0

    def asks(self, now: int) -> bool:
        """Whether somebody is wanted still."""
        return not self.answered_by and not self.ended and now - self.since < STANDS_MS


def joined(calls: Iterable[CallForHelp]) -> dict[str, CallForHelp]:
    """What two places know of calls, together: who said first that they go there does."""
    found: dict[str, CallForHelp] = {}
    for one in calls:
        found[one.call] = _both(found[one.call], one) if one.call in found else one
    return found


def _both(one: CallForHelp, other: CallForHelp) -> CallForHelp:
    answers = [(call.answered, call.answered_by) for call in (one, other) if call.answered_by]
    answered, by = min(answers) if answers else (0, "")
    ends = [call.ended for call in (one, other) if call.ended]
    return replace(one, answered=answered, answered_by=by, ended=min(ends, default=0))
