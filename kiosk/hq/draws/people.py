"""Who stands behind the numbers of a frozen list, and the rules it was frozen by.

A list is kept in the order of the members, so that a million rows are written one after the other and a member's are
found at once; its own order, by the commitments, is in the numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import bindparam, select, update

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.members.masking import mask_name
from kiosk.domain.members.member import Member
from kiosk.hq.context import Context
from kiosk.hq.draws.steps import TOPIC
from kiosk.hq.draws.tables import draw_file, draw_person, draw_roll, draw_ticket
from kiosk.hq.rows.publish import chunks, published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, published

ENTRANTS, EXCLUDED = "entrants", "excluded"
GONE = "-"
"""How the name of who was erased begins in a list; the number follows."""
_AT_ONCE = 20_000
_HASH = 32


class _Name(msgspec.Struct):
    name: str = ""


@dataclass(frozen=True, slots=True)
class Leaves:
    """A list in its order: tickets of each entrant, and all commitments joined."""

    counts: array[int]
    joined: bytes

    def commitments(self) -> Iterator[str]:
        """In hex."""
        for at in range(0, len(self.joined), _HASH):
            yield self.joined[at : at + _HASH].hex()


def roll_of(tx: Tx, name: str, seq: int) -> Any:
    """The row of a draw's list; None where HQ has none."""
    mine = (draw_roll.c.store == CHAIN) & (draw_roll.c.draw == name) & (draw_roll.c.seq == seq)
    return tx.execute(select(draw_roll).where(mine, draw_roll.c.state == "frozen")).one_or_none()


def of_roll(roll: str, which: str = ENTRANTS) -> Any:
    """Which rows of `draw_person` are a list's."""
    return (draw_person.c.store == CHAIN) & (draw_person.c.roll == roll) & (draw_person.c.list == which)


def _read(tx: Tx, roll: str, *columns: Any) -> Iterator[Any]:
    yield from tx.execute(select(*columns).where(of_roll(roll)).execution_options(yield_per=_AT_ONCE))


def leaves_of(tx: Tx, roll: str, entrants: int) -> Leaves:
    """The list of so many entrants, as it is published."""
    counts, joined = array("q", bytes(8 * entrants)), bytearray(_HASH * entrants)
    for i, count, c in _read(tx, roll, draw_person.c.i, draw_person.c.count, draw_person.c.c):
        counts[i] = count
        joined[_HASH * i : _HASH * (i + 1)] = c
    return Leaves(counts, bytes(joined))


def members_of(tx: Tx, roll: str, numbers: Iterable[int]) -> dict[int, str]:
    """Whose these numbers of a list are, by going through all of it; those that were erased are not in it."""
    wanted = set(numbers)
    found = _read(tx, roll, draw_person.c.i, draw_person.c.member)
    return {i: member for i, member in found if i in wanted and not member.startswith(GONE)}


def still_there(tx: Tx, roll: str, members: Iterable[str]) -> set[str]:
    """Those of these members who were not erased since."""
    found: set[str] = set()
    for some in chunks(sorted(set(members))):
        mine = of_roll(roll) & draw_person.c.member.in_(some)
        found.update(tx.execute(select(draw_person.c.member).where(mine)).scalars())
    return found


def drawn_members(tx: Tx, name: str, seq: int) -> dict[int, str]:
    """Whose the numbers are that were drawn, winners and alternates; those that were erased are not in it."""
    mine = (draw_ticket.c.store == CHAIN) & (draw_ticket.c.draw == name) & (draw_ticket.c.seq == seq)
    rows = tx.execute(select(draw_ticket.c.i, draw_ticket.c.member).where(mine))
    return {row.i: row.member for row in rows if row.member}


def masked(tx: Tx, whose: dict[int, str], numbers: Iterable[int]) -> dict[int, str]:
    """Names of these numbers as they may be shown; `whose`: members by number."""
    wanted = {i: whose[i] for i in numbers if i in whose}
    rows = published_rows(tx, "members", set(wanted.values()), Member)
    return {i: mask_name(rows[member][1].name) if member in rows else "" for i, member in wanted.items()}


def masked_names(tx: Tx, roll: str, entrants: int) -> list[tuple[int, str]]:
    """(tickets, masked name) of everybody on a list, in its order: for a stage."""
    named: dict[str, str] = {}
    read = msgspec.json.Decoder(_Name)
    rows = (published.c.subject == "members") & published.c.data.is_not(None)
    query = select(published.c.id, published.c.data).where(rows)
    for member, data in tx.execute(query.execution_options(yield_per=_AT_ONCE)):
        named[member] = mask_name(read.decode(data).name)
    found = [(0, "")] * entrants
    for i, count, member in _read(tx, roll, draw_person.c.i, draw_person.c.count, draw_person.c.member):
        found[i] = (count, named.get(member, ""))
    return found


def forget(tx: Tx, members: Iterable[str]) -> None:
    """Members are erased: salts and who they were go from every list; the trees stay valid. Files that name them are
    made anew without."""
    rolls = tx.execute(select(draw_roll.c.roll).where(draw_roll.c.store == CHAIN)).scalars().all()
    for some in chunks(sorted(set(members))):
        for roll in rolls:
            for which in (ENTRANTS, EXCLUDED):
                _forget(tx, roll, which, some)
        theirs = (draw_ticket.c.store == CHAIN) & draw_ticket.c.member.in_(some)
        for row in tx.execute(select(draw_ticket.c.draw, draw_ticket.c.seq).where(theirs).distinct()).all():
            file = (draw_file.c.store == CHAIN) & (draw_file.c.draw == row.draw) & (draw_file.c.seq == row.seq)
            tx.execute(update(draw_file).where(file).values(upto=""))
            tx.touch(TOPIC)
        tx.execute(update(draw_ticket).where(theirs).values(member=None))


def _forget(tx: Tx, roll: str, which: str, members: list[str]) -> None:
    theirs = of_roll(roll, which) & draw_person.c.member.in_(members)
    rows = tx.execute(select(draw_person.c.member, draw_person.c.i).where(theirs)).all()
    if rows:
        gone = of_roll(roll, which) & (draw_person.c.member == bindparam("who"))
        erase = update(draw_person).where(gone).values(member=bindparam("nobody"), salt=None)
        tx.execute(erase, [{"who": row.member, "nobody": f"{GONE}{row.i}"} for row in rows])


def campaign_of(context: Context, tx: Tx, name: str, version: int) -> Campaign | None:
    """The edition whose rules a draw was frozen by."""
    editions = context.rules.of(tx).editions
    return next((one.campaign for one in editions if (one.campaign.id, one.campaign.version) == (name, version)), None)
