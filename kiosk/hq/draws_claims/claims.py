"""Prizes that somebody has to get, at HQ: due when they are won, told to the winner, handed over by whom HQ lets, and
at the deadline on to the next by the published rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from sqlalchemy import exists, select, tuple_

from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import Draw, DrawPrize, Wheel
from kiosk.domain.draws import taxes
from kiosk.domain.draws.claim_facts import (
    CLAIM_DUE,
    CLAIM_FORFEITED,
    CLAIM_GRANTED,
    CLAIM_NOTIFIED,
    CLAIM_SHIPPED,
    DueBody,
    Forfeit,
    ForfeitedBody,
    GrantedBody,
    NotifiedBody,
    Said,
    ShippedBody,
)
from kiosk.domain.draws.claims import DAY_MS, HQ, Claim, Standing, draw_claim, is_wheels
from kiosk.domain.draws.leftovers import is_handed_over
from kiosk.domain.draws.life import State
from kiosk.domain.members.member import Member
from kiosk.domain.registration.person import person_of
from kiosk.domain.registration.policy import SERVICE
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant
from kiosk.hq.context import Caller, Context
from kiosk.hq.draws.steps import draw_of, held_in
from kiosk.hq.journalling import append
from kiosk.hq.members.queries import homes
from kiosk.hq.messages import outbox
from kiosk.hq.projections.prizes import claims_in, lock_of, prize_said, told_rows
from kiosk.hq.registration import welcome
from kiosk.hq.registration.consents import agreed
from kiosk.hq.registration.persons import person_row
from kiosk.hq.reply import Reply, problem
from kiosk.hq.rows.publish import published_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN, device, fact
from kiosk.protocol.rows import encode_row
from kiosk.protocol.wire.messages import PrizeAnswer, PrizeRequest, PrizeSeen

HEARD_AFTER_MS = 3_600_000
"""A terminal that holds a prize is waited for until it was heard so long after the deadline: it may have handed the
prize over in time, without a network."""
_TOLD_LATER_MS = DAY_MS
"""Who won on a wheel stood there: a letter goes to whoever has not fetched the prize after a day."""
_OF_USE_MS = 7 * DAY_MS
"""How long a letter is tried that asks for nothing: what is on the account already, or on its way."""
_DECLINED_MS = 90 * DAY_MS
_AT_ONCE = 25
_ENDS = (Said.HANDED.value, Said.SHIPPED.value, Said.FORFEITED.value)

PassOn = Callable[[Context, Tx, str, int, int, int, Forfeit], None]
"""Passes a draw's prize on: draw, seq, place, whose it was, why."""


def due(
    context: Context,
    tx: Tx,
    campaign: Campaign | None,
    draw: str,
    seq: int,
    place: int,
    prize: str,
    entrant: int,
    member: str,
) -> bool:
    """A draw's prize is a member's, at first or by passing on. False: the rules book it, nobody fetches it; the
    winner is written to at once."""
    source, value, percent, name = draw.split("/")[0], 0, 0, ""
    for thing in campaign.draws if campaign is not None else ():
        for one in thing.prizes:
            if one.code == prize and thing.id in draw.split("/"):
                if campaign is not None and not is_handed_over(campaign, thing.id, one):
                    _booked(context, tx, thing, one, f"{draw}/{seq}/{place}/{entrant}", member)
                    return False
                source, value = thing.id, one.value
                percent = one.tax_percent if one.tax_percent is not None else -1
    jurisdiction = str(campaign.jurisdiction) if campaign is not None else ""
    if percent < 0:
        percent = taxes.usual_percent(jurisdiction, value)
    days = campaign.legal.claim_days if campaign is not None else 30
    body = DueBody(
        claim=draw_claim(draw, seq, place, entrant),
        member=member,
        campaign=campaign.id if campaign is not None else "",
        source=source,
        prize=prize,
        store=homes(tx, [member]).get(member, ""),
        name=name,
        value=value,
        currency=campaign.currency if campaign is not None else "",
        jurisdiction=jurisdiction,
        percent=percent,
        until=context.clock.now_ms() + days * DAY_MS,
        identity=taxes.needs_identity(jurisdiction, value, percent),
    )
    append(context, tx, CLAIM_DUE, CLAIM_DUE.write(body))
    return True


