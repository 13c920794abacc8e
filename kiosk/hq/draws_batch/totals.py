"""What prizes of chance are worth by the year, as the law of Taiwan bounds it (贈品贈獎額度辦法), and who won what is
shown on the winners' board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import func, or_, select

from kiosk.domain.campaigns.draws import days_of
from kiosk.domain.campaigns.legal import CN_SHOWN_FROM
from kiosk.domain.campaigns.model import Campaign, Jurisdiction
from kiosk.domain.campaigns.things import Wheel
from kiosk.domain.draws.facts import Step
from kiosk.domain.draws.life import NOBODY, State
from kiosk.domain.texts import LocalText
from kiosk.domain.time import instant, millis
from kiosk.hq.context import Context
from kiosk.hq.draws.people import campaign_of, drawn_members, masked, roll_of
from kiosk.hq.draws.steps import draws, held_in
from kiosk.hq.draws.told_tables import wheel_spin
from kiosk.hq.draws.wheel_tables import wheel_lease
from kiosk.hq.draws_batch import planning
from kiosk.hq.messages import settings
from kiosk.hq.store.database import Tx

TAIPEI = ZoneInfo("Asia/Taipei")
_SETTING = "draw_law"
_TURNS_MS = 30_000
"""So long a wheel may turn."""
_MOST_LOOKED_AT = 2_000
"""Red packets of which most are small."""
_SMALL, _LARGE = 750_000_000_00, 3_000_000_000_00
_LEAST, _MOST = 150_000_000_00, 600_000_000_00
"""Minor units of NT$. Up to 750 million of last year's turnover: 150 million; from 3,000 million: 600 million; between
them a fifth of it (贈品贈獎額度辦法)."""


@dataclass(frozen=True, slots=True)
class YearTotal:
    """Prizes of a calendar year in Taiwan, minor units. `drawn`, `spun`: by HQ's count; `stated`: what campaign files
    say was given elsewhere (`yearly_prizes_so_far`); `promised`: what campaigns that end in that year, and are not
    over, have still to give; `most`: what the law allows."""

    year: int
    drawn: int
    spun: int
    stated: int
    promised: int
    most: int

    @property
    def whole(self) -> int:
        """All of it."""
        return self.drawn + self.spun + self.stated + self.promised


@dataclass(frozen=True, slots=True)
class Shown:
    """A win that is shown on the board. `at`: ms; `value`: minor units; `name`: masked."""

    at: int
    campaign: str
    prize: LocalText
    value: int
    currency: str
    name: str


class _Law(msgspec.Struct, frozen=True):
    turnover: int = 0


def turnover(tx: Tx) -> int:
    """Last year's turnover in Taiwan, minor units; 0: nobody has said it."""
    said = settings.read(tx, _SETTING)
    return 0 if said is None else msgspec.json.decode(said, type=_Law).turnover


def set_turnover(context: Context, tx: Tx, minor: int, by: str) -> None:
    """Say last year's turnover in Taiwan."""
    settings.write(context, tx, _SETTING, msgspec.json.encode(_Law(minor)).decode(), by)


