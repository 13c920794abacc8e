"""Tickets of a member as codes that they keep: place in the list, salt, and the way to the published root, signed."""

from __future__ import annotations

from datetime import timedelta
from itertools import accumulate
from typing import Any

from sqlalchemy import select

from kiosk.domain.draws import merkle
from kiosk.domain.draws.entrants import leaf_hashes
from kiosk.domain.draws.life import State
from kiosk.domain.time import instant
from kiosk.domain.tokens import DrawKind, DrawReceiptClaims
from kiosk.hq.context import Context
from kiosk.hq.draws.people import ENTRANTS, leaves_of
from kiosk.hq.draws.steps import DrawSeen, draw_of
from kiosk.hq.draws.tables import draw_person, draw_roll
from kiosk.hq.members.kinship import Kin
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.hq.tokens import keys
from kiosk.protocol.tokens.codec import sign_token
from kiosk.protocol.wire.messages import DrawTicket

_GOOD_FOR = timedelta(days=2 * 366)
"""As long as the record of the draw is kept."""
_SHOWN = (State.PUBLISHED, State.SEEDED, State.DRAWN, State.CLOSED)


def tickets_of(context: Context, tx: Tx, member: str) -> tuple[DrawTicket, ...]:
    """A member's tickets in every list that is published and not void, the newest first."""
    ids = Kin(tx, [member]).all_of([member]) | {member}
    columns = (draw_roll.c.roll, draw_roll.c.draw, draw_roll.c.seq, draw_roll.c.entrants, draw_roll.c.begun_at)
    person = (draw_person.c.i, draw_person.c.count, draw_person.c.salt)
    same = (draw_roll.c.store == draw_person.c.store) & (draw_roll.c.roll == draw_person.c.roll)
    theirs = (draw_person.c.list == ENTRANTS) & draw_person.c.member.in_(sorted(ids))
    query = select(*columns, *person).join(draw_person, same).where(draw_roll.c.store == CHAIN, theirs)
    found = []
    for row in tx.execute(query.order_by(draw_roll.c.begun_at.desc(), draw_roll.c.draw)):
        seen = draw_of(tx, row.draw, row.seq)
        if seen is not None and seen.state in _SHOWN and row.salt is not None:
            found.append(_ticket(context, tx, seen, row, row.i, row.count, bytes(row.salt)))
    return tuple(found)


def _ticket(context: Context, tx: Tx, seen: DrawSeen, roll: Any, i: int, count: int, salt: bytes) -> DrawTicket:
    tree, firsts = tree_of(context, tx, roll)
    key = keys.signing_receipts(context, tx)
    now = instant(context.clock.now_ms()).replace(microsecond=0)
    claims = DrawReceiptClaims(
        issuer=context.settings.issuer,
        key_id=key.key_id,
        issued=now,
        expires=now + _GOOD_FOR,
        draw_kind=DrawKind.BATCH,
        draw=seen.draw,
        index=i,
        size=tree.size,
        salt=salt,
        path=tree.path(i),
        root=tree.root(),
        first=firsts[i],
        count=count,
    )
    frozen = seen.frozen
    assert frozen is not None
    return DrawTicket(
        draw=seen.draw,
        seq=seen.seq,
        state=str(seen.state),
        mh=frozen.mh,
        i=i,
        first=firsts[i],
        count=count,
        entrants=tree.size,
        token=sign_token(claims, key),
    )


def tree_of(context: Context, tx: Tx, roll: Any) -> tuple[merkle.Tree, list[int]]:
    """A list's tree and the first ticket of each entrant; kept in memory, for many customers ask about one list."""
    kept = context.trees.get(roll.roll)
    if kept is None:
        leaves = leaves_of(tx, roll.roll, roll.entrants)
        firsts = list(accumulate(leaves.counts, initial=0))
        kept = (merkle.Tree(leaf_hashes(leaves.counts, list(leaves.commitments()))), firsts)
        context.trees.put(roll.roll, kept)
    return kept
