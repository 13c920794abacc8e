"""Walk-ins of one phone at desks that could not see each other: perhaps one person, who was added twice.

A desk that knows of a walk-in asks before it adds another one with the same phone, and writes down that it did. So two
of them of which none says so were added by desks that had not heard of each other.
"""

from __future__ import annotations

from itertools import groupby

from kiosk.application.guests.listen import Desk
from kiosk.application.guests.outcomes import SOMEBODY_ELSE, DoubleView
from kiosk.application.guests.views import side_of
from kiosk.domain.guests.attendance import GuestState
from kiosk.domain.guests.event import Guest
from kiosk.domain.guests.facts import AddedBody


def walked_in_twice(desk: Desk) -> tuple[DoubleView, ...]:
    """Each phone once, the newest first, as far as the persons are known here."""
    states = [one for one in desk.attendance.walked_in() if _unasked(one)]
    if len({one.added.device for one in states if one.added is not None}) < 2:  # the usual case: no row is read
        return ()
    named = [(guest, one) for one in states if (guest := desk.guest(one.guest)) is not None and guest.phone]
    named.sort(key=lambda pair: (pair[0].phone, pair[0].id))
    groups = [list(group) for _phone, group in groupby(named, key=lambda pair: pair[0].phone)]
    found = [_view(desk, group) for group in groups if len({_device(state) for _guest, state in group}) > 1]
    return tuple(sorted(found, key=lambda one: (one.sides[0].at, one.id), reverse=True))


def _unasked(state: GuestState) -> bool:
    added = state.added
    return added is not None and isinstance(added.said, AddedBody) and SOMEBODY_ELSE not in added.said.despite


def _device(state: GuestState) -> str:
    return state.added.device if state.added is not None else ""


def _view(desk: Desk, group: list[tuple[Guest, GuestState]]) -> DoubleView:
    sides = sorted(
        (side_of(desk, state.first) for _guest, state in group if state.first is not None),
        key=lambda one: (one.at, one.ref),
    )
    names = dict.fromkeys(guest.name for guest, _state in group)
    first = group[0][0].id
    return DoubleView("+".join(sorted(guest.id for guest, _ in group)), first, " / ".join(names), tuple(sides), True)
