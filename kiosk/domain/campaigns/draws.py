"""Who takes part in a batch draw: the list that is frozen and published before it (draws.md, part a)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kiosk.domain.campaigns.state import MemberState


def entrants(members: Mapping[str, MemberState], draw: str, *, excluded: Iterable[str] = ()) -> list[tuple[str, int]]:
    """Members with tickets for `draw` and how many each, by member id. `excluded`: insiders (the exclusion list)."""
    barred = frozenset(excluded)
    return [
        (member, tickets)
        for member in sorted(members)
        if member not in barred and (tickets := members[member].tickets.get(draw, 0)) > 0
    ]