def open_claims(tx: Tx, *, until: int | None = None, untold: bool = False) -> Iterator[Claim]:
    """Claims that are not over, the most urgent first, read bit by bit: those whose time is over at `until`; those
    whose winner was not written to."""
    other = prize_said.alias()
    same = (other.c.store == CHAIN) & (other.c.claim == prize_said.c.claim)
    query = select(prize_said.c.until, prize_said.c.claim).where(
        prize_said.c.store == CHAIN, prize_said.c.what == Said.DUE.value
    )
    query = query.where(~exists().where(same, other.c.what.in_(_ENDS)))
    if untold:
        query = query.where(~exists().where(same, other.c.what == Said.NOTIFIED.value))
    if until is not None:
        query = query.where(prize_said.c.until <= until)
    query = query.order_by(prize_said.c.until, prize_said.c.claim).limit(_AT_ONCE)
    after: tuple[int, str] | None = None
    while True:
        page = query if after is None else query.where(tuple_(prize_said.c.until, prize_said.c.claim) > after)
        rows = tx.execute(page).all()
        found = claims_in(tx, [row.claim for row in rows])
        yield from (found[row.claim] for row in rows if row.claim in found)
        if len(rows) < _AT_ONCE:
            return
        after = (rows[-1].until, rows[-1].claim)


# -- told --------------------------------------------------------------------------------------------------------------


def tell_some(context: Context) -> bool:
    """Write to some winners who were not written to yet. True while there may be more."""
    now = context.clock.now_ms()
    with context.database.read() as tx:
        waiting = list(islice((one for one in open_claims(tx, untold=True) if _told_by_now(one, now)), _AT_ONCE))
    for claim in waiting:
        with context.database.write() as tx:
            tx.hold([lock_of(claim.id)])
            again = claims_in(tx, [claim.id]).get(claim.id)
            if again is not None and not again.over and not again.notified:
                body = NotifiedBody(claim=claim.id, how=_write(context, tx, again) or "none")
                append(context, tx, CLAIM_NOTIFIED, CLAIM_NOTIFIED.write(body))
    return bool(waiting)


def _told_by_now(claim: Claim, now: int) -> bool:
    return not is_wheels(claim.id) or now - claim.since >= _TOLD_LATER_MS


def _write(context: Context, tx: Tx, claim: Claim) -> str:
    """Put the letters into the outbox; by which ways, "" where none leads to the winner or they want none."""
    names = named(context, tx, claim)
    words = {"until": f"{instant(claim.due.until - 1):%Y-%m-%d}"}
    return _letters(context, tx, "won", claim.due.member, names, words, claim.due.until, claim.id)


def _booked(context: Context, tx: Tx, draw: Draw, prize: DrawPrize, which: str, member: str) -> None:
    """A letter to the winner of what the rules book."""
    until = context.clock.now_ms() + _OF_USE_MS
    _letters(context, tx, "booked", member, (prize.name, draw.name), {}, until, which)


def _letters(
    context: Context,
    tx: Tx,
    kind: str,
    member: str,
    names: tuple[LocalText, LocalText],
    words: dict[str, str],
    until: int,
    about: str,
) -> str:
    kept = person_row(tx, member)
    found = published_rows(tx, "members", [member], Member).get(member)
    if kept is None or found is None or not agreed(tx, member, SERVICE):
        return ""
    who = person_of(bytes(kept.data))
    said = {**words, "prize": names[0].get(who.language), "draw": names[1].get(who.language)}
    letters = welcome.letters(tx, kind, who, found[1], said, until, once=False)
    once = (replace(letter, once=f"{kind}/{letter.channel}/{about}") for letter in letters)
    return "+".join(letter.channel.value for letter in once if outbox.put(context, tx, letter) is not None)


