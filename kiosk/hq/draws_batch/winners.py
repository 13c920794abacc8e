"""Winners are told: `draw.won` is journalled for each prize, the rules give what it brings, and a thing is due to be
fetched (`draws_claims`). Where a prize goes on to somebody else, `draw.lost` takes back what the rules gave for it."""

from __future__ import annotations

from sqlalchemy import select

from kiosk.domain.campaigns.facts import DRAW_LOST, DRAW_WON, Won
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.draws.life import NOBODY, Held, State
from kiosk.hq.campaigns.happenings import happened
from kiosk.hq.context import Context
from kiosk.hq.draws.people import campaign_of, drawn_members, roll_of
from kiosk.hq.draws.steps import DrawSeen, draw_of, draws, held_in, lock_of
from kiosk.hq.draws.tables import draw_won
from kiosk.hq.draws_batch import planning
from kiosk.hq.draws_claims import claims
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN

_AT_ONCE = 25


def tell_some(context: Context) -> bool:
    """Journal some wins that nobody was told of yet, in one transaction. True while there may be more."""
    with context.database.read() as tx:
        found = [one for one in draws(tx) if one.state is State.DRAWN and _untold(tx, one)]
    if not found:
        return False
    with context.database.write() as tx:
        tx.hold([lock_of(found[0].draw)])
        now = draw_of(tx, found[0].draw, found[0].seq)
        if now is not None and now.state is State.DRAWN:
            for held, member in _untold(tx, now)[:_AT_ONCE]:
                _tell(context, tx, now, held, member)
    return True


def _untold(tx: Tx, seen: DrawSeen) -> list[tuple[Held, str]]:
    """Prizes of which nobody was told yet whose they are; those of erased members wait for a person to pass them on."""
    mine = (draw_won.c.store == CHAIN) & (draw_won.c.draw == seen.draw) & (draw_won.c.seq == seen.seq)
    told = {(row.place, row.turn) for row in tx.execute(select(draw_won.c.place, draw_won.c.turn).where(mine))}
    left = [one for one in held_in(tx, seen) if one.entrant != NOBODY and (one.place, one.turn) not in told]
    whose = drawn_members(tx, seen.draw, seen.seq)
    return [(one, whose[one.entrant]) for one in left if one.entrant in whose]


def lose(context: Context, tx: Tx, seen: DrawSeen, held: Held) -> None:
    """A prize that somebody was told of is not theirs any more: what the rules gave for it is taken back. Of whom was
    erased meanwhile there is nothing to take."""
    mine = (draw_won.c.store == CHAIN) & (draw_won.c.draw == seen.draw) & (draw_won.c.seq == seen.seq)
    mine &= (draw_won.c.place == held.place) & (draw_won.c.turn == held.turn)
    told = tx.execute(select(draw_won.c.member).where(mine)).scalar()
    if told is not None and drawn_members(tx, seen.draw, seen.seq).get(held.entrant) == told:
        happened(context, tx, DRAW_LOST, DRAW_LOST.write(_won(context, tx, seen, held, told)))


def _tell(context: Context, tx: Tx, seen: DrawSeen, held: Held, member: str) -> None:
    happened(context, tx, DRAW_WON, DRAW_WON.write(_won(context, tx, seen, held, member)))
    campaign = _campaign(context, tx, seen)
    claims.due(context, tx, campaign, seen.draw, seen.seq, held.place, held.prize, held.entrant, member)


def _campaign(context: Context, tx: Tx, seen: DrawSeen) -> Campaign | None:
    roll = roll_of(tx, seen.draw, seen.seq)
    return campaign_of(context, tx, roll.campaign, roll.version)


def _won(context: Context, tx: Tx, seen: DrawSeen, held: Held, member: str) -> Won:
    campaign = _campaign(context, tx, seen)
    thing = None if campaign is None else planning.thing_of(campaign, seen.draw)
    return Won(
        member=member,
        ref="" if thing is None else thing[0].id,
        part=held.prize,
        draw=seen.draw,
        seq=seen.seq,
        place=held.place,
        turn=held.turn,
    )
