"""Facts of a station for customers as far as staff has to do with it."""

from __future__ import annotations

from typing import Any

from kiosk.domain.journal.registry import Body, Kind


class Opened(Body, frozen=True, kw_only=True):
    """`way`: set_up, leave; `approved_by`: the manager whose PIN or badge it was."""

    way: str
    approved_by: str


LOCKDOWN_OPENED = Kind(
    "lockdown.opened",
    owner="lockdown",
    body=Opened,
    says="none; a manager set up, or left, a station that is for customers",
)

KINDS: tuple[Kind[Any], ...] = (LOCKDOWN_OPENED,)