def named(context: Context, tx: Tx, claim: Claim) -> tuple[LocalText, LocalText]:
    """The names of a prize, and of the wheel or draw it was won in."""
    due_ = claim.due
    plain = due_.name or due_.prize
    for edition in reversed(context.rules.of(tx).editions):
        campaign = edition.campaign
        things: tuple[Wheel | Draw, ...] = (*campaign.wheels, *campaign.draws)
        for thing in things if campaign.id == due_.campaign else ():
            if thing.id == due_.source:
                found = next((one.name for one in thing.prizes if one.code == due_.prize), None)
                if found is not None:
                    return found, thing.name
    return LocalText(plain, plain, plain), LocalText(due_.source, due_.source, due_.source)


# -- handed over -------------------------------------------------------------------------------------------------------


def take(context: Context, tx: Tx, caller: Caller, request: PrizeRequest) -> Reply:
    """`POST /v1/prizes/take`: a terminal wants to hand a prize over. It may when nobody else holds it; the same
    terminal is answered the same."""
    now = context.clock.now_ms()
    if not 0 < len(request.claim) <= 300 or not request.claim.isprintable():
        return problem(400, "malformed", "a claim has 1 to 300 printable characters", now)
    tx.hold([lock_of(request.claim)])
    claim = claims_in(tx, [request.claim]).get(request.claim)
    if claim is None:
        return Reply(200, PrizeAnswer(code="prize_unknown", time=now))
    if claim.over:
        args = {"other": claim.standing.value, "at": claim.ended, "clerk": claim.by}
        return Reply(200, PrizeAnswer(code="prize_over", args=args, time=now))
    if claim.address:
        return Reply(200, PrizeAnswer(code="prize_sent", time=now))
    if claim.late(now):
        return Reply(200, PrizeAnswer(code="prize_late", args={"until": claim.due.until}, time=now))
    if claim.holder == "":
        body = GrantedBody(claim=claim.id, device=caller.device)
        append(context, tx, CLAIM_GRANTED, CLAIM_GRANTED.write(body))
    elif claim.holder != caller.device:
        return Reply(200, PrizeAnswer(code="prize_elsewhere", args={"terminal": _name(tx, claim.holder)}, time=now))
    return Reply(200, PrizeAnswer(time=now))


def look(context: Context, tx: Tx, request: PrizeRequest) -> Reply:
    """`POST /v1/prizes/look`: a winner shows the slip at another store."""
    now = context.clock.now_ms()
    if not 0 < len(request.claim) <= 300 or not request.claim.isprintable():
        return problem(400, "malformed", "a claim has 1 to 300 printable characters", now)
    _store, row = told_rows(tx, [request.claim], now).get(request.claim, ("", None))
    return Reply(200, PrizeSeen(row=None if row is None else encode_row(row), time=now))


def _name(tx: Tx, holder: str) -> str:
    return str(tx.execute(select(device.c.name).where(device.c.device == holder)).scalar() or holder)


def free(context: Context, tx: Tx, claim: str) -> bool:
    """A person says that the terminal that holds a prize has not handed it over and will not: HQ is asked again. False:
    nobody holds it, or it is over."""
    tx.hold([lock_of(claim)])
    found = claims_in(tx, [claim]).get(claim)
    if found is None or found.over or not found.holder:
        return False
    append(context, tx, CLAIM_GRANTED, CLAIM_GRANTED.write(GrantedBody(claim=claim, device="")))
    return True


def ship(context: Context, tx: Tx, claim: str, parcel: str) -> bool:
    """HQ has sent it to where the winner said. False: nobody said so, or it is over."""
    tx.hold([lock_of(claim)])
    found = claims_in(tx, [claim]).get(claim)
    if found is None or found.over or not found.address:
        return False
    due = found.due
    tax = taxes.withheld(due.jurisdiction, due.currency, due.value, due.percent, resident=found.resident).tax
    append(context, tx, CLAIM_SHIPPED, CLAIM_SHIPPED.write(ShippedBody(claim=claim, parcel=parcel, tax=tax)))
    until = context.clock.now_ms() + _OF_USE_MS
    _letters(context, tx, "shipped", due.member, named(context, tx, found), {"parcel": parcel or "–"}, until, claim)
    return True


