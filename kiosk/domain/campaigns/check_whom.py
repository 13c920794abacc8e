"""Rules for everybody that nobody without a member's card can have."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.campaigns.model import Audience, Campaign, Rule, Trigger, Whom
from kiosk.domain.campaigns.personal import asks_who
from kiosk.domain.findings import Finding, error, warning


def whom_findings(campaign: Campaign, rule: Rule, path: str) -> Iterator[Finding]:
    """What is wrong with `for: everyone`, of a rule that stands at `path` of the file."""
    if rule.for_ is not Whom.EVERYONE:
        return
    if rule.when.event is not Trigger.BASKET:
        words = (
            "rule `{rule}`: only a discount (`when: basket`) is for everyone: what is given needs somebody to own it"
        )
        yield error("no_meaning", f"{path}.for", words, rule=rule.id)
        return
    for place in asks_who(rule):
        words = "rule `{rule}` is for everyone, but `{place}` asks who buys: without a member's card it gives nothing"
        yield warning("card_needed", f"{path}.{place}", words, rule=rule.id, place=place)
    if campaign.audience != Audience():
        words = "rule `{rule}` is for everyone, but the campaign's audience are certain members"
        yield warning("card_needed", f"{path}.for", words, rule=rule.id)
