"""What a search for members found."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.members.member import Member

FEWEST_DIGITS = 4
"""Digits of a phone that a search needs."""


@dataclass(frozen=True, slots=True)
class Found:
    """`members`: the first ones, what is meant most likely first. `total`: how many there are. `too_short`: digits were
    typed, and fewer than `FEWEST_DIGITS`."""

    members: tuple[Member, ...] = ()
    total: int = 0
    too_short: bool = False
