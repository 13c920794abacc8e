"""The life of a batch draw after its result: whose each prize is, and who is next when a winner does not claim.

Nothing here draws. A prize moves along the alternates in the order in which they were drawn, and never back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.draws.batch import Alternate, Win
from kiosk.domain.draws.encoding import H, jcs
from kiosk.domain.draws.facts import PassedBody

NOBODY = -1


class State(StrEnum):
    """How far a draw has come."""

    PLANNED = "planned"
    FROZEN = "frozen"
    PUBLISHED = "published"
    SEEDED = "seeded"
    DRAWN = "drawn"
    CLOSED = "closed"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Held:
    """A prize at its place in the order drawn, and the entrant whose it is (NOBODY: no alternate was left). `turn`: how
    often it was passed on."""

    place: int
    prize: str
    ticket: int
    entrant: int
    turn: int = 0


def result_hash(mh: bytes, winners: Sequence[Win], alternates: Sequence[Alternate]) -> str:
    """What a result is known by, hex: `H("result", JCS({alternates, mh, winners}))`."""
    body = {
        "alternates": [[one.ticket, one.entrant] for one in alternates],
        "mh": mh.hex(),
        "winners": [[one.prize, one.ticket, one.entrant] for one in winners],
    }
    return H("result", jcs(body)).hex()


def holders(winners: Sequence[Win], alternates: Sequence[Alternate], passed: Sequence[PassedBody]) -> list[Held]:
    """Whose each prize is now. `passed`: in the order in which they were said; one that does not fit is passed over, as
    `misfit` would have refused it."""
    held = [Held(place, win.prize, win.ticket, win.entrant) for place, win in enumerate(winners)]
    used = 0
    for one in passed:
        if misfit(held, alternates, used, one) is None:
            tickets = [alternate.ticket for alternate in alternates]
            before = held[one.place]
            ticket = NOBODY if one.alternate == NOBODY else tickets[used]
            held[one.place] = Held(one.place, before.prize, ticket, one.alternate, before.turn + 1)
            used += one.alternate != NOBODY
    return held


def next_alternate(alternates: Sequence[Alternate], passed: Sequence[PassedBody]) -> int:
    """Whose the next prize is that is passed on; NOBODY when none is left."""
    used = sum(one.alternate != NOBODY for one in passed)
    return alternates[used].entrant if used < len(alternates) else NOBODY


def misfit(held: Sequence[Held], alternates: Sequence[Alternate], used: int, said: PassedBody) -> str | None:
    """What is wrong with passing a prize on so, as a stable code; None when it is right. `used`: alternates who have
    taken somebody's place already."""
    if said.place >= len(held):
        return "no_such_place"
    if held[said.place].entrant != said.entrant or said.entrant == NOBODY:
        return "not_the_holder"
    expected = alternates[used].entrant if used < len(alternates) else NOBODY
    return None if said.alternate == expected else "not_the_next_alternate"
