"""The exclusion list: employees and others who may not win (反不正當競爭法: no insiders among the winners)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from kiosk.domain.members.member import Member
from kiosk.domain.staff.roles import StaffMember
from kiosk.hq.context import Context
from kiosk.hq.draws.steps import TOPIC
from kiosk.hq.draws.tables import draw_excluded, draw_staff
from kiosk.hq.members.kinship import Kin
from kiosk.hq.rows import found_by
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, publish, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, published
from kiosk.protocol.rows import ExclusionRow

WHY = ("employee", "family", "agency", "other")
_LOOKED_AT = 50
_ROWS = Bucket(CHAIN, "excluded")


class ExclusionFault(ValueError):
    """It cannot be done; the text says why, to a person."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """Somebody who may not win. `staff`: their id among the staff, "" for none. `at`: ms."""

    member: str
    why: str
    staff: str
    by: str
    at: int


def listed(tx: Tx) -> list[Excluded]:
    """Everybody on the list, by member id."""
    rows = tx.execute(select(draw_excluded).where(draw_excluded.c.store == CHAIN).order_by(draw_excluded.c.member))
    return [Excluded(row.member, row.why, row.staff, row.by, row.at) for row in rows]


def excluded_members(tx: Tx) -> set[str]:
    """All ids of everybody on the list, and of who is one with them."""
    ids = {one.member for one in listed(tx)}
    return ids | Kin(tx, ids).all_of(ids)


def unsettled_staff(tx: Tx) -> list[str]:
    """Staff of whom nobody has said yet which member they are, or that they are none: while there are any, the list
    may have a hole."""
    query = select(published.c.id, published.c.data).where(
        published.c.subject == "staff", published.c.data.is_not(None)
    )
    everybody = {str(row.id) for row in tx.execute(query)}
    known = {one.staff for one in listed(tx)}
    known |= set(tx.execute(select(draw_staff.c.staff).where(draw_staff.c.store == CHAIN)).scalars())
    return sorted(everybody - known)


def exclude(context: Context, tx: Tx, said: str, why: str, by: str, staff: str = "") -> list[str]:
    """Put a member (id, card number or phone) on the list; gives the ids. Raises ExclusionFault."""
    if why not in WHY:
        raise ExclusionFault(f"why: one of {', '.join(WHY)}")
    if staff and not _is_staff(tx, staff):
        raise ExclusionFault(f"no such staff: {staff}")
    members = _members(tx, said)
    now = context.clock.now_ms()
    rows = [{"store": CHAIN, "member": one, "why": why, "staff": staff, "by": by[:64], "at": now} for one in members]
    tx.upsert(draw_excluded, rows)
    _tell(tx, {one: ExclusionRow(one) for one in _with_kin(tx, members)}, now)
    tx.touch(TOPIC)
    return members


def _with_kin(tx: Tx, members: Sequence[str]) -> set[str]:
    return {*members, *Kin(tx, members).all_of(members)}


def _tell(tx: Tx, rows: Mapping[str, ExclusionRow | None], now: int) -> None:
    """Terminals refuse wheels to who is on the list; a draw's list leaves them out."""
    publish(tx, [RowChange(_ROWS, member, row) for member, row in sorted(rows.items())], now)


def allow(context: Context, tx: Tx, said: str) -> bool:
    """Take a member off the list. Lists that are frozen keep what they had. False: they were not on it."""
    ids = [said, *_members(tx, said)] if _found(tx, said) else [said]
    still = excluded_members(tx) - _with_kin(tx, ids)
    _tell(tx, dict.fromkeys(_with_kin(tx, ids) - still), context.clock.now_ms())
    gone = tx.execute(delete(draw_excluded).where(draw_excluded.c.store == CHAIN, draw_excluded.c.member.in_(ids)))
    return bool(gone.rowcount)


def no_member(context: Context, tx: Tx, staff: Sequence[str], by: str) -> None:
    """Somebody says that these staff are no members. Raises ExclusionFault."""
    for one in staff:
        if not _is_staff(tx, one):
            raise ExclusionFault(f"no such staff: {one}")
    now = context.clock.now_ms()
    tx.upsert(draw_staff, [{"store": CHAIN, "staff": one, "by": by[:64], "at": now} for one in staff])


def _is_staff(tx: Tx, staff: str) -> bool:
    return staff in published_rows(tx, "staff", [staff], StaffMember)


def _members(tx: Tx, said: str) -> list[str]:
    found = _found(tx, said)
    if not found:
        raise ExclusionFault(f"no such member: {said} (an id, a card number or a phone)")
    return found


def _found(tx: Tx, said: str) -> list[str]:
    ids = {said, *found_by.find(tx, "members", found_by.by_card(said), _LOOKED_AT)}
    ids |= set(found_by.find(tx, "members", found_by.by_phone(said), _LOOKED_AT))
    return sorted(published_rows(tx, "members", ids, Member))
