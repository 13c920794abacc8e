"""Who takes part in a batch draw: the list that is frozen and published before it (draws.md, part a)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from kiosk.domain.campaigns.model import Campaign, PhaseKind
from kiosk.domain.campaigns.state import MemberState
from kiosk.domain.campaigns.things import Draw


def entrants(members: Mapping[str, MemberState], draw: str, *, excluded: Iterable[str] = ()) -> list[tuple[str, int]]:
    """Members with tickets for `draw` and how many each, by member id. `excluded`: insiders (the exclusion list)."""
    barred = frozenset(excluded)
    return [
        (member, tickets)
        for member in sorted(members)
        if member not in barred and (tickets := members[member].tickets.get(draw, 0)) > 0
    ]


def days_of(campaign: Campaign, draw: Draw) -> list[date]:
    """The days on which a draw is held: those it names, or every day of the main phases."""
    return list(draw.days) or [
        phase.starts.date() + timedelta(days=index)
        for phase in campaign.phases
        if phase.kind is PhaseKind.MAIN
        for index in range((phase.ends.date() - phase.starts.date()).days)
    ]
