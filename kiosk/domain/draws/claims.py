"""A prize that somebody has to get: who may hand it over, until when, and what became of it, as everything that was
said of it gives, in whatever order it is heard.

A wheel's prize is handed over by the terminal it was won at, with or without a network; every other terminal, and
everybody for a draw's prize, asks HQ first, and HQ lets one of them. So a prize is handed over once. Where a copied or
restored terminal did it all the same, the first end under its stamp counts, those who were let before those who were
not, and every other end is a conflict that people see.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.draws.claim_facts import (
    AddressedBody,
    CheckedBody,
    ClaimSaid,
    DueBody,
    GrantedBody,
    HandedBody,
    Said,
    ShippedBody,
)

HQ = "hq"
"""The device of HQ's own facts."""
DAY_MS = 86_400_000


class Standing(StrEnum):
    """Where a claim stands."""

    DUE = "due"
    NOTIFIED = "notified"
    CHECKED = "checked"
    HANDED = "handed"
    SHIPPED = "shipped"
    FORFEITED = "forfeited"

    @property
    def over(self) -> bool:
        """Nothing more is to be done."""
        return self in (Standing.HANDED, Standing.SHIPPED, Standing.FORFEITED)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as it stands. `since`, `until`, `ended`: ms since 1970; `holder`: the device that may hand it over
    without asking, "": each asks HQ; `tax`: minor units that were withheld; `conflicts`: (device, what) of ends that
    must not have been; `terminal`: the holder's name, as HQ told; `address`: commitment to where HQ sends it, "": the
    winner fetches it."""

    id: str
    due: DueBody
    since: int
    holder: str
    standing: Standing
    notified: int = 0
    checked: bool = False
    resident: bool = True
    ended: int = 0
    by: str = ""
    device: str = ""
    how: str = ""
    tax: int = 0
    parcel: str = ""
    conflicts: tuple[tuple[str, str], ...] = ()
    terminal: str = ""
    address: str = ""

    @property
    def over(self) -> bool:
        """Nothing more is to be done."""
        return self.standing.over

    def late(self, now: int) -> bool:
        """It is not over, and its time is. Who said in time where to send it has done their part."""
        return not self.over and not self.address and now >= self.due.until


def wheel_claim(lease: str, j: int) -> str:
    """The id of what slot `j` of a lease won."""
    return f"w/{lease}/{j}"


def draw_claim(draw: str, seq: int, place: int, entrant: int) -> str:
    """The id of a place's prize in a draw, as long as it is `entrant`'s: the next alternate's is another."""
    return f"d/{draw}/{seq}/{place}/{entrant}"


def is_wheels(claim: str) -> bool:
    """Whether it was won on a wheel, rather than in a draw."""
    return claim.startswith("w/")


def lease_of(claim: str) -> str:
    """The lease of a wheel's claim."""
    return claim.removeprefix("w/").rpartition("/")[0]


def note_number(claim: str) -> str:
    """The number on the note that the winner signs: eight characters that follow from the claim's id."""
    return hashlib.sha256(claim.encode()).hexdigest()[:8].upper()


_ENDS = {Said.HANDED: Standing.HANDED, Said.SHIPPED: Standing.SHIPPED, Said.FORFEITED: Standing.FORFEITED}


def standing(said: Iterable[tuple[str, ClaimSaid]]) -> Claim | None:
    """Where a claim stands by all that was said of it: pairs of a device and what it said. None before it is known to
    be due. The order in which it was heard has no part in it."""
    known = sorted(said, key=lambda one: (one[1].stamp, one[0], one[1].what))
    due = next(((device, one) for device, one in known if one.what is Said.DUE), None)
    if due is None:
        return None
    device, first = due
    body = first.said
    assert isinstance(body, DueBody)
    holders = [(first.stamp, "" if device == HQ or body.anywhere else device)]
    notified, checked, resident, address = 0, False, True, ""
    for _, one in known:
        match one.said:
            case GrantedBody(device=granted):
                holders.append((one.stamp, granted))
            case CheckedBody(resident=lives_here):
                checked, resident = True, lives_here
            case AddressedBody(address=where):
                address = where
            case _ if one.what is Said.NOTIFIED:
                notified = notified or one.at
    ends = sorted(
        ((not _may(who, one, holders), one.stamp, who, one) for who, one in known if one.what in _ENDS),
        key=lambda end: end[:3],
    )
    holder = holders[-1][1]
    if not ends:
        now = Standing.CHECKED if checked else Standing.NOTIFIED if notified else Standing.DUE
        return Claim(first.claim, body, first.at, holder, now, notified, checked, resident, address=address)
    _, _, ended_at, end = ends[0]
    others = tuple((who, one.what.value) for _, _, who, one in ends[1:] if (who, one.what) != (ended_at, end.what))
    how, tax, parcel = "", 0, ""
    match end.said:
        case HandedBody():
            how, tax = end.said.how.value, end.said.tax
        case ShippedBody():
            tax, parcel = end.said.tax, end.said.parcel
    return Claim(
        first.claim, body, first.at, holder, _ENDS[end.what], notified, checked, resident, end.at, end.actor, ended_at,
        how, tax, parcel, others, address=address,
    )  # fmt: skip


def _may(who: str, one: ClaimSaid, holders: list[tuple[int, str]]) -> bool:
    """Whether who said it was let: HQ always, a terminal while it was the holder. A prize that is forfeited passes on,
    so only HQ, or who holds it, says so."""
    if who == HQ:
        return True
    return any(stamp <= one.stamp and holder == who for stamp, holder in holders)


def joined(own: Claim | None, told: Claim | None) -> Claim | None:
    """What a terminal knows of a claim: by its own facts, and by HQ, who knows of everybody's. An end that is known
    here and not yet there is one."""
    if own is None or told is None:
        return own or told
    return own if own.over and not told.over else told
