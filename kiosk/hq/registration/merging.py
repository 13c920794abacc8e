"""Two registrations of one person become one: who registered first stays, by (hlc, device); who was a member before
journals began stays before them."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.campaigns.points import points_key
from kiosk.domain.registration.facts import MEMBERS_MERGED, MergedBody
from kiosk.hq.campaigns import verdicts
from kiosk.hq.context import Context
from kiosk.hq.leases import points
from kiosk.hq.members.kinship import Kin, registrations_of
from kiosk.hq.members.queries import homes
from kiosk.hq.store.database import Tx


@dataclass(frozen=True, slots=True)
class Merged:
    """Who stays, and who is the same person."""

    stays: str
    goes: str


def merge(context: Context, tx: Tx, stays: str, goes: str, why: str, by: str = "") -> Merged | None:
    """Put two members together, whichever of them is said to stay. Both histories count for who stays, what was given
    for the second registration and its referral comes back unless it is used, and whoever has the other's card finds
    who stays. None: they are one person already, or one of them is nobody."""
    kin = Kin(tx, (stays, goes))
    stays, goes = kin.root(stays), kin.root(goes)
    known = homes(tx, (stays, goes)).keys()
    stamps = {one: registrations_of(tx, one) for one in (stays, goes)}
    if stays == goes or not all(one in known or stamps[one] for one in (stays, goes)):
        return None
    if _began(stamps[goes]) < _began(stamps[stays]):
        stays, goes = goes, stays
    of = {one: tuple(f"{device}/{hlc:x}" for hlc, device in stamps[one]) for one in (stays, goes)}
    body = MergedBody(member=stays, other=goes, why=why, by=by, of_member=of[stays], of_other=of[goes])
    verdicts.say(context, tx, MEMBERS_MERGED, MEMBERS_MERGED.write(body))
    # what tills may still pay with by the other's name is theirs to tell; nothing more is handed out under it
    points.call_back(context, tx, points_key(goes), context.clock.now_ms())
    return Merged(stays, goes)


def _began(stamps: list[tuple[int, str]]) -> tuple[int, str]:
    return stamps[0] if stamps else (-1, "")
