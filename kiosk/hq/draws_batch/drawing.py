"""The draw itself: the seed, once it is there, and what follows from it. Done once, the same wherever it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import insert, update

from kiosk.domain.campaigns.legal import YEARS_KEPT
from kiosk.domain.draws.batch import (
    DICE,
    DRAND,
    FEWEST_DICE,
    Alternate,
    Drawn,
    Manifest,
    draw,
    envelope_commitment,
    seed_from_beacon,
    seed_from_sources,
)
from kiosk.domain.draws.facts import DRAW_DRAWN, DRAW_SEEDED, MOST_LISTED, DrawnBody, SeededBody
from kiosk.domain.draws.life import State, result_hash
from kiosk.domain.time import instant, millis
from kiosk.hq.context import Context
from kiosk.hq.draws import beacons
from kiosk.hq.draws.people import campaign_of, leaves_of, members_of, roll_of, still_there
from kiosk.hq.draws.steps import draw_of, lock_of
from kiosk.hq.draws.tables import draw_roll, draw_ticket
from kiosk.hq.draws_batch.rows import tell
from kiosk.hq.journalling import append
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN

Sources = Sequence[tuple[str, str]]
_YEAR = timedelta(days=366)


def bad_sources(manifest: Manifest, sources: Sources) -> str | None:
    """What is wrong with the values of envelopes and dice, as a stable code; None when they are what the manifest
    sealed."""
    if tuple(name for name, _ in sources) != manifest.sources or manifest.sources == (DRAND,):
        return "other_sources"
    sealed = dict(manifest.envelopes)
    for name, value in sources:
        if name == DICE:
            throws = value.split(" ")
            if len(throws) < FEWEST_DICE:
                return "too_few_dice"
            if not all(one in "123456" and len(one) == 1 for one in throws):
                return "no_dice"
        elif not _opens(sealed.get(name, ""), value):
            return "other_envelope"
    return None


def _opens(commitment: str, value: str) -> bool:
    try:
        return envelope_commitment(bytes.fromhex(value)).hex() == commitment and len(value) == 64
    except ValueError:
        return False


def seed_of(tx: Tx, manifest: Manifest, sources: Sources = ()) -> tuple[SeededBody, bytes] | str:
    """The seed and what is journalled of it; or a code that says why there is none yet: no_beacon, or what
    `bad_sources` gives."""
    mh = manifest.hash()
    name, seq = manifest.draw_id, manifest.seq
    if manifest.beacon is not None:
        signature = beacons.signature(tx, manifest.beacon.chain, manifest.beacon.round)
        if signature is None:
            return "no_beacon"
        body = SeededBody(draw=name, seq=seq, round=manifest.beacon.round, signature=signature.hex())
        return body, seed_from_beacon(mh, signature)
    wrong = bad_sources(manifest, sources)
    if wrong is not None:
        return wrong
    parts = [(name, value.encode() if name == DICE else bytes.fromhex(value)) for name, value in sources]
    return SeededBody(draw=name, seq=seq, sources=tuple(sources)), seed_from_sources(mh, parts)


def draw_now(context: Context, name: str, seq: int, sources: Sources = ()) -> str | None:
    """Draw. None when it is done; else a stable code: no_such_draw, not_published, drawn (before), void, no_beacon
    (the round is not out, or not here), or what is wrong with the sources."""
    with context.database.read() as tx:
        seen, roll = draw_of(tx, name, seq), roll_of(tx, name, seq)
        manifest = None if seen is None else seen.manifest
        if seen is None or roll is None or manifest is None:
            return "no_such_draw"
        wrong = _not_now(seen.state)
        if wrong is not None:
            return wrong
        seeded = seed_of(tx, manifest, sources)
        if isinstance(seeded, str):
            return seeded
        drawn = draw(manifest, leaves_of(tx, roll.roll, roll.entrants).counts, seeded[1])
        order = [*(Alternate(one.ticket, one.entrant) for one in drawn.winners), *drawn.alternates]
        whose = members_of(tx, roll.roll, {one.entrant for one in order})
    with context.database.write() as tx:
        tx.hold([lock_of(name)])
        now = draw_of(tx, name, seq)
        wrong = "no_such_draw" if now is None else _not_now(now.state)
        if wrong is None:
            there = still_there(tx, roll.roll, whose.values())
            _keep(tx, manifest, order, {i: member for i, member in whose.items() if member in there})
            _journal(context, tx, manifest, seeded[0], drawn)
        return wrong


def _not_now(state: State) -> str | None:
    return {
        State.PUBLISHED: None,
        State.FROZEN: "not_published",
        State.VOID: "void",
    }.get(state, "drawn")


def _journal(context: Context, tx: Tx, manifest: Manifest, seeded: SeededBody, drawn: Drawn) -> None:
    """All of it in one transaction: there is no seed at HQ without its result."""
    append(context, tx, DRAW_SEEDED, DRAW_SEEDED.write(seeded))
    listed = len(drawn.winners) + len(drawn.alternates) <= MOST_LISTED
    body = DrawnBody(
        draw=manifest.draw_id,
        seq=manifest.seq,
        result=result_hash(manifest.hash(), drawn.winners, drawn.alternates),
        winners=tuple((one.prize, one.ticket, one.entrant) for one in drawn.winners) if listed else (),
        alternates=tuple((one.ticket, one.entrant) for one in drawn.alternates) if listed else (),
    )
    append(context, tx, DRAW_DRAWN, DRAW_DRAWN.write(body))
    _lock_away(context, tx, manifest)
    tell(context, tx, manifest.draw_id, manifest.seq)


def _keep(tx: Tx, manifest: Manifest, order: Sequence[Alternate], whose: Mapping[int, str]) -> None:
    """The tickets in the order drawn, and whose they are as long as they may be known."""
    start = {"store": CHAIN, "draw": manifest.draw_id, "seq": manifest.seq}
    rows = [
        start | {"n": n, "ticket": one.ticket, "i": one.entrant, "member": whose.get(one.entrant)}
        for n, one in enumerate(order)
    ]
    if rows:
        tx.execute(insert(draw_ticket), rows)


def _lock_away(context: Context, tx: Tx, manifest: Manifest) -> None:
    """The record is kept for two years, or as long as the campaign says, if that is longer."""
    roll = roll_of(tx, manifest.draw_id, manifest.seq)
    campaign = campaign_of(context, tx, roll.campaign, roll.version)
    years = max(YEARS_KEPT, campaign.legal.archive_years if campaign is not None else 0)
    until = millis(instant(context.clock.now_ms()) + years * _YEAR)
    mine = (draw_roll.c.store == CHAIN) & (draw_roll.c.roll == roll.roll)
    tx.execute(update(draw_roll).where(mine).values(kept_until=until))
