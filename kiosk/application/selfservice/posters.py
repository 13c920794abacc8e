"""Campaigns that run, as they invite whoever passes by."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from kiosk.application.campaigns.histories import Campaigns
from kiosk.application.selfservice.outcomes import Poster
from kiosk.domain.campaigns.localtime import shown
from kiosk.domain.campaigns.model import Campaign, Phase, Trigger
from kiosk.domain.channels import Channel
from kiosk.domain.texts import LocalText

MOST_OFFERS = 8
"""Of a campaign's rules, so many are named at most."""

_FIRST = (
    *(Trigger.REGISTERED, Trigger.CHECKED_IN, Trigger.STREAK_REACHED, Trigger.SPUN, Trigger.BASKET),
    Trigger.PURCHASED,
    *(Trigger.FIRST_PURCHASE, Trigger.REFERRED, Trigger.REFEREE_BOUGHT, Trigger.SPEND_REACHED, Trigger.POINTS_SPENT),
    Trigger.PIECES_REACHED,
    *(Trigger.SIGNED_UP, Trigger.SURVEY_ANSWERED, Trigger.TASK_DONE, Trigger.BIRTHDAY),
)
"""What is told first: what anybody can do now."""


def posters(campaigns: Campaigns) -> tuple[Poster, ...]:
    """Of every campaign that runs in this store now; what ends first comes first."""
    now = shown(campaigns.wall)
    running = [one for one in campaigns.in_force() if one.starts <= now < one.ends and _here(campaigns, one)]
    found = [_poster(campaigns, one, now) for one in running]
    return tuple(sorted(found, key=lambda poster: (poster.ends, poster.campaign)))


def _here(campaigns: Campaigns, campaign: Campaign) -> bool:
    channels = (Channel.CHECKOUT, Channel.SELF_SERVICE, Channel.TILL)
    in_store = not campaign.channels or any(channel in campaign.channels for channel in channels)
    return in_store and (not campaign.stores or campaigns.store.id in campaign.stores)


def _poster(campaigns: Campaigns, campaign: Campaign, now: datetime) -> Poster:
    zone = ZoneInfo(campaigns.store.zone)
    phase = _phase(campaign, now)
    return Poster(
        campaign=campaign.id,
        name=campaign.name,
        summary=campaign.summary,
        starts=campaign.starts.replace(tzinfo=zone).astimezone(UTC),
        ends=campaign.ends.replace(tzinfo=zone).astimezone(UTC),
        phase=phase.name if phase is not None else None,
        theme=campaign.theme or "",
        offers=_offers(campaign),
        rules=campaign,
    )


def _phase(campaign: Campaign, now: datetime) -> Phase | None:
    return next((phase for phase in campaign.phases if phase.starts <= now < phase.ends), None)


def _offers(campaign: Campaign) -> tuple[LocalText, ...]:
    """Names of rules that say what anybody can have; one name once."""
    order = {trigger: at for at, trigger in enumerate(_FIRST)}
    rules = [rule for rule in campaign.rules if rule.when.event in order]
    rules.sort(key=lambda rule: order[rule.when.event])
    return tuple(dict.fromkeys(rule.name for rule in rules))[:MOST_OFFERS]
