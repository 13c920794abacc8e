"""Which draws the campaigns' clocks ask for, and when."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from kiosk.domain.campaigns.draws import days_of
from kiosk.domain.campaigns.model import Campaign
from kiosk.domain.campaigns.things import Draw
from kiosk.domain.stores import Store
from kiosk.domain.time import millis
from kiosk.hq.context import Context
from kiosk.hq.rows.buckets import Bucket
from kiosk.hq.rows.publish import all_rows
from kiosk.hq.store.database import Tx
from kiosk.hq.store.schema import CHAIN

STORES = Bucket(CHAIN, "stores")
_LONGEST = 64
"""Characters of an id that a ticket's code holds."""
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Plan:
    """A draw of a campaign. `at`: ms since 1970; tickets that were given before it take part."""

    id: str
    campaign: Campaign
    draw: Draw
    day: date
    at: int


def draw_id(campaign: str, draw: str, day: date) -> str:
    """What the draw of a day is called everywhere: campaign/draw/day; where that is too long, its hash and the day."""
    name = f"{campaign}/{draw}"
    if len(name) + 11 > _LONGEST:
        name = hashlib.sha256(name.encode()).hexdigest()[:32]
    return f"{name}/{day.isoformat()}"


def plans(context: Context, tx: Tx, since: int, until: int) -> list[Plan]:
    """Every draw of a campaign from `since` up to, without, `until` (ms), by time. A draw is due when it is that hour
    in the last of the campaign's stores."""
    stores = all_rows(tx, STORES, Store)
    found: list[Plan] = []
    for edition in context.rules.of(tx).editions:
        campaign = edition.campaign
        zones = {ZoneInfo(one.zone) for one in stores if not campaign.stores or one.id in campaign.stores}
        for plan in _of_campaign(campaign, zones or {ZoneInfo("UTC")}):
            in_force = edition.since <= plan.at and (edition.until is None or plan.at < edition.until)
            if in_force and since <= plan.at < until:
                found.append(plan)
    return sorted(found, key=lambda one: (one.at, one.id))


def plan_of(context: Context, tx: Tx, name: str) -> Plan | None:
    """The draw of that id, whenever it is or was."""
    return next((one for one in plans(context, tx, 0, 1 << 62) if one.id == name), None)


def _of_campaign(campaign: Campaign, zones: set[ZoneInfo]) -> Iterator[Plan]:
    for draw in campaign.draws:
        for day in days_of(campaign, draw):
            wall = datetime.combine(day, draw.at)
            at = max(wall.replace(tzinfo=zone).astimezone(UTC) for zone in zones)
            yield Plan(draw_id(campaign.id, draw.id, day), campaign, draw, day, millis(at))


def thing_of(campaign: Campaign, name: str) -> tuple[Draw, date] | None:
    """The draw of a campaign that is called `name`, and its day."""
    found = ((draw, day) for draw in campaign.draws for day in days_of(campaign, draw))
    return next(((draw, day) for draw, day in found if draw_id(campaign.id, draw.id, day) == name), None)
