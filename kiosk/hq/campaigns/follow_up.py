"""What HQ does when a terminal has told everything: rewards are counted, and a part of the day's look at the members is
done. In transactions of their own: whatever goes wrong here, the terminal's facts are held."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import delete

from kiosk.hq.campaigns import happenings, recount
from kiosk.hq.context import Caller, Context
from kiosk.hq.leases.commands import HQ
from kiosk.hq.rebuild import state
from kiosk.hq.rows.publish import chunks
from kiosk.hq.store.schema import CHAIN, due_member

_AT_ONCE = 20
"""Members in one transaction: others want to write too."""


def follow_up(context: Context, caller: Caller, report: Callable[[Exception], object]) -> None:
    """After a push of `caller`; not while read models are derived anew. A fault goes to `report`; the member it
    happened to is left out until something else arrives about them."""
    with context.database.read() as tx:
        if state.behind(context, tx):
            return  # histories have to be whole before anybody counts by them
    now = context.clock.now_ms()
    limit = context.settings.count_members
    with context.database.write() as tx:
        members = recount.ready(tx, caller.device, limit, now)
        # whom a word of HQ's concerned while nobody was counted
        members += [one for one in recount.ready(tx, HQ, limit, now) if one not in members]
    count_all(context, members, report)
    try:
        with context.database.write() as tx:
            happenings.sweep_store(context, tx, caller.store, context.settings.sweep_members)
    except Exception as fault:  # noqa: BLE001  (reported; the next push goes on with it)
        report(fault)


def count_all(context: Context, members: Sequence[str], report: Callable[[Exception], object]) -> None:
    """Count these members anew, some at a time."""
    for piece in chunks(members, _AT_ONCE):
        try:
            with context.database.write() as tx:
                recount.count(context, tx, piece)
        except Exception:  # noqa: BLE001  (which of them it was is found out below, and reported)
            for member in piece:
                _alone(context, member, report)


def _alone(context: Context, member: str, report: Callable[[Exception], object]) -> None:
    try:
        with context.database.write() as tx:
            recount.count(context, tx, [member])
    except Exception as fault:  # noqa: BLE001  (reported: one member must not keep all others waiting)
        report(fault)
        with context.database.write() as tx:
            tx.execute(delete(due_member).where(due_member.c.store == CHAIN, due_member.c.member == member))