def most_a_year(tx: Tx) -> int:
    """What all prizes of a year in Taiwan may be worth; where nobody has said the turnover, the least the law has."""
    said = turnover(tx)
    return _MOST if said >= _LARGE else max(_LEAST, said // 5) if said > _SMALL else _LEAST


def year_total(context: Context, tx: Tx, year: int, instead: Campaign | None = None) -> YearTotal:
    """The year so far, and what is promised of it, by the calendar of Taipei. `instead`: as if this version of a
    campaign were published."""
    since, until = (millis(datetime(one, 1, 1, tzinfo=TAIPEI).astimezone(UTC)) for one in (year, year + 1))
    drawn = [(at, campaign.id, value) for at, campaign, value in _drawn(context, tx) if _is_tw(campaign)]
    spun = _spun(context, tx, since, until)
    given = _spun(context, tx, 0, millis(datetime.max.replace(tzinfo=UTC)))
    for _at, name, value in drawn:
        given[name] += value
    known = in_force(context, tx) | ({instead.id: instead} if instead is not None else {})
    of_year = [one for one in known.values() if _is_tw(one) and one.starts.year <= year <= one.ends.year]
    now = instant(context.clock.now_ms()).astimezone(TAIPEI).replace(tzinfo=None)
    promised = (
        max(0, prizes_worth(one) - given[one.id]) for one in of_year if now < one.ends and one.ends.year == year
    )
    return YearTotal(
        year,
        sum(value for at, _name, value in drawn if since <= at < until),
        spun.total(),
        max((one.legal.yearly_prizes_so_far or 0 for one in of_year), default=0),
        sum(promised),
        most_a_year(tx),
    )


def in_force(context: Context, tx: Tx) -> dict[str, Campaign]:
    """The newest version of each campaign that was not withdrawn, those that are over among them."""
    now, found = context.clock.now_ms(), dict[str, Campaign]()
    for edition in sorted(context.rules.of(tx).editions, key=lambda one: one.campaign.version):
        found[edition.campaign.id] = edition.campaign
        if edition.until is not None and edition.until <= now:
            del found[edition.campaign.id]
    return found


def this_year(context: Context) -> int:
    """The year it is in Taipei."""
    return instant(context.clock.now_ms()).astimezone(TAIPEI).year


def prizes_worth(campaign: Campaign) -> int:
    """What all its prizes of chance are worth together, minor units."""
    won = (one for wheel in campaign.wheels for one in wheel.prizes if not one.thanks)
    wheels = sum(one.packets.budget if one.packets is not None else one.value * one.count for one in won)
    days = {draw.id: len(days_of(campaign, draw)) for draw in campaign.draws}
    return wheels + sum(one.value * one.count * days[draw.id] for draw in campaign.draws for one in draw.prizes)


def _is_tw(campaign: Campaign) -> bool:
    return campaign.jurisdiction is Jurisdiction.TW


def _drawn(context: Context, tx: Tx) -> Iterator[tuple[int, Campaign, int]]:
    """(when, campaign, worth) of each draw that counts: prizes that found somebody."""
    for seen in draws(tx):
        roll = roll_of(tx, seen.draw, seen.seq) if seen.state in (State.DRAWN, State.CLOSED) else None
        campaign = None if roll is None else campaign_of(context, tx, roll.campaign, roll.version)
        thing = None if campaign is None else planning.thing_of(campaign, seen.draw)
        if campaign is not None and thing is not None:
            worth = {one.code: one.value for one in thing[0].prizes}
            given = sum(worth.get(one.prize, 0) for one in held_in(tx, seen) if one.entrant != NOBODY)
            yield seen.at[Step.DRAWN], campaign, given


def _spun(context: Context, tx: Tx, since: int, until: int) -> Counter[str]:
    """What wheels gave in that time, by campaign. A red packet's slot code says what is in it."""
    same = wheel_lease.c.lease == wheel_spin.c.lease
    query = select(wheel_lease.c.campaign, wheel_lease.c.wheel, wheel_spin.c.code, func.count())
    query = query.join(wheel_spin, same).where(wheel_spin.c.at >= since, wheel_spin.c.at < until)
    found: Counter[str] = Counter()
    for name, wheel, code, count in tx.execute(query.group_by(*query.selected_columns[:3])):
        campaign = context.rules.campaign(tx, name)
        if campaign is not None and _is_tw(campaign):
            found[name] += _worth(campaign, wheel, code) * int(count)
    return found


def _worth(campaign: Campaign, wheel: str, code: str) -> int:
    part, _, amount = code.partition(":")
    if amount.isdecimal():
        return int(amount)
    prizes = (one for thing in campaign.wheels if thing.id == wheel for one in thing.prizes)
    return next((one.value for one in prizes if one.code == part), 0)


def board(context: Context, tx: Tx, limit: int = 200) -> list[Shown]:
    """Winners of prizes above 500 (CNY; elsewhere the same number), of draws and wheels of campaigns that show them,
    the newest first."""
    found: list[Shown] = []
    for seen in reversed(draws(tx)):
        roll = roll_of(tx, seen.draw, seen.seq) if seen.state in (State.DRAWN, State.CLOSED) else None
        campaign = None if roll is None else campaign_of(context, tx, roll.campaign, roll.version)
        thing = None if campaign is None else planning.thing_of(campaign, seen.draw)
        if roll is None or campaign is None or thing is None or not campaign.legal.winners_board:
            continue
        prizes = {one.code: one for one in thing[0].prizes if one.value > CN_SHOWN_FROM}
        held = [one for one in held_in(tx, seen) if one.entrant != NOBODY and one.prize in prizes]
        names = masked(tx, drawn_members(tx, seen.draw, seen.seq), [one.entrant for one in held])
        at = seen.at[Step.DRAWN]
        for one in held:
            prize = prizes[one.prize]
            name = names.get(one.entrant, "")
            found.append(Shown(at, campaign.id, prize.name, prize.value, campaign.currency, name))
    found += wheel_board(context, tx, limit)
    return sorted(found, key=lambda one: -one.at)[:limit]


def wheel_board(context: Context, tx: Tx, limit: int) -> list[Shown]:
    """The same of wheels alone, once they have come to rest: results of an instant win are shown continuously (規範促銷
    行為暫行規定)."""
    found: dict[tuple[str, int], tuple[Shown, str]] = {}
    newest = {one.campaign.id: one.campaign for one in context.rules.of(tx).editions}
    for campaign in newest.values():
        for wheel in campaign.wheels if campaign.legal.winners_board else ():
            names = {one.code: one.name for one in wheel.prizes}
            for row in _worthy_spins(context, tx, campaign, wheel, limit):
                worth = _worth(campaign, wheel.id, row.code)
                name = names[row.code.partition(":")[0]]
                shown = Shown(int(row.at), campaign.id, name, worth, campaign.currency, "")
                found.setdefault((row.lease, int(row.j)), (shown, row.member))
    wins = sorted(found.values(), key=lambda one: -one[0].at)[:limit]
    people = masked(tx, dict(enumerate(member for _shown, member in wins)), range(len(wins)))
    return [replace(shown, name=people.get(at, "")) for at, (shown, _member) in enumerate(wins)]


def _worthy_spins(context: Context, tx: Tx, campaign: Campaign, wheel: Wheel, limit: int) -> Iterator[Any]:
    """Spins that won more than is small, the newest first."""
    prizes = [one for one in wheel.prizes if not one.thanks and one.best > CN_SHOWN_FROM]
    if not prizes:
        return
    code, until = wheel_spin.c.code, context.clock.now_ms() - _TURNS_MS
    things = code.in_([one.code for one in prizes if one.packets is None])
    packets = [code.startswith(f"{one.code}:", autoescape=True) for one in prizes if one.packets is not None]
    query = select(wheel_spin.c.lease, wheel_spin.c.j, code, wheel_spin.c.at, wheel_spin.c.member)
    query = query.join(wheel_lease, wheel_lease.c.lease == wheel_spin.c.lease)
    query = query.where(wheel_lease.c.campaign == campaign.id, wheel_lease.c.wheel == wheel.id)
    query = query.where(or_(things, *packets), wheel_spin.c.at <= until).order_by(wheel_spin.c.at.desc())
    for row in tx.execute(query.limit(_MOST_LOOKED_AT)):
        if _worth(campaign, wheel.id, row.code) > CN_SHOWN_FROM:
            yield row
            limit -= 1
            if not limit:
                return