# -- forfeited ---------------------------------------------------------------------------------------------------------


def forfeit_some(context: Context, pass_on: PassOn | None = None) -> bool:
    """Prizes whose time is over go on by the published rule: of a draw to the next alternate. True while there may be
    more."""
    now = context.clock.now_ms()
    with context.database.read() as tx:
        open_ = (one for one in open_claims(tx, until=now) if one.late(now) and _heard(tx, one))
        late = list(islice(open_, _AT_ONCE))
    for claim in late:
        with context.database.write() as tx:
            forfeit(context, tx, claim.id, Forfeit.DEADLINE, pass_on)
    return bool(late)


def _heard(tx: Tx, claim: Claim) -> bool:
    """Whether nobody can have handed it over in time that HQ has not heard of."""
    if not claim.holder:
        return True
    row = tx.execute(select(device).where(device.c.device == claim.holder)).first()
    if row is None or row.state == "revoked":
        return True
    if (row.seen_at or 0) < claim.due.until + HEARD_AFTER_MS:
        return False
    # a long queue comes bit by bit, in its order: what was done in time comes before what was done later
    mine = (fact.c.store == row.store) & (fact.c.device == row.device) & (fact.c.epoch == row.epoch)
    newest = tx.execute(select(fact.c.at).where(mine).order_by(fact.c.seq.desc()).limit(1)).scalar()
    return newest is not None and int(newest) >= claim.due.until


def forfeit(context: Context, tx: Tx, claim: str, reason: Forfeit, pass_on: PassOn | None, second: str = "") -> bool:
    """The winner does not get it. False: it is over already."""
    tx.hold([lock_of(claim)])
    found = claims_in(tx, [claim]).get(claim)
    if found is None or found.over:
        return False
    body = ForfeitedBody(claim=claim, reason=reason, second=second)
    append(context, tx, CLAIM_FORFEITED, CLAIM_FORFEITED.write(body))
    if pass_on is not None and not is_wheels(claim):
        pass_on(context, tx, *place_of(claim), reason)
    return True


def declined_some(context: Context, pass_on: PassOn) -> bool:
    """Prizes of draws that a winner did not want at a terminal go on to the next alternate. True while there may be
    more."""
    since = context.clock.now_ms() - _DECLINED_MS
    query = select(prize_said.c.claim).where(
        prize_said.c.store == CHAIN,
        prize_said.c.what == Said.FORFEITED.value,
        prize_said.c.device != HQ,
        prize_said.c.at >= since,
    )
    with context.database.read() as tx:
        ids = [one for one in tx.execute(query).scalars() if not is_wheels(one)]
        found = claims_in(tx, ids)
        waiting = [one for one in found.values() if one.standing is Standing.FORFEITED and _still_theirs(tx, one)]
    for claim in waiting[:_AT_ONCE]:
        with context.database.write() as tx:
            pass_on(context, tx, *place_of(claim.id), Forfeit.DECLINED)
    return bool(waiting)


def _still_theirs(tx: Tx, claim: Claim) -> bool:
    draw, seq, place, entrant = place_of(claim.id)
    seen = draw_of(tx, draw, seq)
    if seen is None or seen.state is not State.DRAWN:
        return False
    held = held_in(tx, seen)
    return place < len(held) and held[place].entrant == entrant


def place_of(claim: str) -> tuple[str, int, int, int]:
    """Of a claim of a draw: the draw, its `seq`, the place, whose it is."""
    draw, seq, place, entrant = claim.removeprefix("d/").rsplit("/", 3)
    return draw, int(seq), int(place), int(entrant)
