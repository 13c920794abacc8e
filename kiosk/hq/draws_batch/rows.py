"""What terminals are told of draws (`chain/draws`): those to come, those held, those that are void."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import Draw
from kiosk.domain.draws.encoding import jcs
from kiosk.domain.draws.facts import Step, owner_of
from kiosk.domain.draws.life import State
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.hq.context import Context
from kiosk.hq.draws.people import campaign_of, drawn_members, masked, roll_of
from kiosk.hq.draws.steps import DrawSeen, draw_of, draws, held_in
from kiosk.hq.draws_batch import planning
from kiosk.hq.draws_batch.files import file_of
from kiosk.hq.draws_batch.planning import Plan
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import RowChange, all_rows, publish
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN
from kiosk.protocol.rows import DrawPlaceRow, DrawPrizeRow, DrawRow

BUCKET = Bucket(CHAIN, "draws")
MOST_SHOWN = 200
"""So many winners stand in a row; all of them are in the published file."""


def tell(context: Context, tx: Tx, name: str, seq: int) -> None:
    """A draw is another than before."""
    row = row_of(context, tx, name, seq)
    if row is not None:
        publish(tx, [RowChange(BUCKET, f"{name}/{seq}", row)], context.clock.now_ms())


def tell_plans(context: Context, tx: Tx) -> None:
    """Draws to come, as far as the campaigns say now; none any more that are not."""
    now = context.clock.now_ms()
    since = now - context.settings.draw_late_h * 3_600_000
    until = now + context.settings.draw_plan_days * planning.DAY_MS
    held = {f"{one.draw}/1" for one in draws(tx)}
    wanted = {f"{plan.id}/1": _planned(plan) for plan in planning.plans(context, tx, since, until)}
    there = {f"{row.draw}/{row.seq}": row for row in all_rows(tx, BUCKET, DrawRow) if row.state == State.PLANNED}
    gone = [RowChange(BUCKET, name, None) for name in there if name not in wanted and name not in held]
    new = [RowChange(BUCKET, name, row) for name, row in wanted.items() if name not in held and there.get(name) != row]
    publish(tx, [*gone, *new], now)


def row_of(context: Context, tx: Tx, name: str, seq: int) -> DrawRow | None:
    """A draw that was frozen, as terminals are told of it."""
    seen = draw_of(tx, name, seq)
    if seen is None or seen.frozen is None:
        return None
    file, seeded = file_of(tx, name, seq), seen.seeded
    return replace(
        _beginning(context, tx, seen),
        manifest=jcs(seen.frozen.manifest).decode(),
        mh=seen.frozen.mh,
        round=seeded.round if seeded is not None else 0,
        signature=seeded.signature if seeded is not None else "",
        sources=seeded.sources if seeded is not None else (),
        result=seen.drawn.result if seen.drawn is not None else "",
        winners=_places(tx, seen),
        void=str(seen.voided.reason) if seen.voided is not None else "",
        file_sha=file.sha256 if file is not None else "",
        file_size=file.size if file is not None else 0,
        device=owner_of(name),
    )


def _planned(plan: Plan) -> DrawRow:
    return _of_campaign(plan.campaign, plan.draw, plan.id, 1, State.PLANNED, instant(plan.at))


def _of_campaign(campaign: Campaign, draw: Draw, name: str, seq: int, state: State, at: datetime) -> DrawRow:
    return DrawRow(
        draw=name,
        seq=seq,
        state=str(state),
        campaign=campaign.id,
        name=draw.name,
        at=at,
        prizes=tuple(DrawPrizeRow(one.code, one.name, one.count, one.value, one.tax_percent) for one in draw.prizes),
        alternates=draw.alternates,
        board=campaign.legal.winners_board,
        licence=campaign.legal.licence_number or "",
        currency=campaign.currency,
        jurisdiction=str(campaign.jurisdiction),
    )


def _beginning(context: Context, tx: Tx, seen: DrawSeen) -> DrawRow:
    at = instant(seen.at[Step.FROZEN])
    roll = roll_of(tx, seen.draw, seen.seq)
    campaign = None if roll is None else campaign_of(context, tx, roll.campaign, roll.version)
    thing = None if campaign is None else planning.thing_of(campaign, seen.draw)
    if campaign is not None and thing is not None:
        return _of_campaign(campaign, thing[0], seen.draw, seen.seq, seen.state, at)
    manifest = seen.manifest
    title = seen.frozen.name if seen.frozen is not None else ""
    prizes = manifest.prizes if manifest is not None else ()
    return DrawRow(
        draw=seen.draw,
        seq=seen.seq,
        state=str(seen.state),
        campaign=manifest.campaign if manifest is not None else "",
        name=_same(title or seen.draw),
        at=at,
        prizes=tuple(DrawPrizeRow(one.code, _same(one.code), one.n, 0) for one in prizes),
        alternates=manifest.alternates if manifest is not None else 0,
    )


def _same(text: str) -> LocalText:
    return LocalText(text, text, text)


def _places(tx: Tx, seen: DrawSeen) -> tuple[DrawPlaceRow, ...]:
    held = held_in(tx, seen)[:MOST_SHOWN]
    names = masked(tx, drawn_members(tx, seen.draw, seen.seq), [one.entrant for one in held])
    return tuple(
        DrawPlaceRow(one.place, one.prize, one.ticket, one.entrant, names.get(one.entrant, ""), one.turn)
        for one in held
    )
