"""Who takes part in a draw by a list: the people of the list, and how many chances each has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.lists.duplicates import name_key
from kiosk.domain.lists.guests import Guest, Understood, Why


class Repeated(StrEnum):
    """What it means that somebody stands in a list several times. Chosen by the person who takes the list."""

    ONCE = "once"  # written down twice
    ADD = "add"  # each row is a ticket (or its tickets) more


@dataclass(frozen=True, slots=True)
class ListEntrant:
    """A person who takes part. `phone`: E.164 or "", `tickets` ≥ 1; `row` and `sheet`: the first row of theirs."""

    name: str = field(repr=False)
    phone: str = field(repr=False)
    tickets: int
    sheet: str = ""
    row: int = 0


def entrants(understood: Understood, repeated: Repeated = Repeated.ONCE) -> tuple[ListEntrant, ...]:
    """The entrants in the order of the list. Where each row is a ticket (`Repeated.ADD`), rows left out as said twice
    count one more chance each, and several tickets of one person are one entrant."""
    more: dict[tuple[str, int], int] = {}
    if repeated is Repeated.ADD:
        for one in understood.left_out:
            if one.why is Why.DUPLICATE:
                key = (one.of_sheet or one.sheet, one.of)
                more[key] = more.get(key, 0) + max(1, one.tickets)
    return tuple(
        _together((guest, guest.tickets + more.get((guest.sheet, guest.row), 0)) for guest in understood.guests)
    )


def _together(guests: Iterable[tuple[Guest, int]]) -> Iterable[ListEntrant]:
    """One entrant a person: the tickets of one name and phone (a list of tickets has a row for each) come together."""
    found: dict[tuple[str, ...], tuple[Guest, int]] = {}
    for guest, tickets in guests:
        known = (name_key(guest.name), guest.phone) if guest.phone else (guest.sheet, str(guest.row))
        first, so_far = found.get(known, (guest, 0))
        found[known] = (first, so_far + tickets)
    for guest, tickets in found.values():
        yield ListEntrant(guest.name, guest.phone, tickets, guest.sheet, guest.row)
