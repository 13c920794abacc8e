"""Prizes and people as an operator writes them down, a line each."""

from __future__ import annotations

import re

from kiosk.application.draws.stage_outcomes import Entrant, PlannedPrize

_COUNT = re.compile(r"^(?P<name>.*?)[\s,，、×xX*＊:：]+(?P<count>\d{1,5})\s*(?:份|名|位|個|个|組|组|台|支|張|张)?$")
_TICKETS = re.compile(r"^(?P<name>.*?)[\t,，;；]+\s*(?P<tickets>\d{1,5})$")
MOST_PEOPLE = 5_000
"""More than that is a file."""


def prizes_of(text: str) -> tuple[PlannedPrize, ...]:
    """One a line: its name, then how many ("TV 1", "音箱 × 2"); without a number it is one."""
    found = []
    for line in text.splitlines():
        said = line.strip()
        match = _COUNT.match(said)
        if match is not None and match["name"].strip():
            found.append(PlannedPrize(match["name"].strip(), int(match["count"])))
        elif said:
            found.append(PlannedPrize(said, 1))
    return tuple(found)


def people_of(text: str) -> tuple[Entrant, ...]:
    """One a line: a name, and after a comma how many tickets, if not one. Who stands there twice has the tickets of
    both."""
    tickets: dict[str, int] = {}
    for line in text.splitlines()[:MOST_PEOPLE]:
        said = line.strip()
        match = _TICKETS.match(said)
        name, count = (match["name"].strip(), int(match["tickets"])) if match is not None else (said, 1)
        if name and count:
            tickets[name] = tickets.get(name, 0) + count
    return tuple(Entrant(name, tickets=count) for name, count in tickets.items())
