"""The record of a draw is kept for two years at least (規範促銷行為暫行規定), and who stood behind the numbers no
longer than it has to be (個人信息保護法)."""

from __future__ import annotations

from sqlalchemy import delete, select, update

from kiosk.hq.context import Context
from kiosk.hq.draws.tables import draw_person, draw_roll, draw_ticket
from kiosk.hq.draws_batch.rows import tell
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN


def kept_until(tx: Tx, name: str, seq: int) -> int | None:
    """Until when (ms) nothing of a draw may go; None: it was not drawn, and there is no such time yet."""
    mine = (draw_roll.c.store == CHAIN) & (draw_roll.c.draw == name) & (draw_roll.c.seq == seq)
    found = tx.execute(select(draw_roll.c.kept_until).where(mine, draw_roll.c.state == "frozen")).scalar()
    return None if found is None else int(found)


def forget_some(context: Context) -> bool:
    """Of a list whose time is over: its rows go, salts and members with them; what was published stays as it is. False:
    of none."""
    now = context.clock.now_ms()
    over = (draw_roll.c.store == CHAIN) & (draw_roll.c.kept_until <= now) & draw_roll.c.forgotten_at.is_(None)
    with context.database.read() as tx:
        found = tx.execute(select(draw_roll.c.roll, draw_roll.c.draw, draw_roll.c.seq).where(over).limit(1)).first()
    if found is None:
        return False
    with context.database.write() as tx:
        tx.execute(delete(draw_person).where(draw_person.c.store == CHAIN, draw_person.c.roll == found.roll))
        drawn = (draw_ticket.c.store == CHAIN) & (draw_ticket.c.draw == found.draw) & (draw_ticket.c.seq == found.seq)
        tx.execute(update(draw_ticket).where(drawn).values(member=None))
        mine = (draw_roll.c.store == CHAIN) & (draw_roll.c.roll == found.roll)
        tx.execute(update(draw_roll).where(mine).values(forgotten_at=now))
        tell(context, tx, found.draw, found.seq)
    return True
