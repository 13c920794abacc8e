"""What stands against publishing a campaign with prizes of chance: changes that are not in the consumers' favour once
it has begun, and the year's total in Taiwan."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.domain.campaigns.favour import Worse, worse
from kiosk.domain.campaigns.model import Campaign, Jurisdiction
from kiosk.domain.findings import error
from kiosk.domain.stores import Store
from kiosk.domain.time import instant, millis
from kiosk.hq.campaigns.commands import STORES, CampaignRefused
from kiosk.hq.context import Context
from kiosk.hq.draws_batch import totals
from kiosk.hq.rows.editions import EDITIONS, campaign_in
from kiosk.hq.rows.publish import all_rows
from kiosk.hq.store.database import Tx
from kiosk.protocol.campaigns.file import CampaignFileError, read_campaign
from kiosk.protocol.rows import EditionRow


def refused(context: Context, tx: Tx, document: str, favour_by: str = "") -> CampaignRefused | None:
    """Why this file must not be published now; None where nothing is known to stand against it. `favour_by`: who says
    that words which changed are no worse for customers."""
    try:
        campaign = read_campaign(document.encode(), published=True).campaign
    except CampaignFileError:
        return None  # which is said where it is published
    found = changed_for_the_worse(context, tx, campaign)
    against = [one for one in found if not (one.words and favour_by)]
    if against:
        hint = [error("not_in_favour", "", "say --favour NAME if other words are no worse for customers")]
        return CampaignRefused(
            "not_in_favour", (*(one.found for one in against), *(hint if all(one.words for one in against) else ()))
        )
    before = totals.in_force(context, tx).get(campaign.id)
    worth, was = totals.prizes_worth(campaign), totals.prizes_worth(before) if before is not None else 0
    if campaign.jurisdiction is not Jurisdiction.TW or worth <= was:
        return None
    year = totals.year_total(context, tx, campaign.ends.year, campaign)
    if year.whole > year.most:
        words = (
            "prizes of {year}: {whole} given or promised, with the {worth} of this campaign, are more than "
            "the {most} that the law allows (`kiosk hq draws totals`)"
        )
        sums = {"whole": year.whole, "worth": worth, "most": year.most}
        args = {name: f"{amount // 100:,}" for name, amount in sums.items()}
        return CampaignRefused("yearly_total", (error("yearly_total", "", words, year=year.year, **args),))
    return None


def changed_for_the_worse(context: Context, tx: Tx, campaign: Campaign) -> list[Worse]:
    """What is worse than in the edition that is in force, if that has begun."""
    now = instant(context.clock.now_ms())
    editions = [row for row in all_rows(tx, EDITIONS, EditionRow) if row.campaign == campaign.id]
    last = max(editions, key=lambda row: row.version, default=None)
    if last is None or (last.until is not None and last.until <= now):
        return []
    before = campaign_in(last.document)
    wall = max((_wall(now, one.zone) for one in all_rows(tx, STORES, Store)), default=now.replace(tzinfo=None))
    begun = wall >= before.starts and millis(last.since) <= context.clock.now_ms()
    return worse(before, campaign, wall.date()) if begun else []


def _wall(now: datetime, zone: str) -> datetime:
    return now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
